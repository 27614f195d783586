#include "reknit-plan-entries.h"

#include "reknit-local-time.h"
#include "reknit-plan-details.h"
#include "reknit-plan-title.h"
#include "reknit-recurrence.h"

/* Until when on its first day the reminders of a whole day are counted, in minutes from its beginning. */
#define MORNING (9 * 60)

/* The same at every export, and it tells nothing, not even when the plan was made. */
static char *
make_uid (ReknitPlan *plan)
{
  g_autofree char *name = g_strdup_printf ("io.github.reknit.Reknit/plan/%" G_GINT64_FORMAT,
                                           reknit_record_get_id (REKNIT_RECORD (plan)));
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_strdup_printf ("%.32s@reknit", sum);
}

static GPtrArray *
list_exceptions (ReknitPlan *plan)
{
  g_autoptr (ReknitQuery) query = reknit_plan_query_exceptions (reknit_record_get_id (REKNIT_RECORD (plan)));

  return reknit_store_all (reknit_record_get_store (REKNIT_RECORD (plan)), query);
}

static void
touch (ReknitCalendarEntry *entry,
       gpointer             record)
{
  entry->modified = MAX (entry->modified, reknit_record_get_modified (record));
}

/* What both may read; of a surprise there is none, not even in its planner’s seat. */
static void
add_details (ReknitCalendarEntry *entry,
             ReknitPlan          *plan)
{
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (plan);

  if (details == NULL || reknit_record_is_private (REKNIT_RECORD (details)))
    return;
  entry->description = g_strdup (reknit_record_get_text (details, "notes"));
  entry->location = g_strdup (reknit_record_get_text (details, "place"));
  touch (entry, details);
}

static void
add_alarms (ReknitCalendarEntry *entry,
            ReknitPlan          *plan)
{
  g_autoptr (GArray) leads = reknit_plan_list_leads (plan);

  for (guint i = 0; i < leads->len; i++)
    reknit_calendar_entry_add_alarm (entry, g_array_index (leads, int, i) - (entry->all_day ? MORNING : 0));
}

/* The start of a series need not be one of its times, and the rule is said whole: others imply other things than we do. */
static void
add_rule (ReknitCalendarEntry *entry,
          ReknitPlan          *plan)
{
  g_autoptr (ReknitRecurrence) recurrence =
    reknit_recurrence_new (reknit_record_get_text (plan, "starts"), reknit_record_get_text (plan, "rule"), NULL);
  g_autoptr (GPtrArray) exceptions = list_exceptions (plan);
  g_autoptr (GDateTime) first = recurrence != NULL ? reknit_recurrence_next (recurrence, NULL) : NULL;
  GTimeSpan shift;

  if (first == NULL)
    return;
  shift = g_date_time_difference (first, entry->start);
  entry->rule = g_strdup (reknit_recurrence_get_rule (recurrence));
  g_date_time_unref (entry->start);
  entry->start = g_steal_pointer (&first);
  if (entry->end != NULL)
    {
      g_autoptr (GDateTime) end = entry->end;

      entry->end = g_date_time_add (end, shift);
    }
  for (guint i = 0; i < exceptions->len; i++)
    {
      g_autoptr (GDateTime) time = reknit_local_time_parse (reknit_record_get_text (exceptions->pdata[i], "series-at"));

      if (time != NULL)
        reknit_calendar_entry_leave_out (entry, time);
      touch (entry, exceptions->pdata[i]);
    }
}

/**
 * reknit_plan_to_entry:
 * @plan: a stored plan
 *
 * Makes what another calendar may know of @plan. It goes where others read it: of a surprise it says only that
 * something is planned, and what is to be got ready stays here. Times of a series that stand for themselves are left
 * out of it; they are plans of their own.
 *
 * Returns: (transfer full): the entry
 */
ReknitCalendarEntry *
reknit_plan_to_entry (ReknitPlan *plan)
{
  g_autofree char *uid = make_uid (plan);
  g_autofree char *title = reknit_plan_dup_open_title (plan);
  g_autoptr (GDateTime) starts = reknit_plan_get_starts (plan);
  ReknitCalendarEntry *entry = reknit_calendar_entry_new (uid, title, starts);

  entry->all_day = reknit_record_get_flag (plan, "all-day");
  entry->end = reknit_plan_get_ends (plan);
  if (entry->all_day)
    {
      g_autoptr (GDateTime) after = entry->end;

      entry->end = g_date_time_add_days (after, -1);
    }
  entry->transparent = reknit_plan_get_kind (plan) == REKNIT_PLAN_KIND_SPECIAL_DAY;
  touch (entry, plan);
  add_details (entry, plan);
  add_alarms (entry, plan);
  if (reknit_plan_is_series (plan))
    add_rule (entry, plan);
  entry->sequence = (guint) CLAMP (entry->modified - reknit_record_get_created (REKNIT_RECORD (plan)), 0, G_MAXINT);
  return entry;
}

static gboolean
takes_place (ReknitPlan *plan)
{
  ReknitPlanState state = reknit_plan_get_state (plan);

  return state != REKNIT_PLAN_STATE_CANCELLED && state != REKNIT_PLAN_STATE_MISSED;
}

static GPtrArray *
to_entries (GPtrArray *plans)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) reknit_calendar_entry_free);

  for (guint i = 0; i < plans->len; i++)
    if (takes_place (plans->pdata[i]))
      g_ptr_array_add (entries, reknit_plan_to_entry (plans->pdata[i]));
  return entries;
}

/**
 * reknit_plan_to_entries:
 * @plan: a stored plan
 *
 * Returns: (transfer full) (element-type ReknitCalendarEntry): @plan and, of a series, its times that stand for
 *   themselves
 */
GPtrArray *
reknit_plan_to_entries (ReknitPlan *plan)
{
  g_autoptr (GPtrArray) plans = list_exceptions (plan);

  g_ptr_array_insert (plans, 0, g_object_ref (plan));
  return to_entries (plans);
}

/**
 * reknit_plans_to_entries:
 * @store: the store
 *
 * Returns: (transfer full) (element-type ReknitCalendarEntry): all that takes place, in the order of its beginning
 */
GPtrArray *
reknit_plans_to_entries (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_PLAN, NULL, "starts, id");
  g_autoptr (GPtrArray) plans = reknit_store_all (store, query);

  return to_entries (plans);
}
