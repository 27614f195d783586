#include "reknit-ritual-strength.h"

#include <math.h>

#define DAYS_OF_MONTH 30.4375
#define DAYS_OF_YEAR  365.25

/* Below what is left of a stage it is stepped back from. Far below where it is reached, so that some missed days, which
 * did no harm to the habits that Lally and others watched, take no word away. A daily ritual that is always kept grows
 * from the fourth day on, settles after the 18 days that their quickest people took, and is a part of the days after 44. */
static const struct
{
  double reached_at;
  double left_below;
} stages[REKNIT_N_RITUAL_STAGES] = { { 0, 0 }, { 0.15, 0.05 }, { 0.6, 0.35 }, { 0.9, 0.6 } };

/**
 * reknit_ritual_strength_frequency:
 * @recurrence: the days of a ritual
 *
 * Returns: how many times it is to be done per day, on average: 1 for every day, 2/7 for two days of each week
 */
double
reknit_ritual_strength_frequency (ReknitRecurrence *recurrence)
{
  guint interval = MAX (reknit_recurrence_get_interval (recurrence), 1);

  switch (reknit_recurrence_get_frequency (recurrence))
    {
    case REKNIT_FREQUENCY_DAILY:
      return 1.0 / interval;
    case REKNIT_FREQUENCY_WEEKLY:
      return __builtin_popcount (reknit_recurrence_get_weekdays (recurrence)) / 7.0 / interval;
    case REKNIT_FREQUENCY_MONTHLY:
      return 1 / DAYS_OF_MONTH / interval;
    case REKNIT_FREQUENCY_ONCE:
    case REKNIT_FREQUENCY_YEARLY:
    default:
      return 1 / DAYS_OF_YEAR / interval;
    }
}

/**
 * reknit_ritual_strength_smooth:
 * @previous: the strength before, 0 to 1
 * @value: what was done: 1, 0.5 if one of the two missed it, 0 if it was missed
 * @frequency: how many times per day it is to be done
 * @days: for how many days @value counts
 *
 * Exponential smoothing as in Loop Habit Tracker (Álinson Santos Xavier, `Score.kt`), whose each day gives
 * previous × m + value × (1 − m) with m = 0.5^(√frequency / 13): after 13 days a daily habit is half way up. What is
 * done seldom is forgotten more slowly.
 *
 * Returns: the strength after, 0 to 1
 */
double
reknit_ritual_strength_smooth (double previous,
                               double value,
                               double frequency,
                               double days)
{
  double kept = pow (0.5, days * sqrt (frequency) / 13);

  return previous * kept + value * (1 - kept);
}

/**
 * reknit_ritual_strength_value:
 * @day: what the two put on record of a day
 * @value: (out): 1 if it was done, 0.5 if one did it and the other missed it, 0 if it was missed
 *
 * Who noted nothing counts on neither side.
 *
 * Returns: %FALSE if nothing is on record, which says nothing
 */
gboolean
reknit_ritual_strength_value (const ReknitRitualDay *day,
                              double                *value)
{
  guint n_done = 0, n_known = 0;

  for (guint i = 0; i < G_N_ELEMENTS (day->states); i++)
    {
      n_done += day->states[i] == REKNIT_MARK_STATE_DONE;
      n_known += day->states[i] != REKNIT_MARK_STATE_NONE;
    }
  *value = n_known > 0 ? n_done / (double) n_known : 0;
  return n_known > 0;
}

/**
 * reknit_ritual_strength_add:
 * @self: the strength up to the day before; all zeros for a new ritual
 * @day: the next day on record
 * @frequency: how many times per day it is to be done
 *
 * Takes one more time into account. It counts for all the days until the ritual is due again, as it does in Loop. A day
 * of which nothing is on record changes nothing.
 */
void
reknit_ritual_strength_add (ReknitRitualStrength  *self,
                            const ReknitRitualDay *day,
                            double                 frequency)
{
  double value;

  if (!reknit_ritual_strength_value (day, &value))
    return;
  self->score = reknit_ritual_strength_smooth (self->score, value, frequency, 1 / frequency);
  while (self->stage < REKNIT_RITUAL_STAGE_ROOTED && self->score >= stages[self->stage + 1].reached_at)
    self->stage++;
  while (self->score < stages[self->stage].left_below)
    self->stage--;
}
