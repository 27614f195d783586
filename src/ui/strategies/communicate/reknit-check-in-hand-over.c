#include "reknit-check-in-hand-over.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitCheckInHandOver:
 *
 * Between the seats: who sits down next, and the way back for who is ready already.
 */
struct _ReknitCheckInHandOver
{
  GtkWidget  parent_instance;

  GtkWidget *box;
};

enum { TAKE_BACK, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitCheckInHandOver, reknit_check_in_hand_over, GTK_TYPE_WIDGET)

static void
on_take_back (ReknitCheckInHandOver *self)
{
  g_signal_emit (self, signals[TAKE_BACK], 0);
}

static GtkWidget *
add_button (ReknitCheckInHandOver *self,
            const char            *label,
            const char            *seat)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  if (seat != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", seat);
  if (seat != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.seat");
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static const char *
seat_of (ReknitSeats   *seats,
         ReknitPartner *partner)
{
  return partner == reknit_seats_get_first (seats) ? "first" : "second";
}

static void
offer_seat (ReknitCheckInHandOver *self,
            ReknitSeats           *seats,
            ReknitPartner         *partner,
            const char            *format)
{
  g_autofree char *label = g_strdup_printf (format, reknit_partner_get_name (partner));

  gtk_widget_add_css_class (add_button (self, label, seat_of (seats, partner)), "suggested-action");
}

static void
reknit_check_in_hand_over_dispose (GObject *object)
{
  g_clear_pointer (&REKNIT_CHECK_IN_HAND_OVER (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (reknit_check_in_hand_over_parent_class)->dispose (object);
}

static void
reknit_check_in_hand_over_class_init (ReknitCheckInHandOverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_check_in_hand_over_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[TAKE_BACK] = g_signal_new ("take-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
reknit_check_in_hand_over_init (ReknitCheckInHandOver *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
offer_seats (ReknitCheckInHandOver *self,
             ReknitSeats           *seats,
             ReknitCheckIn         *check_in)
{
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    if (partners[i] != NULL && !reknit_check_in_is_ready (check_in, partners[i]))
      /* Translators: on a button; %s is a partner's name. */
      offer_seat (self, seats, partners[i], _("I Am %s"));
}

/**
 * reknit_check_in_hand_over_new:
 * @seats: the seats
 * @check_in: the check-in that is going on
 *
 * Returns: (transfer floating): what whoever sits there can do now
 */
GtkWidget *
reknit_check_in_hand_over_new (ReknitSeats   *seats,
                               ReknitCheckIn *check_in)
{
  ReknitCheckInHandOver *self = g_object_new (REKNIT_TYPE_CHECK_IN_HAND_OVER, NULL);
  ReknitPartner *current = reknit_seats_get_current (seats);
  gboolean revealed = reknit_record_get_integer (check_in, "revealed") != 0;

  if (current == NULL)
    {
      offer_seats (self, seats, check_in);
      return GTK_WIDGET (self);
    }

  if (revealed || reknit_check_in_everyone_is_ready (check_in))
    gtk_widget_add_css_class (add_button (self, _("Sit Down Together"), "together"), "suggested-action");
  else
    /* Translators: on a button; %s is a partner's name. */
    offer_seat (self, seats, reknit_seats_get_other (seats, current), _("Hand Over to %s"));
  if (!revealed)
    {
      GtkWidget *button = add_button (self, _("Take It Back"), NULL);

      gtk_widget_add_css_class (button, "flat");
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_take_back), self);
    }
  return GTK_WIDGET (self);
}
