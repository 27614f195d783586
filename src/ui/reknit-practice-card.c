#include "reknit-practice-card.h"

#include "reknit-tools.h"

/**
 * ReknitPracticeCard:
 *
 * The way to a practice, with a line that says how things stand there.
 */
struct _ReknitPracticeCard
{
  GtkButton       parent_instance;

  ReknitSeats    *seats;
  ReknitPractice *practice;

  GtkImage       *icon;
  GtkLabel       *title;
  GtkLabel       *line;
};

G_DEFINE_FINAL_TYPE (ReknitPracticeCard, reknit_practice_card, GTK_TYPE_BUTTON)

/**
 * reknit_practice_card_update_line:
 *
 * Says how things stand now. Done by itself when something changes in the store, and not when it is another day.
 */
void
reknit_practice_card_update_line (ReknitPracticeCard *self)
{
  g_autofree char *line = reknit_tools_describe (self->seats, self->practice);

  gtk_label_set_label (self->line, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
}

static void
reknit_practice_card_dispose (GObject *object)
{
  ReknitPracticeCard *self = REKNIT_PRACTICE_CARD (object);

  g_clear_object (&self->practice);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_practice_card_parent_class)->dispose (object);
}

static void
reknit_practice_card_class_init (ReknitPracticeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_practice_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-practice-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitPracticeCard, icon);
  gtk_widget_class_bind_template_child (widget_class, ReknitPracticeCard, title);
  gtk_widget_class_bind_template_child (widget_class, ReknitPracticeCard, line);
}

static void
reknit_practice_card_init (ReknitPracticeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_practice_card_new:
 * @seats: whose seat is taken
 * @practice: where the card leads
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
reknit_practice_card_new (ReknitSeats    *seats,
                          ReknitPractice *practice)
{
  ReknitPracticeCard *self = g_object_new (REKNIT_TYPE_PRACTICE_CARD, NULL);
  const char *title = reknit_practice_get_title (practice);

  self->seats = g_object_ref (seats);
  self->practice = g_object_ref (practice);
  gtk_image_set_from_icon_name (self->icon, reknit_practice_get_icon_name (practice));
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", reknit_practice_get_id (practice));

  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (reknit_practice_card_update_line), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (reknit_practice_card_update_line), self, G_CONNECT_SWAPPED);
  reknit_practice_card_update_line (self);
  return GTK_WIDGET (self);
}
