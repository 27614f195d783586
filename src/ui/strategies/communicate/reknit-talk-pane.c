#include "reknit-talk-pane.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-partner-badge.h"
#include "reknit-talk-texts.h"
#include "reknit-template.h"
#include "reknit-text-field.h"

/**
 * ReknitTalkPane:
 *
 * One of the two places in the listening room. Each partner keeps their side of the screen; what is on it changes with
 * the floor.
 */
struct _ReknitTalkPane
{
  GtkWidget           parent_instance;

  GListModel         *starters;
  guint               next_starter;

  ReknitPartnerBadge *badge;
  GtkLabel           *role;
  GtkLabel           *words;
  GtkLabel           *quote;
  GtkWidget          *starter_box;
  GtkLabel           *starter;
  ReknitTextField    *field;
  GtkWidget          *buttons;
  GtkButton          *primary;
  GtkButton          *secondary;
};

enum { PROP_0, PROP_TEXT, N_PROPS };
enum { PRIMARY, SECONDARY, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitTalkPane, reknit_talk_pane, GTK_TYPE_WIDGET)

static void on_primary   (ReknitTalkPane *self) { g_signal_emit (self, signals[PRIMARY], 0); }
static void on_secondary (ReknitTalkPane *self) { g_signal_emit (self, signals[SECONDARY], 0); }

static void
on_another (ReknitTalkPane *self)
{
  guint n = self->starters != NULL ? g_list_model_get_n_items (self->starters) : 0;
  g_autoptr (ReknitSuggestion) suggestion = NULL;
  g_autofree char *quote = NULL;

  gtk_widget_set_visible (self->starter_box, n > 0);
  if (n == 0)
    return;

  suggestion = g_list_model_get_item (self->starters, self->next_starter++ % n);
  quote = reknit_talk_text_for_quote (reknit_suggestion_get_text (suggestion));
  gtk_label_set_label (self->starter, quote);
}

static void
on_text_changed (ReknitTalkPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
reknit_talk_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_TEXT)
    g_value_take_string (value, reknit_talk_pane_dup_text (REKNIT_TALK_PANE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_talk_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  const char *text = g_value_get_string (value);

  if (prop_id == PROP_TEXT)
    reknit_text_field_set_text (REKNIT_TALK_PANE (object)->field, text != NULL ? text : "");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_talk_pane_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_TALK_PANE);
  G_OBJECT_CLASS (reknit_talk_pane_parent_class)->dispose (object);
}

static void
reknit_talk_pane_class_init (ReknitTalkPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = reknit_talk_pane_get_property;
  object_class->set_property = reknit_talk_pane_set_property;
  object_class->dispose = reknit_talk_pane_dispose;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PRIMARY] = g_signal_new ("primary", REKNIT_TYPE_TALK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SECONDARY] = g_signal_new ("secondary", REKNIT_TYPE_TALK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  g_type_ensure (REKNIT_TYPE_PARTNER_BADGE);
  g_type_ensure (REKNIT_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-talk-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkPane, badge);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkPane, role);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkPane, words);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkPane, quote);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkPane, starter_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkPane, starter);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkPane, field);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkPane, buttons);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkPane, primary);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkPane, secondary);
  gtk_widget_class_bind_template_callback (widget_class, on_another);
  gtk_widget_class_bind_template_callback (widget_class, on_primary);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary);
}

static void
reknit_talk_pane_init (ReknitTalkPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->field, "notify::text", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
}

/**
 * reknit_talk_pane_set_partner:
 * @partner: whose place it is
 */
void
reknit_talk_pane_set_partner (ReknitTalkPane *self,
                              ReknitPartner  *partner)
{
  reknit_partner_badge_set_partner (self->badge, partner);
  gtk_widget_add_css_class (GTK_WIDGET (self), reknit_record_get_integer (partner, "position") == 1 ? "first" : "second");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, reknit_partner_get_name (partner), -1);
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_label (label, text != NULL ? text : "");
}

static void
show_button (GtkButton  *button,
             const char *label)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label != NULL)
    gtk_button_set_label (button, label);
}

/**
 * reknit_talk_pane_show:
 * @view: what its partner sees from now on
 */
void
reknit_talk_pane_show (ReknitTalkPane           *self,
                       const ReknitTalkPaneView *view)
{
  g_autofree char *quote = view->quote != NULL && *view->quote != '\0' ? reknit_talk_text_for_quote (view->quote) : NULL;

  gtk_label_set_label (self->role, view->role);
  gtk_label_set_label (self->words, view->words);
  show_label (self->quote, quote);
  self->starters = view->starters != NULL
                   ? reknit_content_get_suggestions (reknit_content_get_default (), view->starters) : NULL;
  self->next_starter = 0;
  on_another (self);

  gtk_widget_set_visible (GTK_WIDGET (self->field), view->field != NULL);
  g_object_set (self->field, "label", view->field != NULL ? view->field : "", NULL);
  reknit_text_field_set_text (self->field, view->text != NULL ? view->text : "");
  show_button (self->primary, view->primary);
  show_button (self->secondary, view->secondary);
  gtk_widget_set_visible (self->buttons, view->primary != NULL || view->secondary != NULL);

  if (view->primary != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

/**
 * reknit_talk_pane_dup_text:
 *
 * Returns: (transfer full): what is written
 */
char *
reknit_talk_pane_dup_text (ReknitTalkPane *self)
{
  return reknit_text_field_dup_text (self->field);
}
