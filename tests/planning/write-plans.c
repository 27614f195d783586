/* write-plans TO: writes what a couple has planned, stored as the program stores it, as a calendar to TO. */
#include "plan-samples.h"
#include "reknit-calendar.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-plan-entries.h"
#include "reknit-planner.h"
#include "reknit-surprise.h"

static ReknitOccasion *
occasion_at (ModelFixture *fixture,
             const char   *starts)
{
  g_autoptr (GDateTime) from = reknit_local_time_parse (starts);
  g_autoptr (GDateTime) until = g_date_time_add_minutes (from, 1);
  g_autoptr (GPtrArray) occasions = reknit_occasions_between (fixture->store, REKNIT_PLAN_KINDS_ALL, from, until);

  return g_object_ref (occasions->pdata[0]);
}

static void
plan_a_lot (ModelFixture *fixture)
{
  gint64 ana = reknit_record_get_id (REKNIT_RECORD (fixture->ana));
  g_autoptr (ReknitPlan) picnic =
    sample_plan (fixture, REKNIT_PLAN_KIND_DATE, "Picnic", "2026-03-28T20:00:00", "2026-03-29T04:00:00", "");
  g_autoptr (ReknitPlan) week =
    sample_plan (fixture, REKNIT_PLAN_KIND_PROTECTED, "", "2026-03-03T19:00:00", "2026-03-03T21:00:00", "FREQ=WEEKLY");
  g_autoptr (ReknitPlan) getaway =
    sample_plan (fixture, REKNIT_PLAN_KIND_DATE, "Getaway", "2026-05-01T00:00:00", "2026-05-04T00:00:00", "");
  g_autoptr (ReknitPlan) leap =
    sample_plan (fixture, REKNIT_PLAN_KIND_SPECIAL_DAY, "Leap Day", "2024-02-29T00:00:00", "2024-03-01T00:00:00",
                 "FREQ=YEARLY");
  g_autoptr (ReknitPlan) balloon =
    sample_plan (fixture, REKNIT_PLAN_KIND_DATE, "Hot air balloon", "2026-06-06T07:00:00", "2026-06-06T11:00:00", "");
  g_autoptr (ReknitOccasion) off = occasion_at (fixture, "2026-03-10T19:00:00");
  g_autoptr (ReknitOccasion) moved = occasion_at (fixture, "2026-03-31T19:00:00");
  g_autoptr (GDateTime) starts = reknit_local_time_parse ("2026-04-01T18:30:00");
  g_autoptr (GDateTime) ends = reknit_local_time_parse ("2026-04-01T20:00:00");

  g_assert_true (reknit_planner_call_off (fixture->store, "Call Off", off, NULL));
  g_assert_true (reknit_planner_set_time (fixture->store, "Move", moved, starts, ends, FALSE, NULL));
  reknit_store_set_reader (fixture->store, ana);
  g_assert_true (reknit_surprise_hide (fixture->store, "Make a Surprise", balloon, ana, NULL));
}

int
main (int argc, char *argv[])
{
  ModelFixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GFile) target = NULL;

  g_assert_cmpint (argc, ==, 2);
  model_fixture_set_up (&fixture, NULL);
  plan_a_lot (&fixture);
  entries = reknit_plans_to_entries (fixture.store);
  target = g_file_new_for_path (argv[1]);
  reknit_calendar_write (target, entries, &error);
  g_assert_no_error (error);
  model_fixture_tear_down (&fixture, NULL);
  return 0;
}
