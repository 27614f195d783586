#include "reknit-weave.h"

#include <math.h>

static guint32
hash_pattern (const char *pattern)
{
  guint32 hash = 2166136261u;

  /* FNV-1a (Fowler, Noll, Vo): small, and the same on every machine, which g_str_hash() doesn't promise. */
  for (const char *p = pattern; *p; p++)
    hash = (hash ^ (guint8) *p) * 16777619u;
  return hash ^ (hash >> 15);
}

static double
take_fraction (guint32 *hash)
{
  *hash = *hash * 1664525u + 1013904223u;
  return (*hash >> 8) / 16777216.0;
}

/**
 * reknit_weave_init:
 * @weave: (out caller-allocates): to be filled
 * @pattern: (nullable): what the weave belongs to, such as a strategy's id
 * @turns: about how many half waves there is room for
 */
void
reknit_weave_init (ReknitWeave *weave, const char *pattern, double turns)
{
  guint32 hash = hash_pattern (pattern ? pattern : "");

  weave->turns = MAX (2, turns * (0.6 + 0.8 * take_fraction (&hash)));
  weave->phase = take_fraction (&hash);
  weave->lean = take_fraction (&hash) * 1.8 - 0.9;
  weave->swell = 0.1 + take_fraction (&hash) * 0.5;
}

/* How many half waves have passed at t; rises all the way, for |lean| <= 1 and the slopes used here. */
static double
get_angle (const ReknitWeave *weave, double t)
{
  double bent = t + weave->lean * 0.5 * t * (1 - t);

  return weave->phase + weave->turns * bent;
}

/**
 * reknit_weave_get_height:
 * @strand: 0 or 1
 * @t: 0 at the start, 1 at the end
 *
 * Returns: -1 to 1
 */
double
reknit_weave_get_height (const ReknitWeave *weave, guint strand, double t)
{
  double angle = get_angle (weave, t);
  double wave = sin (G_PI * angle);
  double size = 1 - weave->swell * (0.5 + 0.5 * cos (2 * G_PI * (t + weave->phase)));

  return (strand == 0 ? 1 : -1) * wave * size;
}

/**
 * reknit_weave_get_upper:
 *
 * Over and under take turns, as in cloth.
 *
 * Returns: which strand lies above the other near @t
 */
guint
reknit_weave_get_upper (const ReknitWeave *weave, double t)
{
  return (guint) ((long) round (get_angle (weave, t)) % 2);
}

/**
 * reknit_weave_find_crossings:
 * @crossings: (array length=n_crossings) (out caller-allocates): where the strands cross, rising, from 0 to 1
 * @n_crossings: how many there is room for
 *
 * Returns: how many were found
 */
guint
reknit_weave_find_crossings (const ReknitWeave *weave, double *crossings, guint n_crossings)
{
  guint n = 0;

  for (double angle = ceil (get_angle (weave, 0)); angle <= get_angle (weave, 1) && n < n_crossings; angle++)
    {
      double low = 0, high = 1;

      for (int i = 0; i < 30; i++)
        {
          double middle = (low + high) / 2;

          if (get_angle (weave, middle) < angle)
            low = middle;
          else
            high = middle;
        }
      crossings[n++] = (low + high) / 2;
    }
  return n;
}
