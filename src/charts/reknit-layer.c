#include "reknit-layer.h"

/**
 * ReknitLayer:
 *
 * One thing that a chart draws: the grid, the strands, the markers.
 */
G_DEFINE_ABSTRACT_TYPE (ReknitLayer, reknit_layer, G_TYPE_OBJECT)

static void
reknit_layer_class_init (ReknitLayerClass *klass)
{
}

static void
reknit_layer_init (ReknitLayer *self)
{
}

/**
 * reknit_layer_draw:
 * @plot: what to draw it on
 */
void
reknit_layer_draw (ReknitLayer *self, const ReknitPlot *plot, cairo_t *cr)
{
  g_return_if_fail (REKNIT_IS_LAYER (self));

  cairo_save (cr);
  REKNIT_LAYER_GET_CLASS (self)->draw (self, plot, cr);
  cairo_restore (cr);
}

/**
 * reknit_plot_get_x:
 * @time: unix seconds
 *
 * Returns: where in the chart it stands, in px from the left, in either text direction
 */
double
reknit_plot_get_x (const ReknitPlot *plot, double time)
{
  double position = reknit_axis_get_position (plot->time_axis, time);

  return plot->area.origin.x + plot->area.size.width * (plot->mirrored ? 1 - position : position);
}

/**
 * reknit_plot_get_y:
 *
 * Returns: where in the chart the value stands, in px from the top
 */
double
reknit_plot_get_y (const ReknitPlot *plot, double value)
{
  return plot->area.origin.y + plot->area.size.height * (1 - reknit_axis_get_position (plot->value_axis, value));
}

/**
 * reknit_plot_get_max_time_ticks:
 *
 * Returns: how many labels fit beneath the area without crowding
 */
guint
reknit_plot_get_max_time_ticks (const ReknitPlot *plot)
{
  /* '22 Nov' is about three and a half lines wide, and as much air again keeps it calm. */
  return (guint) CLAMP (plot->area.size.width / (plot->ink.line_height * 4.5), 2, 12);
}

/**
 * reknit_plot_get_max_value_ticks:
 *
 * Returns: how many labels fit beside the area without crowding
 */
guint
reknit_plot_get_max_value_ticks (const ReknitPlot *plot)
{
  return (guint) CLAMP (plot->area.size.height / (plot->ink.line_height * 1.8) + 1, 2, 6);
}
