#include "reknit-plan.h"

#include "reknit-local-time.h"
#include "reknit-reminder.h"

/* When the reminder of a whole day calls, counted from its beginning: nobody wants it at midnight. */
#define MORNING_HOUR 9

G_DEFINE_ENUM_TYPE (ReknitPlanKind, reknit_plan_kind,
  G_DEFINE_ENUM_VALUE (REKNIT_PLAN_KIND_DATE, "date"),
  G_DEFINE_ENUM_VALUE (REKNIT_PLAN_KIND_CLOSENESS, "closeness"),
  G_DEFINE_ENUM_VALUE (REKNIT_PLAN_KIND_PROTECTED, "protected"),
  G_DEFINE_ENUM_VALUE (REKNIT_PLAN_KIND_OWN, "own"),
  G_DEFINE_ENUM_VALUE (REKNIT_PLAN_KIND_APPOINTMENT, "appointment"),
  G_DEFINE_ENUM_VALUE (REKNIT_PLAN_KIND_SPECIAL_DAY, "special-day"))

G_DEFINE_ENUM_TYPE (ReknitPlanState, reknit_plan_state,
  G_DEFINE_ENUM_VALUE (REKNIT_PLAN_STATE_PLANNED, "planned"),
  G_DEFINE_ENUM_VALUE (REKNIT_PLAN_STATE_DONE, "done"),
  G_DEFINE_ENUM_VALUE (REKNIT_PLAN_STATE_CANCELLED, "cancelled"),
  G_DEFINE_ENUM_VALUE (REKNIT_PLAN_STATE_MISSED, "missed"))

/**
 * ReknitPlan:
 *
 * Something with a date: when, what for, and whose it is. What it is about stands in its #ReknitPlanDetails, so that a
 * surprise can be seen in the calendar and yet not be read.
 *
 * A plan with a rule is a series. A time of it that was touched, moved or called off is a plan of its own, that names
 * its series and the time it stands for.
 */
static const ReknitColumn columns[] = {
  { "kind",      REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, reknit_plan_kind_get_type },
  { "state",     REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, reknit_plan_state_get_type },
  { "starts",    REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "ends",      REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "all_day",   REKNIT_COLUMN_BOOLEAN, REKNIT_COLUMN_PLAIN },
  { "rule",      REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "series",    REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "series_at", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "planner",   REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "turns",     REKNIT_COLUMN_BOOLEAN, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitPlan, reknit_plan, "plan", columns)

static ReknitQuery *
bind_time (ReknitQuery *query,
           const char  *name,
           GDateTime   *time)
{
  g_autofree char *text = reknit_local_time_to_string (time);

  return reknit_query_bind_text (query, name, text);
}

/**
 * reknit_plan_query_between:
 * @from: local time
 * @until: local time, not included
 *
 * Returns: (transfer full): the plans that take place once and have a part in that time, in their order, those that
 *   were missed included; the cost is that of the time asked for, whatever lies before it
 */
ReknitQuery *
reknit_plan_query_between (GDateTime *from,
                           GDateTime *until)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_PLAN,
                                         "starts >= :earliest AND starts < :until AND ends > :from"
                                         " AND rule = '' AND state <> 'cancelled'",
                                         "starts, id");
  g_autoptr (GDateTime) earliest = g_date_time_add_days (from, -REKNIT_PLAN_MAX_DAYS);

  bind_time (query, ":earliest", earliest);
  bind_time (query, ":from", from);
  return bind_time (query, ":until", until);
}

/**
 * reknit_plan_query_series:
 * @until: local time
 *
 * Returns: (transfer full): the series that have begun before @until
 */
ReknitQuery *
reknit_plan_query_series (GDateTime *until)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_PLAN, "rule <> '' AND state = 'planned' AND starts < :until", "id");

  return bind_time (query, ":until", until);
}

/**
 * reknit_plan_query_exceptions:
 * @series: the id of a series
 *
 * Returns: (transfer full): its times that are plans of their own, changed, done or called off
 */
ReknitQuery *
reknit_plan_query_exceptions (gint64 series)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_PLAN, "series = :series", "series_at"), ":series", series);
}

/**
 * reknit_plan_query_done_with:
 * @idea: an idea's key
 *
 * Returns: (transfer full): the times that it was done, the latest first; a surprise counts once it is told
 */
ReknitQuery *
reknit_plan_query_done_with (const char *idea)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_PLAN, "state = 'done' AND id IN (SELECT plan FROM plan_details WHERE idea = :idea)",
                      "starts DESC, id DESC");

  return reknit_query_depend (reknit_query_bind_text (query, ":idea", idea), "plan_details");
}

/**
 * reknit_plan_get_kind:
 *
 * Returns: what it is for
 */
ReknitPlanKind
reknit_plan_get_kind (ReknitPlan *self)
{
  ReknitPlanKind kind;

  g_object_get (self, "kind", &kind, NULL);
  return kind;
}

/**
 * reknit_plan_get_state:
 *
 * Returns: what became of it
 */
ReknitPlanState
reknit_plan_get_state (ReknitPlan *self)
{
  ReknitPlanState state;

  g_object_get (self, "state", &state, NULL);
  return state;
}

/**
 * reknit_plan_get_starts:
 *
 * Returns: (transfer full) (nullable): local time when it begins; of a series, the first
 */
GDateTime *
reknit_plan_get_starts (ReknitPlan *self)
{
  return reknit_local_time_parse (reknit_record_get_text (self, "starts"));
}

/**
 * reknit_plan_get_ends:
 *
 * Returns: (transfer full) (nullable): local time when it is over; of whole days, the midnight after the last
 */
GDateTime *
reknit_plan_get_ends (ReknitPlan *self)
{
  return reknit_local_time_parse (reknit_record_get_text (self, "ends"));
}

/**
 * reknit_plan_is_series:
 *
 * Returns: whether it comes back by a rule
 */
gboolean
reknit_plan_is_series (ReknitPlan *self)
{
  const char *rule = reknit_record_get_text (self, "rule");

  return rule != NULL && *rule != '\0';
}

static GDateTime *
to_midnight (GDateTime *time,
             int        add_days)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (g_date_time_get_year (time), g_date_time_get_month (time),
                                                        g_date_time_get_day_of_month (time), 0, 0, 0);

  return g_date_time_add_days (midnight, add_days);
}

/**
 * reknit_plan_set_time:
 * @starts: local time
 * @ends: local time; of whole days, any time on the last
 * @all_day: whether it goes by whole days
 *
 * Sets when it is. Neither is checked: what a person may choose, a form says where it is chosen.
 */
void
reknit_plan_set_time (ReknitPlan *self,
                      GDateTime  *starts,
                      GDateTime  *ends,
                      gboolean    all_day)
{
  g_autoptr (GDateTime) from = all_day ? to_midnight (starts, 0) : g_date_time_ref (starts);
  g_autoptr (GDateTime) until = all_day ? to_midnight (ends, 1) : g_date_time_ref (ends);
  g_autofree char *from_text = reknit_local_time_to_string (from);
  g_autofree char *until_text = reknit_local_time_to_string (until);

  g_object_set (self, "starts", from_text, "ends", until_text, "all-day", all_day, NULL);
}

static char *
call_time (ReknitPlan *self)
{
  g_autoptr (GDateTime) starts = reknit_plan_get_starts (self);
  g_autoptr (GDateTime) morning = NULL;

  if (!reknit_record_get_flag (self, "all-day"))
    return reknit_local_time_to_string (starts);
  morning = g_date_time_add_hours (starts, MORNING_HOUR);
  return reknit_local_time_to_string (morning);
}

static gboolean
remove_reminders (ReknitPlan  *self,
                  GError     **error)
{
  ReknitStore *store = reknit_record_get_store (REKNIT_RECORD (self));
  g_autoptr (ReknitQuery) query = reknit_reminder_query_of (REKNIT_REMINDER_PLAN, reknit_record_get_id (REKNIT_RECORD (self)));
  g_autoptr (GPtrArray) reminders = reknit_store_all (store, query);

  for (guint i = 0; i < reminders->len; i++)
    if (!reknit_store_remove (store, reminders->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * reknit_plan_put_leads:
 * @lead_minutes: (array length=n_leads) (nullable): how long before it each reminder calls; of whole days, counted from
 *   nine in the morning of the first
 * @n_leads: how many
 * @error: return location
 *
 * Arms just these reminders, for the time and the rule that the plan has now: called again after both changed. Part of
 * a transaction; the plan is stored.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_plan_put_leads (ReknitPlan  *self,
                       const int   *lead_minutes,
                       guint        n_leads,
                       GError     **error)
{
  g_autofree char *starts = call_time (self);

  if (!remove_reminders (self, error))
    return FALSE;
  for (guint i = 0; i < n_leads; i++)
    {
      g_autoptr (ReknitReminder) reminder =
        g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_PLAN,
                      "subject", reknit_record_get_id (REKNIT_RECORD (self)),
                      "rule", reknit_record_get_text (self, "rule"), "starts", starts, "zone", "",
                      "enabled", TRUE, "lead-minutes", (gint64) lead_minutes[i], NULL);

      if (!reknit_store_put (reknit_record_get_store (REKNIT_RECORD (self)), REKNIT_RECORD (reminder), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * reknit_plan_list_leads:
 *
 * Returns: (transfer full) (element-type int): how many minutes before it its reminders call, the longest first
 */
GArray *
reknit_plan_list_leads (ReknitPlan *self)
{
  g_autoptr (ReknitQuery) query = reknit_reminder_query_of (REKNIT_REMINDER_PLAN, reknit_record_get_id (REKNIT_RECORD (self)));
  g_autoptr (GPtrArray) reminders = reknit_store_all (reknit_record_get_store (REKNIT_RECORD (self)), query);
  GArray *leads = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < reminders->len; i++)
    {
      int lead = (int) reknit_record_get_integer (reminders->pdata[i], "lead-minutes");

      g_array_append_val (leads, lead);
    }
  return leads;
}
