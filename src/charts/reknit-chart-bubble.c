#include "reknit-chart-private.h"

#include "reknit-color.h"

#include <math.h>

static const GdkRGBA bubble_color = { 0.13f, 0.13f, 0.13f, 0.96f };

static void
trace_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static PangoLayout *
create_layout (const ReknitPlot *plot, double time, double width, double height)
{
  g_autofree char *words = reknit_chart_text_stop (plot->series, plot->time_axis, plot->value_axis, time);
  PangoLayout *layout = gtk_widget_create_pango_layout (plot->widget, words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->end_index = (guint) strcspn (words, "\n");
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, (int) (height * PANGO_SCALE));
  return layout;
}

static void
draw_guide (const ReknitPlot *plot, cairo_t *cr, double x)
{
  GdkRGBA color = plot->ink.text;

  color.alpha *= 0.5f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, floor (x) + 0.5, plot->area.origin.y);
  cairo_line_to (cr, floor (x) + 0.5, plot->area.origin.y + plot->area.size.height);
  cairo_stroke (cr);
}

static void
draw_rings (const ReknitPlot *plot, cairo_t *cr, double x, double time)
{
  for (guint i = 0; i < g_list_model_get_n_items (plot->series); i++)
    {
      g_autoptr (ReknitSeries) series = g_list_model_get_item (plot->series, i);
      const ReknitPoint *point = reknit_series_find_point (series, time);
      GdkRGBA color = reknit_ink_for_strand (&plot->ink, reknit_series_get_color (series));
      double y;

      if (!point || isnan (point->y))
        continue;
      y = reknit_plot_get_y (plot, point->y);
      reknit_ink_draw_marker (&plot->ink, cr, reknit_series_get_marker (series), &color, x, y,
                              plot->ink.line_height * 0.3);
      cairo_arc (cr, x, y, plot->ink.line_height * 0.58, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, &plot->ink.text);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
}

/* Marks one time, and says beside it what was said then. */
void
reknit_chart_bubble_draw (const ReknitPlot *plot, cairo_t *cr, double time)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  double em = plot->ink.line_height, padding = em * 0.55, gap = em * 0.9;
  double x = reknit_plot_get_x (plot, time), left, top, room;
  gboolean before = x > plot->bounds.size.width / 2;
  g_autoptr (PangoLayout) layout = NULL;
  int width, height;

  draw_guide (plot, cr, x);
  draw_rings (plot, cr, x, time);

  room = (before ? x : plot->bounds.size.width - x) - gap - 2 * padding;
  layout = create_layout (plot, time, CLAMP (room, em * 5.5, em * 14), plot->bounds.size.height - 2 * padding);
  pango_layout_get_pixel_size (layout, &width, &height);
  /* A right-to-left layout sets its lines at the far end of its width: take the slack out. */
  pango_layout_set_width (layout, width * PANGO_SCALE);

  left = before ? x - gap - 2 * padding - width : x + gap;
  left = CLAMP (left, 0, MAX (0, plot->bounds.size.width - width - 2 * padding));
  top = plot->area.origin.y + (plot->area.size.height - height) / 2 - padding;
  top = CLAMP (top, 0, MAX (0, plot->bounds.size.height - height - 2 * padding));

  trace_rounded (cr, left, top, width + 2 * padding, height + 2 * padding, em * 0.5);
  gdk_cairo_set_source_rgba (cr, &bubble_color);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, plot->ink.high_contrast ? 1 : 0.15);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &white);
  cairo_move_to (cr, round (left + padding), round (top + padding));
  pango_cairo_show_layout (cr, layout);
}
