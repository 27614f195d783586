#include "reknit-today-cards.h"

#include "reknit-check-in-status.h"
#include "reknit-config.h"
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

static void
offer (ReknitTodayCard *card,
       const char      *label)
{
  reknit_today_card_add_button (card, label, "win.open-subject",
                                g_variant_new ("(ssx)", "regular-check-ins", "check-in", (gint64) 0));
}

static void
reknit_check_in_card_update (ReknitTodayCard *card)
{
  g_autoptr (ReknitCheckInStatus) status = reknit_check_in_status_read (reknit_today_card_get_seats (card));
  g_autofree char *line = reknit_check_in_status_dup_line (status);
  g_autofree char *when = status->when != 0 ? reknit_time_text_for_moment (reknit_clock_get_default (), status->when) : NULL;
  const char *how = _("Fifteen minutes. Each of you answers alone, then you look together.");

  reknit_today_card_clear (card);
  reknit_today_card_set_until (card, status->until);
  switch (status->phase)
    {
    case REKNIT_CHECK_IN_PHASE_PLANNED:
      reknit_today_card_set_words (card, when, _("Check-in"), how);
      offer (card, _("Start Now"));
      break;
    case REKNIT_CHECK_IN_PHASE_DUE:
      reknit_today_card_set_words (card, when, _("It Is Time for Your Check-in"), how);
      offer (card, _("Start Now"));
      break;
    case REKNIT_CHECK_IN_PHASE_MISSED:
      reknit_today_card_set_words (card, when, _("A Check-in Is Still Open"), _("Do it when it suits you, or leave it out."));
      reknit_today_card_add_button (card, _("Have a Look"), "win.open-page", g_variant_new_string ("regular-check-ins"));
      break;
    case REKNIT_CHECK_IN_PHASE_ANSWERING:
    case REKNIT_CHECK_IN_PHASE_READY:
    case REKNIT_CHECK_IN_PHASE_REVEALED:
      reknit_today_card_set_words (card, _("Going On"), _("Your Check-in"), line);
      offer (card, _("Go On"));
      break;
    case REKNIT_CHECK_IN_PHASE_PAUSED:
    case REKNIT_CHECK_IN_PHASE_NONE:
    default:
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
  reknit_today_register_card (REKNIT_TYPE_RITUAL_CARD);
  reknit_today_register_card (REKNIT_TYPE_CHART_CARD);
  reknit_today_register_card (REKNIT_TYPE_CHECK_IN_CARD);
  reknit_today_register_card (REKNIT_TYPE_DATE_CARD);
  reknit_today_register_card (REKNIT_TYPE_WAITING_CARD);
  reknit_today_register_card (REKNIT_TYPE_QUESTION_CARD);
}
