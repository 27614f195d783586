#include "reknit-layer.h"

#include <math.h>

/**
 * ReknitMarkerLayer:
 *
 * A ring or a diamond at each point that has a value. Long series get small markers, and very long ones none but
 * at points that stand alone, so that the strand stays to be seen.
 */
struct _ReknitMarkerLayer
{
  ReknitLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (ReknitMarkerLayer, reknit_marker_layer, REKNIT_TYPE_LAYER)

static double
get_size (const ReknitPlot *plot, guint n_points)
{
  double size = plot->ink.line_height * 0.22;
  double room = plot->area.size.width / MAX (1, n_points);

  return room < size * 1.6 ? 0 : MIN (size, room * 0.35);
}

static void
draw_series (const ReknitPlot *plot, cairo_t *cr, ReknitSeries *series)
{
  GdkRGBA color = reknit_ink_for_strand (&plot->ink, reknit_series_get_color (series));
  guint n_points = reknit_series_get_n_points (series);
  double size = get_size (plot, n_points), lone = plot->ink.line_height * 0.22;

  for (guint i = 0, run; i < n_points; i += MAX (1, run))
    {
      run = reknit_series_get_run (series, i);
      for (guint j = i; j < i + run && (run == 1 || size > 0); j++)
        {
          const ReknitPoint *point = reknit_series_get_point (series, j);

          reknit_ink_draw_marker (&plot->ink, cr, reknit_series_get_marker (series), &color,
                                  reknit_plot_get_x (plot, point->x), reknit_plot_get_y (plot, point->y),
                                  run == 1 ? lone : size);
        }
    }
}

static void
reknit_marker_layer_draw (ReknitLayer *layer, const ReknitPlot *plot, cairo_t *cr)
{
  for (guint i = 0; i < g_list_model_get_n_items (plot->series); i++)
    {
      g_autoptr (ReknitSeries) series = g_list_model_get_item (plot->series, i);

      draw_series (plot, cr, series);
    }
}

static void
reknit_marker_layer_class_init (ReknitMarkerLayerClass *klass)
{
  REKNIT_LAYER_CLASS (klass)->draw = reknit_marker_layer_draw;
}

static void
reknit_marker_layer_init (ReknitMarkerLayer *self)
{
}

/**
 * reknit_marker_layer_new:
 *
 * Returns: (transfer full): markers for all series of a chart
 */
ReknitLayer *
reknit_marker_layer_new (void)
{
  return g_object_new (REKNIT_TYPE_MARKER_LAYER, NULL);
}
