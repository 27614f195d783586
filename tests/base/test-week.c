#include "locale-fixture.h"
#include "reknit-week.h"

#include <locale.h>

/* Friday the 27th of November 2026. */
static void
check_begin (GDateWeekday first,
             guint        column_of_friday)
{
  g_autoptr (GDateTime) friday = g_date_time_new_utc (2026, 11, 27, 18, 30, 0);
  g_autoptr (GDateTime) begin = reknit_week_begin (friday);
  g_autoptr (GDateTime) again = reknit_week_begin (begin);

  g_assert_cmpint (g_date_time_get_day_of_week (begin), ==, first);
  g_assert_cmpint (g_date_time_get_day_of_month (begin), ==, 27 - (int) column_of_friday);
  g_assert_cmpint (g_date_time_get_hour (begin), ==, 0);
  g_assert_true (g_date_time_equal (begin, again));
}

static void
check (const char   *locale,
       GDateWeekday  first,
       guint         column_of_friday)
{
  if (!locale_fixture_set_up (locale, LC_TIME))
    return;
  g_assert_cmpint (reknit_week_get_first_day (), ==, first);
  g_assert_cmpuint (reknit_week_get_column (first), ==, 0);
  g_assert_cmpuint (reknit_week_get_column (G_DATE_FRIDAY), ==, column_of_friday);
  check_begin (first, column_of_friday);
  locale_fixture_tear_down ();
}

static void
test_begins_on_monday (void)
{
  check ("de_DE", G_DATE_MONDAY, 4);
}

static void
test_begins_on_sunday (void)
{
  setlocale (LC_ALL, "C");
  g_assert_cmpint (reknit_week_get_first_day (), ==, G_DATE_SUNDAY);
  g_assert_cmpuint (reknit_week_get_column (G_DATE_FRIDAY), ==, 5);
  check_begin (G_DATE_SUNDAY, 5);
}

static void
test_begins_on_saturday (void)
{
  check ("ar_EG", G_DATE_SATURDAY, 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week/begins-on-monday", test_begins_on_monday);
  g_test_add_func ("/week/begins-on-sunday", test_begins_on_sunday);
  g_test_add_func ("/week/begins-on-saturday", test_begins_on_saturday);
  return g_test_run ();
}
