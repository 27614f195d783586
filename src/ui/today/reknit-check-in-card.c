#include "reknit-today-cards.h"

#include "reknit-check-in.h"
#include "reknit-config.h"
#include "reknit-local-time.h"
#include "reknit-recurrence.h"
#include "reknit-reminder.h"
#include "reknit-time-text.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitCheckInCard:
 *
 * The next check-in, or the one that is going on.
 */
struct _ReknitCheckInCard
{
  ReknitTodayCard parent_instance;
};

G_DEFINE_FINAL_TYPE (ReknitCheckInCard, reknit_check_in_card, REKNIT_TYPE_TODAY_CARD)

static gint64
find_next (ReknitReminder *reminder)
{
  ReknitClock *clock = reknit_clock_get_default ();
  g_autoptr (ReknitRecurrence) recurrence =
    reknit_recurrence_new (reknit_record_get_text (reminder, "starts"), reknit_record_get_text (reminder, "rule"), NULL);
  g_autoptr (GTimeZone) zone = reknit_time_zone_by_name (reknit_record_get_text (reminder, "zone"), clock);
  g_autoptr (GDateTime) now = reknit_local_time_from_unix (reknit_clock_now (clock), zone);
  g_autoptr (GDateTime) next = recurrence != NULL ? reknit_recurrence_next (recurrence, now) : NULL;

  return next != NULL ? reknit_time_resolve_local (next, zone) : 0;
}

static void
show_current (ReknitTodayCard *card,
              ReknitCheckIn   *check_in)
{
  gboolean revealed = reknit_record_get_integer (check_in, "revealed") != 0;

  reknit_today_card_set_words (card, _("Going On"), _("Your Check-in"),
                               revealed ? _("Both answers lie open. Look at them together.")
                                        : _("Each of you answers alone, then you look together."));
  reknit_today_card_add_button (card, _("Go On"), "win.open-subject", g_variant_new ("(ssx)", "regular-check-ins", "check-in", (gint64) 0));
}

static void
show_planned (ReknitTodayCard *card,
              gint64           next)
{
  g_autofree char *when = reknit_time_text_for_moment (reknit_clock_get_default (), next);

  reknit_today_card_set_words (card, when, _("Check-in"),
                               _("Fifteen minutes. Each of you answers alone, then you look together."));
  reknit_today_card_add_button (card, _("Start Now"), "win.open-subject", g_variant_new ("(ssx)", "regular-check-ins", "check-in", (gint64) 0));
}

static void
reknit_check_in_card_update (ReknitTodayCard *card)
{
  ReknitStore *store = reknit_today_card_get_store (card);
  g_autoptr (ReknitCheckIn) current = reknit_check_in_current (store);
  g_autoptr (ReknitReminder) reminder = reknit_reminder_find (store, REKNIT_REMINDER_CHECK_IN, 0);
  gint64 next = reminder != NULL && reknit_record_get_flag (reminder, "enabled") ? find_next (reminder) : 0;

  reknit_today_card_clear (card);
  if (current != NULL)
    {
      show_current (card, current);
    }
  else if (next != 0)
    {
      show_planned (card, next);
    }
  else
    {
      reknit_today_card_set_words (card, _("Check-in"), _("A Fixed Time for Each Other"),
                                   _("Choose a quarter of an hour a week to hear how you both are."));
      reknit_today_card_add_button (card, _("Choose a Time"), "win.open-page", g_variant_new_string ("regular-check-ins"));
    }
}

static void
reknit_check_in_card_class_init (ReknitCheckInCardClass *klass)
{
  REKNIT_TODAY_CARD_CLASS (klass)->update = reknit_check_in_card_update;
}

static void
reknit_check_in_card_init (ReknitCheckInCard *self)
{
}

/**
 * reknit_today_register_cards:
 *
 * Puts the cards that are always there on the first page.
 */
void
reknit_today_register_cards (void)
{
  reknit_today_register_card (REKNIT_TYPE_CHECK_IN_CARD);
  reknit_today_register_card (REKNIT_TYPE_WAITING_CARD);
  reknit_today_register_card (REKNIT_TYPE_QUESTION_CARD);
}
