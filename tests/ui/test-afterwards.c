#include "planner-fixture.h"

#include "reknit-earlier-text.h"
#include "reknit-text-field.h"

/* How a date was, said by each and shared or not. */

/* As Ana. */
static void
remember (UiFixture           *fixture,
          ReknitPlannerWindow *planner,
          ReknitPlan          *plan,
          const char          *words)
{
  ui_fixture_take (fixture, fixture->ana);
  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (plan)), NULL);
  ui_fixture_settle ();
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (ui_fixture_find (planner_page (planner), REKNIT_TYPE_TEXT_FIELD, "A Memory")), words);
  ui_fixture_press (planner_page (planner), "Save");
}

/* Each says in their own seat how it was, and the other reads it once it is shared. */
static void
test_how_it_was (UiFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-20T20:00:00", "2026-11-20T23:00:00", "", "Pizza");
  ReknitPlannerWindow *planner;
  GtkWidget *memory;

  ui_fixture_take (fixture, fixture->ana);
  planner = planner_open (fixture);
  planner_open_done (planner, plan);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_fixture_find (planner_page (planner), GTK_TYPE_TOGGLE_BUTTON, "Wonderful")), TRUE);
  memory = ui_fixture_find (planner_page (planner), REKNIT_TYPE_TEXT_FIELD, "A Memory");
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (memory), "Periwinkle skies");
  ui_fixture_press (planner_page (planner), "Save");
  g_assert_false (ui_fixture_disk_has (fixture, "Periwinkle"));

  ui_fixture_take (fixture, fixture->ben);
  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (plan)), NULL);
  ui_fixture_settle ();
  g_assert_false (ui_fixture_reads (planner_page (planner), "Periwinkle"));

  ui_fixture_take (fixture, fixture->ana);
  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (plan)), NULL);
  ui_fixture_press (planner_page (planner), "Share With Ben");
  ui_fixture_take (fixture, fixture->ben);
  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (plan)), NULL);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (planner_page (planner), "Periwinkle skies"));
  g_assert_false (ui_fixture_reads (planner_page (planner), "Changed After It Was Shared"));
  planner_close (planner);
}

static void
open_as (UiFixture           *fixture,
         ReknitPlannerWindow *planner,
         ReknitPartner       *partner,
         ReknitPlan          *plan)
{
  ui_fixture_take (fixture, partner);
  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (plan)), NULL);
  ui_fixture_settle ();
}

/* What is said otherwise after it was shared can be seen to be; taken back, it goes with all that it said. */
static void
test_said_otherwise (UiFixture     *fixture,
                     gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-20T20:00:00", "2026-11-20T23:00:00", "", "Pizza");
  g_autoptr (ReknitQuery) earlier = reknit_query_new (REKNIT_TYPE_EARLIER_TEXT, NULL, NULL);
  ReknitPlannerWindow *planner;

  ui_fixture_take (fixture, fixture->ana);
  planner = planner_open (fixture);
  planner_open_done (planner, plan);
  remember (fixture, planner, plan, "Periwinkle hills");
  remember (fixture, planner, plan, "Periwinkle skies");
  ui_fixture_press (planner_page (planner), "Share With Ben");
  g_assert_false (ui_fixture_reads (planner_page (planner), "Changed After It Was Shared"));
  remember (fixture, planner, plan, "Periwinkle seas");
  g_assert_true (ui_fixture_reads (planner_page (planner), "Changed After It Was Shared"));
  open_as (fixture, planner, fixture->ben, plan);
  g_assert_true (ui_fixture_reads (planner_page (planner), "Periwinkle seas"));
  g_assert_true (ui_fixture_reads (planner_page (planner), "Changed After It Was Shared"));
  g_assert_false (ui_fixture_disk_has (fixture, "Periwinkle hills"));

  /* Who deletes the date deletes that, too, and undo brings it back. */
  ui_fixture_press (planner_page (planner), "Delete");
  g_assert_cmpuint (reknit_store_count (fixture->store, earlier), ==, 0);
  g_assert_true (reknit_store_undo (fixture->store, NULL));
  g_assert_cmpuint (reknit_store_count (fixture->store, earlier), ==, 1);

  open_as (fixture, planner, fixture->ana, plan);
  ui_fixture_press (planner_page (planner), "Take Back");
  g_assert_false (ui_fixture_disk_has (fixture, "Periwinkle"));
  open_as (fixture, planner, fixture->ben, plan);
  g_assert_false (ui_fixture_reads (planner_page (planner), "Periwinkle"));
  g_assert_false (ui_fixture_reads (planner_page (planner), "Changed After It Was Shared"));
  planner_close (planner);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/afterwards/how-it-was", "sealed", test_how_it_was);
  ui_test_add ("/afterwards/said-otherwise", "sealed", test_said_otherwise);
  return g_test_run ();
}
