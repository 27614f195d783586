#include "reknit-curve.h"

#include <math.h>

static double
slope (const double *x, const double *y, gsize i)
{
  return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
}

/**
 * reknit_curve_find_tangents:
 * @x: (array length=n): strictly rising
 * @y: (array length=n): the values
 * @n: number of points
 * @tangents: (array length=n) (out caller-allocates): dy/dx at each point
 *
 * Tangents of a smooth curve through all points that rises where the data rises and falls where it falls, so
 * that it never shows a value that nobody gave. The method is that of Fritsch and Carlson, 'Monotone piecewise
 * cubic interpolation', SIAM Journal on Numerical Analysis 17 (1980).
 */
void
reknit_curve_find_tangents (const double *x, const double *y, gsize n, double *tangents)
{
  if (n == 0)
    return;
  if (n == 1)
    {
      tangents[0] = 0;
      return;
    }

  tangents[0] = slope (x, y, 0);
  tangents[n - 1] = slope (x, y, n - 2);
  for (gsize i = 1; i < n - 1; i++)
    tangents[i] = slope (x, y, i - 1) * slope (x, y, i) <= 0 ? 0 : (slope (x, y, i - 1) + slope (x, y, i)) / 2;

  for (gsize i = 0; i < n - 1; i++)
    {
      double d = slope (x, y, i);
      double a, b, length;

      if (d == 0)
        {
          tangents[i] = tangents[i + 1] = 0;
          continue;
        }
      a = tangents[i] / d;
      b = tangents[i + 1] / d;
      length = hypot (a, b);
      if (length > 3)
        {
          tangents[i] = 3 / length * a * d;
          tangents[i + 1] = 3 / length * b * d;
        }
    }
}

/**
 * reknit_curve_evaluate:
 * @x: (array length=n): strictly rising
 * @y: (array length=n): the values
 * @tangents: (array length=n): from reknit_curve_find_tangents()
 * @n: number of points
 * @at: where
 *
 * Returns: the curve's height, or NAN outside of the points
 */
double
reknit_curve_evaluate (const double *x, const double *y, const double *tangents, gsize n, double at)
{
  gsize low = 0, high = n;
  double h, t;

  if (n == 0 || !(at >= x[0] && at <= x[n - 1]))
    return NAN;
  if (n == 1)
    return y[0];

  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (x[middle] <= at)
        low = middle;
      else
        high = middle;
    }
  low = MIN (low, n - 2);
  h = x[low + 1] - x[low];
  t = (at - x[low]) / h;
  return y[low] * (1 + 2 * t) * (1 - t) * (1 - t) + tangents[low] * h * t * (1 - t) * (1 - t) +
         y[low + 1] * t * t * (3 - 2 * t) + tangents[low + 1] * h * t * t * (t - 1);
}
