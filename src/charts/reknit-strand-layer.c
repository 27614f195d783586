#include "reknit-layer.h"

#include "reknit-color.h"
#include "reknit-curve.h"

#include <math.h>

/**
 * ReknitStrandLayer:
 *
 * The strands themselves: smooth lines with a soft halo, which turn plum where two of them lie together. Where
 * nothing was said the line breaks, and thin dots lead over to where it goes on.
 */
struct _ReknitStrandLayer
{
  ReknitLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (ReknitStrandLayer, reknit_strand_layer, REKNIT_TYPE_LAYER)

/* One unbroken line, in px from the area's start, so that time rises in either text direction. */
typedef struct
{
  guint   strand;
  gsize   n;
  double *x;
  double *y;
  double *tangents;
} Run;

static void
clear_run (gpointer data)
{
  Run *run = data;

  g_free (run->x);
  g_free (run->y);
  g_free (run->tangents);
}

static double
get_advance (const ReknitPlot *plot, double time)
{
  return reknit_axis_get_position (plot->time_axis, time) * plot->area.size.width;
}

static double
get_pixel (const ReknitPlot *plot, double advance)
{
  return plot->area.origin.x + (plot->mirrored ? plot->area.size.width - advance : advance);
}

static void
collect_runs (const ReknitPlot *plot, GArray *runs, ReknitSeries *series, guint strand)
{
  guint n_points = reknit_series_get_n_points (series);

  for (guint i = 0, n; i < n_points; i += MAX (1, n))
    {
      Run run = { .strand = strand };

      run.n = n = reknit_series_get_run (series, i);
      if (n == 0)
        continue;
      run.x = g_new (double, n);
      run.y = g_new (double, n);
      run.tangents = g_new (double, n);
      for (guint j = 0; j < n; j++)
        {
          const ReknitPoint *point = reknit_series_get_point (series, i + j);

          run.x[j] = get_advance (plot, point->x);
          run.y[j] = reknit_plot_get_y (plot, point->y);
        }
      reknit_curve_find_tangents (run.x, run.y, n, run.tangents);
      g_array_append_val (runs, run);
    }
}

/* How much a strand is one with another here: 1 where they touch, 0 from a few widths on. */
static double
get_closeness (const ReknitPlot *plot, GArray *runs, const Run *run, double advance)
{
  double here = reknit_curve_evaluate (run->x, run->y, run->tangents, run->n, advance);
  double near = plot->ink.line_height * 0.2, far = plot->ink.line_height * 0.75, closeness = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *other = &g_array_index (runs, Run, i);
      double there, distance;

      if (other->strand == run->strand)
        continue;
      there = reknit_curve_evaluate (other->x, other->y, other->tangents, other->n, advance);
      if (isnan (there))
        continue;
      distance = fabs (there - here);
      closeness = MAX (closeness, CLAMP ((far - distance) / (far - near), 0, 1));
    }
  return closeness;
}

static cairo_pattern_t *
create_paint (const ReknitPlot *plot, GArray *runs, const Run *run, const GdkRGBA *color, double alpha)
{
  double from = run->x[0], length = run->x[run->n - 1] - from;
  cairo_pattern_t *paint =
    cairo_pattern_create_linear (get_pixel (plot, from), 0, get_pixel (plot, from + length), 0);
  guint n_stops = (guint) CLAMP (length / 6, 2, 200);

  for (guint i = 0; i <= n_stops; i++)
    {
      double t = (double) i / n_stops;
      double closeness = get_closeness (plot, runs, run, from + t * length);
      GdkRGBA mixed = reknit_color_mix (color, &plot->ink.together, closeness);

      cairo_pattern_add_color_stop_rgba (paint, t, mixed.red, mixed.green, mixed.blue, mixed.alpha * alpha);
    }
  return paint;
}

static void
trace_run (const ReknitPlot *plot, cairo_t *cr, const Run *run)
{
  cairo_new_path (cr);
  cairo_move_to (cr, get_pixel (plot, run->x[0]), run->y[0]);
  for (gsize i = 0; i + 1 < run->n; i++)
    {
      double third = (run->x[i + 1] - run->x[i]) / 3;

      cairo_curve_to (cr, get_pixel (plot, run->x[i] + third), run->y[i] + run->tangents[i] * third,
                      get_pixel (plot, run->x[i + 1] - third), run->y[i + 1] - run->tangents[i + 1] * third,
                      get_pixel (plot, run->x[i + 1]), run->y[i + 1]);
    }
}

/* A year of days needs a finer pen than a month of weeks. */
static double
get_pen (const ReknitPlot *plot, ReknitSeries *series)
{
  double room = plot->area.size.width / MAX (1, reknit_series_get_n_points (series));

  return MAX (2, plot->ink.line_height * 0.15 * CLAMP (room / plot->ink.line_height, 0.5, 1));
}

static void
draw_run (const ReknitPlot *plot, cairo_t *cr, GArray *runs, const Run *run, ReknitSeries *series)
{
  GdkRGBA color = reknit_ink_for_strand (&plot->ink, reknit_series_get_color (series));
  double width = get_pen (plot, series);
  cairo_pattern_t *paint;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_run (plot, cr, run);
  if (!plot->ink.high_contrast)
    {
      paint = create_paint (plot, runs, run, &color, 0.16);
      cairo_set_source (cr, paint);
      cairo_pattern_destroy (paint);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, width * 3.6);
      reknit_ink_set_dashes (cr, REKNIT_LINE_STYLE_SOLID, width);
      cairo_stroke_preserve (cr);
    }

  paint = create_paint (plot, runs, run, &color, 1);
  cairo_set_source (cr, paint);
  cairo_pattern_destroy (paint);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, width);
  reknit_ink_set_dashes (cr, reknit_series_get_line_style (series), width);
  cairo_stroke (cr);
}

static void
draw_gap (const ReknitPlot *plot, cairo_t *cr, const Run *before, const Run *after, ReknitSeries *series)
{
  GdkRGBA color = reknit_ink_for_strand (&plot->ink, reknit_series_get_color (series));
  double dot = MAX (1.5, plot->ink.line_height * 0.09);
  const double dashes[] = { 0, dot * 4 };

  color.alpha *= plot->ink.high_contrast ? 1.0f : 0.6f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, dot);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, 2, dot * 2);
  cairo_new_path (cr);
  cairo_move_to (cr, get_pixel (plot, before->x[before->n - 1]), before->y[before->n - 1]);
  cairo_line_to (cr, get_pixel (plot, after->x[0]), after->y[0]);
  cairo_stroke (cr);
}

static void
reknit_strand_layer_draw (ReknitLayer *layer, const ReknitPlot *plot, cairo_t *cr)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  guint n_series = g_list_model_get_n_items (plot->series);

  g_array_set_clear_func (runs, clear_run);
  for (guint i = 0; i < n_series; i++)
    {
      g_autoptr (ReknitSeries) series = g_list_model_get_item (plot->series, i);

      collect_runs (plot, runs, series, i);
    }

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      g_autoptr (ReknitSeries) series = g_list_model_get_item (plot->series, run->strand);

      if (i > 0 && run[-1].strand == run->strand)
        draw_gap (plot, cr, run - 1, run, series);
      if (run->n > 1)
        draw_run (plot, cr, runs, run, series);
    }
}

static void
reknit_strand_layer_class_init (ReknitStrandLayerClass *klass)
{
  REKNIT_LAYER_CLASS (klass)->draw = reknit_strand_layer_draw;
}

static void
reknit_strand_layer_init (ReknitStrandLayer *self)
{
}

/**
 * reknit_strand_layer_new:
 *
 * Returns: (transfer full): lines for all series of a chart
 */
ReknitLayer *
reknit_strand_layer_new (void)
{
  return g_object_new (REKNIT_TYPE_STRAND_LAYER, NULL);
}
