#include <math.h>

#include "reknit-series.h"

typedef struct
{
  guint notified;
  guint changed;
} Counts;

static void
on_notify (GObject *object, GParamSpec *pspec, Counts *counts)
{
  counts->notified++;
}

static void
on_changed (ReknitSeries *series, Counts *counts)
{
  counts->changed++;
}

static ReknitSeries *
create_watched (Counts *counts)
{
  ReknitSeries *series = reknit_series_new ("Ana");

  g_signal_connect (series, "notify", G_CALLBACK (on_notify), counts);
  g_signal_connect (series, "changed", G_CALLBACK (on_changed), counts);
  return series;
}

#define assert_counts(counts, n, c) \
  G_STMT_START \
    { \
      g_assert_cmpuint ((counts).notified, ==, (n)); \
      g_assert_cmpuint ((counts).changed, ==, (c)); \
      (counts) = (Counts) { 0 }; \
    } \
  G_STMT_END

static void
test_looks_notify_on_change (void)
{
  Counts counts = { 0 };
  ReknitSeries *series = create_watched (&counts);
  const GdkRGBA red = { 1, 0, 0, 1 };

  reknit_series_set_label (series, "Ana");
  reknit_series_set_color (series, reknit_series_get_color (series));
  reknit_series_set_line_style (series, REKNIT_LINE_STYLE_SOLID);
  reknit_series_set_marker (series, REKNIT_MARKER_CIRCLE);
  reknit_series_set_maximum_gap (series, 0);
  assert_counts (counts, 0, 0);

  reknit_series_set_label (series, "Ben");
  assert_counts (counts, 1, 1);
  reknit_series_set_color (series, &red);
  assert_counts (counts, 1, 1);
  g_object_set (series, "line-style", REKNIT_LINE_STYLE_DASHED, "marker", REKNIT_MARKER_DIAMOND, "maximum-gap", 5.0, NULL);
  assert_counts (counts, 3, 3);
  reknit_series_set_label (series, NULL);
  assert_counts (counts, 1, 1);
  g_assert_cmpstr (reknit_series_get_label (series), ==, "");
  g_assert_finalize_object (series);
}

static void
test_points_notify_on_change (void)
{
  const ReknitPoint points[] = { { 1, 5, NULL }, { 2, NAN, "away" }, { 3, 7, NULL } };
  const ReknitPoint other[] = { { 1, 5, NULL }, { 2, NAN, "home" }, { 3, 7, NULL } };
  Counts counts = { 0 };
  ReknitSeries *series = create_watched (&counts);

  reknit_series_set_points (series, points, 3);
  assert_counts (counts, 1, 1);
  reknit_series_set_points (series, points, 3);
  assert_counts (counts, 0, 0);
  reknit_series_set_points (series, other, 3);
  assert_counts (counts, 0, 1);
  g_assert_cmpstr (reknit_series_get_point (series, 1)->note, ==, "home");
  reknit_series_append (series, 4, 8, NULL);
  assert_counts (counts, 1, 1);
  g_assert_cmpuint (reknit_series_get_n_points (series), ==, 4);
  reknit_series_clear (series);
  assert_counts (counts, 1, 1);
  reknit_series_clear (series);
  assert_counts (counts, 0, 0);
  g_assert_null (reknit_series_get_point (series, 0));
  g_assert_finalize_object (series);
}

static void
test_runs_break_at_gaps (void)
{
  const ReknitPoint points[] = { { 1, 5, NULL }, { 2, 6, NULL }, { 3, NAN, NULL }, { 4, 7, NULL }, { 9, 8, NULL }, { 10, 8, NULL } };
  g_autoptr (ReknitSeries) series = reknit_series_new ("Ana");

  reknit_series_set_points (series, points, G_N_ELEMENTS (points));
  g_assert_cmpuint (reknit_series_get_run (series, 0), ==, 2);
  g_assert_cmpuint (reknit_series_get_run (series, 2), ==, 0);
  g_assert_cmpuint (reknit_series_get_run (series, 3), ==, 3);
  reknit_series_set_maximum_gap (series, 2);
  g_assert_cmpuint (reknit_series_get_run (series, 3), ==, 1);
  g_assert_cmpuint (reknit_series_get_run (series, 4), ==, 2);
  g_assert_cmpfloat (reknit_series_find_point (series, 9)->y, ==, 8);
  g_assert_null (reknit_series_find_point (series, 8));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/looks-notify-on-change", test_looks_notify_on_change);
  g_test_add_func ("/series/points-notify-on-change", test_points_notify_on_change);
  g_test_add_func ("/series/runs-break-at-gaps", test_runs_break_at_gaps);
  return g_test_run ();
}
