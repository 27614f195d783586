#define _GNU_SOURCE
#include "reknit-week.h"

#include <langinfo.h>

/* The days on which the locale data says that its weeks begin to be counted, as the C library gives them. */
#define WEEK_ORIGIN_SUNDAY 19971130u
#define WEEK_ORIGIN_MONDAY 19971201u

/**
 * reknit_week_get_first_day:
 *
 * Returns: the day with which the locale begins its weeks
 */
GDateWeekday
reknit_week_get_first_day (void)
{
  /* The C library hands the number on in the pointer itself. */
  guint origin = (guint) (gsize) nl_langinfo (_NL_TIME_WEEK_1STDAY);
  guint first = (guint) *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  /* In days after Sunday. */
  guint shift = (origin == WEEK_ORIGIN_MONDAY ? 1 : 0) + MAX (first, 1) - 1;

  g_warn_if_fail (origin == WEEK_ORIGIN_SUNDAY || origin == WEEK_ORIGIN_MONDAY);
  return shift % 7 == 0 ? G_DATE_SUNDAY : (GDateWeekday) (shift % 7);
}

/**
 * reknit_week_get_column:
 * @weekday: a day of the week
 *
 * Returns: where it stands in the locale's week: 0 for the first day, 6 for the last
 */
guint
reknit_week_get_column (GDateWeekday weekday)
{
  return ((guint) weekday + 7 - (guint) reknit_week_get_first_day ()) % 7;
}

/**
 * reknit_week_begin:
 * @day: local time
 *
 * Returns: (transfer full): the midnight with which the locale's week of @day begins
 */
GDateTime *
reknit_week_begin (GDateTime *day)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day),
                                                        g_date_time_get_day_of_month (day), 0, 0, 0);

  return g_date_time_add_days (midnight, -(int) reknit_week_get_column ((GDateWeekday) g_date_time_get_day_of_week (day)));
}
