#include "planner-fixture.h"

#include "reknit-choice-row.h"
#include "reknit-plan-form.h"
#include "reknit-plan-page.h"
#include "reknit-span-editor.h"
#include "reknit-surprise.h"

/* Surprises: what is done to one by whoever can’t read it, and that nothing tells it but its planner. */

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (record);
}

/* Ana’s, who sits there. */
static ReknitPlan *
add_surprise (UiFixture  *fixture,
              const char *rule)
{
  g_autoptr (GError) error = NULL;
  ReknitPlan *plan;

  ui_fixture_take (fixture, fixture->ana);
  plan = planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-06T20:00:00", "2026-11-06T23:00:00", rule, "Zeppelin flight");
  g_object_set (plan, "planner", id_of (fixture->ana), NULL);
  ui_fixture_save (fixture, plan);
  reknit_surprise_hide (fixture->store, NULL, plan, id_of (fixture->ana), &error);
  g_assert_no_error (error);
  return plan;
}

static void
activate (ReknitPlannerWindow *planner,
          const char          *action,
          ReknitPlan          *plan,
          const char          *starts)
{
  if (g_str_equal (action, "planner.move"))
    gtk_widget_activate_action (GTK_WIDGET (planner), action, "(xsi)", id_of (plan), starts, 1);
  else
    gtk_widget_activate_action (GTK_WIDGET (planner), action, "(xs)", id_of (plan), starts);
  ui_fixture_settle ();
}

static guint
count_plans (UiFixture *fixture)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_PLAN, NULL, NULL);

  return reknit_store_count (fixture->store, query);
}

/* A time of a series takes along what it is about when it is moved. Who can’t read that can’t move it; but they need not
 * come. */
static void
test_time_of_a_series (UiFixture     *fixture,
                       gconstpointer  data)
{
  g_autoptr (ReknitPlan) fridays = add_surprise (fixture, "FREQ=WEEKLY;BYDAY=FR");
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitPartner *others[] = { NULL, fixture->ben };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      ui_fixture_take (fixture, others[i]);
      g_assert_false (reknit_day_entry_move (reknit_day_cell_get_entry (planner_cell (planner, "2026-11-13"), 0), 1));
      activate (planner, "planner.move", fridays, "2026-11-13T20:00:00");
      activate (planner, "planner.edit", fridays, "2026-11-13T20:00:00");
      g_assert_null (reknit_planner_window_get_page (planner));
      activate (planner, "planner.open", fridays, "2026-11-13T20:00:00");
      g_assert_true (ui_fixture_reads (planner_page (planner), "Only Ana can change it, from their own seat."));
      g_assert_null (ui_fixture_find (planner_page (planner), GTK_TYPE_BUTTON, "Mark as Done"));
      g_assert_cmpuint (count_plans (fixture), ==, 1);
    }
  ui_fixture_press (planner_page (planner), "Call Off");
  g_assert_cmpuint (count_plans (fixture), ==, 2);

  ui_fixture_take (fixture, fixture->ana);
  activate (planner, "planner.move", fridays, "2026-11-20T20:00:00");
  activate (planner, "planner.open", fridays, "2026-11-20T20:00:00");
  g_assert_true (ui_fixture_reads (planner_page (planner), "Saturday 21 November"));
  g_assert_true (ui_fixture_reads (planner_page (planner), "Zeppelin flight"));
  g_assert_true (reknit_occasion_is_surprise (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (planner_page (planner)))));
  ui_fixture_take (fixture, fixture->ben);
  activate (planner, "planner.open", fridays, "2026-11-20T20:00:00");
  g_assert_false (ui_fixture_reads (planner_page (planner), "Zeppelin"));
  planner_close (planner);
}

/* One that stands for itself can be moved by either: nothing of what it is about goes along or is lost. */
static void
test_moved_by_the_other (UiFixture     *fixture,
                         gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan = add_surprise (fixture, "");
  ReknitPlannerWindow *planner = planner_open (fixture);

  ui_fixture_take (fixture, fixture->ben);
  activate (planner, "planner.edit", plan, "2026-11-06T20:00:00");
  g_assert_null (reknit_planner_window_get_page (planner));
  activate (planner, "planner.move", plan, "2026-11-06T20:00:00");
  g_assert_cmpstr (reknit_record_get_text (plan, "starts"), ==, "2026-11-07T20:00:00");
  ui_fixture_take (fixture, fixture->ana);
  activate (planner, "planner.open", plan, "2026-11-07T20:00:00");
  g_assert_true (ui_fixture_reads (planner_page (planner), "Zeppelin flight"));
  g_assert_true (ui_fixture_reads (planner_page (planner), "It is sealed until you tell."));
  planner_close (planner);
}

/* Whatever else is changed of it, it stays one until its planner says otherwise. */
static void
test_stays_one (UiFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan = add_surprise (fixture, "");
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (plan);

  activate (planner, "planner.edit", plan, "2026-11-06T20:00:00");
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (planner_row (planner_page (planner), "What For")), "appointment");
  ui_fixture_settle ();
  g_assert_true (gtk_widget_get_visible (planner_row (planner_page (planner), "A Surprise")));
  ui_fixture_press (planner_page (planner), "Save");
  g_assert_cmpint (reknit_plan_get_kind (plan), ==, REKNIT_PLAN_KIND_APPOINTMENT);
  g_assert_true (reknit_record_is_private (REKNIT_RECORD (details)));
  g_assert_false (ui_fixture_disk_has (fixture, "Zeppelin"));
  planner_close (planner);
}

/* Told by mistake and taken back at once, it is one again: also in the bytes on the disk. */
static void
test_taken_back (UiFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan = add_surprise (fixture, "");
  ReknitPlannerWindow *planner = planner_open (fixture);

  activate (planner, "planner.open", plan, "2026-11-06T20:00:00");
  ui_fixture_press (planner_page (planner), "Tell What It Is");
  g_assert_true (ui_fixture_disk_has (fixture, "Zeppelin"));
  g_assert_true (reknit_store_undo (fixture->store, NULL));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (planner_page (planner), "It is sealed until you tell."));
  g_assert_false (ui_fixture_disk_has (fixture, "Zeppelin"));
  ui_fixture_take (fixture, fixture->ben);
  activate (planner, "planner.open", plan, "2026-11-06T20:00:00");
  g_assert_true (ui_fixture_reads (planner_page (planner), "Something is planned"));
  g_assert_false (ui_fixture_reads (planner_page (planner), "Zeppelin"));
  planner_close (planner);
}

/* Nobody is surprised with closeness: that is for both to want. */
static void
test_no_closeness (UiFixture     *fixture,
                   gconstpointer  data)
{
  ReknitPlannerWindow *planner;

  ui_fixture_take (fixture, fixture->ana);
  planner = planner_open (fixture);
  reknit_planner_window_plan (planner, NULL);
  g_assert_true (gtk_widget_get_visible (planner_row (planner_page (planner), "A Surprise")));
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (planner_row (planner_page (planner), "What For")), "closeness");
  ui_fixture_settle ();
  g_assert_null (ui_fixture_find (planner_page (planner), ADW_TYPE_PREFERENCES_ROW, "A Surprise"));
  planner_close (planner);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/plan-surprise/time-of-a-series", "sealed", test_time_of_a_series);
  ui_test_add ("/plan-surprise/time-of-a-series-unsealed", NULL, test_time_of_a_series);
  ui_test_add ("/plan-surprise/moved-by-the-other", "sealed", test_moved_by_the_other);
  ui_test_add ("/plan-surprise/stays-one", "sealed", test_stays_one);
  ui_test_add ("/plan-surprise/taken-back", "sealed", test_taken_back);
  ui_test_add ("/plan-surprise/no-closeness", NULL, test_no_closeness);
  return g_test_run ();
}
