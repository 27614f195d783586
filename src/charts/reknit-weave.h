#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReknitWeave:
 * @turns: how many half waves there are from end to end
 * @phase: where the first one begins, in half waves
 * @lean: how much the waves bunch towards one end, -1 to 1
 * @swell: how much their height changes along the way, 0 to 1
 *
 * The shape of two strands that weave. Every pattern has its own, and always the same.
 */
typedef struct
{
  double turns;
  double phase;
  double lean;
  double swell;
} ReknitWeave;

void   reknit_weave_init       (ReknitWeave *weave, const char *pattern, double turns);
double reknit_weave_get_height (const ReknitWeave *weave, guint strand, double t);
guint  reknit_weave_get_upper  (const ReknitWeave *weave, double t);
guint  reknit_weave_find_crossings (const ReknitWeave *weave, double *crossings, guint n_crossings);

G_END_DECLS
