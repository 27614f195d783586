#include "model-fixture.h"
#include "reknit-clash.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-planner.h"

static GDateTime *
local (const char *text)
{
  GDateTime *time = reknit_local_time_parse (text);

  g_assert_nonnull (time);
  return time;
}

static ReknitPlan *
add (ModelFixture   *fixture,
     ReknitPlanKind  kind,
     const char     *starts,
     const char     *ends,
     const char     *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  ReknitPlan *plan = g_object_new (REKNIT_TYPE_PLAN, "kind", kind, "starts", starts, "ends", ends, "rule", rule, NULL);

  reknit_planner_save (fixture->store, "Plan", plan, details, NULL, 0, &error);
  g_assert_no_error (error);
  return plan;
}

/* The days and times of what lies between, with a space after each. */
static char *
list (ModelFixture *fixture,
      const char   *from,
      const char   *until)
{
  g_autoptr (GDateTime) first = local (from);
  g_autoptr (GDateTime) last = local (until);
  g_autoptr (GPtrArray) occasions = reknit_occasions_between (fixture->store, REKNIT_PLAN_KINDS_ALL, first, last);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < occasions->len; i++)
    {
      g_autofree char *start = g_date_time_format (reknit_occasion_get_starts (occasions->pdata[i]), "%d.%m.%H:%M ");

      g_string_append (text, start);
    }
  return g_string_free (text, FALSE);
}

static void
assert_list (ModelFixture *fixture,
             const char   *from,
             const char   *until,
             const char   *expected)
{
  g_autofree char *found = list (fixture, from, until);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_range (ModelFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (ReknitPlan) before = add (fixture, REKNIT_PLAN_KIND_DATE, "2026-10-31T22:00:00", "2026-11-01T00:00:00", "");
  g_autoptr (ReknitPlan) across = add (fixture, REKNIT_PLAN_KIND_DATE, "2026-10-30T18:00:00", "2026-11-01T12:00:00", "");
  g_autoptr (ReknitPlan) within = add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-20T19:00:00", "2026-11-20T22:00:00", "");
  g_autoptr (ReknitPlan) after = add (fixture, REKNIT_PLAN_KIND_DATE, "2026-12-01T00:00:00", "2026-12-01T02:00:00", "");

  assert_list (fixture, "2026-11-01T00:00:00", "2026-12-01T00:00:00", "30.10.18:00 20.11.19:00 ");
}

static void
test_series (ModelFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (ReknitPlan) fridays =
    add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-06T20:00:00", "2026-11-06T23:00:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
  g_autoptr (ReknitPlan) once = add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-10T20:00:00", "2026-11-10T23:00:00", "");

  assert_list (fixture, "2026-11-01T00:00:00", "2026-12-20T00:00:00",
               "06.11.20:00 10.11.20:00 20.11.20:00 04.12.20:00 18.12.20:00 ");
}

static void
test_turns (ModelFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (GDateTime) from = local ("2026-11-14T00:00:00");
  g_autoptr (GDateTime) until = local ("2026-12-05T00:00:00");
  g_autoptr (GPtrArray) occasions = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitPlan) weekly =
    add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-06T20:00:00", "2026-11-06T23:00:00", "FREQ=WEEKLY;BYDAY=FR");
  gint64 ana = reknit_record_get_id (REKNIT_RECORD (fixture->ana));
  gint64 ben = reknit_record_get_id (REKNIT_RECORD (fixture->ben));

  g_object_set (weekly, "planner", ana, "turns", TRUE, NULL);
  reknit_store_save (fixture->store, "Take Turns", weekly, &error);
  g_assert_no_error (error);

  occasions = reknit_occasions_between (fixture->store, REKNIT_PLAN_KINDS_ALL, from, until);
  g_assert_cmpuint (occasions->len, ==, 3);
  g_assert_cmpint (reknit_occasion_get_planner (occasions->pdata[0]), ==, ana);
  g_assert_cmpint (reknit_occasion_get_planner (occasions->pdata[1]), ==, ben);
  g_assert_cmpint (reknit_occasion_get_planner (occasions->pdata[2]), ==, ana);
}

static void
test_leap_day (ModelFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (ReknitPlan) day = add (fixture, REKNIT_PLAN_KIND_SPECIAL_DAY, "2024-02-29T00:00:00", "2024-03-01T00:00:00",
                                    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");

  assert_list (fixture, "2026-01-01T00:00:00", "2029-01-01T00:00:00", "28.02.00:00 28.02.00:00 29.02.00:00 ");
}

static void
assert_found (ModelFixture *fixture,
              ReknitPlan   *plan,
              const char   *starts,
              const char   *expected)
{
  g_autoptr (GDateTime) time = local (starts);
  g_autoptr (ReknitOccasion) found = reknit_occasions_find (fixture->store, reknit_record_get_id (REKNIT_RECORD (plan)), time);
  g_autofree char *text = found != NULL ? reknit_local_time_to_string (reknit_occasion_get_starts (found)) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

/* By its plan, wherever it was moved to; of a series the time that began then, or what stands for it. */
static void
test_find (ModelFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (ReknitPlan) fridays =
    add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-06T20:00:00", "2026-11-06T23:00:00", "FREQ=WEEKLY;BYDAY=FR");
  g_autoptr (GDateTime) second = local ("2026-11-13T20:00:00");
  g_autoptr (GDateTime) starts = local ("2026-11-14T18:00:00");
  g_autoptr (GDateTime) ends = local ("2026-11-14T21:00:00");
  g_autoptr (ReknitOccasion) occasion = NULL;
  g_autoptr (ReknitOccasion) moved = NULL;
  g_autoptr (GError) error = NULL;

  assert_found (fixture, fridays, "2026-11-13T20:00:00", "2026-11-13T20:00:00");
  assert_found (fixture, fridays, "2026-11-12T20:00:00", NULL);

  occasion = reknit_occasions_find (fixture->store, reknit_record_get_id (REKNIT_RECORD (fridays)), second);
  reknit_planner_set_time (fixture->store, "Move", occasion, starts, ends, FALSE, &error);
  g_assert_no_error (error);
  assert_found (fixture, fridays, "2026-11-13T20:00:00", "2026-11-14T18:00:00");

  moved = reknit_occasions_find (fixture->store, reknit_record_get_id (REKNIT_RECORD (fridays)), second);
  reknit_planner_call_off (fixture->store, "Call Off", moved, &error);
  g_assert_no_error (error);
  assert_found (fixture, fridays, "2026-11-13T20:00:00", NULL);
  assert_found (fixture, fridays, "2026-11-20T20:00:00", "2026-11-20T20:00:00");
}

typedef struct
{
  guint n;
  guint position;
  guint removed;
  guint added;
} Heard;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Heard      *heard)
{
  *heard = (Heard) { heard->n + 1, position, removed, added };
}

static void
assert_heard (Heard *heard,
              guint  position,
              guint  removed,
              guint  added)
{
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (heard->n, ==, 1);
  g_assert_cmpuint (heard->position, ==, position);
  g_assert_cmpuint (heard->removed, ==, removed);
  g_assert_cmpuint (heard->added, ==, added);
  *heard = (Heard) { 0 };
}

static void
test_list_says_exactly_what_changed (ModelFixture  *fixture,
                                     gconstpointer  data)
{
  ReknitOccasionList *model = reknit_occasion_list_new (fixture->store, REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_DATE));
  g_autoptr (GDateTime) from = local ("2026-11-01T00:00:00");
  g_autoptr (GDateTime) until = local ("2026-12-01T00:00:00");
  g_autoptr (GDateTime) starts = local ("2026-11-25T19:00:00");
  g_autoptr (GDateTime) ends = local ("2026-11-25T22:00:00");
  g_autoptr (ReknitPlan) one = add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-03T19:00:00", "2026-11-03T22:00:00", "");
  g_autoptr (ReknitPlan) two = add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-13T19:00:00", "2026-11-13T22:00:00", "");
  g_autoptr (ReknitPlan) three = NULL;
  g_autoptr (ReknitPlan) other = NULL;
  g_autoptr (ReknitOccasion) first = NULL;
  g_autoptr (ReknitOccasion) still_first = NULL;
  g_autoptr (ReknitOccasion) occasion = NULL;
  Heard heard = { 0 };

  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), &heard);
  reknit_occasion_list_set_range (model, from, until);
  assert_heard (&heard, 0, 0, 2);
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);

  three = add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-23T19:00:00", "2026-11-23T22:00:00", "");
  assert_heard (&heard, 2, 0, 1);

  occasion = reknit_occasion_new_for_plan (two);
  g_assert_true (reknit_planner_set_time (fixture->store, "Move", occasion, starts, ends, FALSE, NULL));
  assert_heard (&heard, 1, 2, 2);
  still_first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (still_first == first);

  g_assert_true (reknit_store_undo (fixture->store, NULL));
  assert_heard (&heard, 1, 2, 2);

  other = add (fixture, REKNIT_PLAN_KIND_OWN, "2026-11-14T19:00:00", "2026-11-14T22:00:00", "");
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (heard.n, ==, 0);
  g_assert_finalize_object (model);
}

static gboolean
clashes (ReknitPlan *one,
         ReknitPlan *other)
{
  g_autoptr (ReknitOccasion) this = reknit_occasion_new_for_plan (one);
  g_autoptr (ReknitOccasion) that = reknit_occasion_new_for_plan (other);

  g_assert_cmpint (reknit_occasions_clash (this, that), ==, reknit_occasions_clash (that, this));
  return reknit_occasions_clash (this, that);
}

static void
test_clashes (ModelFixture  *fixture,
              gconstpointer  data)
{
  const char *from = "2026-11-20T19:00:00", *until = "2026-11-20T22:00:00";
  g_autoptr (ReknitPlan) date = add (fixture, REKNIT_PLAN_KIND_DATE, from, until, "");
  g_autoptr (ReknitPlan) second = add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-20T21:00:00", "2026-11-20T23:00:00", "");
  g_autoptr (ReknitPlan) later = add (fixture, REKNIT_PLAN_KIND_DATE, until, "2026-11-20T23:00:00", "");
  g_autoptr (ReknitPlan) protected = add (fixture, REKNIT_PLAN_KIND_PROTECTED, from, until, "");
  g_autoptr (ReknitPlan) own = add (fixture, REKNIT_PLAN_KIND_OWN, from, until, "");
  g_autoptr (ReknitPlan) own_too = add (fixture, REKNIT_PLAN_KIND_OWN, from, until, "");
  g_autoptr (ReknitPlan) doctor = add (fixture, REKNIT_PLAN_KIND_APPOINTMENT, from, until, "");
  g_autoptr (ReknitPlan) birthday = add (fixture, REKNIT_PLAN_KIND_SPECIAL_DAY, "2026-11-20T00:00:00", "2026-11-21T00:00:00", "");
  g_autoptr (ReknitOccasion) occasion = reknit_occasion_new_for_plan (date);
  g_autoptr (GPtrArray) found = reknit_clashes_find (fixture->store, occasion);

  g_object_set (own, "planner", reknit_record_get_id (REKNIT_RECORD (fixture->ana)), NULL);
  g_object_set (own_too, "planner", reknit_record_get_id (REKNIT_RECORD (fixture->ben)), NULL);
  g_assert_true (clashes (date, second));
  g_assert_false (clashes (date, later));
  g_assert_false (clashes (date, protected));
  g_assert_true (clashes (date, own));
  g_assert_true (clashes (protected, own));
  g_assert_false (clashes (own, own_too));
  g_assert_true (clashes (date, doctor));
  g_assert_true (clashes (protected, doctor));
  g_assert_false (clashes (date, birthday));
  g_assert_false (clashes (date, date));
  g_assert_cmpuint (found->len, ==, 4);
}

static void
test_own_time_is_its_owners (ModelFixture  *fixture,
                             gconstpointer  data)
{
  const char *from = "2026-11-20T19:00:00", *until = "2026-11-20T22:00:00";
  gint64 ana = reknit_record_get_id (REKNIT_RECORD (fixture->ana)), ben = reknit_record_get_id (REKNIT_RECORD (fixture->ben));
  g_autoptr (ReknitPlan) own = add (fixture, REKNIT_PLAN_KIND_OWN, from, until, "");
  g_autoptr (ReknitPlan) date = add (fixture, REKNIT_PLAN_KIND_DATE, from, until, "");
  g_autoptr (ReknitOccasion) mine = reknit_occasion_new_for_plan (own);
  g_autoptr (ReknitOccasion) ours = reknit_occasion_new_for_plan (date);

  g_object_set (own, "planner", ben, NULL);
  g_object_set (date, "planner", ben, NULL);
  g_assert_true (reknit_occasion_is_open_to (mine, ben));
  g_assert_false (reknit_occasion_is_open_to (mine, ana));
  g_assert_false (reknit_occasion_is_open_to (mine, 0));
  g_assert_true (reknit_occasion_is_open_to (ours, ana));
  g_assert_true (reknit_occasion_is_open_to (ours, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/occasions/range", test_range);
  model_test_add ("/occasions/series", test_series);
  model_test_add ("/occasions/turns", test_turns);
  model_test_add ("/occasions/leap-day", test_leap_day);
  model_test_add ("/occasions/find", test_find);
  model_test_add ("/occasions/items-changed", test_list_says_exactly_what_changed);
  model_test_add ("/occasions/clashes", test_clashes);
  model_test_add ("/occasions/own-time-is-its-owners", test_own_time_is_its_owners);
  return g_test_run ();
}
