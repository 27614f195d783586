#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

double  reknit_color_luminance (const GdkRGBA *color);
double  reknit_color_contrast  (const GdkRGBA *one, const GdkRGBA *other);
GdkRGBA reknit_color_mix       (const GdkRGBA *from, const GdkRGBA *to, double amount);
GdkRGBA reknit_color_readable  (const GdkRGBA *color, const GdkRGBA *background, double ratio);
char   *reknit_color_make_css  (const GdkRGBA *first, const GdkRGBA *second, gboolean dark, gboolean high_contrast);

G_END_DECLS
