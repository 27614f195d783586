#include "reknit-ink.h"

#include "reknit-color.h"

#include <math.h>

/**
 * reknit_ink_init:
 * @ink: (out caller-allocates): to be filled
 * @widget: on which it will be used
 *
 * Reads the widget's colours from its style, so that dark and high-contrast styles are followed without being
 * asked for: the named colours `strand_together` and, if it is set at all, `strand_high_contrast`.
 */
void
reknit_ink_init (ReknitInk *ink, GtkWidget *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  GdkRGBA switch_color;
  gboolean dark;
  int height;

  gtk_style_context_get_color (style, &ink->text);
  dark = reknit_color_luminance (&ink->text) > 0.4;
  /* Strands stand on windows, views and cards; the paper is the one of them on which it is hardest to see. */
  ink->paper = dark ? (GdkRGBA) { 0.22f, 0.22f, 0.22f, 1 } : (GdkRGBA) { 0.96f, 0.96f, 0.96f, 1 };
  ink->high_contrast = gtk_style_context_lookup_color (style, "strand_high_contrast", &switch_color);
  ink->faint = ink->text;
  ink->faint.alpha *= ink->high_contrast ? 0.5f : 0.15f;
  if (!gtk_style_context_lookup_color (style, "strand_together", &ink->together))
    gdk_rgba_parse (&ink->together, dark ? "#c79bcb" : "#7d4a86");

  pango_layout_get_pixel_size (layout, NULL, &height);
  ink->line_height = height;
}

/**
 * reknit_ink_for_strand:
 * @color: as the person chose it
 *
 * Returns: the colour to draw with: near to it, and to be seen on this paper
 */
GdkRGBA
reknit_ink_for_strand (const ReknitInk *ink, const GdkRGBA *color)
{
  return reknit_color_readable (color, &ink->paper, ink->high_contrast ? 7.0 : 3.0);
}

/**
 * reknit_ink_draw_marker:
 * @x: its centre
 * @y: its centre
 * @size: radius in px
 *
 * Draws a ring, or its square sister: paper inside, the strand's colour around it.
 */
void
reknit_ink_draw_marker (const ReknitInk *ink, cairo_t *cr, ReknitMarker marker, const GdkRGBA *color, double x,
                        double y, double size)
{
  cairo_new_path (cr);
  if (marker == REKNIT_MARKER_DIAMOND)
    {
      /* A diamond of the circle's area looks as large as the circle. */
      double half = size * sqrt (G_PI / 2);

      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x + half, y);
      cairo_line_to (cr, x, y + half);
      cairo_line_to (cr, x - half, y);
      cairo_close_path (cr);
    }
  else
    {
      cairo_arc (cr, x, y, size, 0, 2 * G_PI);
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, MAX (2, size * 0.5));
  gdk_cairo_set_source_rgba (cr, &ink->paper);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_stroke (cr);
}

/**
 * reknit_ink_set_dashes:
 * @width: of the line
 */
void
reknit_ink_set_dashes (cairo_t *cr, ReknitLineStyle style, double width)
{
  const double dashes[] = { width * 2.6, width * 2.2 };

  cairo_set_dash (cr, dashes, style == REKNIT_LINE_STYLE_DASHED ? 2 : 0, 0);
}
