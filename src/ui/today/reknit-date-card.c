#include "reknit-today-cards.h"

#include "reknit-config.h"
#include "reknit-day-entry.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"

#include <glib/gi18n-lib.h>

#define KINDS (REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_DATE) | REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_CLOSENESS))

/**
 * ReknitDateCard:
 *
 * The next date of the two, or a word that there could be one.
 */
struct _ReknitDateCard
{
  ReknitTodayCard parent_instance;
};

G_DEFINE_FINAL_TYPE (ReknitDateCard, reknit_date_card, REKNIT_TYPE_TODAY_CARD)

static ReknitOccasion *
find_next (ReknitTodayCard *card)
{
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());

  return reknit_occasions_next (reknit_seats_get_store (reknit_today_card_get_seats (card)), KINDS, now);
}

static void
show_date (ReknitTodayCard *card,
           ReknitOccasion  *occasion)
{
  g_autofree char *moment = reknit_occasion_text_moment (occasion);
  g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (occasion));
  g_autofree char *planner = reknit_occasion_text_planner (reknit_today_card_get_seats (card), occasion);
  g_autofree char *ready = reknit_occasion_text_ready (occasion);
  g_autofree char *facts = reknit_occasion_text_join ((char *[]) { planner, ready, NULL }, " · ");

  reknit_today_card_set_words (card, moment, title, facts);
  reknit_today_card_add_button (card, _("Have a Look"), "app.open-plan", reknit_occasion_to_target (occasion));
}

static gint64
find_end (ReknitOccasion *occasion)
{
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (reknit_clock_get_default ());

  return reknit_time_resolve_local (reknit_occasion_get_ends (occasion), zone);
}

static void
reknit_date_card_update (ReknitTodayCard *card)
{
  g_autoptr (ReknitOccasion) next = find_next (card);

  reknit_today_card_clear (card);
  reknit_today_card_set_until (card, next != NULL ? find_end (next) : 0);
  if (next != NULL)
    {
      show_date (card, next);
      return;
    }
  reknit_today_card_set_words (card, _("Dates"), _("Something to Look Forward To"),
                               _("An evening for the two of you, large or small. One plans, both have it ahead of them."));
  reknit_today_card_add_button (card, _("Plan a Date"), "app.plan-date", NULL);
}

static void
reknit_date_card_class_init (ReknitDateCardClass *klass)
{
  REKNIT_TODAY_CARD_CLASS (klass)->update = reknit_date_card_update;
}

static void
reknit_date_card_init (ReknitDateCard *self)
{
}
