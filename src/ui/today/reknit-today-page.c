#include "reknit-today-page.h"

#include "reknit-alarm.h"
#include "reknit-clock.h"
#include "reknit-config.h"
#include "reknit-couple-colors.h"
#include "reknit-fold-box.h"
#include "reknit-local-time.h"
#include "reknit-template.h"
#include "reknit-today-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitTodayPage:
 *
 * The first page: what is due, what waits, and one question. It sleeps until something of that changes by itself: a date
 * is over, or the day is.
 */
struct _ReknitTodayPage
{
  GtkWidget      parent_instance;

  ReknitSeats   *seats;
  ReknitAlarm   *alarm;
  GPtrArray     *cards;

  GtkLabel      *date;
  GtkLabel      *greeting;
  ReknitStrands *strands;
  GtkWidget     *narrow_cards;
  GtkBox        *wide_cards;
};

G_DEFINE_FINAL_TYPE (ReknitTodayPage, reknit_today_page, GTK_TYPE_WIDGET)

static char *
greet (ReknitSeats *seats)
{
  ReknitPartner *current = reknit_seats_get_current (seats);
  ReknitPartner *first = reknit_seats_get_first (seats);
  ReknitPartner *second = reknit_seats_get_second (seats);

  if (current != NULL)
    /* Translators: %s is the name of the partner who sits here. */
    return g_strdup_printf (_("Your Seat, %s"), reknit_partner_get_name (current));
  if (first != NULL && second != NULL)
    /* Translators: the names of the two partners. */
    return g_strdup_printf (_("%s and %s"), reknit_partner_get_name (first), reknit_partner_get_name (second));

  return g_strdup (first != NULL ? reknit_partner_get_name (first) : _("A Place for the Two of You"));
}

static void
update_header (ReknitTodayPage *self)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  /* Translators: today's date with its weekday, “Sunday, 22 November”; see strftime(3).
     xgettext:no-c-format */
  g_autofree char *date = g_date_time_format (now, C_("date format", "%A, %-d %B"));
  g_autofree char *greeting = greet (self->seats);

  gtk_label_set_label (self->date, date);
  gtk_label_set_label (self->greeting, greeting);
}

static void
set_alarm (ReknitTodayPage *self)
{
  ReknitClock *clock = reknit_clock_get_default ();
  gint64 now = reknit_clock_now (clock);
  gint64 next = reknit_time_next_midnight (clock);

  for (guint i = 0; i < self->cards->len; i++)
    {
      gint64 until = reknit_today_card_get_until (self->cards->pdata[i]);

      if (until > now)
        next = MIN (next, until);
    }
  reknit_alarm_set (self->alarm, next);
}

/* Comes too when the machine wakes up, or its clock or zone was set. */
static void
on_rang (ReknitTodayPage *self)
{
  update_header (self);
  for (guint i = 0; i < self->cards->len; i++)
    reknit_today_card_update (self->cards->pdata[i]);
  set_alarm (self);
}

static void
add_card (ReknitTodayPage *self,
          GType            card_type)
{
  GtkWidget *card = g_object_new (card_type, "seats", self->seats, NULL);

  g_ptr_array_add (self->cards, card);
  g_signal_connect_object (card, "notify::until", G_CALLBACK (set_alarm), self, G_CONNECT_SWAPPED);
  if (reknit_today_card_is_wide (REKNIT_TODAY_CARD (card)))
    gtk_box_append (self->wide_cards, card);
  else
    gtk_widget_set_parent (card, self->narrow_cards);
}

static void
reknit_today_page_dispose (GObject *object)
{
  ReknitTodayPage *self = REKNIT_TODAY_PAGE (object);

  g_clear_object (&self->alarm);
  g_ptr_array_set_size (self->cards, 0);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_TODAY_PAGE);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_today_page_parent_class)->dispose (object);
}

static void
reknit_today_page_finalize (GObject *object)
{
  g_ptr_array_unref (REKNIT_TODAY_PAGE (object)->cards);
  G_OBJECT_CLASS (reknit_today_page_parent_class)->finalize (object);
}

static void
reknit_today_page_map (GtkWidget *widget)
{
  update_header (REKNIT_TODAY_PAGE (widget));
  GTK_WIDGET_CLASS (reknit_today_page_parent_class)->map (widget);
}

static void
reknit_today_page_class_init (ReknitTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_today_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_today_page_finalize;
  widget_class->map = reknit_today_page_map;
  g_type_ensure (REKNIT_TYPE_FOLD_BOX);
  g_type_ensure (REKNIT_TYPE_STRANDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, ReknitTodayPage, greeting);
  gtk_widget_class_bind_template_child (widget_class, ReknitTodayPage, strands);
  gtk_widget_class_bind_template_child (widget_class, ReknitTodayPage, narrow_cards);
  gtk_widget_class_bind_template_child (widget_class, ReknitTodayPage, wide_cards);
}

static void
reknit_today_page_init (ReknitTodayPage *self)
{
  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_today_page_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): the first page
 */
GtkWidget *
reknit_today_page_new (ReknitSeats *seats)
{
  ReknitTodayPage *self = g_object_new (REKNIT_TYPE_TODAY_PAGE, NULL);
  GArray *card_types = reknit_today_get_card_types ();

  self->seats = g_object_ref (seats);
  reknit_couple_colors_bind (seats, self->strands);
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < card_types->len; i++)
    add_card (self, g_array_index (card_types, GType, i));
  update_header (self);
  self->alarm = reknit_alarm_new (reknit_clock_get_default ());
  g_signal_connect_object (self->alarm, "rang", G_CALLBACK (on_rang), self, G_CONNECT_SWAPPED);
  set_alarm (self);
  return GTK_WIDGET (self);
}
