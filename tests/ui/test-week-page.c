#include "week-fixture.h"

#include "reknit-choice-row.h"
#include "reknit-content.h"
#include "reknit-lead-picker.h"
#include "reknit-planner.h"
#include "reknit-tools.h"
#include "reknit-ui.h"
#include "reknit-unplugged.h"
#include "reknit-week-form.h"
#include "reknit-week-untold.h"
#include "reknit-weekly-aim.h"

static void
test_had_and_missed (PageFixture   *fixture,
                     gconstpointer  data)
{
  g_autoptr (ReknitPlan) had =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-22T15:00:00", "2026-11-22T17:00:00", "");
  g_autoptr (ReknitPlan) missed =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-22T10:00:00", "2026-11-22T11:00:00", "");
  g_autoptr (ReknitPlan) ahead =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-24T10:00:00", "2026-11-24T11:00:00", "");
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *widget = GTK_WIDGET (page);

  g_signal_emit_by_name (week_find_block (page, ahead), "clicked");
  page_settle ();
  g_assert_false (page_shows (reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (page)), "Had"));
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (page));
  g_signal_emit_by_name (week_find_block (page, had), "clicked");
  page_settle ();
  page_press (reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (page)), "Had");
  g_assert_cmpint (reknit_plan_get_state (had), ==, REKNIT_PLAN_STATE_DONE);
  g_assert_true (page_shows (widget, "4 h together planned, 2 h had"));
  g_signal_emit_by_name (week_find_block (page, missed), "clicked");
  page_settle ();
  page_press (reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (page)), "Did Not Happen");
  g_assert_cmpint (reknit_plan_get_state (missed), ==, REKNIT_PLAN_STATE_MISSED);
  g_assert_true (page_shows (widget, "3 h together planned, 2 h had"));
  week_undo (page);
  g_assert_cmpint (reknit_plan_get_state (missed), ==, REKNIT_PLAN_STATE_PLANNED);
}

static ReknitPlan *
find_exception (PageFixture *fixture,
                ReknitPlan  *series)
{
  g_autoptr (ReknitQuery) query = reknit_plan_query_exceptions (reknit_record_get_id (REKNIT_RECORD (series)));

  return reknit_store_first (fixture->model.store, query);
}

/* Long after: the time is still there, wants nothing of others, and what was said of it can be said otherwise. */
static void
test_missed_is_taken_back (PageFixture   *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitPlan) series =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-15T15:00:00", "2026-11-15T17:00:00", "Tea");
  g_autoptr (ReknitPlan) choir =
    week_add (fixture, REKNIT_PLAN_KIND_OWN, fixture->model.ben, "2026-11-22T16:00:00", "2026-11-22T18:00:00", "Choir");
  g_autoptr (ReknitPlan) missed = NULL;
  g_autoptr (GError) error = NULL;
  ReknitWeekPage *page;
  GtkWidget *widget;

  g_object_set (series, "rule", "FREQ=WEEKLY;BYDAY=SU", NULL);
  reknit_store_save (fixture->model.store, NULL, REKNIT_RECORD (series), &error);
  g_assert_no_error (error);
  page = week_open (fixture);
  widget = GTK_WIDGET (page);
  g_assert_true (page_shows (GTK_WIDGET (week_find_block (page, choir)), "At the same time: Tea"));
  page_press (widget, "Did Not Happen");
  missed = find_exception (fixture, series);
  g_assert_cmpint (reknit_plan_get_state (missed), ==, REKNIT_PLAN_STATE_MISSED);
  g_assert_true (page_shows (widget, "0 min together planned"));
  g_assert_false (page_shows (GTK_WIDGET (week_find_block (page, choir)), "At the same time: Tea"));
  week_drag (page, 0, 15 * 60 + 30, 2, 15 * 60 + 30);
  week_assert_time (missed, "2026-11-22T15:00:00", "2026-11-22T17:00:00");

  page_close (fixture);
  page = week_open (fixture);
  widget = GTK_WIDGET (page);
  g_signal_emit_by_name (week_find_block (page, missed), "clicked");
  page_settle ();
  g_assert_true (page_shows (widget, "It did not happen."));
  g_assert_false (page_shows (widget, "Edit"));
  page_press (widget, "Take It Back");
  g_assert_cmpint (reknit_plan_get_state (missed), ==, REKNIT_PLAN_STATE_PLANNED);
  g_assert_true (page_shows (widget, "2 h together planned"));
  g_assert_true (page_shows (widget, "Tea, Sunday 22 November, 15:00 – 17:00: did you have it?"));
  week_undo (page);
  g_signal_emit_by_name (week_find_block (page, missed), "clicked");
  page_settle ();
  page_press (widget, "Had");
  g_assert_cmpint (reknit_plan_get_state (missed), ==, REKNIT_PLAN_STATE_DONE);
}

/* What somebody did with their own time is nobody’s to see; it counts nowhere, and is not asked about. */
static void
test_own_time_is_not_told_of (PageFixture   *fixture,
                              gconstpointer  data)
{
  g_autoptr (ReknitPlan) choir =
    week_add (fixture, REKNIT_PLAN_KIND_OWN, fixture->model.ben, "2026-11-22T10:00:00", "2026-11-22T12:00:00", "Choir");
  ReknitWeekPage *page;
  GtkWidget *widget;

  page_sit (fixture, fixture->model.ben);
  page = week_open (fixture);
  widget = GTK_WIDGET (page);
  g_signal_emit_by_name (week_find_block (page, choir), "clicked");
  page_settle ();
  g_assert_true (page_shows (widget, "For Ben alone"));
  g_assert_true (page_shows (widget, "Delete"));
  g_assert_false (page_shows (widget, "Had"));
  g_assert_false (page_shows (widget, "Did Not Happen"));
  gtk_widget_activate_action (widget, "practice.had-time", "(xs)", reknit_record_get_id (REKNIT_RECORD (choir)), "2026-11-22T10:00:00");
  page_settle ();
  g_assert_cmpint (reknit_plan_get_state (choir), ==, REKNIT_PLAN_STATE_PLANNED);
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
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *widget = GTK_WIDGET (page);
  ReknitPractice *practice = reknit_content_find_practice (reknit_content_get_default (), "prioritize-time");
  g_autofree char *line = NULL;

  g_assert_null (page_find_type (widget, GTK_TYPE_MENU_BUTTON));
  say_aim (fixture, fixture->model.ana, 5);
  g_assert_cmpint (reknit_weekly_aim_get_minutes (fixture->model.store), ==, 0);
  g_assert_true (page_shows (widget, "0 min together planned"));
  say_aim (fixture, fixture->model.ben, 3.5);
  g_assert_cmpint (reknit_weekly_aim_get_minutes (fixture->model.store), ==, 210);
  g_assert_true (page_shows (widget, "0 min together planned, aim 3 h 30 min"));
  line = reknit_tools_describe (fixture->seats, practice);
  g_assert_cmpstr (line, ==, "0 min planned this week, aim 3 h 30 min");
  week_undo (page);
  g_assert_cmpint (reknit_weekly_aim_get_minutes (fixture->model.store), ==, 0);
}

static void
test_narrow_shows_the_same (PageFixture   *fixture,
                            gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "A walk");
  g_autoptr (ReknitPlan) choir =
    week_add (fixture, REKNIT_PLAN_KIND_OWN, fixture->model.ben, "2026-11-25T19:00:00", "2026-11-25T21:00:00", "Choir");
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

static void
test_surprise_stays_one (PageFixture   *fixture,
                         gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    g_object_new (REKNIT_TYPE_PLAN, "kind", REKNIT_PLAN_KIND_DATE, "starts", "2026-11-25T18:00:00", "ends", "2026-11-25T22:00:00",
                  "rule", "", "planner", reknit_record_get_id (REKNIT_RECORD (fixture->model.ben)), NULL);
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  g_autoptr (GError) error = NULL;
  ReknitWeekPage *page;

  g_object_set (details, "title", "A zeppelin", "author", reknit_record_get_id (REKNIT_RECORD (fixture->model.ben)), NULL);
  reknit_planner_save (fixture->model.store, NULL, plan, details, NULL, 0, &error);
  g_assert_no_error (error);
  page_sit (fixture, fixture->model.ana);
  page = week_open (fixture);
  g_assert_true (page_shows (GTK_WIDGET (page), "Something is planned"));
  g_assert_false (page_shows (GTK_WIDGET (page), "A zeppelin"));
  page_sit (fixture, fixture->model.ben);
  g_assert_true (page_shows (GTK_WIDGET (page), "A zeppelin"));
  page_sit (fixture, NULL);
  g_assert_false (page_shows (GTK_WIDGET (page), "A zeppelin"));
}

static void
test_unplugged_counts (PageFixture   *fixture,
                       gconstpointer  data)
{
  gint64 now = reknit_clock_now (fixture->model.clock);
  g_autoptr (ReknitUnplugged) session = g_object_new (REKNIT_TYPE_UNPLUGGED, "minutes", (gint64) 60, "started", now - 3600,
                                                      "ends", now, "ended", now - 900, NULL);
  ReknitWeekPage *page = week_open (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (page_shows (GTK_WIDGET (page), "0 min together planned"));
  reknit_store_save (fixture->model.store, NULL, session, &error);
  g_assert_no_error (error);
  page_settle ();
  g_assert_true (page_shows (GTK_WIDGET (page), "0 min together planned, 45 min had"));
}

static void
test_weeks_go_by (PageFixture   *fixture,
                  gconstpointer  data)
{
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *widget = GTK_WIDGET (page);

  g_assert_true (page_shows (widget, "22 November – 28 November 2026"));
  page_press (widget, "Next Week");
  g_assert_true (page_shows (widget, "29 November – 5 December 2026"));
  week_drag (page, 0, 10 * 60, 0, 11 * 60);
  g_assert_true (page_shows (widget, "1 h together planned"));
  page_press (widget, "This Week");
  g_assert_true (page_shows (widget, "0 min together planned"));
  page_press (widget, "Previous Week");
  g_assert_true (page_shows (widget, "15 November – 21 November 2026"));
}

/* What is over is asked about, one time after the other, and never again once it is told. */
static void
test_asks_what_was_had (PageFixture   *fixture,
                        gconstpointer  data)
{
  g_autoptr (ReknitPlan) walk =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-22T10:00:00", "2026-11-22T11:00:00", "A walk");
  g_autoptr (ReknitPlan) tea =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-22T15:00:00", "2026-11-22T17:00:00", "Tea");
  g_autoptr (ReknitPlan) ahead =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-24T15:00:00", "2026-11-24T17:00:00", "Soup");
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *widget = GTK_WIDGET (page);

  g_assert_true (page_shows (widget, "Tea, Sunday 22 November, 15:00 – 17:00: did you have it?"));
  page_press (widget, "Had");
  g_assert_cmpint (reknit_plan_get_state (tea), ==, REKNIT_PLAN_STATE_DONE);
  g_assert_true (page_shows (widget, "A walk, Sunday 22 November, 10:00 – 11:00: did you have it?"));
  page_press (widget, "Did Not Happen");
  g_assert_cmpint (reknit_plan_get_state (walk), ==, REKNIT_PLAN_STATE_MISSED);
  g_assert_null (page_find_type (widget, REKNIT_TYPE_WEEK_UNTOLD));
}

/* A reminder is kept with the time; a change of all times of a series moves them all. */
static void
test_series_and_reminders (PageFixture   *fixture,
                           gconstpointer  data)
{
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *widget = GTK_WIDGET (page);
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) kept = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  int hour = 60;

  g_array_append_val (leads, hour);
  page_press (widget, "Keep Time Free");
  week_set_time (page_find_type (widget, REKNIT_TYPE_WEEK_FORM), "2026-11-24T18:00:00", "2026-11-24T19:00:00");
  reknit_lead_picker_set (REKNIT_LEAD_PICKER (page_find_type (widget, REKNIT_TYPE_LEAD_PICKER)), leads);
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (page_find_type (page_find_type (widget, REKNIT_TYPE_WEEK_FORM),
                                                                   REKNIT_TYPE_CHOICE_ROW)), "weekly");
  page_press (page_find_type (widget, REKNIT_TYPE_WEEK_FORM), "Save");
  plans = week_list_plans (fixture);
  g_assert_true (reknit_plan_is_series (plans->pdata[0]));
  kept = reknit_plan_list_leads (plans->pdata[0]);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpint (g_array_index (kept, int, 0), ==, 60);
  page_press (widget, "Next Week");
  g_signal_emit_by_name (week_find_block (page, plans->pdata[0]), "clicked");
  page_settle ();
  page_press (widget, "Edit");
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (page_find_type (page_find_type (widget, REKNIT_TYPE_WEEK_FORM),
                                                                   REKNIT_TYPE_CHOICE_ROW)), "all");
  week_set_time (page_find_type (widget, REKNIT_TYPE_WEEK_FORM), "2026-12-01T20:00:00", "2026-12-01T21:00:00");
  page_press (page_find_type (widget, REKNIT_TYPE_WEEK_FORM), "Save");
  week_assert_time (plans->pdata[0], "2026-11-24T20:00:00", "2026-11-24T21:00:00");
  g_signal_emit_by_name (week_find_block (page, plans->pdata[0]), "clicked");
  page_settle ();
  page_press (widget, "Delete All Times");
  g_assert_false (reknit_record_is_stored (plans->pdata[0]));
  week_undo (page);
  g_clear_pointer (&plans, g_ptr_array_unref);
  plans = week_list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  reknit_ui_init ();

  page_test_add ("/week-page/had-and-missed", test_had_and_missed);
  page_test_add ("/week-page/missed-is-taken-back", test_missed_is_taken_back);
  page_test_add ("/week-page/own-time-is-not-told-of", test_own_time_is_not_told_of);
  page_test_add ("/week-page/aim-of-both", test_aim_of_both);
  page_test_add ("/week-page/narrow-shows-the-same", test_narrow_shows_the_same);
  page_test_add ("/week-page/surprise-stays-one", test_surprise_stays_one);
  page_test_add ("/week-page/unplugged-counts", test_unplugged_counts);
  page_test_add ("/week-page/weeks-go-by", test_weeks_go_by);
  page_test_add ("/week-page/asks-what-was-had", test_asks_what_was_had);
  page_test_add ("/week-page/series-and-reminders", test_series_and_reminders);
  return g_test_run ();
}
