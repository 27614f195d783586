#include "reknit-local-time.h"

static void
test_parses_exactly (void)
{
  static const char *bad[] = {
    "", "2026-03-29", "2026-03-29T19:00", "2026-03-29 19:00:00", "2026-03-29T19:00:00Z", "2026-02-30T19:00:00",
    "2026-13-01T19:00:00", "2026-03-29T24:00:00", "2026-03-29T19:60:00", "0000-01-01T00:00:00",
    " 026-03-29T19:00:00", "+026-03-29T19:00:00", "2026-03-29T19:00:00 ", "２026-03-29T19:00:0",
  };
  g_autoptr (GDateTime) local = reknit_local_time_parse ("2026-03-29T19:05:59");
  g_autofree char *text = reknit_local_time_to_string (local);

  g_assert_cmpstr (text, ==, "2026-03-29T19:05:59");
  g_assert_null (reknit_local_time_parse (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (reknit_local_time_parse (bad[i]));
}

typedef struct
{
  const char *zone;
  const char *local;
  const char *utc;
} Resolution;

static const Resolution resolutions[] = {
  { "Europe/Berlin", "2026-03-28T19:00:00", "2026-03-28T18:00:00" },
  { "Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T00:59:59" },
  { "Europe/Berlin", "2026-03-29T02:00:00", "2026-03-29T01:00:00" }, /* leapt over: shown as 03:00 */
  { "Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00" },
  { "Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00" },
  { "Europe/Berlin", "2026-03-29T19:00:00", "2026-03-29T17:00:00" },
  { "Europe/Berlin", "2026-10-25T01:59:59", "2026-10-24T23:59:59" },
  { "Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00" }, /* shown twice: the first */
  { "Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00" },
  { "America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00" },
  { "America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00" },
  { "America/New_York", "2026-11-01T02:00:00", "2026-11-01T07:00:00" },
  { "Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00" }, /* a leap of 30 minutes */
  { "Australia/Lord_Howe", "2026-10-04T02:30:00", "2026-10-03T15:30:00" },
  { "Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00" },
  { "Australia/Lord_Howe", "2026-04-05T02:00:00", "2026-04-04T15:30:00" },
  { "Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00" }, /* a whole day leapt over */
  { "Pacific/Apia", "2011-12-31T12:00:00", "2011-12-30T22:00:00" },
  { "Asia/Kathmandu", "2026-06-01T12:00:00", "2026-06-01T06:15:00" },
  { "UTC", "2026-03-29T02:30:00", "2026-03-29T02:30:00" },
};

static void
test_resolves (gconstpointer data)
{
  const Resolution *expected = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (expected->zone);
  g_autoptr (GDateTime) local = reknit_local_time_parse (expected->local);
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (zone);
  utc = g_date_time_new_from_unix_utc (reknit_time_resolve_local (local, zone));
  text = reknit_local_time_to_string (utc);
  g_assert_cmpstr (text, ==, expected->utc);
}

/* Every time that a clock really shows comes back as it was, and resolving never goes backwards in a gap. */
static void
test_comes_back (void)
{
  static const char *zones[] = { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      gint64 start = 1767225600;

      for (gint64 moment = start; moment < start + 366 * 86400; moment += 900)
        {
          g_autoptr (GDateTime) local = reknit_local_time_from_unix (moment, zone);
          gint64 resolved = reknit_time_resolve_local (local, zone);
          g_autoptr (GDateTime) again = reknit_local_time_from_unix (resolved, zone);

          g_assert_cmpint (resolved, <=, moment);
          g_assert_true (g_date_time_equal (local, again));
        }
    }
}

static void
test_now (void)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-07-01T23:30:00", "Europe/Berlin");
  g_autoptr (GDateTime) now = reknit_local_time_now (clock);
  g_autofree char *text = reknit_local_time_to_string (now);

  g_assert_cmpstr (text, ==, "2026-07-01T23:30:00");
  g_assert_cmpint (g_date_time_get_utc_offset (now), ==, 0);
}

static void
test_unknown_zone_is_the_machines (void)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-03-28T19:00:00", "Asia/Tokyo");
  static const char *names[] = { NULL, "", "Nowhere/Town" };
  g_autoptr (GTimeZone) known = reknit_time_zone_by_name ("Europe/Berlin", clock);

  g_assert_cmpstr (g_time_zone_get_identifier (known), ==, "Europe/Berlin");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GTimeZone) zone = reknit_time_zone_by_name (names[i], clock);
      g_assert_cmpstr (g_time_zone_get_identifier (zone), ==, "Asia/Tokyo");
    }
}

static void
assert_midnight (const char *now,
                 const char *zone,
                 const char *utc)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new (now, zone);
  g_autoptr (GDateTime) midnight = g_date_time_new_from_unix_utc (reknit_time_next_midnight (clock));
  g_autofree char *text = reknit_local_time_to_string (midnight);

  g_assert_cmpstr (text, ==, utc);
}

static void
test_next_midnight (void)
{
  assert_midnight ("2026-11-22T23:59:59", "Europe/Berlin", "2026-11-22T23:00:00");
  assert_midnight ("2026-11-23T00:00:00", "Europe/Berlin", "2026-11-23T23:00:00");
  /* Days of 23 and of 25 hours; and one that begins at one o'clock. */
  assert_midnight ("2026-03-29T00:00:00", "Europe/Berlin", "2026-03-29T22:00:00");
  assert_midnight ("2026-10-25T00:00:00", "Europe/Berlin", "2026-10-25T23:00:00");
  assert_midnight ("2026-03-28T19:00:00", "Asia/Beirut", "2026-03-28T22:00:00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/local-time/parses-exactly", test_parses_exactly);
  for (gsize i = 0; i < G_N_ELEMENTS (resolutions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/local-time/resolves/%s/%s", resolutions[i].zone, resolutions[i].local);
      g_test_add_data_func (path, &resolutions[i], test_resolves);
    }
  g_test_add_func ("/local-time/comes-back", test_comes_back);
  g_test_add_func ("/local-time/next-midnight", test_next_midnight);
  g_test_add_func ("/local-time/now", test_now);
  g_test_add_func ("/local-time/unknown-zone-is-the-machines", test_unknown_zone_is_the_machines);
  return g_test_run ();
}
