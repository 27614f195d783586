#include "plan-samples.h"

#include "reknit-planner.h"

ReknitPlan *
sample_plan (ModelFixture   *fixture,
             ReknitPlanKind  kind,
             const char     *title,
             const char     *starts,
             const char     *ends,
             const char     *rule)
{
  static const int leads[] = { 24 * 60, 60 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  ReknitPlan *plan = g_object_new (REKNIT_TYPE_PLAN, "kind", kind, "starts", starts, "ends", ends, "rule", rule,
                                   "all-day", g_str_has_suffix (starts, "T00:00:00"),
                                   "planner", reknit_record_get_id (REKNIT_RECORD (fixture->ana)), NULL);

  g_object_set (details, "title", title, "place", "The old mill; by the river", "notes", "Bring bread,\ncheese", NULL);
  reknit_planner_save (fixture->store, "Plan", plan, details, leads, G_N_ELEMENTS (leads), &error);
  g_assert_no_error (error);
  return plan;
}
