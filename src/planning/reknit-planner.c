#include "reknit-planner.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-earlier-text.h"
#include "reknit-local-time.h"
#include "reknit-occurrence.h"
#include "reknit-plan-impression.h"
#include "reknit-plan-series.h"
#include "reknit-plan-task.h"
#include "reknit-reminder.h"

/* A step while it is made. The plan that comes of it is handed on. */
typedef struct
{
  ReknitOccasion    *occasion;
  ReknitPlan        *plan;
  ReknitPlanDetails *details;
  const int         *leads;
  guint              n_leads;
  GDateTime         *starts;
  GDateTime         *ends;
  gboolean           all_day;
  ReknitPlanState    state;
  ReknitPlan        *result;
} Step;

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (REKNIT_RECORD (record));
}

static gboolean
take (ReknitStore  *store,
      const char   *label,
      ReknitStoreFunc func,
      Step         *step,
      GError      **error)
{
  gboolean done = reknit_store_transact (store, label, func, step, error);

  if (!done && step->plan != NULL)
    reknit_record_revert (REKNIT_RECORD (step->plan));
  if (!done)
    g_clear_object (&step->result);
  return done;
}

/* The reminders of a series stay silent at a time that stands for itself. */
static gboolean
silence (ReknitStore  *store,
         ReknitPlan   *series,
         GDateTime    *time,
         GError      **error)
{
  g_autoptr (ReknitQuery) query = reknit_reminder_query_of (REKNIT_REMINDER_PLAN, id_of (series));
  g_autoptr (GPtrArray) reminders = reknit_store_all (store, query);
  g_autoptr (GDateTime) first = reknit_plan_get_starts (series);
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (reknit_clock_get_default ());

  for (guint i = 0; i < reminders->len; i++)
    {
      g_autoptr (GDateTime) called = reknit_local_time_parse (reknit_record_get_text (reminders->pdata[i], "starts"));
      g_autoptr (GDateTime) at = g_date_time_add (time, g_date_time_difference (called, first));
      g_autofree char *local = reknit_local_time_to_string (at);
      g_autoptr (ReknitOccurrence) occurrence =
        g_object_new (REKNIT_TYPE_OCCURRENCE, "reminder", id_of (reminders->pdata[i]), "local", local,
                      "due", reknit_time_resolve_local (at, zone), "state", REKNIT_OCCURRENCE_STATE_SKIPPED, NULL);

      if (!reknit_store_put (store, REKNIT_RECORD (occurrence), error))
        return FALSE;
    }
  return TRUE;
}

/* New reminders know nothing of the times that the old ones had to leave out. */
static gboolean
silence_exceptions (ReknitStore  *store,
                    ReknitPlan   *series,
                    GError      **error)
{
  g_autoptr (GPtrArray) times = reknit_plan_series_list_exceptions (store, series);

  for (guint i = 0; i < times->len; i++)
    {
      g_autoptr (GDateTime) time = reknit_local_time_parse (times->pdata[i]);

      if (time != NULL && !silence (store, series, time, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save (ReknitStore  *store,
      gpointer      data,
      GError      **error)
{
  Step *step = data;
  g_auto (ReknitPlanSeriesTimes) before = { NULL, NULL };

  reknit_plan_series_read_times (step->plan, &before);
  if (!reknit_store_put (store, REKNIT_RECORD (step->plan), error)
      || !reknit_plan_series_follow (store, step->plan, &before, error))
    return FALSE;
  g_object_set (step->details, "plan", id_of (step->plan), NULL);
  return reknit_store_put (store, REKNIT_RECORD (step->details), error)
         && reknit_plan_put_leads (step->plan, step->leads, step->n_leads, error)
         && silence_exceptions (store, step->plan, error);
}

/**
 * reknit_planner_save:
 * @store: the store
 * @label: what the step is called when it is undone
 * @plan: a plan, new or changed
 * @details: what it is about, new or changed
 * @lead_minutes: (array length=n_leads) (nullable): how long before it to remind of it
 * @n_leads: how many
 * @error: return location
 *
 * Saves all that makes up a plan. After a failure both stay as they were filled in, to be tried again.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_planner_save (ReknitStore        *store,
                     const char         *label,
                     ReknitPlan         *plan,
                     ReknitPlanDetails  *details,
                     const int          *lead_minutes,
                     guint               n_leads,
                     GError            **error)
{
  Step step = { .plan = plan, .details = details, .leads = lead_minutes, .n_leads = n_leads };

  return reknit_store_transact (store, label, save, &step, error);
}

static gboolean
copy_tasks (ReknitStore  *store,
            ReknitPlan   *from,
            ReknitPlan   *to,
            GError      **error)
{
  g_autoptr (ReknitQuery) query = reknit_plan_task_query (id_of (from), NULL);
  g_autoptr (GPtrArray) tasks = reknit_store_all (store, query);

  for (guint i = 0; i < tasks->len; i++)
    {
      gpointer task = tasks->pdata[i];
      g_autoptr (ReknitPlanTask) copy =
        g_object_new (REKNIT_TYPE_PLAN_TASK, "plan", id_of (to), "author", reknit_record_get_owner (task),
                      "shared", reknit_record_get_integer (task, "shared"), "list", reknit_record_get_text (task, "list"),
                      "position", reknit_record_get_integer (task, "position"), "body", reknit_record_get_text (task, "body"),
                      "partner", reknit_record_get_integer (task, "partner"), NULL);

      if (!reknit_store_put (store, REKNIT_RECORD (copy), error))
        return FALSE;
    }
  return TRUE;
}

/* What was spent belongs to that one time. */
static gboolean
copy_details (ReknitStore  *store,
              ReknitPlan   *from,
              ReknitPlan   *to,
              GError      **error)
{
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (from);
  g_autoptr (ReknitPlanDetails) copy = reknit_plan_details_new ();

  g_object_set (copy, "plan", id_of (to), NULL);
  if (details != NULL)
    g_object_set (copy, "author", reknit_record_get_owner (REKNIT_RECORD (details)),
                  "shared", reknit_record_get_integer (details, "shared"),
                  "title", reknit_record_get_text (details, "title"), "idea", reknit_record_get_text (details, "idea"),
                  "place", reknit_record_get_text (details, "place"), "notes", reknit_record_get_text (details, "notes"),
                  "budget", reknit_record_get_integer (details, "budget"), NULL);
  return reknit_store_put (store, REKNIT_RECORD (copy), error);
}

static gboolean
copy_plan (ReknitStore  *store,
           ReknitPlan   *from,
           ReknitPlan   *to,
           GError      **error)
{
  g_autoptr (GArray) leads = reknit_plan_list_leads (from);

  return reknit_store_put (store, REKNIT_RECORD (to), error)
         && copy_details (store, from, to, error)
         && copy_tasks (store, from, to, error)
         && reknit_plan_put_leads (to, (const int *) (gpointer) leads->data, leads->len, error);
}

static ReknitPlan *
make_single (ReknitOccasion *occasion)
{
  ReknitPlan *series = reknit_occasion_get_plan (occasion);
  g_autofree char *starts = reknit_local_time_to_string (reknit_occasion_get_starts (occasion));
  g_autofree char *ends = reknit_local_time_to_string (reknit_occasion_get_ends (occasion));

  return g_object_new (REKNIT_TYPE_PLAN, "kind", reknit_plan_get_kind (series), "state", REKNIT_PLAN_STATE_PLANNED,
                       "starts", starts, "ends", ends, "all-day", reknit_record_get_flag (series, "all-day"),
                       "rule", "", "series", id_of (series), "series-at", starts,
                       "planner", reknit_occasion_get_planner (occasion), NULL);
}

/* What it is about comes along. Without that it is good only for saying that it does not take place. */
static gboolean
may_single_out (Step    *step,
                GError **error)
{
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (step->plan);

  if (details != NULL || step->state == REKNIT_PLAN_STATE_CANCELLED)
    return TRUE;
  g_set_error_literal (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_LOCKED,
                       _("This is a surprise. Only who planned it can change it."));
  return FALSE;
}

/* Part of a transaction. Leaves in @result the plan that stands for this one time. */
static gboolean
single_out (ReknitStore  *store,
            gpointer      data,
            GError      **error)
{
  Step *step = data;

  step->plan = reknit_occasion_get_plan (step->occasion);
  if (!reknit_plan_is_series (step->plan))
    {
      step->result = g_object_ref (step->plan);
      return TRUE;
    }
  if (!may_single_out (step, error))
    return FALSE;
  step->result = make_single (step->occasion);
  return copy_plan (store, step->plan, step->result, error) && silence (store, step->plan, reknit_occasion_get_starts (step->occasion), error);
}

/**
 * reknit_planner_single_out:
 * @store: the store
 * @label: (nullable): what the step is called when it is undone
 * @occasion: one time of a plan
 * @error: return location
 *
 * Makes a time of a series a plan of its own, so that it can be changed while the others stay.
 *
 * Returns: (transfer full) (nullable): that plan; the very plan of @occasion if it is not of a series; %NULL with a
 *   #ReknitStoreError
 */
ReknitPlan *
reknit_planner_single_out (ReknitStore     *store,
                           const char      *label,
                           ReknitOccasion  *occasion,
                           GError         **error)
{
  Step step = { .occasion = occasion };

  take (store, label, single_out, &step, error);
  return step.result;
}

static gboolean
set_time (ReknitStore  *store,
          gpointer      data,
          GError      **error)
{
  Step *step = data;
  g_autoptr (GArray) leads = NULL;

  if (!single_out (store, step, error))
    return FALSE;
  step->plan = step->result;
  leads = reknit_plan_list_leads (step->plan);
  reknit_plan_set_time (step->plan, step->starts, step->ends, step->all_day);
  return reknit_store_put (store, REKNIT_RECORD (step->plan), error)
         && reknit_plan_put_leads (step->plan, (const int *) (gpointer) leads->data, leads->len, error);
}

/**
 * reknit_planner_set_time:
 * @store: the store
 * @label: what the step is called when it is undone
 * @occasion: one time of a plan
 * @starts: local time
 * @ends: local time; of whole days, any time on the last
 * @all_day: whether it goes by whole days
 * @error: return location
 *
 * Moves or resizes that time; its reminders come along, and of a series the other times stay.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_planner_set_time (ReknitStore     *store,
                         const char      *label,
                         ReknitOccasion  *occasion,
                         GDateTime       *starts,
                         GDateTime       *ends,
                         gboolean         all_day,
                         GError         **error)
{
  Step step = { .occasion = occasion, .starts = starts, .ends = ends, .all_day = all_day };
  gboolean done = take (store, label, set_time, &step, error);

  g_clear_object (&step.result);
  return done;
}

static gboolean
set_state (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  Step *step = data;

  if (!single_out (store, step, error))
    return FALSE;
  step->plan = step->result;
  g_object_set (step->plan, "state", step->state, NULL);
  return reknit_store_put (store, REKNIT_RECORD (step->plan), error)
         && (step->state == REKNIT_PLAN_STATE_PLANNED || reknit_plan_put_leads (step->plan, NULL, 0, error));
}

/**
 * reknit_planner_set_state:
 * @store: the store
 * @label: what the step is called when it is undone
 * @occasion: one time of a plan
 * @state: what became of it; nobody is reminded any more of what is done
 * @error: return location
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_planner_set_state (ReknitStore      *store,
                          const char       *label,
                          ReknitOccasion   *occasion,
                          ReknitPlanState   state,
                          GError          **error)
{
  Step step = { .occasion = occasion, .state = state };
  gboolean done = take (store, label, set_state, &step, error);

  g_clear_object (&step.result);
  return done;
}

/* What was said of how it was goes with it, and so does what that said before. */
static gboolean
remove_earlier_texts (ReknitStore  *store,
                      ReknitPlan   *plan,
                      GError      **error)
{
  g_autoptr (ReknitQuery) query = reknit_plan_impression_query (id_of (plan));
  g_autoptr (GPtrArray) impressions = reknit_store_all (store, query);

  for (guint i = 0; i < impressions->len; i++)
    if (!reknit_earlier_text_remove_all (impressions->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_plan (ReknitStore  *store,
             gpointer      data,
             GError      **error)
{
  Step *step = data;

  return reknit_plan_put_leads (step->plan, NULL, 0, error) && remove_earlier_texts (store, step->plan, error)
         && reknit_store_remove (store, REKNIT_RECORD (step->plan), error);
}

/**
 * reknit_planner_call_off:
 * @store: the store
 * @label: what the step is called when it is undone
 * @occasion: one time of a plan
 * @error: return location
 *
 * Takes that time out of the calendar. A plan that stands for itself is deleted with all that belongs to it; of a
 * series, the time is kept as called off, for the rule would bring it back.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_planner_call_off (ReknitStore     *store,
                         const char      *label,
                         ReknitOccasion  *occasion,
                         GError         **error)
{
  ReknitPlan *plan = reknit_occasion_get_plan (occasion);
  Step step = { .plan = plan };

  if (reknit_plan_is_series (plan) || reknit_record_get_integer (plan, "series") != 0)
    return reknit_planner_set_state (store, label, occasion, REKNIT_PLAN_STATE_CANCELLED, error);
  return take (store, label, delete_plan, &step, error);
}

/**
 * reknit_planner_remove:
 * @store: the store
 * @label: what the step is called when it is undone
 * @plan: a plan
 * @error: return location
 *
 * Deletes @plan with all that belongs to it. Of a series, the times that stand for themselves stay: there may be
 * memories in them.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_planner_remove (ReknitStore  *store,
                       const char   *label,
                       ReknitPlan   *plan,
                       GError      **error)
{
  Step step = { .plan = plan };

  return take (store, label, delete_plan, &step, error);
}

static gboolean
repeat (ReknitStore  *store,
        gpointer      data,
        GError      **error)
{
  Step *step = data;
  g_autoptr (GDateTime) old_starts = reknit_plan_get_starts (step->plan);
  g_autoptr (GDateTime) old_ends = reknit_plan_get_ends (step->plan);
  g_autoptr (GDateTime) ends = g_date_time_add (step->starts, g_date_time_difference (old_ends, old_starts));
  g_autofree char *starts_text = reknit_local_time_to_string (step->starts);
  g_autofree char *ends_text = reknit_local_time_to_string (ends);

  step->result = g_object_new (REKNIT_TYPE_PLAN, "kind", reknit_plan_get_kind (step->plan),
                               "state", REKNIT_PLAN_STATE_PLANNED, "starts", starts_text, "ends", ends_text,
                               "all-day", reknit_record_get_flag (step->plan, "all-day"), "rule", "",
                               "planner", reknit_record_get_integer (step->plan, "planner"), NULL);
  return copy_plan (store, step->plan, step->result, error);
}

/**
 * reknit_planner_repeat:
 * @store: the store
 * @label: what the step is called when it is undone
 * @plan: a plan, done or to come
 * @starts: local time
 * @error: return location
 *
 * Plans the same again: with its details, with all that is to be got ready again, and as long as it was.
 *
 * Returns: (transfer full) (nullable): the new plan; %NULL with a #ReknitStoreError
 */
ReknitPlan *
reknit_planner_repeat (ReknitStore  *store,
                       const char   *label,
                       ReknitPlan   *plan,
                       GDateTime    *starts,
                       GError      **error)
{
  Step step = { .plan = plan, .starts = starts };

  take (store, label, repeat, &step, error);
  return step.result;
}
