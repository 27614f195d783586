#include "reknit-week-hours.h"

#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-unplugged.h"
#include "reknit-weekly-aim.h"

#define DAYS 7
#define MINUTES_PER_DAY (24 * 60)

/* Of a whole day together, the hours that one is awake and about. */
#define MORNING (9 * 60)
#define EVENING (21 * 60)

#define OURS (REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_DATE) | REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_CLOSENESS) | \
              REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_PROTECTED))

/* Which minutes of a week are taken: what lies over one another counts once. */
typedef struct
{
  gboolean taken[DAYS * MINUTES_PER_DAY];
} Minutes;

static void
take (Minutes *minutes,
      int      from,
      int      until)
{
  for (int i = MAX (from, 0); i < MIN (until, DAYS * MINUTES_PER_DAY); i++)
    minutes->taken[i] = TRUE;
}

static int
count (const Minutes *minutes)
{
  int n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (minutes->taken); i++)
    n += minutes->taken[i];
  return n;
}

static int
minute_of (GDateTime *monday,
           GDateTime *time)
{
  return (int) (g_date_time_difference (time, monday) / G_TIME_SPAN_MINUTE);
}

static void
take_occasion (Minutes        *minutes,
               GDateTime      *monday,
               ReknitOccasion *occasion)
{
  int from = minute_of (monday, reknit_occasion_get_starts (occasion));
  int until = minute_of (monday, reknit_occasion_get_ends (occasion));

  if (!reknit_occasion_is_all_day (occasion))
    {
      take (minutes, from, until);
      return;
    }
  for (int day = from; day < until; day += MINUTES_PER_DAY)
    take (minutes, day + MORNING, day + EVENING);
}

static void
take_unplugged (Minutes     *minutes,
                ReknitStore *store,
                GDateTime   *monday)
{
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (reknit_clock_get_default ());
  g_autoptr (GDateTime) sunday = g_date_time_add_days (monday, DAYS);
  g_autoptr (ReknitQuery) query = reknit_unplugged_query_between (reknit_time_resolve_local (monday, zone),
                                                                  reknit_time_resolve_local (sunday, zone));
  g_autoptr (GPtrArray) sessions = reknit_store_all (store, query);

  for (guint i = 0; i < sessions->len; i++)
    {
      g_autoptr (GDateTime) from =
        reknit_local_time_from_unix (reknit_record_get_integer (sessions->pdata[i], "started"), zone);
      gint64 length =
        reknit_record_get_integer (sessions->pdata[i], "ended") - reknit_record_get_integer (sessions->pdata[i], "started");

      take (minutes, minute_of (monday, from), minute_of (monday, from) + (int) (length / 60));
    }
}

/**
 * reknit_week_hours_measure:
 * @store: the store
 * @monday: local time, the midnight that the week begins with
 *
 * Counts the time of the two in the seven days from @monday on: dates, closeness evenings, protected time, and time
 * without devices. A whole day counts as twelve hours.
 *
 * Returns: what it comes to
 */
ReknitWeekHours
reknit_week_hours_measure (ReknitStore *store,
                           GDateTime   *monday)
{
  g_autoptr (GDateTime) until = g_date_time_add_days (monday, DAYS);
  g_autoptr (GPtrArray) occasions = reknit_occasions_between (store, OURS, monday, until);
  g_autofree Minutes *planned = g_new0 (Minutes, 1);
  g_autofree Minutes *done = g_new0 (Minutes, 1);

  for (guint i = 0; i < occasions->len; i++)
    {
      take_occasion (planned, monday, occasions->pdata[i]);
      if (reknit_plan_get_state (reknit_occasion_get_plan (occasions->pdata[i])) == REKNIT_PLAN_STATE_DONE)
        take_occasion (done, monday, occasions->pdata[i]);
    }
  take_unplugged (done, store, monday);
  return (ReknitWeekHours) { count (planned), count (done), reknit_weekly_aim_get_minutes (store) };
}
