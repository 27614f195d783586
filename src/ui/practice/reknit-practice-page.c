#include "reknit-practice-page.h"

#include "reknit-guidance-view.h"
#include "reknit-seat-gate.h"
#include "reknit-template.h"

typedef struct
{
  ReknitSeats        *seats;
  ReknitPractice     *practice;
  GtkWidget          *child;
  GtkWidget          *header_start;
  GPtrArray          *subpages;
  GSimpleActionGroup *actions;
  gboolean            immersive;

  AdwFlap            *flap;
  ReknitSeatGate     *gate;
  GtkStack           *pages;
  ReknitGuidanceView *guidance;
} ReknitPracticePagePrivate;

enum { PROP_0, PROP_SEATS, PROP_PRACTICE, PROP_CHILD, PROP_HEADER_START, PROP_TITLE, PROP_IMMERSIVE, PROP_HAS_SUBPAGE, N_PROPS };

static GParamSpec *properties[N_PROPS];

/**
 * ReknitPracticePage:
 *
 * What all practice pages share: the tool first, the guidance one press away, a gate where a seat has to be taken,
 * subpages over the tool, toasts. By itself, for a practice whose tool does not exist yet, it shows the guidance.
 */
G_DEFINE_TYPE_WITH_PRIVATE (ReknitPracticePage, reknit_practice_page, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((ReknitPracticePagePrivate *) reknit_practice_page_get_instance_private (self))

static void
on_reveal_guidance (ReknitPracticePage *self)
{
  ReknitPracticePagePrivate *priv = PRIVATE (self);

  if (priv->practice != NULL && adw_flap_get_reveal_flap (priv->flap))
    reknit_guidance_view_set_practice (priv->guidance, priv->practice);
}

static void
on_seat_changed (ReknitPracticePage *self)
{
  REKNIT_PRACTICE_PAGE_GET_CLASS (self)->seat_changed (self);
}

static void
on_back (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  reknit_practice_page_pop (user_data);
}

static void
reknit_practice_page_constructed (GObject *object)
{
  ReknitPracticePage *self = REKNIT_PRACTICE_PAGE (object);
  ReknitPracticePagePrivate *priv = PRIVATE (self);

  G_OBJECT_CLASS (reknit_practice_page_parent_class)->constructed (object);

  if (G_OBJECT_TYPE (self) == REKNIT_TYPE_PRACTICE_PAGE)
    {
      g_action_map_remove_action (G_ACTION_MAP (priv->actions), "guidance");
      reknit_practice_page_set_child (self, reknit_guidance_view_new_in_place_of_tool (priv->practice));
    }
  else
    {
      reknit_seat_gate_watch (priv->gate, priv->seats, priv->practice);
    }

  g_signal_connect_object (priv->seats, "notify::current", G_CALLBACK (on_seat_changed), self, G_CONNECT_SWAPPED);
}

static void
reknit_practice_page_dispose (GObject *object)
{
  ReknitPracticePage *self = REKNIT_PRACTICE_PAGE (object);
  ReknitPracticePagePrivate *priv = PRIVATE (self);

  g_ptr_array_set_size (priv->subpages, 0);
  /* It holds the flap, and with it the tool and all its actions, for as long as the window has them. */
  if (priv->actions != NULL)
    g_action_map_remove_action (G_ACTION_MAP (priv->actions), "guidance");
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_PRACTICE_PAGE);
  priv->child = NULL;
  g_clear_object (&priv->header_start);
  g_clear_object (&priv->actions);
  g_clear_object (&priv->practice);
  g_clear_object (&priv->seats);

  G_OBJECT_CLASS (reknit_practice_page_parent_class)->dispose (object);
}

static void
reknit_practice_page_finalize (GObject *object)
{
  g_ptr_array_unref (PRIVATE (REKNIT_PRACTICE_PAGE (object))->subpages);
  G_OBJECT_CLASS (reknit_practice_page_parent_class)->finalize (object);
}

static void
reknit_practice_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ReknitPracticePage *self = REKNIT_PRACTICE_PAGE (object);
  ReknitPracticePagePrivate *priv = PRIVATE (self);

  switch (prop_id)
    {
    case PROP_SEATS: g_value_set_object (value, priv->seats); break;
    case PROP_PRACTICE: g_value_set_object (value, priv->practice); break;
    case PROP_CHILD: g_value_set_object (value, priv->child); break;
    case PROP_HEADER_START: g_value_set_object (value, priv->header_start); break;
    case PROP_TITLE: g_value_set_string (value, reknit_practice_page_get_title (self)); break;
    case PROP_IMMERSIVE: g_value_set_boolean (value, priv->immersive); break;
    case PROP_HAS_SUBPAGE: g_value_set_boolean (value, priv->subpages->len > 0); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_practice_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ReknitPracticePage *self = REKNIT_PRACTICE_PAGE (object);
  ReknitPracticePagePrivate *priv = PRIVATE (self);

  switch (prop_id)
    {
    case PROP_SEATS: priv->seats = g_value_dup_object (value); break;
    case PROP_PRACTICE: priv->practice = g_value_dup_object (value); break;
    case PROP_CHILD: reknit_practice_page_set_child (self, g_value_get_object (value)); break;
    case PROP_HEADER_START: reknit_practice_page_set_header_start (self, g_value_get_object (value)); break;
    case PROP_IMMERSIVE: reknit_practice_page_set_immersive (self, g_value_get_boolean (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SEATS] = g_param_spec_object ("seats", NULL, NULL, REKNIT_TYPE_SEATS, construct);
  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, REKNIT_TYPE_PRACTICE, construct);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_HEADER_START] = g_param_spec_object ("header-start", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_IMMERSIVE] = g_param_spec_boolean ("immersive", NULL, NULL, FALSE, writable);
  properties[PROP_HAS_SUBPAGE] = g_param_spec_boolean ("has-subpage", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
reknit_practice_page_class_init (ReknitPracticePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_practice_page_constructed;
  object_class->dispose = reknit_practice_page_dispose;
  object_class->finalize = reknit_practice_page_finalize;
  object_class->get_property = reknit_practice_page_get_property;
  object_class->set_property = reknit_practice_page_set_property;
  klass->seat_changed = reknit_practice_page_pop_all;
  install_properties (object_class);

  g_type_ensure (REKNIT_TYPE_GUIDANCE_VIEW);
  g_type_ensure (REKNIT_TYPE_SEAT_GATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-practice-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, ReknitPracticePage, flap);
  gtk_widget_class_bind_template_child_private (widget_class, ReknitPracticePage, gate);
  gtk_widget_class_bind_template_child_private (widget_class, ReknitPracticePage, pages);
  gtk_widget_class_bind_template_child_private (widget_class, ReknitPracticePage, guidance);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_guidance);
}

static void
reknit_practice_page_init (ReknitPracticePage *self)
{
  static const GActionEntry entries[] = { { "back", on_back } };
  ReknitPracticePagePrivate *priv = PRIVATE (self);
  g_autoptr (GPropertyAction) guidance = NULL;

  priv->subpages = g_ptr_array_new ();
  priv->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (priv->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));

  guidance = g_property_action_new ("guidance", priv->flap, "reveal-flap");
  g_action_map_add_action (G_ACTION_MAP (priv->actions), G_ACTION (guidance));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "practice", G_ACTION_GROUP (priv->actions));
}

/**
 * reknit_practice_page_new:
 * @seats: the seats
 * @practice: a practice whose tool is not there yet
 *
 * Returns: (transfer floating): a page with the practice's guidance, that says that its tool is being built
 */
GtkWidget *
reknit_practice_page_new (ReknitSeats    *seats,
                          ReknitPractice *practice)
{
  return g_object_new (REKNIT_TYPE_PRACTICE_PAGE, "seats", seats, "practice", practice, NULL);
}

/**
 * reknit_practice_page_get_seats:
 *
 * Returns: (transfer none): the seats
 */
ReknitSeats *
reknit_practice_page_get_seats (ReknitPracticePage *self)
{
  return PRIVATE (self)->seats;
}

/**
 * reknit_practice_page_get_store:
 *
 * Returns: (transfer none): the store
 */
ReknitStore *
reknit_practice_page_get_store (ReknitPracticePage *self)
{
  return reknit_seats_get_store (PRIVATE (self)->seats);
}

/**
 * reknit_practice_page_get_practice:
 *
 * Returns: (transfer none): the practice, with the parameters for its tool
 */
ReknitPractice *
reknit_practice_page_get_practice (ReknitPracticePage *self)
{
  return PRIVATE (self)->practice;
}

/**
 * reknit_practice_page_get_title:
 *
 * Returns: (transfer none): what the header bar says: the title of the subpage on top, or of the practice
 */
const char *
reknit_practice_page_get_title (ReknitPracticePage *self)
{
  ReknitPracticePagePrivate *priv = PRIVATE (self);
  GtkWidget *subpage = reknit_practice_page_get_subpage (self);

  if (subpage != NULL)
    return gtk_stack_page_get_title (gtk_stack_get_page (priv->pages, subpage));

  return reknit_practice_get_title (priv->practice);
}

/**
 * reknit_practice_page_get_child:
 *
 * Returns: (transfer none) (nullable): the tool
 */
GtkWidget *
reknit_practice_page_get_child (ReknitPracticePage *self)
{
  return PRIVATE (self)->child;
}

/**
 * reknit_practice_page_set_child:
 * @child: (nullable): the tool
 */
void
reknit_practice_page_set_child (ReknitPracticePage *self,
                                GtkWidget          *child)
{
  ReknitPracticePagePrivate *priv = PRIVATE (self);

  if (priv->child == child)
    return;

  if (priv->child != NULL)
    gtk_stack_remove (priv->pages, priv->child);
  priv->child = child;
  if (child != NULL)
    gtk_stack_add_child (priv->pages, child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * reknit_practice_page_get_header_start:
 *
 * Returns: (transfer none) (nullable): what the page puts into the header bar
 */
GtkWidget *
reknit_practice_page_get_header_start (ReknitPracticePage *self)
{
  return PRIVATE (self)->header_start;
}

/**
 * reknit_practice_page_set_header_start:
 * @widget: (nullable): what shall stand in the header bar while the tool itself is shown, such as a button for
 *   something new
 */
void
reknit_practice_page_set_header_start (ReknitPracticePage *self,
                                       GtkWidget          *widget)
{
  ReknitPracticePagePrivate *priv = PRIVATE (self);

  if (priv->header_start == widget)
    return;

  g_clear_object (&priv->header_start);
  if (widget != NULL)
    priv->header_start = g_object_ref_sink (widget);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADER_START]);
}

/**
 * reknit_practice_page_get_immersive:
 *
 * Returns: whether a session is going on that wants the whole window
 */
gboolean
reknit_practice_page_get_immersive (ReknitPracticePage *self)
{
  return PRIVATE (self)->immersive;
}

/**
 * reknit_practice_page_set_immersive:
 * @immersive: whether a session begins that wants the whole window
 */
void
reknit_practice_page_set_immersive (ReknitPracticePage *self,
                                    gboolean            immersive)
{
  ReknitPracticePagePrivate *priv = PRIVATE (self);

  if (priv->immersive == immersive)
    return;

  priv->immersive = immersive;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMMERSIVE]);
}

/**
 * reknit_practice_page_get_actions:
 *
 * Returns: (transfer none): where the page adds its `practice.` actions
 */
GActionMap *
reknit_practice_page_get_actions (ReknitPracticePage *self)
{
  return G_ACTION_MAP (PRIVATE (self)->actions);
}

static void
show_top (ReknitPracticePage *self)
{
  ReknitPracticePagePrivate *priv = PRIVATE (self);
  GtkWidget *top = reknit_practice_page_get_subpage (self);

  if (top == NULL)
    top = priv->child;
  if (top != NULL)
    gtk_stack_set_visible_child (priv->pages, top);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * reknit_practice_page_push:
 * @subpage: (transfer floating): what shall stand over the tool: one record, a form, a session
 * @title: what the header bar says meanwhile
 *
 * Opens a subpage. The way back leads to what was shown before, and does away with it.
 */
void
reknit_practice_page_push (ReknitPracticePage *self,
                           GtkWidget          *subpage,
                           const char         *title)
{
  ReknitPracticePagePrivate *priv = PRIVATE (self);
  GtkStackPage *page = gtk_stack_add_child (priv->pages, subpage);

  gtk_stack_page_set_title (page, title);
  g_ptr_array_add (priv->subpages, subpage);
  if (priv->subpages->len == 1)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SUBPAGE]);
  show_top (self);
}

/**
 * reknit_practice_page_pop:
 *
 * Closes the subpage on top, if there is one.
 */
void
reknit_practice_page_pop (ReknitPracticePage *self)
{
  ReknitPracticePagePrivate *priv = PRIVATE (self);
  GtkWidget *subpage = reknit_practice_page_get_subpage (self);

  if (subpage == NULL)
    return;

  g_ptr_array_set_size (priv->subpages, (int) priv->subpages->len - 1);
  show_top (self);
  gtk_stack_remove (priv->pages, subpage);

  if (priv->subpages->len == 0)
    {
      reknit_practice_page_set_immersive (self, FALSE);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SUBPAGE]);
    }
}

/**
 * reknit_practice_page_pop_all:
 *
 * Closes all subpages.
 */
void
reknit_practice_page_pop_all (ReknitPracticePage *self)
{
  while (PRIVATE (self)->subpages->len > 0)
    reknit_practice_page_pop (self);
}

/**
 * reknit_practice_page_get_subpage:
 *
 * Returns: (transfer none) (nullable): the subpage on top
 */
GtkWidget *
reknit_practice_page_get_subpage (ReknitPracticePage *self)
{
  GPtrArray *subpages = PRIVATE (self)->subpages;

  return subpages->len > 0 ? g_ptr_array_index (subpages, subpages->len - 1) : NULL;
}

/**
 * reknit_practice_page_go_back:
 *
 * The window's way back: closes the guidance or the subpage on top.
 *
 * Returns: whether there was anything to close; if not, the window leaves the page
 */
gboolean
reknit_practice_page_go_back (ReknitPracticePage *self)
{
  ReknitPracticePagePrivate *priv = PRIVATE (self);

  if (adw_flap_get_folded (priv->flap) && adw_flap_get_reveal_flap (priv->flap))
    {
      adw_flap_set_reveal_flap (priv->flap, FALSE);
      return TRUE;
    }
  if (priv->subpages->len == 0)
    return FALSE;

  reknit_practice_page_pop (self);
  return TRUE;
}

/**
 * reknit_practice_page_open_subject:
 * @table: the table of a record of this practice, or what a reminder calls for, such as "check-in"
 * @id: its id; 0 for the next one
 *
 * Shows one record, where a reminder, a link or the search leads.
 */
void
reknit_practice_page_open_subject (ReknitPracticePage *self,
                                   const char         *table,
                                   gint64              id)
{
  ReknitPracticePageClass *klass = REKNIT_PRACTICE_PAGE_GET_CLASS (self);

  if (klass->open_subject != NULL)
    klass->open_subject (self, table, id);
}
