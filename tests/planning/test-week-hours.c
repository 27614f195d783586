#include "model-fixture.h"
#include "reknit-local-time.h"
#include "reknit-plan-details.h"
#include "reknit-planner.h"
#include "reknit-unplugged.h"
#include "reknit-week-hours.h"
#include "reknit-weekly-aim.h"

static void
add (ModelFixture    *fixture,
     ReknitPlanKind   kind,
     ReknitPlanState  state,
     const char      *starts,
     const char      *ends,
     gboolean         all_day,
     const char      *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  g_autoptr (ReknitPlan) plan = g_object_new (REKNIT_TYPE_PLAN, "kind", kind, "state", state, "starts", starts,
                                              "ends", ends, "all-day", all_day, "rule", rule, NULL);

  reknit_planner_save (fixture->store, NULL, plan, details, NULL, 0, &error);
  g_assert_no_error (error);
}

static void
assert_week (ModelFixture *fixture,
             const char   *monday,
             int           planned,
             int           done)
{
  g_autoptr (GDateTime) start = reknit_local_time_parse (monday);
  ReknitWeekHours hours = reknit_week_hours_measure (fixture->store, start);

  g_assert_cmpint (hours.planned, ==, planned);
  g_assert_cmpint (hours.done, ==, done);
}

static void
test_what_counts (ModelFixture  *fixture,
                  gconstpointer  data)
{
  const ReknitPlanState to_come = REKNIT_PLAN_STATE_PLANNED, done = REKNIT_PLAN_STATE_DONE;

  add (fixture, REKNIT_PLAN_KIND_PROTECTED, to_come, "2026-11-03T19:00:00", "2026-11-03T21:00:00", FALSE, "FREQ=WEEKLY;BYDAY=TU");
  assert_week (fixture, "2026-11-16T00:00:00", 120, 0);
  /* Half of it lies within the time that was kept free for it. */
  add (fixture, REKNIT_PLAN_KIND_DATE, done, "2026-11-17T20:00:00", "2026-11-17T22:00:00", FALSE, "");
  assert_week (fixture, "2026-11-16T00:00:00", 180, 120);
  add (fixture, REKNIT_PLAN_KIND_OWN, done, "2026-11-18T20:00:00", "2026-11-18T22:00:00", FALSE, "");
  add (fixture, REKNIT_PLAN_KIND_APPOINTMENT, done, "2026-11-18T10:00:00", "2026-11-18T11:00:00", FALSE, "");
  assert_week (fixture, "2026-11-16T00:00:00", 180, 120);
  /* From Saturday to Monday: two days in this week, one in the next. */
  add (fixture, REKNIT_PLAN_KIND_DATE, to_come, "2026-11-21T00:00:00", "2026-11-24T00:00:00", TRUE, "");
  assert_week (fixture, "2026-11-16T00:00:00", 180 + 2 * 720, 120);
  assert_week (fixture, "2026-11-23T00:00:00", 120 + 720, 0);
}

static void
test_unplugged_counts (ModelFixture  *fixture,
                       gconstpointer  data)
{
  gint64 now = reknit_clock_now (fixture->clock);
  g_autoptr (ReknitUnplugged) session = g_object_new (REKNIT_TYPE_UNPLUGGED, "minutes", (gint64) 60, "started", now,
                                                      "ends", now + 3600, NULL);
  g_autoptr (GError) error = NULL;

  reknit_store_save (fixture->store, NULL, session, &error);
  g_assert_no_error (error);
  assert_week (fixture, "2026-11-16T00:00:00", 0, 0);
  g_object_set (session, "ended", now + 45 * 60, NULL);
  reknit_store_save (fixture->store, NULL, session, &error);
  g_assert_no_error (error);
  assert_week (fixture, "2026-11-16T00:00:00", 0, 45);
  assert_week (fixture, "2026-11-23T00:00:00", 0, 0);
}

static void
test_aim_is_what_both_said (ModelFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (ReknitWeeklyAim) of_ana = reknit_weekly_aim_get (fixture->store, reknit_record_get_id (REKNIT_RECORD (fixture->ana)));
  g_autoptr (ReknitWeeklyAim) of_ben = reknit_weekly_aim_get (fixture->store, reknit_record_get_id (REKNIT_RECORD (fixture->ben)));

  g_assert_cmpint (reknit_weekly_aim_get_minutes (fixture->store), ==, 0);
  g_object_set (of_ana, "minutes", (gint64) 300, NULL);
  g_assert_true (reknit_store_save (fixture->store, NULL, of_ana, NULL));
  g_assert_cmpint (reknit_weekly_aim_get_minutes (fixture->store), ==, 0);
  g_object_set (of_ben, "minutes", (gint64) 240, NULL);
  g_assert_true (reknit_store_save (fixture->store, NULL, of_ben, NULL));
  g_assert_cmpint (reknit_weekly_aim_get_minutes (fixture->store), ==, 240);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/week-hours/what-counts", test_what_counts);
  model_test_add ("/week-hours/unplugged", test_unplugged_counts);
  model_test_add ("/week-hours/aim", test_aim_is_what_both_said);
  return g_test_run ();
}
