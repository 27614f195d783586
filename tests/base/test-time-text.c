#include "locale-fixture.h"
#include "reknit-local-time.h"
#include "reknit-time-text.h"

#include <locale.h>

/* A Wednesday, late enough that a naive count of hours would call Thursday “today”. */
#define NOW "2026-11-18T22:30:00"
#define ZONE "Europe/Berlin"

typedef char *(*TextFunc) (ReknitClock *clock, gint64 unix_seconds);

typedef struct
{
  const char *local;
  const char *text;
} Expected;

static void
check (TextFunc        func,
       const Expected *expected,
       gsize           n_expected)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new (NOW, ZONE);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (ZONE);

  for (gsize i = 0; i < n_expected; i++)
    {
      g_autoptr (GDateTime) local = reknit_local_time_parse (expected[i].local);
      g_autofree char *text = func (clock, reknit_time_resolve_local (local, zone));

      g_assert_cmpstr (text, ==, expected[i].text);
    }
}

static void
test_moment (void)
{
  static const Expected expected[] = {
    { "2026-11-18T00:00:00", "Today, 00:00" },
    { "2026-11-18T23:59:00", "Today, 23:59" },
    { "2026-11-19T00:05:00", "Tomorrow, 00:05" },
    { "2026-11-17T23:59:00", "Yesterday, 23:59" },
    { "2026-11-20T07:05:00", "Friday, 07:05" },
    { "2026-11-24T19:00:00", "Tuesday, 19:00" },
    { "2026-11-25T19:00:00", "Wed 25 Nov, 19:00" },
    { "2026-11-16T19:00:00", "Mon 16 Nov, 19:00" },
    { "2027-01-03T19:00:00", "Sun 3 Jan 2027, 19:00" },
  };

  check (reknit_time_text_for_moment, expected, G_N_ELEMENTS (expected));
}

static void
test_day (void)
{
  static const Expected expected[] = {
    { "2026-11-18T23:59:00", "Today" },
    { "2026-11-24T19:00:00", "Tuesday" },
    { "2026-11-29T19:00:00", "Sun 29 Nov" },
    { "2025-11-18T19:00:00", "Tue 18 Nov 2025" },
  };

  check (reknit_time_text_for_day, expected, G_N_ELEMENTS (expected));
}

static void
test_distance (void)
{
  static const Expected expected[] = {
    { "2026-11-18T22:30:29", "now" },
    { "2026-11-18T22:29:31", "now" },
    { "2026-11-18T22:31:00", "in 1 minute" },
    { "2026-11-18T22:50:00", "in 20 minutes" },
    { "2026-11-18T22:20:00", "10 minutes ago" },
    { "2026-11-18T23:30:00", "in 1 hour" },
    { "2026-11-18T23:59:00", "in 89 minutes" },
    { "2026-11-19T00:00:00", "in 1 hour 30 minutes" },
    { "2026-11-19T00:30:00", "in 2 hours" },
    { "2026-11-19T00:31:00", "in 2 hours 1 minute" },
    { "2026-11-19T04:45:00", "in 6 hours 15 minutes" },
    { "2026-11-19T08:45:00", "in 10 hours" },
    { "2026-11-18T20:45:00", "1 hour 45 minutes ago" },
    { "2026-11-18T19:31:00", "2 hours 59 minutes ago" },
    { "2026-11-18T19:18:00", "3 hours ago" },
    { "2026-11-20T22:30:00", "in 2 days" },
    { "2026-11-17T22:30:00", "24 hours ago" },
    { "2026-11-08T22:30:00", "10 days ago" },
  };

  check (reknit_time_text_for_distance, expected, G_N_ELEMENTS (expected));
}

static void
test_span (void)
{
  static const struct { gint64 seconds; const char *text; } expected[] = {
    { 0, "1 minute" }, { 61, "1 minute" }, { 24 * 60, "24 minutes" }, { -24 * 60, "24 minutes" },
    { 59 * 60, "59 minutes" }, { 3600, "1 hour" }, { 61 * 60, "61 minutes" }, { 7200, "2 hours" },
    { 89 * 60, "89 minutes" }, { 90 * 60, "1 hour 30 minutes" }, { 105 * 60, "1 hour 45 minutes" }, { 119 * 60 + 29, "1 hour 59 minutes" },
    { 119 * 60 + 30, "2 hours" }, { 121 * 60, "2 hours 1 minute" }, { 149 * 60, "2 hours 29 minutes" },
    { 209 * 60, "3 hours 29 minutes" }, { 599 * 60, "9 hours 59 minutes" }, { 620 * 60, "10 hours" }, { 35 * 3600, "35 hours" },
    { 3 * 86400, "3 days" }, { G_MAXINT64 / 2, "2147483647 days" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = reknit_time_text_for_span (expected[i].seconds);
      g_assert_cmpstr (text, ==, expected[i].text);
    }
}

static void
test_weekday_and_date (void)
{
  g_autofree char *monday = reknit_time_text_for_weekday (G_DATE_MONDAY);
  g_autofree char *sunday = reknit_time_text_for_weekday (G_DATE_SUNDAY);
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 3, 9, 0, 0, 0);
  g_autofree char *date = reknit_time_text_for_date (day);

  g_assert_cmpstr (monday, ==, "Monday");
  g_assert_cmpstr (sunday, ==, "Sunday");
  g_assert_cmpstr (date, ==, "9 March 2026");
}

static void
test_12_hours (void)
{
  g_autoptr (GDateTime) evening = g_date_time_new_utc (2026, 3, 9, 19, 5, 0);
  g_autofree char *text = NULL;

  if (!locale_fixture_set_up ("en_US", LC_TIME))
    return;
  text = reknit_time_text_for_time (evening);
  g_assert_cmpstr (text, ==, "7:05 PM");
  locale_fixture_tear_down ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-text/moment", test_moment);
  g_test_add_func ("/time-text/day", test_day);
  g_test_add_func ("/time-text/distance", test_distance);
  g_test_add_func ("/time-text/span", test_span);
  g_test_add_func ("/time-text/weekday-and-date", test_weekday_and_date);
  g_test_add_func ("/time-text/12-hours", test_12_hours);
  return g_test_run ();
}
