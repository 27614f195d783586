#include <locale.h>
#include <math.h>

#include "reknit-axis.h"

static void
assert_ticks (ReknitAxis *axis, guint max_ticks, const char *expected)
{
  g_autoptr (GArray) ticks = reknit_axis_list_ticks (axis, max_ticks);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const ReknitTick *tick = &g_array_index (ticks, ReknitTick, i);

      g_string_append_printf (labels, "%s%s", i > 0 ? "|" : "", tick->label);
      g_assert_cmpfloat (tick->value, >=, reknit_axis_get_minimum (axis) - 1e-6);
      g_assert_cmpfloat (tick->value, <=, reknit_axis_get_maximum (axis) + 1e-6);
    }
  g_assert_cmpstr (labels->str, ==, expected);
  g_assert_cmpuint (ticks->len, <=, max_ticks);
}

static void
test_values (void)
{
  static const struct
  {
    double      minimum;
    double      maximum;
    guint       max_ticks;
    const char *labels;
  } cases[] = {
    { 0, 10, 11, "0|1|2|3|4|5|6|7|8|9|10" },
    { 0, 10, 6, "0|2|4|6|8|10" },
    { 0, 10, 5, "0|5|10" },
    { 0, 10, 2, "0|10" },
    { 0, 10, 0, "" },
    { 0, 1, 3, "0|0.5|1" },
    { -3, 3, 7, "-3|-2|-1|0|1|2|3" },
    { 0, 240, 5, "0|50|100|150|200" },
    { 5, 5, 5, "5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReknitAxis) axis = reknit_value_axis_new (cases[i].minimum, cases[i].maximum);

      assert_ticks (axis, cases[i].max_ticks, cases[i].labels);
    }
}

static double
get_seconds (GTimeZone *zone, const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (time);
  return (double) g_date_time_to_unix (time);
}

static void
test_times (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    guint       max_ticks;
    const char *labels;
  } cases[] = {
    { "2026-11-02T12:00:00", "2026-11-05T12:00:00", 5, "3 Nov|4 Nov|5 Nov" },
    { "2026-11-01T00:00:00", "2026-11-08T00:00:00", 5, "1 Nov|3 Nov|5 Nov|7 Nov" },
    /* What comes every Sunday at seven has its ticks there, over the end of summer time as well. */
    { "2026-10-04T19:00:00", "2026-11-01T19:00:00", 6, "4 Oct|11 Oct|18 Oct|25 Oct|1 Nov" },
    { "2026-09-06T19:00:00", "2026-11-22T19:00:00", 6, "6 Sep|20 Sep|4 Oct|18 Oct|1 Nov|15 Nov" },
    { "2026-09-06T19:00:00", "2026-11-22T19:00:00", 3, "Oct|Nov" },
    { "2026-09-15T00:00:00", "2027-03-20T00:00:00", 7, "Oct|Nov|Dec|2027|Feb|Mar" },
    { "2026-02-10T00:00:00", "2028-02-10T00:00:00", 5, "Jul|2027|Jul|2028" },
    { "2020-06-01T00:00:00", "2030-06-01T00:00:00", 5, "2022|2024|2026|2028|2030" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReknitAxis) axis =
        reknit_time_axis_new (get_seconds (zone, cases[i].from), get_seconds (zone, cases[i].to));

      reknit_time_axis_set_zone (REKNIT_TIME_AXIS (axis), zone);
      assert_ticks (axis, cases[i].max_ticks, cases[i].labels);
    }
}

static void
test_weekly_ticks_meet_points (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (ReknitAxis) axis = reknit_time_axis_new (get_seconds (zone, "2026-10-18T19:00:00"),
                                                      get_seconds (zone, "2026-11-01T19:00:00"));
  g_autoptr (GArray) ticks = NULL;

  reknit_time_axis_set_zone (REKNIT_TIME_AXIS (axis), zone);
  ticks = reknit_axis_list_ticks (axis, 3);
  g_assert_cmpuint (ticks->len, ==, 3);
  g_assert_cmpfloat (g_array_index (ticks, ReknitTick, 1).value, ==, get_seconds (zone, "2026-10-25T19:00:00"));
}

static void
test_never_too_many (void)
{
  for (double days = 0.5; days < 40000; days *= 1.37)
    for (guint max_ticks = 1; max_ticks < 12; max_ticks++)
      {
        g_autoptr (ReknitAxis) axis = reknit_time_axis_new (1.7e9, 1.7e9 + days * 86400);
        g_autoptr (GArray) ticks = reknit_axis_list_ticks (axis, max_ticks);

        g_assert_cmpuint (ticks->len, <=, max_ticks);
        for (guint i = 1; i < ticks->len; i++)
          g_assert_cmpfloat (g_array_index (ticks, ReknitTick, i).value, >, g_array_index (ticks, ReknitTick, i - 1).value);
      }
}

static void
count_notify (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_range_notifies_on_change (void)
{
  ReknitAxis *axis = reknit_value_axis_new (0, 10);
  guint lower = 0, upper = 0;

  g_signal_connect (axis, "notify::minimum", G_CALLBACK (count_notify), &lower);
  g_signal_connect (axis, "notify::maximum", G_CALLBACK (count_notify), &upper);
  reknit_axis_set_range (axis, 0, 10);
  g_assert_cmpuint (lower + upper, ==, 0);
  reknit_axis_set_range (axis, 0, 5);
  g_assert_cmpuint (lower, ==, 0);
  g_assert_cmpuint (upper, ==, 1);
  g_assert_cmpfloat (reknit_axis_get_position (axis, 2.5), ==, 0.5);
  reknit_axis_set_range (axis, 5, 5);
  g_assert_cmpfloat (reknit_axis_get_position (axis, 5), ==, 0.5);
  g_assert_finalize_object (axis);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis/values", test_values);
  g_test_add_func ("/axis/times", test_times);
  g_test_add_func ("/axis/weekly-ticks-meet-points", test_weekly_ticks_meet_points);
  g_test_add_func ("/axis/never-too-many", test_never_too_many);
  g_test_add_func ("/axis/range-notifies-on-change", test_range_notifies_on_change);
  return g_test_run ();
}
