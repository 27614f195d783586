#include "planner-fixture.h"

#include "reknit-choice-row.h"
#include "reknit-plan-form.h"
#include "reknit-plan-page.h"
#include "reknit-ui.h"

/* Own time in the planner: planner_add() makes it Ben's. */

static ReknitPlan *
add_choir (UiFixture *fixture)
{
  return planner_add (fixture, REKNIT_PLAN_KIND_OWN, "2026-11-25T19:00:00", "2026-11-25T21:00:00", "", "Choir");
}

static void
activate (ReknitPlannerWindow *planner,
          const char          *action,
          ReknitPlan          *plan)
{
  gint64 id = reknit_record_get_id (REKNIT_RECORD (plan));

  if (g_str_equal (action, "planner.move"))
    gtk_widget_activate_action (GTK_WIDGET (planner), action, "(xsi)", id, "2026-11-25T19:00:00", 1);
  else
    gtk_widget_activate_action (GTK_WIDGET (planner), action, "(xs)", id, "2026-11-25T19:00:00");
  ui_fixture_settle ();
}

static void
test_locked_for_the_other (UiFixture     *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan = add_choir (fixture);
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitPartner *others[] = { NULL, fixture->ana };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      ReknitDayEntry *entry;

      ui_fixture_take (fixture, others[i]);
      entry = reknit_day_cell_get_entry (planner_cell (planner, "2026-11-25"), 0);
      g_assert_false (reknit_day_entry_move (entry, 1));
      activate (planner, "planner.move", plan);
      activate (planner, "planner.edit", plan);
      g_assert_null (reknit_planner_window_get_page (planner));
      activate (planner, "planner.call-off", plan);
      g_assert_true (reknit_record_is_stored (REKNIT_RECORD (plan)));
      g_assert_cmpstr (reknit_record_get_text (plan, "starts"), ==, "2026-11-25T19:00:00");
      activate (planner, "planner.open", plan);
      g_assert_true (ui_fixture_reads (reknit_planner_window_get_page (planner),
                                       "This is Ben’s own time. Only Ben can change it, from their own seat."));
      g_assert_null (ui_fixture_find (reknit_planner_window_get_page (planner), GTK_TYPE_BUTTON, "Edit"));
      g_assert_null (ui_fixture_find (reknit_planner_window_get_page (planner), GTK_TYPE_BUTTON, "Call Off"));
    }
  planner_close (planner);
}

static void
test_open_to_its_owner (UiFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan = add_choir (fixture);
  ReknitPlannerWindow *planner = planner_open (fixture);

  ui_fixture_take (fixture, fixture->ben);
  activate (planner, "planner.move", plan);
  g_assert_cmpstr (reknit_record_get_text (plan, "starts"), ==, "2026-11-26T19:00:00");
  activate (planner, "planner.edit", plan);
  g_assert_true (REKNIT_IS_PLAN_FORM (reknit_planner_window_get_page (planner)));
  planner_write (reknit_planner_window_get_page (planner), "Title", "Rehearsal");
  ui_fixture_press (reknit_planner_window_get_page (planner), "Save");
  g_assert_cmpint (reknit_record_get_integer (plan, "planner"), ==, reknit_record_get_id (REKNIT_RECORD (fixture->ben)));
  activate (planner, "planner.call-off", plan);
  g_assert_false (reknit_record_is_stored (REKNIT_RECORD (plan)));
  planner_close (planner);
}

/* Nobody plans own time for the other; together there is nobody whose it could be. */
static void
test_new_is_mine (UiFixture     *fixture,
                  gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitPlan *plan;

  reknit_planner_window_plan (planner, NULL);
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (planner_row (reknit_planner_window_get_page (planner), "What For")), "own");
  g_assert_cmpstr (reknit_choice_row_get_choice (REKNIT_CHOICE_ROW (planner_row (reknit_planner_window_get_page (planner), "What For"))),
                   !=, "own");
  ui_fixture_take (fixture, fixture->ana);
  reknit_planner_window_plan (planner, NULL);
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (planner_row (reknit_planner_window_get_page (planner), "What For")), "own");
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (reknit_planner_window_get_page (planner), "Ben sees when it is, and what you call it."));
  planner_write (reknit_planner_window_get_page (planner), "Title", "Running");
  ui_fixture_press (reknit_planner_window_get_page (planner), "Save");
  plan = reknit_occasion_get_plan (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (reknit_planner_window_get_page (planner))));
  g_assert_cmpint (reknit_plan_get_kind (plan), ==, REKNIT_PLAN_KIND_OWN);
  g_assert_cmpint (reknit_record_get_integer (plan, "planner"), ==, reknit_record_get_id (REKNIT_RECORD (fixture->ana)));
  planner_close (planner);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  reknit_ui_init ();

  ui_test_add ("/own-time/locked-for-the-other", NULL, test_locked_for_the_other);
  ui_test_add ("/own-time/open-to-its-owner", NULL, test_open_to_its_owner);
  ui_test_add ("/own-time/new-is-mine", NULL, test_new_is_mine);
  return g_test_run ();
}
