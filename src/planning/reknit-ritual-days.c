#include "reknit-ritual-days.h"

/* What is longer ago than so many times has no weight any more. */
#define TIMES_THAT_COUNT 400

/* A day is a local time, of which only the date counts. */

static GDateTime *
midnight (GDateTime *day)
{
  return g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                              0, 0, 0);
}

static GDateTime *
next_midnight (GDateTime *day)
{
  g_autoptr (GDateTime) first = midnight (day);

  return g_date_time_add_days (first, 1);
}

static ReknitRecurrence *
read_recurrence (ReknitRitual *self)
{
  return reknit_recurrence_new (reknit_record_get_text (self, "starts"), reknit_record_get_text (self, "rule"), NULL);
}

/**
 * reknit_ritual_day_to_string:
 * @day: local time
 *
 * Returns: (transfer full): `YYYY-MM-DD`, as a mark keeps it
 */
char *
reknit_ritual_day_to_string (GDateTime *day)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day));
}

/**
 * reknit_ritual_list_due:
 * @from: local time of the first day
 * @until: local time of the day after the last
 *
 * Returns: (transfer full) (element-type GDateTime): the days of that time on which the ritual is to be done
 */
GPtrArray *
reknit_ritual_list_due (ReknitRitual *self,
                        GDateTime    *from,
                        GDateTime    *until)
{
  g_autoptr (ReknitRecurrence) recurrence = read_recurrence (self);
  g_autoptr (GDateTime) first = midnight (from);
  g_autoptr (GDateTime) end = midnight (until);

  if (recurrence == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) g_date_time_unref);
  return reknit_recurrence_between (recurrence, first, end);
}

/**
 * reknit_ritual_is_due:
 * @day: local time
 *
 * Returns: whether the ritual is to be done on that day
 */
gboolean
reknit_ritual_is_due (ReknitRitual *self,
                      GDateTime    *day)
{
  g_autoptr (GDateTime) end = next_midnight (day);
  g_autoptr (GPtrArray) due = reknit_ritual_list_due (self, day, end);

  return due->len > 0;
}

/**
 * reknit_ritual_next_due:
 * @after: local time
 *
 * Returns: (transfer full) (nullable): the first day after that of @after on which the ritual is to be done
 */
GDateTime *
reknit_ritual_next_due (ReknitRitual *self,
                        GDateTime    *after)
{
  g_autoptr (ReknitRecurrence) recurrence = read_recurrence (self);
  g_autoptr (GDateTime) end = next_midnight (after);
  g_autoptr (GDateTime) last = g_date_time_add_seconds (end, -1);

  return recurrence != NULL ? reknit_recurrence_next (recurrence, last) : NULL;
}

/**
 * reknit_ritual_read_day:
 * @day: local time
 *
 * Returns: what is on record of that day
 */
ReknitRitualDay
reknit_ritual_read_day (ReknitRitual *self,
                        GDateTime    *day)
{
  ReknitRecord *record = REKNIT_RECORD (self);
  g_autofree char *from = reknit_ritual_day_to_string (day);
  g_autoptr (GDateTime) end = next_midnight (day);
  g_autofree char *until = reknit_ritual_day_to_string (end);
  g_autoptr (GArray) days =
    reknit_ritual_mark_list_days (reknit_record_get_store (record), reknit_record_get_id (record), from, until);
  ReknitRitualDay nothing = { 0 };

  g_strlcpy (nothing.day, from, sizeof nothing.day);
  return days->len > 0 ? g_array_index (days, ReknitRitualDay, 0) : nothing;
}

/**
 * reknit_ritual_is_done:
 * @day: local time
 *
 * Returns: whether the two did it on that day
 */
gboolean
reknit_ritual_is_done (ReknitRitual *self,
                       GDateTime    *day)
{
  ReknitRitualDay on_record = reknit_ritual_read_day (self, day);

  return on_record.states[0] == REKNIT_MARK_STATE_DONE && on_record.states[1] == REKNIT_MARK_STATE_DONE;
}

/**
 * reknit_ritual_get_stage:
 * @today: local time
 *
 * Returns: how much of a habit the ritual has become
 */
ReknitRitualStage
reknit_ritual_get_stage (ReknitRitual *self,
                         GDateTime    *today)
{
  g_autoptr (ReknitRecurrence) recurrence = read_recurrence (self);
  double frequency = recurrence != NULL ? reknit_ritual_strength_frequency (recurrence) : 1;
  g_autoptr (GDateTime) first = g_date_time_add_days (today, -(int) (TIMES_THAT_COUNT / frequency));
  g_autoptr (GDateTime) end = next_midnight (today);
  g_autofree char *from = reknit_ritual_day_to_string (first);
  g_autofree char *until = reknit_ritual_day_to_string (end);
  g_autoptr (GArray) days = reknit_ritual_mark_list_days (reknit_record_get_store (REKNIT_RECORD (self)),
                                                          reknit_record_get_id (REKNIT_RECORD (self)), from, until);
  ReknitRitualStrength strength = { 0 };

  for (guint i = 0; i < days->len; i++)
    reknit_ritual_strength_add (&strength, &g_array_index (days, ReknitRitualDay, i), frequency);
  return strength.stage;
}

/**
 * reknit_rituals_due_on:
 * @store: the store
 * @kind: (nullable): which rituals; %NULL for all
 * @day: local time
 *
 * Returns: (transfer full) (element-type ReknitRitual): those that are to be done on that day, in the order they were
 *   begun
 */
GPtrArray *
reknit_rituals_due_on (ReknitStore *store,
                       const char  *kind,
                       GDateTime   *day)
{
  g_autoptr (ReknitQuery) query = reknit_ritual_query_kept (kind);
  GPtrArray *rituals = reknit_store_all (store, query);

  for (guint i = rituals->len; i > 0; i--)
    if (!reknit_ritual_is_due (rituals->pdata[i - 1], day))
      g_ptr_array_remove_index (rituals, i - 1);
  return rituals;
}
