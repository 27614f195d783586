#pragma once

#include "reknit-recurrence.h"
#include "reknit-ritual-mark.h"

G_BEGIN_DECLS

/**
 * ReknitRitualStage:
 * @REKNIT_RITUAL_STAGE_BEGUN: it is new
 * @REKNIT_RITUAL_STAGE_GROWING: it comes more easily
 * @REKNIT_RITUAL_STAGE_SETTLING: it is nearly a habit
 * @REKNIT_RITUAL_STAGE_ROOTED: it is a part of their days
 *
 * How much of a habit a ritual has become: all that people are told of its strength. They are told no number, for a
 * number could be lost.
 */
typedef enum
{
  REKNIT_RITUAL_STAGE_BEGUN,
  REKNIT_RITUAL_STAGE_GROWING,
  REKNIT_RITUAL_STAGE_SETTLING,
  REKNIT_RITUAL_STAGE_ROOTED,
} ReknitRitualStage;

#define REKNIT_N_RITUAL_STAGES (REKNIT_RITUAL_STAGE_ROOTED + 1)

typedef struct
{
  double             score;
  ReknitRitualStage  stage;
} ReknitRitualStrength;

double    reknit_ritual_strength_frequency (ReknitRecurrence *recurrence);
double    reknit_ritual_strength_smooth    (double previous, double value, double frequency, double days);
gboolean  reknit_ritual_strength_value     (const ReknitRitualDay *day, double *value);
void      reknit_ritual_strength_add       (ReknitRitualStrength *self, const ReknitRitualDay *day, double frequency);

G_END_DECLS
