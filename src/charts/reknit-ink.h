#pragma once

#include <gtk/gtk.h>

#include "reknit-series.h"

G_BEGIN_DECLS

/**
 * ReknitInk:
 * @text: words
 * @faint: grid lines and the like
 * @paper: an opaque guess of what is behind the widget
 * @together: plum, for where the strands are one
 * @high_contrast: whether halos and tints should be left out
 * @line_height: of the widget's font, in px: the measure for everything that should grow with the text
 */
typedef struct
{
  GdkRGBA  text;
  GdkRGBA  faint;
  GdkRGBA  paper;
  GdkRGBA  together;
  gboolean high_contrast;
  double   line_height;
} ReknitInk;

void    reknit_ink_init       (ReknitInk *ink, GtkWidget *widget);
GdkRGBA reknit_ink_for_strand (const ReknitInk *ink, const GdkRGBA *color);
void    reknit_ink_draw_marker (const ReknitInk *ink, cairo_t *cr, ReknitMarker marker, const GdkRGBA *color, double x,
                                double y, double size);
void    reknit_ink_set_dashes (cairo_t *cr, ReknitLineStyle style, double width);

G_END_DECLS
