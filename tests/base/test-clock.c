#include "reknit-clock.h"

static void
test_stands_still (void)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-03-28T19:00:00", "Europe/Berlin");
  g_autoptr (GDateTime) local = reknit_clock_local_now (clock);
  g_autofree char *text = g_date_time_format_iso8601 (local);

  g_assert_cmpstr (text, ==, "2026-03-28T19:00:00+01");
  g_assert_cmpint (reknit_clock_now (clock), ==, 1774720800);
}

static void
test_moves_when_told (void)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-03-28T19:00:00", "Europe/Berlin");
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *text = NULL;

  reknit_test_clock_advance (REKNIT_TEST_CLOCK (clock), 24 * 3600);
  reknit_test_clock_set_zone (REKNIT_TEST_CLOCK (clock), "America/New_York");
  local = reknit_clock_local_now (clock);
  text = g_date_time_format_iso8601 (local);
  g_assert_cmpstr (text, ==, "2026-03-29T14:00:00-04");
}

static void
test_default_can_be_held (void)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-03-28T19:00:00", "UTC");

  reknit_clock_set_default (clock);
  g_assert_true (reknit_clock_get_default () == clock);
  reknit_clock_set_default (NULL);
  g_assert_true (reknit_clock_get_default () != clock);
  g_assert_cmpint (ABS (reknit_clock_now_usec (reknit_clock_get_default ()) - g_get_real_time ()), <, G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/stands-still", test_stands_still);
  g_test_add_func ("/clock/moves-when-told", test_moves_when_told);
  g_test_add_func ("/clock/default-can-be-held", test_default_can_be_held);
  return g_test_run ();
}
