#include "page-fixture.h"

#include "reknit-choice-row.h"
#include "reknit-content.h"
#include "reknit-local-time.h"
#include "reknit-moment-row.h"
#include "reknit-occasion-list.h"
#include "reknit-planner.h"
#include "reknit-tools.h"
#include "reknit-ui.h"
#include "reknit-week-block-page.h"
#include "reknit-week-form.h"
#include "reknit-week-page.h"
#include "reknit-weekly-aim.h"

/* It is Sunday the 22nd of November, 19:00, and weeks begin on Sunday. */

static ReknitPlan *
add (PageFixture    *fixture,
     ReknitPlanKind  kind,
     ReknitPartner  *planner,
     const char     *starts,
     const char     *ends,
     const char     *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  ReknitPlan *plan = g_object_new (REKNIT_TYPE_PLAN, "kind", kind, "starts", starts, "ends", ends, "rule", "",
                                   "planner", planner != NULL ? reknit_record_get_id (REKNIT_RECORD (planner)) : (gint64) 0, NULL);

  g_object_set (details, "title", title, NULL);
  reknit_planner_save (fixture->model.store, "Plan", plan, details, NULL, 0, &error);
  g_assert_no_error (error);
  page_settle ();
  return plan;
}

static ReknitWeekPage *
open_week (PageFixture *fixture)
{
  ReknitWeekPage *page = REKNIT_WEEK_PAGE (page_open (fixture, "prioritize-time"));

  page_wait (100);
  g_assert_true (reknit_week_view_is_wide (reknit_week_page_get_view (page)));
  return page;
}

static GtkGesture *
find_drag (ReknitWeekGrid *grid)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (grid));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* What the gesture says when a pointer goes from one time to another. */
static void
drag (ReknitWeekPage *page,
      int             from_day,
      double          from_minute,
      int             to_day,
      double          to_minute)
{
  ReknitWeekGrid *grid = reknit_week_view_get_grid (reknit_week_page_get_view (page));
  GtkGesture *gesture = find_drag (grid);
  double from_x, from_y, to_x, to_y;

  reknit_week_grid_get_place (grid, from_day, (int) from_minute, &from_x, &from_y);
  reknit_week_grid_get_place (grid, to_day, (int) to_minute, &to_x, &to_y);
  g_signal_emit_by_name (gesture, "drag-begin", from_x, from_y);
  g_signal_emit_by_name (gesture, "drag-update", (to_x - from_x) / 2, (to_y - from_y) / 2);
  g_signal_emit_by_name (gesture, "drag-update", to_x - from_x, to_y - from_y);
  g_signal_emit_by_name (gesture, "drag-end", to_x - from_x, to_y - from_y);
  page_settle ();
}

static GPtrArray *
list_plans (PageFixture *fixture)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_PLAN, NULL, "id");

  return reknit_store_all (fixture->model.store, query);
}

static void
assert_time (ReknitPlan *plan,
             const char *starts,
             const char *ends)
{
  g_assert_cmpstr (reknit_record_get_text (plan, "starts"), ==, starts);
  g_assert_cmpstr (reknit_record_get_text (plan, "ends"), ==, ends);
}

static void
undo (ReknitWeekPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.undo", NULL);
  page_settle ();
}

static ReknitWeekBlock *
find_block (ReknitWeekPage *page,
            ReknitPlan     *plan)
{
  ReknitWeekBlock *block =
    reknit_week_view_find_block (reknit_week_page_get_view (page), reknit_record_get_id (REKNIT_RECORD (plan)), NULL);

  g_assert_nonnull (block);
  return block;
}

static void
test_drag_creates (PageFixture   *fixture,
                   gconstpointer  data)
{
  ReknitWeekPage *page = open_week (fixture);
  g_autoptr (GPtrArray) plans = NULL;

  drag (page, 3, 18 * 60 + 2, 3, 20 * 60 + 4);
  plans = list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 1);
  assert_time (plans->pdata[0], "2026-11-25T18:00:00", "2026-11-25T20:00:00");
  g_assert_cmpint (reknit_plan_get_kind (plans->pdata[0]), ==, REKNIT_PLAN_KIND_PROTECTED);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_block (page, plans->pdata[0]))));
  g_assert_true (page_shows (GTK_WIDGET (page), "2 h together planned, 0 min had"));
  undo (page);
  g_clear_pointer (&plans, g_ptr_array_unref);
  plans = list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 0);
  g_assert_true (page_shows (GTK_WIDGET (page), "0 min together planned, 0 min had"));
}

static void
test_drag_moves_and_resizes (PageFixture   *fixture,
                             gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "");
  ReknitWeekPage *page = open_week (fixture);

  drag (page, 3, 19 * 60, 4, 19 * 60 + 32);
  assert_time (plan, "2026-11-26T18:30:00", "2026-11-26T20:30:00");
  undo (page);
  assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T20:00:00");
  drag (page, 3, 20 * 60 - 3, 3, 21 * 60 + 10);
  assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T21:15:00");
  drag (page, 3, 18 * 60 + 3, 3, 17 * 60 + 3);
  assert_time (plan, "2026-11-25T17:00:00", "2026-11-25T21:15:00");
  undo (page);
  assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T21:15:00");
  /* No shorter than a quarter of an hour. */
  drag (page, 3, 21 * 60 + 12, 3, 10 * 60);
  assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T18:15:00");
}

static void
test_dates_stay (PageFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    add (fixture, REKNIT_PLAN_KIND_DATE, fixture->model.ben, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "Pasta");
  ReknitWeekPage *page = open_week (fixture);

  drag (page, 3, 19 * 60, 4, 19 * 60);
  assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T20:00:00");
  g_assert_false (reknit_week_block_set_time (find_block (page, plan), 60, 60) == FALSE);
  page_settle ();
  assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T20:00:00");
  g_assert_true (page_shows (fixture->window, "This is changed in the planner. Open it there."));
}

static void
test_series_moves_one_time (PageFixture   *fixture,
                            gconstpointer  data)
{
  g_autoptr (ReknitPlan) series =
    add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-04T18:00:00", "2026-11-04T20:00:00", "");
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;
  ReknitWeekPage *page;

  g_object_set (series, "rule", "FREQ=WEEKLY;BYDAY=WE", NULL);
  reknit_store_save (fixture->model.store, NULL, REKNIT_RECORD (series), &error);
  g_assert_no_error (error);
  page = open_week (fixture);
  drag (page, 3, 19 * 60, 3, 20 * 60);
  plans = list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 2);
  assert_time (series, "2026-11-04T18:00:00", "2026-11-04T20:00:00");
  assert_time (plans->pdata[1], "2026-11-25T19:00:00", "2026-11-25T21:00:00");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_block (page, plans->pdata[1]))));
}

static void
test_own_time_is_its_owners (PageFixture   *fixture,
                             gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    add (fixture, REKNIT_PLAN_KIND_OWN, fixture->model.ben, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "Choir");
  ReknitWeekPage *page = open_week (fixture);
  GtkWidget *widget = GTK_WIDGET (page);
  ReknitPartner *locked[] = { NULL, fixture->model.ana };

  for (guint i = 0; i < G_N_ELEMENTS (locked); i++)
    {
      page_sit (fixture, locked[i]);
      drag (page, 3, 19 * 60, 4, 19 * 60);
      reknit_week_block_set_time (find_block (page, plan), 60, 60);
      gtk_widget_activate_action (widget, "practice.remove-time", "(xs)", reknit_record_get_id (REKNIT_RECORD (plan)),
                                  "2026-11-25T18:00:00");
      page_settle ();
      assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T20:00:00");
      g_assert_true (reknit_record_is_stored (REKNIT_RECORD (plan)));
      g_assert_true (page_shows (fixture->window, "This is Ben’s own time. Only Ben can change it, from their own seat."));
      g_signal_emit_by_name (find_block (page, plan), "clicked");
      page_settle ();
      g_assert_true (page_shows (widget, "For Ben alone"));
      g_assert_false (page_shows (widget, "Edit"));
      g_assert_false (page_shows (widget, "Delete"));
      reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (page));
      page_settle ();
    }
  page_sit (fixture, fixture->model.ben);
  drag (page, 3, 19 * 60, 4, 19 * 60);
  assert_time (plan, "2026-11-26T18:00:00", "2026-11-26T20:00:00");
}

static void
set_time (GtkWidget  *form,
          const char *starts,
          const char *ends)
{
  GtkWidget *row = page_find_type (form, REKNIT_TYPE_MOMENT_ROW);
  g_autoptr (GDateTime) from = reknit_local_time_parse (starts);
  g_autoptr (GDateTime) until = reknit_local_time_parse (ends);

  reknit_moment_row_set_moment (REKNIT_MOMENT_ROW (row), from);
  row = gtk_widget_get_next_sibling (row);
  reknit_moment_row_set_moment (REKNIT_MOMENT_ROW (row), until);
  g_signal_emit_by_name (row, "changed");
  page_settle ();
}

static void
test_form (PageFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (ReknitPlan) counselling =
    add (fixture, REKNIT_PLAN_KIND_APPOINTMENT, NULL, "2026-11-24T18:30:00", "2026-11-24T19:30:00", "Counselling");
  ReknitWeekPage *page = open_week (fixture);
  g_autoptr (GPtrArray) plans = NULL;
  GtkWidget *form;

  page_sit (fixture, fixture->model.ana);
  page_press (GTK_WIDGET (page), "Keep Time Free");
  form = page_find_type (GTK_WIDGET (page), REKNIT_TYPE_WEEK_FORM);
  set_time (form, "2026-11-24T18:00:00", "2026-11-24T17:00:00");
  g_assert_true (page_shows (form, "It would be over before it begins. Choose a later end."));
  page_press (form, "Save");
  g_assert_nonnull (reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (page)));
  set_time (form, "2026-11-24T18:00:00", "2026-11-24T19:00:00");
  g_assert_true (page_shows (form, "At the same time: Counselling"));
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (page_find_type (form, REKNIT_TYPE_CHOICE_ROW)), "own");
  page_type (form, "Running");
  page_press (form, "Save");
  g_assert_null (reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (page)));
  plans = list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 2);
  g_assert_cmpint (reknit_plan_get_kind (plans->pdata[1]), ==, REKNIT_PLAN_KIND_OWN);
  g_assert_cmpint (reknit_record_get_integer (plans->pdata[1], "planner"), ==, reknit_record_get_id (REKNIT_RECORD (fixture->model.ana)));
  assert_time (plans->pdata[1], "2026-11-24T18:00:00", "2026-11-24T19:00:00");
  g_assert_true (page_shows (GTK_WIDGET (page), "Running"));
}

static void
test_had_and_missed (PageFixture   *fixture,
                     gconstpointer  data)
{
  g_autoptr (ReknitPlan) had =
    add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-22T15:00:00", "2026-11-22T17:00:00", "");
  g_autoptr (ReknitPlan) missed =
    add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-22T10:00:00", "2026-11-22T11:00:00", "");
  g_autoptr (ReknitPlan) ahead =
    add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-24T10:00:00", "2026-11-24T11:00:00", "");
  ReknitWeekPage *page = open_week (fixture);
  GtkWidget *widget = GTK_WIDGET (page);

  g_signal_emit_by_name (find_block (page, ahead), "clicked");
  page_settle ();
  g_assert_false (page_shows (widget, "Had"));
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (page));
  g_signal_emit_by_name (find_block (page, had), "clicked");
  page_settle ();
  page_press (widget, "Had");
  g_assert_cmpint (reknit_plan_get_state (had), ==, REKNIT_PLAN_STATE_DONE);
  g_assert_true (page_shows (widget, "4 h together planned, 2 h had"));
  g_signal_emit_by_name (find_block (page, missed), "clicked");
  page_settle ();
  page_press (widget, "Did Not Happen");
  g_assert_cmpint (reknit_plan_get_state (missed), ==, REKNIT_PLAN_STATE_CANCELLED);
  g_assert_true (page_shows (widget, "3 h together planned, 2 h had"));
  undo (page);
  g_assert_cmpint (reknit_plan_get_state (missed), ==, REKNIT_PLAN_STATE_PLANNED);
}

static void
say_aim (PageFixture   *fixture,
         ReknitPartner *partner,
         double         hours)
{
  GtkWidget *widget = GTK_WIDGET (fixture->page);
  GtkWidget *button, *popover;

  page_sit (fixture, partner);
  button = page_find_type (widget, GTK_TYPE_MENU_BUTTON);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  page_settle ();
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (page_find_type (popover, GTK_TYPE_SPIN_BUTTON)), hours);
  page_press (popover, "Save");
}

static void
test_aim_of_both (PageFixture   *fixture,
                  gconstpointer  data)
{
  ReknitWeekPage *page = open_week (fixture);
  GtkWidget *widget = GTK_WIDGET (page);
  ReknitPractice *practice = reknit_content_find_practice (reknit_content_get_default (), "prioritize-time");
  g_autofree char *line = NULL;

  g_assert_null (page_find_type (widget, GTK_TYPE_MENU_BUTTON));
  say_aim (fixture, fixture->model.ana, 5);
  g_assert_cmpint (reknit_weekly_aim_get_minutes (fixture->model.store), ==, 0);
  g_assert_true (page_shows (widget, "0 min together planned, 0 min had"));
  say_aim (fixture, fixture->model.ben, 3.5);
  g_assert_cmpint (reknit_weekly_aim_get_minutes (fixture->model.store), ==, 210);
  g_assert_true (page_shows (widget, "0 min together planned, 0 min had, aim 3 h 30 min"));
  line = reknit_tools_describe (fixture->seats, practice);
  g_assert_cmpstr (line, ==, "0 min planned this week, aim 3 h 30 min");
  undo (page);
  g_assert_cmpint (reknit_weekly_aim_get_minutes (fixture->model.store), ==, 0);
}

static void
test_keys (PageFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "");
  ReknitWeekPage *page = open_week (fixture);

  gtk_widget_grab_focus (GTK_WIDGET (find_block (page, plan)));
  gtk_widget_activate_action (GTK_WIDGET (page), "practice.remove-time", "(xs)", reknit_record_get_id (REKNIT_RECORD (plan)),
                              "2026-11-25T18:00:00");
  page_settle ();
  g_assert_false (reknit_record_is_stored (REKNIT_RECORD (plan)));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (reknit_week_view_get_grid (reknit_week_page_get_view (page)))));
}

static void
test_narrow_shows_the_same (PageFixture   *fixture,
                            gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "A walk");
  g_autoptr (ReknitPlan) choir =
    add (fixture, REKNIT_PLAN_KIND_OWN, fixture->model.ben, "2026-11-25T19:00:00", "2026-11-25T21:00:00", "Choir");
  ReknitWeekPage *page;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  page = REKNIT_WEEK_PAGE (page_open (fixture, "prioritize-time"));
  page_wait (200);
  g_assert_false (reknit_week_view_is_wide (reknit_week_page_get_view (page)));
  g_assert_true (page_shows (GTK_WIDGET (page), "A walk"));
  g_assert_true (page_shows (GTK_WIDGET (page), "18:00 – 20:00"));
  g_assert_true (page_shows (GTK_WIDGET (page), "At the same time: Choir"));
  g_assert_true (page_shows (GTK_WIDGET (page), "For Ben alone"));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  reknit_ui_init ();

  page_test_add ("/week-page/drag-creates", test_drag_creates);
  page_test_add ("/week-page/drag-moves-and-resizes", test_drag_moves_and_resizes);
  page_test_add ("/week-page/dates-stay", test_dates_stay);
  page_test_add ("/week-page/series-moves-one-time", test_series_moves_one_time);
  page_test_add ("/week-page/own-time-is-its-owners", test_own_time_is_its_owners);
  page_test_add ("/week-page/form", test_form);
  page_test_add ("/week-page/had-and-missed", test_had_and_missed);
  page_test_add ("/week-page/aim-of-both", test_aim_of_both);
  page_test_add ("/week-page/keys", test_keys);
  page_test_add ("/week-page/narrow-shows-the-same", test_narrow_shows_the_same);
  return g_test_run ();
}
