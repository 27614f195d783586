#include <math.h>

#include "reknit-color.h"
#include "reknit-curve.h"
#include "reknit-weave.h"

#include <string.h>

#define N 12

/* Values in whole steps, so that flat stretches, the delicate ones, come often. */
static void
fill_randomly (double *x, double *y)
{
  x[0] = g_test_rand_double_range (-1e9, 1e9);
  for (guint i = 0; i < N; i++)
    {
      if (i > 0)
        x[i] = x[i - 1] + g_test_rand_double_range (0.01, 30);
      y[i] = g_test_rand_int_range (0, 11);
    }
}

static void
test_never_leaves_the_data (void)
{
  for (guint trial = 0; trial < 500; trial++)
    {
      double x[N], y[N], tangents[N];

      fill_randomly (x, y);
      reknit_curve_find_tangents (x, y, N, tangents);
      for (guint i = 0; i + 1 < N; i++)
        {
          double low = MIN (y[i], y[i + 1]), high = MAX (y[i], y[i + 1]), before = y[i];

          for (guint j = 0; j <= 50; j++)
            {
              double here = reknit_curve_evaluate (x, y, tangents, N, x[i] + (x[i + 1] - x[i]) * j / 50);

              g_assert_cmpfloat (here, >=, low - 1e-6);
              g_assert_cmpfloat (here, <=, high + 1e-6);
              /* Between two points it only rises or only falls. */
              g_assert_cmpfloat ((here - before) * (y[i + 1] - y[i]), >=, -1e-6);
              before = here;
            }
        }
    }
}

static void
test_passes_through_points (void)
{
  double x[N], y[N], tangents[N];

  fill_randomly (x, y);
  reknit_curve_find_tangents (x, y, N, tangents);
  for (guint i = 0; i < N; i++)
    g_assert_cmpfloat_with_epsilon (reknit_curve_evaluate (x, y, tangents, N, x[i]), y[i], 1e-6);
  g_assert_true (isnan (reknit_curve_evaluate (x, y, tangents, N, x[0] - 1)));
  g_assert_true (isnan (reknit_curve_evaluate (x, y, tangents, N, x[N - 1] + 1)));
}

static void
test_straight_line_stays_straight (void)
{
  const double x[] = { 0, 1, 4, 6 }, y[] = { 0, 2, 8, 12 };
  double tangents[4];

  reknit_curve_find_tangents (x, y, 4, tangents);
  for (double at = 0; at <= 6; at += 0.25)
    g_assert_cmpfloat_with_epsilon (reknit_curve_evaluate (x, y, tangents, 4, at), 2 * at, 1e-9);
}

static void
test_weaves_cross_and_take_turns (void)
{
  static const char *const patterns[] = { "communicate", "forgive", "trust", "boundaries", "" };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      double crossings[32];
      ReknitWeave weave, again;
      guint n;

      reknit_weave_init (&weave, patterns[i], 8);
      reknit_weave_init (&again, patterns[i], 8);
      g_assert_cmpfloat (weave.phase, ==, again.phase);
      n = reknit_weave_find_crossings (&weave, crossings, G_N_ELEMENTS (crossings));
      g_assert_cmpuint (n, >=, 2);
      for (guint j = 0; j < n; j++)
        {
          g_assert_cmpfloat_with_epsilon (reknit_weave_get_height (&weave, 0, crossings[j]), 0, 1e-4);
          if (j > 0)
            g_assert_cmpuint (reknit_weave_get_upper (&weave, crossings[j]), !=,
                              reknit_weave_get_upper (&weave, crossings[j - 1]));
        }
      for (double t = 0; t <= 1; t += 0.01)
        g_assert_cmpfloat (fabs (reknit_weave_get_height (&weave, 1, t)), <=, 1);
    }
}

static void
test_chosen_colors_become_readable (void)
{
  const GdkRGBA papers[] = { { 1, 1, 1, 1 }, { 0.96f, 0.96f, 0.96f, 1 }, { 0.22f, 0.22f, 0.22f, 1 }, { 0, 0, 0, 1 } };
  const GdkRGBA good = { 0, 0, 0.5f, 1 };
  GdkRGBA kept = reknit_color_readable (&good, &papers[0], 4.5);

  g_assert_true (gdk_rgba_equal (&kept, &good));
  for (guint trial = 0; trial < 500; trial++)
    {
      GdkRGBA chosen = { (float) g_test_rand_double (), (float) g_test_rand_double (), (float) g_test_rand_double (), 1 };

      for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
        {
          GdkRGBA shown = reknit_color_readable (&chosen, &papers[i], 4.5);

          g_assert_cmpfloat (reknit_color_contrast (&shown, &papers[i]), >=, 4.49);
        }
    }
}

static void
find_color (const char *css, const char *name, GdkRGBA *color)
{
  g_autofree char *start = g_strconcat ("@define-color ", name, " ", NULL);
  const char *at = strstr (css, start);
  g_autofree char *value = NULL;

  g_assert_nonnull (at);
  at += strlen (start);
  value = g_strndup (at, strcspn (at, ";"));
  g_assert_true (gdk_rgba_parse (color, value));
}

static void
test_words_stand_out_from_their_tint (void)
{
  const GdkRGBA papers[] = { { 0.96f, 0.96f, 0.96f, 1 }, { 0.22f, 0.22f, 0.22f, 1 } };
  const GdkRGBA teal = { 0.165f, 0.498f, 0.498f, 1 }, amber = { 0.753f, 0.424f, 0.094f, 1 };

  for (gboolean dark = FALSE; dark <= TRUE; dark++)
    for (gboolean high_contrast = FALSE; high_contrast <= TRUE; high_contrast++)
      {
        g_autofree char *css = reknit_color_make_css (&teal, &amber, dark, high_contrast);
        GdkRGBA strand, words, tint;

        find_color (css, "strand_second", &strand);
        find_color (css, "strand_second_text", &words);
        tint = reknit_color_mix (&papers[dark], &strand, 0.2);
        g_assert_cmpfloat (reknit_color_contrast (&strand, &papers[dark]), >=, high_contrast ? 4.4 : 2.9);
        g_assert_cmpfloat (reknit_color_contrast (&words, &tint), >=, high_contrast ? 6.8 : 4.4);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curve/never-leaves-the-data", test_never_leaves_the_data);
  g_test_add_func ("/curve/passes-through-points", test_passes_through_points);
  g_test_add_func ("/curve/straight-line-stays-straight", test_straight_line_stays_straight);
  g_test_add_func ("/weave/cross-and-take-turns", test_weaves_cross_and_take_turns);
  g_test_add_func ("/color/chosen-become-readable", test_chosen_colors_become_readable);
  g_test_add_func ("/color/words-stand-out-from-their-tint", test_words_stand_out_from_their_tint);
  return g_test_run ();
}
