#include "plan-samples.h"
#include "reknit-calendar.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-plan-entries.h"
#include "reknit-plan-task.h"
#include "reknit-plan-title.h"
#include "reknit-planner.h"
#include "reknit-surprise.h"

static void
assert_time (GDateTime  *time,
             const char *expected)
{
  g_autofree char *text = reknit_local_time_to_string (time);

  g_assert_cmpstr (text, ==, expected);
}

static ReknitOccasion *
occasion_on (ModelFixture *fixture,
             const char   *day)
{
  g_autoptr (GDateTime) from = reknit_local_time_parse (day);
  g_autoptr (GDateTime) until = g_date_time_add_days (from, 1);
  g_autoptr (GPtrArray) occasions = reknit_occasions_between (fixture->store, REKNIT_PLAN_KINDS_ALL, from, until);

  g_assert_cmpuint (occasions->len, ==, 1);
  return g_object_ref (occasions->pdata[0]);
}

static void
test_one (ModelFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    sample_plan (fixture, REKNIT_PLAN_KIND_DATE, "Picnic", "2026-11-27T20:00:00", "2026-11-27T23:00:00", "");
  g_autoptr (ReknitCalendarEntry) entry = reknit_plan_to_entry (plan);
  g_autoptr (ReknitCalendarEntry) again = reknit_plan_to_entry (plan);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, reknit_record_get_id (REKNIT_RECORD (plan)));

  g_assert_cmpstr (entry->uid, ==, again->uid);
  g_assert_null (strstr (entry->uid, id));
  g_assert_cmpstr (entry->summary, ==, "Picnic");
  g_assert_cmpstr (entry->location, ==, "The old mill; by the river");
  g_assert_cmpstr (entry->description, ==, "Bring bread,\ncheese");
  assert_time (entry->start, "2026-11-27T20:00:00");
  assert_time (entry->end, "2026-11-27T23:00:00");
  g_assert_false (entry->all_day);
  g_assert_false (entry->transparent);
  g_assert_cmpint (g_array_index (entry->alarms, int, 0), ==, 24 * 60);
  g_assert_cmpint (g_array_index (entry->alarms, int, 1), ==, 60);
  g_assert_cmpint (entry->modified, ==, reknit_clock_now (fixture->clock));
  g_assert_cmpuint (entry->sequence, ==, 0);
}

/* A calendar that has it already takes what was moved in its place. */
static void
test_moved (ModelFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    sample_plan (fixture, REKNIT_PLAN_KIND_PROTECTED, "", "2026-11-27T20:00:00", "2026-11-27T23:00:00", "");
  g_autoptr (ReknitCalendarEntry) before = reknit_plan_to_entry (plan);
  g_autoptr (ReknitOccasion) occasion = reknit_occasion_new_for_plan (plan);
  g_autoptr (GDateTime) day = reknit_local_time_parse ("2026-11-29T00:00:00");
  g_autoptr (ReknitCalendarEntry) after = NULL;

  g_assert_cmpstr (before->summary, ==, "Time for Us");
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->clock), 30);
  g_assert_true (reknit_planner_set_time (fixture->store, "Move", occasion, day, day, TRUE, NULL));
  after = reknit_plan_to_entry (plan);
  g_assert_cmpstr (after->uid, ==, before->uid);
  g_assert_cmpuint (after->sequence, >, before->sequence);
  g_assert_true (after->all_day);
  assert_time (after->start, "2026-11-29T00:00:00");
  assert_time (after->end, "2026-11-29T00:00:00");
  /* Counted from nine in the morning, as our own reminders are. */
  g_assert_cmpint (g_array_index (after->alarms, int, 1), ==, 60 - 9 * 60);
}

static void
test_series (ModelFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (ReknitPlan) series =
    sample_plan (fixture, REKNIT_PLAN_KIND_DATE, "Friday", "2026-11-26T20:00:00", "2026-11-26T23:00:00",
                 "FREQ=WEEKLY;BYDAY=FR");
  g_autoptr (ReknitOccasion) second = occasion_on (fixture, "2026-12-04T00:00:00");
  g_autoptr (ReknitOccasion) third = occasion_on (fixture, "2026-12-11T00:00:00");
  g_autoptr (GDateTime) starts = reknit_local_time_parse ("2026-12-12T19:00:00");
  g_autoptr (GDateTime) ends = reknit_local_time_parse ("2026-12-12T22:00:00");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const ReknitCalendarEntry *entry;

  g_assert_true (reknit_planner_call_off (fixture->store, "Call Off", second, NULL));
  g_assert_true (reknit_planner_set_time (fixture->store, "Move", third, starts, ends, FALSE, NULL));
  entries = reknit_plan_to_entries (series);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = entries->pdata[0];
  /* Its first time, not its start. */
  assert_time (entry->start, "2026-11-27T20:00:00");
  assert_time (entry->end, "2026-11-27T23:00:00");
  g_assert_cmpstr (entry->rule, ==, "FREQ=WEEKLY;BYDAY=FR");
  g_assert_cmpuint (entry->except->len, ==, 2);
  assert_time (entry->except->pdata[0], "2026-12-04T20:00:00");
  assert_time (entry->except->pdata[1], "2026-12-11T20:00:00");
  entry = entries->pdata[1];
  g_assert_cmpstr (entry->rule, ==, NULL);
  assert_time (entry->start, "2026-12-12T19:00:00");

  all = reknit_plans_to_entries (fixture->store);
  g_assert_cmpuint (all->len, ==, 2);
}

static void
assert_silent (ReknitPlan *plan,
               const char *label)
{
  g_autoptr (GPtrArray) entries = reknit_plan_to_entries (plan);
  g_autofree char *text = reknit_calendar_to_text (entries);
  static const char *const words[] = { "balloon", "mill", "river", "bread", "cheese", "basket" };

  g_assert_cmpstr (((ReknitCalendarEntry *) entries->pdata[0])->summary, ==, label);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (text, words[i]));
}

static void
test_surprise (ModelFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    sample_plan (fixture, REKNIT_PLAN_KIND_DATE, "Hot air balloon", "2026-11-27T20:00:00", "2026-11-27T23:00:00", "");
  gint64 ana = reknit_record_get_id (REKNIT_RECORD (fixture->ana));
  g_autoptr (ReknitPlanTask) task =
    g_object_new (REKNIT_TYPE_PLAN_TASK, "plan", reknit_record_get_id (REKNIT_RECORD (plan)),
                  "list", REKNIT_PLAN_LIST_READY, "body", "Book the basket", NULL);
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  g_assert_true (reknit_store_save (fixture->store, "Add", task, NULL));
  reknit_store_set_reader (fixture->store, ana);
  g_assert_true (reknit_surprise_hide (fixture->store, "Make a Surprise", plan, ana, NULL));
  mine = reknit_plan_dup_title (plan);
  g_assert_cmpstr (mine, ==, "Hot air balloon");
  assert_silent (plan, "Something is planned");

  reknit_store_set_reader (fixture->store, reknit_record_get_id (REKNIT_RECORD (fixture->ben)));
  theirs = reknit_plan_dup_title (plan);
  g_assert_cmpstr (theirs, ==, "Something is planned");
  assert_silent (plan, "Something is planned");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/plan-entries/one", test_one);
  model_test_add ("/plan-entries/moved", test_moved);
  model_test_add ("/plan-entries/series", test_series);
  model_test_add ("/plan-entries/surprise", test_surprise);
  return g_test_run ();
}
