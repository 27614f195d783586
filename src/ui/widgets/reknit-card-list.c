#include "reknit-card-list.h"

#include "reknit-template.h"

/**
 * ReknitCardList:
 *
 * Cards under a heading with their number.
 */
struct _ReknitCardList
{
  GtkWidget                   parent_instance;

  GtkLabel                   *count_label;
  GtkLabel                   *hint_label;
  GtkListBox                 *list;

  char                       *title;
  char                       *hint;
  GListModel                 *model;
  GSignalGroup               *model_signals;
  GtkListBoxCreateWidgetFunc  create;
  gpointer                    create_data;
};

enum { PROP_0, PROP_TITLE, PROP_HINT, PROP_MODEL, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitCardList, reknit_card_list, GTK_TYPE_WIDGET)

/* The card is what one presses and reaches by keyboard; the row around it is only its place. */
static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  ReknitCardList *self = user_data;

  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE,
                       "child", self->create (item, self->create_data), NULL);
}

static void
update_count (ReknitCardList *self)
{
  guint n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
  g_autofree char *count = g_strdup_printf ("%'u", n);

  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
bind_list (ReknitCardList *self)
{
  if (self->create != NULL)
    gtk_list_box_bind_model (self->list, self->model, create_row, self, NULL);
  update_count (self);
}

/* GTK 4.8 keeps a list for ever whose row goes while the focus is in it; so the focus leaves before. */
static void
let_go_of_focus (ReknitCardList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    gtk_root_set_focus (root, NULL);
}

static void
reknit_card_list_dispose (GObject *object)
{
  ReknitCardList *self = REKNIT_CARD_LIST (object);

  if (self->model_signals != NULL)
    g_signal_group_set_target (self->model_signals, NULL);
  g_clear_object (&self->model_signals);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_CARD_LIST);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (reknit_card_list_parent_class)->dispose (object);
}

static void
reknit_card_list_finalize (GObject *object)
{
  ReknitCardList *self = REKNIT_CARD_LIST (object);

  g_free (self->title);
  g_free (self->hint);
  G_OBJECT_CLASS (reknit_card_list_parent_class)->finalize (object);
}

static void
reknit_card_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ReknitCardList *self = REKNIT_CARD_LIST (object);

  switch (prop_id)
    {
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_HINT: g_value_set_string (value, self->hint); break;
    case PROP_MODEL: g_value_set_object (value, self->model); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_text (ReknitCardList *self,
          guint           prop_id,
          const char     *text)
{
  char **place = prop_id == PROP_TITLE ? &self->title : &self->hint;

  if (g_strcmp0 (*place, text) == 0)
    return;

  g_free (*place);
  *place = g_strdup (text);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), self->hint != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
reknit_card_list_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ReknitCardList *self = REKNIT_CARD_LIST (object);

  switch (prop_id)
    {
    case PROP_TITLE:
    case PROP_HINT: set_text (self, prop_id, g_value_get_string (value)); break;
    case PROP_MODEL: reknit_card_list_set_model (self, g_value_get_object (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_card_list_class_init (ReknitCardListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = reknit_card_list_dispose;
  object_class->finalize = reknit_card_list_finalize;
  object_class->get_property = reknit_card_list_get_property;
  object_class->set_property = reknit_card_list_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-card-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitCardList, count_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitCardList, hint_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitCardList, list);
}

static void
reknit_card_list_init (ReknitCardList *self)
{
  self->model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "items-changed", G_CALLBACK (let_go_of_focus), self);
  g_signal_group_connect_swapped (self->model_signals, "items-changed", G_CALLBACK (update_count), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_card_list_new:
 * @title: the heading
 *
 * Returns: (transfer floating): a list without a model
 */
GtkWidget *
reknit_card_list_new (const char *title)
{
  return g_object_new (REKNIT_TYPE_CARD_LIST, "title", title, NULL);
}

/**
 * reknit_card_list_set_model:
 * @model: (nullable): what there is a card for
 */
void
reknit_card_list_set_model (ReknitCardList *self,
                            GListModel     *model)
{
  if (!g_set_object (&self->model, model))
    return;

  g_signal_group_set_target (self->model_signals, model);
  bind_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * reknit_card_list_set_create:
 * @create: makes the card of an item
 * @user_data: for @create; lives at least as long as the list
 */
void
reknit_card_list_set_create (ReknitCardList             *self,
                             GtkListBoxCreateWidgetFunc  create,
                             gpointer                    user_data)
{
  self->create = create;
  self->create_data = user_data;
  bind_list (self);
}

/**
 * reknit_card_list_foreach:
 * @func: (scope call): called with each card and @user_data
 *
 * For what changes on all cards though none of their records does: another day.
 */
void
reknit_card_list_foreach (ReknitCardList *self,
                          GFunc           func,
                          gpointer        user_data)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    func (gtk_list_box_row_get_child (row), user_data);
}
