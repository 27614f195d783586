#include "reknit-today-cards.h"

#include "reknit-config.h"
#include "reknit-local-time.h"
#include "reknit-ritual-days.h"
#include "reknit-ritual-marks.h"

#include <glib/gi18n-lib.h>

/* More would push away what else there is today; the rest stands on the page. */
#define N_SHOWN 4

/**
 * ReknitRitualCard:
 *
 * The rituals of today, each with its marks.
 */
struct _ReknitRitualCard
{
  ReknitTodayCard  parent_instance;

  char            *shown;
};

G_DEFINE_FINAL_TYPE (ReknitRitualCard, reknit_ritual_card, REKNIT_TYPE_TODAY_CARD)

static void
add_ritual (ReknitTodayCard *card,
            ReknitRitual    *ritual,
            GDateTime       *now)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", reknit_record_get_text (ritual, "deed"), "xalign", 0.0f,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  /* Its marks are nearer to it than the next ritual. */
  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), reknit_ritual_marks_new (reknit_today_card_get_seats (card), ritual, now, FALSE));
  reknit_today_card_add (card, box);
}

/* What makes other marks: while it is the same, those that are there follow the store by themselves, and keep the focus. */
static char *
make_sign (ReknitTodayCard *card,
           GPtrArray       *due,
           GDateTime       *now)
{
  g_autofree char *day = reknit_ritual_day_to_string (now);
  GString *sign = g_string_new (day);

  g_string_append_printf (sign, " %" G_GINT64_FORMAT, reknit_seats_get_current_id (reknit_today_card_get_seats (card)));
  for (guint i = 0; i < due->len; i++)
    g_string_append_printf (sign, " %" G_GINT64_FORMAT " %d %s", reknit_record_get_id (due->pdata[i]),
                            reknit_record_get_flag (due->pdata[i], "each"), reknit_record_get_text (due->pdata[i], "deed"));
  return g_string_free (sign, FALSE);
}

static void
show_rituals (ReknitTodayCard *card,
              GPtrArray       *due,
              GDateTime       *now)
{
  reknit_today_card_clear (card);
  gtk_widget_set_visible (GTK_WIDGET (card), due->len > 0);
  reknit_today_card_set_words (card, _("Rituals"), _("Small Moments Today"), NULL);
  for (guint i = 0; i < MIN (due->len, N_SHOWN); i++)
    add_ritual (card, due->pdata[i], now);
  if (due->len > N_SHOWN)
    reknit_today_card_add_button (card, _("All Rituals"), "win.open-page", g_variant_new_string ("daily-rituals"));
}

static void
reknit_ritual_card_update (ReknitTodayCard *card)
{
  ReknitRitualCard *self = REKNIT_RITUAL_CARD (card);
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  g_autoptr (GPtrArray) due = reknit_rituals_due_on (reknit_today_card_get_store (card), REKNIT_RITUAL_DAILY, now);
  g_autofree char *sign = make_sign (card, due, now);

  if (g_strcmp0 (sign, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&sign);
  show_rituals (card, due, now);
}

static void
reknit_ritual_card_finalize (GObject *object)
{
  g_free (REKNIT_RITUAL_CARD (object)->shown);
  G_OBJECT_CLASS (reknit_ritual_card_parent_class)->finalize (object);
}

static void
reknit_ritual_card_class_init (ReknitRitualCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_ritual_card_finalize;
  REKNIT_TODAY_CARD_CLASS (klass)->update = reknit_ritual_card_update;
}

static void
reknit_ritual_card_init (ReknitRitualCard *self)
{
  g_object_set (self, "wide", TRUE, NULL);
}
