#include "reknit-today-card.h"

#include "reknit-template.h"
#include "reknit-wrap-box.h"

typedef struct
{
  ReknitSeats   *seats;
  gboolean       wide;
  gint64         until;

  GtkBox        *box;
  GtkLabel      *eyebrow;
  GtkLabel      *heading;
  GtkLabel      *text;
  GtkBox        *extra;
  ReknitWrapBox *buttons;
} ReknitTodayCardPrivate;

enum { PROP_0, PROP_SEATS, PROP_WIDE, PROP_UNTIL, N_PROPS };

static GParamSpec *properties[N_PROPS];
static GArray *card_types;

/**
 * ReknitTodayCard:
 *
 * One thing on the first page: a few words on what it is, and what can be done about it.
 */
G_DEFINE_TYPE_WITH_PRIVATE (ReknitTodayCard, reknit_today_card, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((ReknitTodayCardPrivate *) reknit_today_card_get_instance_private (self))

/**
 * reknit_today_card_update:
 *
 * Looks at the store and at the clock again.
 */
void
reknit_today_card_update (ReknitTodayCard *self)
{
  REKNIT_TODAY_CARD_GET_CLASS (self)->update (self);
}

static void
reknit_today_card_constructed (GObject *object)
{
  ReknitTodayCard *self = REKNIT_TODAY_CARD (object);
  ReknitTodayCardPrivate *priv = PRIVATE (self);

  G_OBJECT_CLASS (reknit_today_card_parent_class)->constructed (object);

  g_signal_connect_object (priv->seats, "notify::current", G_CALLBACK (reknit_today_card_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (reknit_seats_get_store (priv->seats), "changed", G_CALLBACK (reknit_today_card_update), self,
                           G_CONNECT_SWAPPED);
  reknit_today_card_update (self);
}

static void
reknit_today_card_dispose (GObject *object)
{
  ReknitTodayCard *self = REKNIT_TODAY_CARD (object);

  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_TODAY_CARD);
  g_clear_object (&PRIVATE (self)->seats);
  G_OBJECT_CLASS (reknit_today_card_parent_class)->dispose (object);
}

static void
reknit_today_card_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReknitTodayCardPrivate *priv = PRIVATE (REKNIT_TODAY_CARD (object));

  switch (prop_id)
    {
    case PROP_SEATS: g_value_set_object (value, priv->seats); break;
    case PROP_WIDE: g_value_set_boolean (value, priv->wide); break;
    case PROP_UNTIL: g_value_set_int64 (value, priv->until); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_today_card_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ReknitTodayCardPrivate *priv = PRIVATE (REKNIT_TODAY_CARD (object));

  switch (prop_id)
    {
    case PROP_SEATS: priv->seats = g_value_dup_object (value); break;
    case PROP_WIDE: priv->wide = g_value_get_boolean (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_today_card_class_init (ReknitTodayCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_today_card_constructed;
  object_class->dispose = reknit_today_card_dispose;
  object_class->get_property = reknit_today_card_get_property;
  object_class->set_property = reknit_today_card_set_property;

  properties[PROP_SEATS] = g_param_spec_object ("seats", NULL, NULL, REKNIT_TYPE_SEATS,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNTIL] = g_param_spec_int64 ("until", NULL, NULL, 0, G_MAXINT64, 0,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-today-card.ui");
  gtk_widget_class_bind_template_child_private (widget_class, ReknitTodayCard, box);
  gtk_widget_class_bind_template_child_private (widget_class, ReknitTodayCard, eyebrow);
  gtk_widget_class_bind_template_child_private (widget_class, ReknitTodayCard, heading);
  gtk_widget_class_bind_template_child_private (widget_class, ReknitTodayCard, text);
  gtk_widget_class_bind_template_child_private (widget_class, ReknitTodayCard, extra);
  gtk_widget_class_bind_template_child_private (widget_class, ReknitTodayCard, buttons);
}

static void
reknit_today_card_init (ReknitTodayCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_today_card_get_seats:
 *
 * Returns: (transfer none): the seats
 */
ReknitSeats *
reknit_today_card_get_seats (ReknitTodayCard *self)
{
  return PRIVATE (self)->seats;
}

/**
 * reknit_today_card_get_store:
 *
 * Returns: (transfer none): the store
 */
ReknitStore *
reknit_today_card_get_store (ReknitTodayCard *self)
{
  return reknit_seats_get_store (PRIVATE (self)->seats);
}

/**
 * reknit_today_card_is_wide:
 *
 * Returns: whether the card takes a row of its own
 */
gboolean
reknit_today_card_is_wide (ReknitTodayCard *self)
{
  return PRIVATE (self)->wide;
}

/**
 * reknit_today_card_set_until:
 * @until: Unix seconds when what the card says is over; 0 if it holds all day
 *
 * Says when to look again. At midnight and after a sleep of the machine the first page does so by itself.
 */
void
reknit_today_card_set_until (ReknitTodayCard *self,
                             gint64           until)
{
  ReknitTodayCardPrivate *priv = PRIVATE (self);

  if (priv->until == until)
    return;
  priv->until = until;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNTIL]);
}

/**
 * reknit_today_card_get_until:
 *
 * Returns: Unix seconds when what the card says is over; 0 if it holds all day
 */
gint64
reknit_today_card_get_until (ReknitTodayCard *self)
{
  return PRIVATE (self)->until;
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/**
 * reknit_today_card_set_words:
 * @eyebrow: (nullable): what kind of thing, or when
 * @heading: (nullable): what
 * @text: (nullable): a sentence more
 */
void
reknit_today_card_set_words (ReknitTodayCard *self,
                             const char      *eyebrow,
                             const char      *heading,
                             const char      *text)
{
  ReknitTodayCardPrivate *priv = PRIVATE (self);

  set_label (priv->eyebrow, eyebrow);
  set_label (priv->heading, heading);
  set_label (priv->text, text);
}

/**
 * reknit_today_card_clear:
 *
 * Takes away all buttons and children.
 */
void
reknit_today_card_clear (ReknitTodayCard *self)
{
  ReknitTodayCardPrivate *priv = PRIVATE (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->extra))) != NULL)
    gtk_box_remove (priv->extra, child);
  reknit_wrap_box_clear (priv->buttons);
  gtk_widget_set_visible (GTK_WIDGET (priv->buttons), FALSE);
}

/**
 * reknit_today_card_add:
 * @child: (transfer floating): stands below the words
 */
void
reknit_today_card_add (ReknitTodayCard *self,
                       GtkWidget       *child)
{
  gtk_box_append (PRIVATE (self)->extra, child);
}

/**
 * reknit_today_card_add_button:
 * @label: what it does
 * @action: (nullable): an action, such as `win.open-page`
 * @target: (transfer floating) (nullable): for @action
 *
 * Returns: (transfer none): a new button at the foot of the card
 */
GtkWidget *
reknit_today_card_add_button (ReknitTodayCard *self,
                              const char      *label,
                              const char      *action,
                              GVariant        *target)
{
  ReknitTodayCardPrivate *priv = PRIVATE (self);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  reknit_wrap_box_append (priv->buttons, button);
  gtk_widget_set_visible (GTK_WIDGET (priv->buttons), TRUE);
  return button;
}

/**
 * reknit_today_register_card:
 * @card_type: a subclass of #ReknitTodayCard
 *
 * Puts a kind of card on the first page, below those that are there.
 */
void
reknit_today_register_card (GType card_type)
{
  g_array_append_val (reknit_today_get_card_types (), card_type);
}

/**
 * reknit_today_get_card_types:
 *
 * Returns: (transfer none) (element-type GType): the cards of the first page in their order
 */
GArray *
reknit_today_get_card_types (void)
{
  if (card_types == NULL)
    card_types = g_array_new (FALSE, FALSE, sizeof (GType));

  return card_types;
}
