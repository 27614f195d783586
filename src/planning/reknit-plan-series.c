#include "reknit-plan-series.h"

#include "reknit-clock.h"
#include "reknit-local-time.h"
#include "reknit-recurrence.h"

/* What becomes of the times of a series that stand for themselves when all of its times move. Each names the time that
 * it stands for: it has to name where that is now, or it would take place beside it, and what was called off would come
 * back. */

/* By so much may a time be moved more than the first: from one weekday of a month to another. */
#define SLACK_DAYS 31

typedef struct
{
  GPtrArray *before;
  GPtrArray *now;
  GTimeSpan  shift;
} Move;

/**
 * reknit_plan_series_read_times:
 * @plan: a plan, maybe changed and not saved yet
 * @times: (out caller-allocates): when it is, as it is stored; nothing if it is not
 */
void
reknit_plan_series_read_times (ReknitPlan            *plan,
                               ReknitPlanSeriesTimes *times)
{
  g_autoptr (ReknitStatement) statement = NULL;
  gboolean has_row;

  *times = (ReknitPlanSeriesTimes) { NULL, NULL };
  if (!reknit_record_is_stored (REKNIT_RECORD (plan)))
    return;
  statement = reknit_store_prepare (reknit_record_get_store (REKNIT_RECORD (plan)), "SELECT starts, rule FROM plan WHERE id = :id");
  reknit_statement_bind_integer (statement, ":id", reknit_record_get_id (REKNIT_RECORD (plan)));
  if (!reknit_statement_step (statement, &has_row, NULL) || !has_row)
    return;
  times->starts = g_strdup (reknit_statement_get_text (statement, 0));
  times->rule = g_strdup (reknit_statement_get_text (statement, 1));
}

/**
 * reknit_plan_series_clear_times:
 * @times: what reknit_plan_series_read_times() gave
 */
void
reknit_plan_series_clear_times (ReknitPlanSeriesTimes *times)
{
  g_clear_pointer (&times->starts, g_free);
  g_clear_pointer (&times->rule, g_free);
}

/**
 * reknit_plan_series_list_exceptions:
 * @store: the store
 * @series: a stored plan
 *
 * Returns: (transfer full) (element-type utf8): the times of it that stand for themselves or were called off, as they
 *   are written now, also within a transaction
 */
GPtrArray *
reknit_plan_series_list_exceptions (ReknitStore *store,
                                    ReknitPlan  *series)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, "SELECT series_at FROM plan WHERE series = :series");
  GPtrArray *times = g_ptr_array_new_with_free_func (g_free);
  gboolean has_row;

  reknit_statement_bind_integer (statement, ":series", reknit_record_get_id (REKNIT_RECORD (series)));
  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    g_ptr_array_add (times, g_strdup (reknit_statement_get_text (statement, 0)));
  return times;
}

static gboolean
has_same_pace (ReknitRecurrence *one,
               ReknitRecurrence *other)
{
  return reknit_recurrence_get_frequency (one) == reknit_recurrence_get_frequency (other)
         && reknit_recurrence_get_interval (one) == reknit_recurrence_get_interval (other)
         && __builtin_popcount (reknit_recurrence_get_weekdays (one)) == __builtin_popcount (reknit_recurrence_get_weekdays (other));
}

/* At the same pace, the same one by its number; else where it would be if it had moved as far as the first. */
static GDateTime *
find_now (Move      *move,
          GDateTime *time)
{
  for (guint i = 0; move->before != NULL && i < MIN (move->before->len, move->now->len); i++)
    if (g_date_time_equal (move->before->pdata[i], time))
      return g_date_time_ref (move->now->pdata[i]);
  return g_date_time_add (time, move->shift);
}

/* Written as rows: what is not committed must not stay in a record. */
static gboolean
rename_time (ReknitStore  *store,
             gint64        exception,
             GDateTime    *time,
             GError      **error)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "UPDATE plan SET series_at = :time, modified = :now WHERE id = :id");
  g_autofree char *text = reknit_local_time_to_string (time);
  gboolean has_row;

  reknit_statement_bind_text (statement, ":time", text);
  reknit_statement_bind_integer (statement, ":now", reknit_clock_now (reknit_clock_get_default ()));
  reknit_statement_bind_integer (statement, ":id", exception);
  return reknit_statement_step (statement, &has_row, error);
}

static void
list_times (Move             *move,
            ReknitRecurrence *before,
            ReknitRecurrence *now,
            GDateTime        *last)
{
  g_autoptr (GDateTime) end = g_date_time_add_seconds (last, 1);
  g_autoptr (GDateTime) moved = g_date_time_add (end, move->shift);
  g_autoptr (GDateTime) far = g_date_time_add_days (moved, SLACK_DAYS);

  move->before = reknit_recurrence_between (before, reknit_recurrence_get_start (before), end);
  move->now = reknit_recurrence_between (now, reknit_recurrence_get_start (now), far);
}

/* The last of them says how many times there are to look at. */
static gboolean
move_exceptions (ReknitStore       *store,
                 GPtrArray         *exceptions,
                 ReknitRecurrence  *before,
                 ReknitRecurrence  *now,
                 GError           **error)
{
  Move move = { .shift = g_date_time_difference (reknit_recurrence_get_start (now), reknit_recurrence_get_start (before)) };
  g_autoptr (GPtrArray) times_before = NULL;
  g_autoptr (GPtrArray) times_now = NULL;

  for (guint i = exceptions->len; i > 0; i--)
    {
      g_autoptr (GDateTime) time = reknit_local_time_parse (reknit_record_get_text (exceptions->pdata[i - 1], "series-at"));
      g_autoptr (GDateTime) place = NULL;

      if (time == NULL)
        continue;
      if (times_before == NULL && has_same_pace (before, now))
        {
          list_times (&move, before, now, time);
          times_before = move.before;
          times_now = move.now;
        }
      place = find_now (&move, time);
      if (!rename_time (store, reknit_record_get_id (exceptions->pdata[i - 1]), place, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * reknit_plan_series_follow:
 * @store: the store, in a transaction
 * @plan: a plan that was just saved
 * @before: when it was before
 * @error: return location
 *
 * Lets the times of a series that stand for themselves, or were called off, stand for where they are now.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_plan_series_follow (ReknitStore                  *store,
                           ReknitPlan                   *plan,
                           const ReknitPlanSeriesTimes  *before,
                           GError                      **error)
{
  const char *starts = reknit_record_get_text (plan, "starts");
  const char *rule = reknit_record_get_text (plan, "rule");
  g_autoptr (ReknitRecurrence) old = NULL;
  g_autoptr (ReknitRecurrence) now = NULL;
  g_autoptr (ReknitQuery) query = NULL;
  g_autoptr (GPtrArray) exceptions = NULL;

  if (before->rule == NULL || *before->rule == '\0' || !reknit_plan_is_series (plan)
      || (g_str_equal (before->starts, starts) && g_str_equal (before->rule, rule)))
    return TRUE;
  query = reknit_plan_query_exceptions (reknit_record_get_id (REKNIT_RECORD (plan)));
  exceptions = reknit_store_all (store, query);
  old = reknit_recurrence_new (before->starts, before->rule, NULL);
  now = reknit_recurrence_new (starts, rule, NULL);
  return old == NULL || now == NULL || move_exceptions (store, exceptions, old, now, error);
}
