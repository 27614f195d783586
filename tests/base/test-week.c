#include "locale-fixture.h"
#include "reknit-week.h"

#include <locale.h>

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
