#include "reknit-layer.h"

#include <math.h>

/**
 * ReknitGridLayer:
 *
 * Quiet lines at the value axis's ticks, and the labels of both axes.
 */
struct _ReknitGridLayer
{
  ReknitLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (ReknitGridLayer, reknit_grid_layer, REKNIT_TYPE_LAYER)

static void
draw_label (const ReknitPlot *plot, cairo_t *cr, PangoLayout *layout, double x, double y)
{
  GdkRGBA color = plot->ink.text;

  color.alpha *= plot->ink.high_contrast ? 1.0f : 0.66f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_move_to (cr, round (x), round (y));
  pango_cairo_show_layout (cr, layout);
}

static void
draw_values (const ReknitPlot *plot, cairo_t *cr)
{
  g_autoptr (GArray) ticks = reknit_axis_list_ticks (plot->value_axis, reknit_plot_get_max_value_ticks (plot));
  double left = plot->area.origin.x, right = left + plot->area.size.width, gap = plot->ink.line_height * 0.7;

  for (guint i = 0; i < ticks->len; i++)
    {
      const ReknitTick *tick = &g_array_index (ticks, ReknitTick, i);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (plot->widget, tick->label);
      double y = floor (reknit_plot_get_y (plot, tick->value)) + 0.5;
      int width, height;

      cairo_set_line_width (cr, 1);
      gdk_cairo_set_source_rgba (cr, &plot->ink.faint);
      cairo_move_to (cr, left, y);
      cairo_line_to (cr, right, y);
      cairo_stroke (cr);

      pango_layout_get_pixel_size (layout, &width, &height);
      draw_label (plot, cr, layout, plot->mirrored ? right + gap : left - gap - width, y - height / 2.0);
    }
}

static void
draw_times (const ReknitPlot *plot, cairo_t *cr)
{
  g_autoptr (GArray) ticks = reknit_axis_list_ticks (plot->time_axis, reknit_plot_get_max_time_ticks (plot));
  double bottom = plot->area.origin.y + plot->area.size.height, gap = plot->ink.line_height * 0.5;

  for (guint i = 0; i < ticks->len; i++)
    {
      const ReknitTick *tick = &g_array_index (ticks, ReknitTick, i);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (plot->widget, tick->label);
      double x = reknit_plot_get_x (plot, tick->value), left;
      int width;

      cairo_set_line_width (cr, 1);
      gdk_cairo_set_source_rgba (cr, &plot->ink.faint);
      cairo_move_to (cr, floor (x) + 0.5, bottom + 1);
      cairo_line_to (cr, floor (x) + 0.5, bottom + gap * 0.7);
      cairo_stroke (cr);

      pango_layout_get_pixel_size (layout, &width, NULL);
      left = CLAMP (x - width / 2.0, 0, MAX (0, plot->bounds.size.width - width));
      draw_label (plot, cr, layout, left, bottom + gap);
    }
}

static void
reknit_grid_layer_draw (ReknitLayer *layer, const ReknitPlot *plot, cairo_t *cr)
{
  draw_values (plot, cr);
  draw_times (plot, cr);
}

static void
reknit_grid_layer_class_init (ReknitGridLayerClass *klass)
{
  REKNIT_LAYER_CLASS (klass)->draw = reknit_grid_layer_draw;
}

static void
reknit_grid_layer_init (ReknitGridLayer *self)
{
}

/**
 * reknit_grid_layer_new:
 *
 * Returns: (transfer full): a grid with labels
 */
ReknitLayer *
reknit_grid_layer_new (void)
{
  return g_object_new (REKNIT_TYPE_GRID_LAYER, NULL);
}
