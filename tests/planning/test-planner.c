#include "model-fixture.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-occurrence.h"
#include "reknit-plan-task.h"
#include "reknit-planner.h"
#include "reknit-reminder.h"
#include "reknit-surprise.h"

static GDateTime *
local (const char *text)
{
  return reknit_local_time_parse (text);
}

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (REKNIT_RECORD (record));
}

static ReknitPlan *
add (ModelFixture *fixture,
     const char   *title,
     const char   *rule)
{
  static const int leads[] = { 24 * 60, 60 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  ReknitPlan *plan = g_object_new (REKNIT_TYPE_PLAN, "starts", "2026-11-27T20:00:00", "ends", "2026-11-27T23:00:00",
                                   "rule", rule, "planner", id_of (fixture->ana), NULL);

  g_object_set (details, "title", title, NULL);
  reknit_planner_save (fixture->store, "Plan", plan, details, leads, G_N_ELEMENTS (leads), &error);
  g_assert_no_error (error);
  return plan;
}

static void
add_task (ModelFixture *fixture,
          ReknitPlan   *plan,
          const char   *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitPlanTask) task = g_object_new (REKNIT_TYPE_PLAN_TASK, "plan", id_of (plan), "list", REKNIT_PLAN_LIST_READY,
                                                  "body", body, "done", (gint64) 5, NULL);

  reknit_store_save (fixture->store, "Add", task, &error);
  g_assert_no_error (error);
}

static guint
count (ModelFixture *fixture,
       GType         type)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (type, NULL, NULL);

  return reknit_store_count (fixture->store, query);
}

/* What its reminders say: when they are for, and how long before they call. */
static char *
describe_reminders (ModelFixture *fixture,
                    ReknitPlan   *plan)
{
  g_autoptr (ReknitQuery) query = reknit_reminder_query_of (REKNIT_REMINDER_PLAN, id_of (plan));
  g_autoptr (GPtrArray) reminders = reknit_store_all (fixture->store, query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reminders->len; i++)
    g_string_append_printf (text, "%s-%d ", reknit_record_get_text (reminders->pdata[i], "starts"),
                            (int) reknit_record_get_integer (reminders->pdata[i], "lead-minutes"));
  return g_string_free (text, FALSE);
}

static void
assert_reminders (ModelFixture *fixture,
                  ReknitPlan   *plan,
                  const char   *expected)
{
  g_autofree char *found = describe_reminders (fixture, plan);

  g_assert_cmpstr (found, ==, expected);
}

static ReknitOccasion *
occasion_at (ModelFixture *fixture,
             const char   *from)
{
  g_autoptr (GDateTime) start = local (from);
  g_autoptr (GDateTime) end = g_date_time_add_days (start, 1);
  g_autoptr (GPtrArray) occasions = reknit_occasions_between (fixture->store, REKNIT_PLAN_KINDS_ALL, start, end);

  return occasions->len > 0 ? g_object_ref (occasions->pdata[0]) : NULL;
}

static void
test_reminders_come_along (ModelFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan = add (fixture, "Pasta", "");
  g_autoptr (ReknitOccasion) occasion = reknit_occasion_new_for_plan (plan);
  g_autoptr (GDateTime) day = local ("2026-11-29T18:00:00");

  assert_reminders (fixture, plan, "2026-11-27T20:00:00-1440 2026-11-27T20:00:00-60 ");
  g_assert_true (reknit_planner_set_time (fixture->store, "Move", occasion, day, day, TRUE, NULL));
  g_assert_cmpstr (reknit_record_get_text (plan, "starts"), ==, "2026-11-29T00:00:00");
  g_assert_cmpstr (reknit_record_get_text (plan, "ends"), ==, "2026-11-30T00:00:00");
  assert_reminders (fixture, plan, "2026-11-29T09:00:00-1440 2026-11-29T09:00:00-60 ");
  g_assert_true (reknit_store_undo (fixture->store, NULL));
  assert_reminders (fixture, plan, "2026-11-27T20:00:00-1440 2026-11-27T20:00:00-60 ");
  g_assert_true (reknit_planner_set_state (fixture->store, "Done", occasion, REKNIT_PLAN_STATE_DONE, NULL));
  assert_reminders (fixture, plan, "");
}

static void
test_one_time_of_a_series (ModelFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitPlan) series = add (fixture, "Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
  g_autoptr (ReknitOccasion) second = occasion_at (fixture, "2026-12-11T00:00:00");
  g_autoptr (GDateTime) starts = local ("2026-12-12T19:00:00");
  g_autoptr (GDateTime) ends = local ("2026-12-12T22:00:00");
  g_autoptr (ReknitOccasion) moved = NULL;
  g_autoptr (ReknitPlanDetails) details = NULL;

  add_task (fixture, series, "Bread");
  g_assert_true (reknit_occasion_is_of_series (second));
  g_assert_true (reknit_planner_set_time (fixture->store, "Move", second, starts, ends, FALSE, NULL));

  g_assert_null (occasion_at (fixture, "2026-12-11T00:00:00"));
  moved = occasion_at (fixture, "2026-12-12T00:00:00");
  g_assert_false (reknit_occasion_is_of_series (moved));
  details = reknit_occasion_get_details (moved);
  g_assert_cmpstr (reknit_record_get_text (details, "title"), ==, "Friday");
  g_assert_cmpuint (count (fixture, REKNIT_TYPE_PLAN_TASK), ==, 2);
  assert_reminders (fixture, reknit_occasion_get_plan (moved), "2026-12-12T19:00:00-1440 2026-12-12T19:00:00-60 ");
  /* Both reminders of the series leave out the time that was moved. */
  g_assert_cmpuint (count (fixture, REKNIT_TYPE_OCCURRENCE), ==, 2);

  g_assert_true (reknit_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count (fixture, REKNIT_TYPE_OCCURRENCE), ==, 0);
  g_assert_cmpuint (count (fixture, REKNIT_TYPE_PLAN), ==, 1);
}

static void
test_call_off (ModelFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (ReknitPlan) series = add (fixture, "Friday", "FREQ=WEEKLY;BYDAY=FR");
  g_autoptr (ReknitOccasion) second = occasion_at (fixture, "2026-12-04T00:00:00");
  g_autoptr (ReknitOccasion) third = NULL;
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (series);
  static const int lead[] = { 30 };

  g_assert_true (reknit_planner_call_off (fixture->store, "Call Off", second, NULL));
  g_assert_null (occasion_at (fixture, "2026-12-04T00:00:00"));
  third = occasion_at (fixture, "2026-12-11T00:00:00");
  g_assert_nonnull (third);

  /* New reminders of the series leave it out as the old ones did. */
  g_assert_true (reknit_planner_save (fixture->store, "Change", series, details, lead, 1, NULL));
  g_assert_cmpuint (count (fixture, REKNIT_TYPE_OCCURRENCE), ==, 1);

  g_assert_true (reknit_planner_set_state (fixture->store, "Done", third, REKNIT_PLAN_STATE_DONE, NULL));
  g_assert_true (reknit_planner_remove (fixture->store, "Delete", series, NULL));
  g_assert_null (occasion_at (fixture, "2026-12-18T00:00:00"));
  g_clear_object (&third);
  third = occasion_at (fixture, "2026-12-11T00:00:00");
  g_assert_cmpint (reknit_plan_get_state (reknit_occasion_get_plan (third)), ==, REKNIT_PLAN_STATE_DONE);
  g_assert_cmpuint (count (fixture, REKNIT_TYPE_REMINDER), ==, 0);
}

static void
change_series (ModelFixture *fixture,
               ReknitPlan   *series,
               const char   *starts,
               const char   *ends,
               const char   *rule)
{
  static const int lead[] = { 60 };
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (series);
  g_autoptr (GError) error = NULL;

  g_object_set (series, "starts", starts, "ends", ends, "rule", rule, NULL);
  reknit_planner_save (fixture->store, "Change", series, details, lead, 1, &error);
  g_assert_no_error (error);
}

static char *
list_times (ModelFixture *fixture)
{
  g_autoptr (GDateTime) from = local ("2026-11-01T00:00:00");
  g_autoptr (GDateTime) until = local ("2027-02-01T00:00:00");
  g_autoptr (GPtrArray) there = reknit_occasions_between (fixture->store, REKNIT_PLAN_KINDS_ALL, from, until);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (there->len, 4); i++)
    {
      g_autofree char *time = g_date_time_format (reknit_occasion_get_starts (there->pdata[i]), "%m-%d %H:%M ");

      g_string_append (text, time);
    }
  return g_string_free (text, FALSE);
}

/* All times move: what was called off stays so, and what stands for itself does not stand there twice. */
static void
test_all_times_move (ModelFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (ReknitPlan) series = add (fixture, "Friday", "FREQ=WEEKLY;BYDAY=FR");
  g_autoptr (ReknitOccasion) second = occasion_at (fixture, "2026-12-04T00:00:00");
  g_autoptr (ReknitOccasion) third = occasion_at (fixture, "2026-12-11T00:00:00");
  g_autoptr (GDateTime) starts = local ("2026-12-13T10:00:00");
  g_autoptr (GDateTime) ends = local ("2026-12-13T12:00:00");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autoptr (ReknitOccasion) held = NULL;
  g_autoptr (ReknitQuery) silent =
    reknit_query_new (REKNIT_TYPE_OCCURRENCE, "local IN ('2026-12-05T19:00:00', '2026-12-12T19:00:00')", NULL);

  g_assert_true (reknit_planner_call_off (fixture->store, "Call Off", second, NULL));
  g_assert_true (reknit_planner_set_time (fixture->store, "Move", third, starts, ends, FALSE, NULL));
  held = occasion_at (fixture, "2026-12-13T00:00:00");
  before = list_times (fixture);
  g_assert_cmpstr (before, ==, "11-27 20:00 12-13 10:00 12-18 20:00 12-25 20:00 ");
  change_series (fixture, series, "2026-11-28T19:00:00", "2026-11-28T22:00:00", "FREQ=WEEKLY;BYDAY=SA");
  after = list_times (fixture);
  g_assert_cmpstr (after, ==, "11-28 19:00 12-13 10:00 12-19 19:00 12-26 19:00 ");
  /* The reminders of the series say nothing of them either. */
  g_assert_cmpuint (reknit_store_count (fixture->store, silent), ==, 2);
  g_assert_true (reknit_store_undo (fixture->store, NULL));
  again = list_times (fixture);
  g_assert_cmpstr (again, ==, before);
}

static void
test_other_rule (ModelFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (ReknitPlan) series = add (fixture, "Friday", "FREQ=MONTHLY;BYDAY=4FR");
  g_autoptr (ReknitOccasion) third = occasion_at (fixture, "2027-01-22T00:00:00");
  g_autofree char *monthly = NULL;
  g_autofree char *weekly = NULL;

  g_assert_true (reknit_planner_call_off (fixture->store, "Call Off", third, NULL));
  /* Not as many days later in each month. */
  change_series (fixture, series, "2026-11-24T20:00:00", "2026-11-24T23:00:00", "FREQ=MONTHLY;BYDAY=4TU");
  monthly = list_times (fixture);
  g_assert_cmpstr (monthly, ==, "11-24 20:00 12-22 20:00 ");
  /* At another pace no time is called off for one that is none any more. */
  change_series (fixture, series, "2026-11-24T20:00:00", "2026-11-24T23:00:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
  weekly = list_times (fixture);
  g_assert_cmpstr (weekly, ==, "11-24 20:00 12-08 20:00 12-22 20:00 01-05 20:00 ");
}

static void
test_again (ModelFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan = add (fixture, "Pasta", "");
  g_autoptr (GDateTime) starts = local ("2026-12-27T18:30:00");
  g_autoptr (ReknitPlan) again = NULL;
  g_autoptr (ReknitQuery) query = NULL;
  g_autoptr (ReknitPlanTask) task = NULL;

  add_task (fixture, plan, "Flour");
  again = reknit_planner_repeat (fixture->store, "Plan Again", plan, starts, NULL);
  g_assert_cmpstr (reknit_record_get_text (again, "ends"), ==, "2026-12-27T21:30:00");
  query = reknit_plan_task_query (id_of (again), NULL);
  task = reknit_store_first (fixture->store, query);
  g_assert_cmpstr (reknit_record_get_text (task, "body"), ==, "Flour");
  g_assert_cmpint (reknit_record_get_integer (task, "done"), ==, 0);
}

static void
test_surprise (ModelFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan = add (fixture, "Hot air balloon", "");
  g_autoptr (ReknitOccasion) occasion = reknit_occasion_new_for_plan (plan);
  g_autoptr (GPtrArray) hits = NULL;
  gint64 ana = id_of (fixture->ana);

  add_task (fixture, plan, "Book the basket");
  reknit_store_set_reader (fixture->store, ana);
  g_assert_false (reknit_occasion_is_surprise (occasion));
  g_assert_true (reknit_surprise_hide (fixture->store, "Make a Surprise", plan, ana, NULL));
  g_assert_true (reknit_occasion_is_surprise (occasion));
  g_assert_cmpuint (count (fixture, REKNIT_TYPE_PLAN_TASK), ==, 1);

  reknit_store_set_reader (fixture->store, id_of (fixture->ben));
  g_assert_null (reknit_occasion_get_details (occasion));
  g_assert_true (reknit_occasion_is_surprise (occasion));
  g_assert_cmpuint (count (fixture, REKNIT_TYPE_PLAN_TASK), ==, 0);
  hits = reknit_store_search (fixture->store, "balloon", 10);
  g_assert_cmpuint (hits->len, ==, 0);

  reknit_store_set_reader (fixture->store, ana);
  g_assert_true (reknit_surprise_tell (fixture->store, "Tell", plan, NULL));
  reknit_store_set_reader (fixture->store, id_of (fixture->ben));
  g_assert_false (reknit_occasion_is_surprise (occasion));
  g_assert_cmpuint (count (fixture, REKNIT_TYPE_PLAN_TASK), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/planner/reminders-come-along", test_reminders_come_along);
  model_test_add ("/planner/all-times-move", test_all_times_move);
  model_test_add ("/planner/other-rule", test_other_rule);
  model_test_add ("/planner/one-time-of-a-series", test_one_time_of_a_series);
  model_test_add ("/planner/call-off", test_call_off);
  model_test_add ("/planner/again", test_again);
  model_test_add ("/planner/surprise", test_surprise);
  return g_test_run ();
}
