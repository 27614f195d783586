#include "reknit-occasion-list.h"

#include "reknit-local-time.h"
#include "reknit-recurrence.h"

/* How far ahead the next occasion is looked for: it is mostly near, and beyond a year nothing is soon. */
static const int look_ahead_days[] = { 31, 366 };

static gboolean
is_wanted (ReknitPlan *plan,
           guint       kinds)
{
  return (kinds & REKNIT_PLAN_KIND_BIT (reknit_plan_get_kind (plan))) != 0
         && ((kinds & REKNIT_OCCASIONS_MISSED) != 0 || reknit_plan_get_state (plan) != REKNIT_PLAN_STATE_MISSED);
}

/* The times of a series that are plans of their own, moved, changed or called off. */
static GHashTable *
read_exceptions (ReknitStore *store,
                 ReknitPlan  *series)
{
  g_autoptr (ReknitQuery) query = reknit_plan_query_exceptions (reknit_record_get_id (REKNIT_RECORD (series)));
  g_autoptr (GPtrArray) plans = reknit_store_all (store, query);
  GHashTable *exceptions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plans->len; i++)
    g_hash_table_add (exceptions, g_strdup (reknit_record_get_text (plans->pdata[i], "series-at")));
  return exceptions;
}

static void
add_series (GPtrArray   *occasions,
            ReknitStore *store,
            ReknitPlan  *series,
            GDateTime   *from,
            GDateTime   *until)
{
  g_autoptr (ReknitRecurrence) recurrence =
    reknit_recurrence_new (reknit_record_get_text (series, "starts"), reknit_record_get_text (series, "rule"), NULL);
  g_autoptr (GDateTime) first = reknit_plan_get_starts (series);
  g_autoptr (GDateTime) first_ends = reknit_plan_get_ends (series);
  g_autoptr (GHashTable) exceptions = NULL;
  g_autoptr (GPtrArray) times = NULL;
  GTimeSpan length;

  if (recurrence == NULL || first == NULL || first_ends == NULL)
    return;
  exceptions = read_exceptions (store, series);
  length = g_date_time_difference (first_ends, first);
  /* From the very first: whose turn it is goes by their number. */
  times = reknit_recurrence_between (recurrence, first, until);
  for (guint i = 0; i < times->len; i++)
    {
      GDateTime *starts = g_ptr_array_index (times, i);
      g_autoptr (GDateTime) ends = g_date_time_add (starts, length);
      g_autofree char *key = NULL;

      if (g_date_time_compare (ends, from) <= 0)
        continue;
      key = reknit_local_time_to_string (starts);
      if (!g_hash_table_contains (exceptions, key))
        g_ptr_array_add (occasions, reknit_occasion_new (series, starts, ends, i));
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return reknit_occasion_compare (*(ReknitOccasion *const *) a, *(ReknitOccasion *const *) b);
}

/**
 * reknit_occasions_between:
 * @store: the store
 * @kinds: %REKNIT_PLAN_KIND_BIT of each kind that is wanted, and maybe %REKNIT_OCCASIONS_MISSED
 * @from: local time
 * @until: local time, not included
 *
 * Returns: (transfer full) (element-type ReknitOccasion): what takes place in that time or a part of it, in order, with
 *   every time of a series
 */
GPtrArray *
reknit_occasions_between (ReknitStore *store,
                          guint        kinds,
                          GDateTime   *from,
                          GDateTime   *until)
{
  GPtrArray *occasions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ReknitQuery) once = reknit_plan_query_between (from, until);
  g_autoptr (ReknitQuery) again = reknit_plan_query_series (until);
  g_autoptr (GPtrArray) plans = reknit_store_all (store, once);
  g_autoptr (GPtrArray) series = reknit_store_all (store, again);

  for (guint i = 0; i < plans->len; i++)
    if (is_wanted (plans->pdata[i], kinds))
      g_ptr_array_add (occasions, reknit_occasion_new_for_plan (plans->pdata[i]));
  for (guint i = 0; i < series->len; i++)
    if (is_wanted (series->pdata[i], kinds))
      add_series (occasions, store, series->pdata[i], from, until);
  g_ptr_array_sort (occasions, compare);
  return occasions;
}

/**
 * reknit_occasions_next:
 * @store: the store
 * @kinds: %REKNIT_PLAN_KIND_BIT of each kind that is wanted
 * @after: local time
 *
 * Returns: (transfer full) (nullable): what goes on at @after, or else comes next within a year; of things that are done
 *   none
 */
ReknitOccasion *
reknit_occasions_next (ReknitStore *store,
                       guint        kinds,
                       GDateTime   *after)
{
  for (gsize i = 0; i < G_N_ELEMENTS (look_ahead_days); i++)
    {
      g_autoptr (GDateTime) until = g_date_time_add_days (after, look_ahead_days[i]);
      g_autoptr (GPtrArray) occasions = reknit_occasions_between (store, kinds, after, until);

      for (guint j = 0; j < occasions->len; j++)
        if (reknit_plan_get_state (reknit_occasion_get_plan (occasions->pdata[j])) == REKNIT_PLAN_STATE_PLANNED)
          return g_object_ref (occasions->pdata[j]);
    }
  return NULL;
}

/* The plan that stands for one time of a series, if that time was touched. */
static ReknitPlan *
find_exception (ReknitStore *store,
                ReknitPlan  *series,
                GDateTime   *starts)
{
  g_autoptr (ReknitQuery) query = reknit_plan_query_exceptions (reknit_record_get_id (REKNIT_RECORD (series)));
  g_autoptr (GPtrArray) plans = reknit_store_all (store, query);
  g_autofree char *text = reknit_local_time_to_string (starts);

  for (guint i = 0; i < plans->len; i++)
    if (g_strcmp0 (reknit_record_get_text (plans->pdata[i], "series-at"), text) == 0)
      return g_object_ref (plans->pdata[i]);
  return NULL;
}

/**
 * reknit_occasions_find:
 * @store: the store
 * @plan: the id of a plan or of a series
 * @starts: local time at which it began, or begins
 *
 * Returns: (transfer full) (nullable): what takes place by that plan, wherever it was moved to; of a series the time that
 *   began then, or the plan that stands for it; %NULL if it was deleted or called off
 */
ReknitOccasion *
reknit_occasions_find (ReknitStore *store,
                       gint64       plan,
                       GDateTime   *starts)
{
  g_autoptr (ReknitPlan) found = reknit_store_find (store, REKNIT_TYPE_PLAN, plan);
  g_autoptr (ReknitPlan) exception = found != NULL && reknit_plan_is_series (found) ? find_exception (store, found, starts) : NULL;
  g_autoptr (GDateTime) until = NULL;
  g_autoptr (GPtrArray) occasions = NULL;

  if (exception != NULL)
    g_set_object (&found, exception);
  if (found == NULL || reknit_plan_get_state (found) == REKNIT_PLAN_STATE_CANCELLED)
    return NULL;
  if (!reknit_plan_is_series (found))
    return reknit_occasion_new_for_plan (found);
  until = g_date_time_add_seconds (starts, 1);
  occasions = reknit_occasions_between (store, REKNIT_PLAN_KINDS_ALL, starts, until);
  for (guint i = 0; i < occasions->len; i++)
    if (reknit_occasion_get_plan (occasions->pdata[i]) == found
        && g_date_time_equal (reknit_occasion_get_starts (occasions->pdata[i]), starts))
      return g_object_ref (occasions->pdata[i]);
  return NULL;
}
