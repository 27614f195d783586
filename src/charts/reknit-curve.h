#pragma once

#include <glib.h>

G_BEGIN_DECLS

void   reknit_curve_find_tangents (const double *x, const double *y, gsize n, double *tangents);
double reknit_curve_evaluate      (const double *x, const double *y, const double *tangents, gsize n, double at);

G_END_DECLS
