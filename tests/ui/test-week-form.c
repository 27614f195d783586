#include "week-fixture.h"

#include "reknit-choice-row.h"
#include "reknit-local-time.h"
#include "reknit-moment-row.h"
#include "reknit-ui.h"
#include "reknit-week-form.h"

/* The form of time that is kept free: what is said below its fields, its drafts, and what fails. */

static void
test_form (PageFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (ReknitPlan) counselling =
    week_add (fixture, REKNIT_PLAN_KIND_APPOINTMENT, NULL, "2026-11-24T18:30:00", "2026-11-24T19:30:00", "Counselling");
  ReknitWeekPage *page = week_open (fixture);
  g_autoptr (GPtrArray) plans = NULL;
  GtkWidget *form;

  page_sit (fixture, fixture->model.ana);
  page_press (GTK_WIDGET (page), "Keep Time Free");
  form = page_find_type (GTK_WIDGET (page), REKNIT_TYPE_WEEK_FORM);
  week_set_time (form, "2026-11-24T18:00:00", "2026-11-24T17:00:00");
  g_assert_true (page_shows (form, "It would be over before it begins. Choose a later end."));
  page_press (form, "Save");
  g_assert_nonnull (reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (page)));
  week_set_time (form, "2026-11-24T18:00:00", "2026-11-24T19:00:00");
  g_assert_true (page_shows (form, "At the same time: Counselling"));
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (page_find_type (form, REKNIT_TYPE_CHOICE_ROW)), "own");
  g_assert_true (page_shows (form, "Ben sees when it is, and what you call it."));
  page_type (form, "Running");
  page_press (form, "Save");
  g_assert_null (reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (page)));
  plans = week_list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 2);
  g_assert_cmpint (reknit_plan_get_kind (plans->pdata[1]), ==, REKNIT_PLAN_KIND_OWN);
  g_assert_cmpint (reknit_record_get_integer (plans->pdata[1], "planner"), ==, reknit_record_get_id (REKNIT_RECORD (fixture->model.ana)));
  week_assert_time (plans->pdata[1], "2026-11-24T18:00:00", "2026-11-24T19:00:00");
  g_assert_true (page_shows (GTK_WIDGET (page), "Running"));
}

static void
assert_time (GtkWidget  *form,
             const char *starts,
             const char *ends)
{
  GtkWidget *row = page_find_type (form, REKNIT_TYPE_MOMENT_ROW);
  g_autofree char *from = reknit_local_time_to_string (reknit_moment_row_get_moment (REKNIT_MOMENT_ROW (row)));
  g_autofree char *until = NULL;

  row = gtk_widget_get_next_sibling (row);
  until = reknit_local_time_to_string (reknit_moment_row_get_moment (REKNIT_MOMENT_ROW (row)));
  g_assert_cmpstr (from, ==, starts);
  g_assert_cmpstr (until, ==, ends);
}

static GtkWidget *
open_form (ReknitWeekPage *page)
{
  page_press (GTK_WIDGET (page), "Keep Time Free");
  return page_find_type (GTK_WIDGET (page), REKNIT_TYPE_WEEK_FORM);
}

/* When the seat is left and when the window is closed; whoever did not type it does not find it. */
static void
test_draft_is_its_authors (PageFixture   *fixture,
                           gconstpointer  data)
{
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *form;

  page_sit (fixture, fixture->model.ana);
  form = open_form (page);
  week_set_time (form, "2026-11-24T18:00:00", "2026-11-24T19:15:00");
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (page_find_type (form, REKNIT_TYPE_CHOICE_ROW)), "own");
  page_type (form, "Running");
  page_sit (fixture, fixture->model.ben);
  g_assert_null (reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (page)));
  form = open_form (page);
  g_assert_false (page_shows (form, "Running"));
  assert_time (form, "2026-11-22T18:00:00", "2026-11-22T20:00:00");

  page_sit (fixture, fixture->model.ana);
  page_close (fixture);
  page = week_open (fixture);
  form = open_form (page);
  g_assert_true (page_shows (form, "Running"));
  assert_time (form, "2026-11-24T18:00:00", "2026-11-24T19:15:00");
  g_assert_cmpstr (reknit_choice_row_get_choice (REKNIT_CHOICE_ROW (page_find_type (form, REKNIT_TYPE_CHOICE_ROW))), ==, "own");
  /* Asked for at another time, it goes there, as long as it was. */
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (page));
  page_settle ();
  gtk_widget_activate_action (GTK_WIDGET (page), "practice.keep-time-form", "s", "2026-11-26T10:00:00");
  page_settle ();
  form = page_find_type (GTK_WIDGET (page), REKNIT_TYPE_WEEK_FORM);
  g_assert_true (page_shows (form, "Running"));
  assert_time (form, "2026-11-26T10:00:00", "2026-11-26T11:15:00");
  page_press (form, "Save");
  form = open_form (page);
  g_assert_false (page_shows (form, "Running"));
  assert_time (form, "2026-11-22T18:00:00", "2026-11-22T20:00:00");
}

static ReknitPlan *
add_tuesdays (PageFixture *fixture)
{
  ReknitPlan *series =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-24T15:00:00", "2026-11-24T17:00:00", "Tea");
  g_autoptr (GError) error = NULL;

  g_object_set (series, "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  reknit_store_save (fixture->model.store, NULL, REKNIT_RECORD (series), &error);
  g_assert_no_error (error);
  return series;
}

/* The form over one time; what was in another is left there. */
static GtkWidget *
edit_time (ReknitWeekPage *page,
           ReknitPlan     *plan,
           const char     *starts)
{
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (page));
  page_settle ();
  gtk_widget_activate_action (GTK_WIDGET (page), "practice.edit-time", "(xs)", reknit_record_get_id (REKNIT_RECORD (plan)), starts);
  page_settle ();
  return page_find_type (GTK_WIDGET (page), REKNIT_TYPE_WEEK_FORM);
}

static void
assert_form (GtkWidget  *form,
             const char *scope,
             const char *note,
             const char *starts,
             const char *ends)
{
  GtkWidget *row = page_find_type (form, REKNIT_TYPE_CHOICE_ROW);

  g_assert_cmpstr (reknit_choice_row_get_choice (REKNIT_CHOICE_ROW (row)), ==, scope);
  g_assert_true (page_shows (form, note));
  assert_time (form, starts, ends);
}

static void
choose_scope (GtkWidget  *form,
              const char *scope)
{
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (page_find_type (form, REKNIT_TYPE_CHOICE_ROW)), scope);
  page_settle ();
}

/* What was typed for one time of a series does not move another. */
static void
test_draft_of_one_time (PageFixture   *fixture,
                        gconstpointer  data)
{
  g_autoptr (ReknitPlan) series = add_tuesdays (fixture);
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *form = edit_time (page, series, "2026-11-24T15:00:00");

  page_type (form, "Cake");
  week_set_time (form, "2026-11-24T16:00:00", "2026-11-24T18:00:00");
  form = edit_time (page, series, "2026-12-01T15:00:00");
  assert_form (form, "one", "Tea", "2026-12-01T15:00:00", "2026-12-01T17:00:00");
  form = edit_time (page, series, "2026-11-24T15:00:00");
  assert_form (form, "one", "Cake", "2026-11-24T16:00:00", "2026-11-24T18:00:00");
}

/* What was typed for all of them is found at each, as it holds for that one. */
static void
test_draft_of_all_times (PageFixture   *fixture,
                         gconstpointer  data)
{
  g_autoptr (ReknitPlan) series = add_tuesdays (fixture);
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *form = edit_time (page, series, "2026-11-24T15:00:00");

  choose_scope (form, "all");
  page_type (form, "Cake");
  week_set_time (form, "2026-11-25T16:00:00", "2026-11-25T18:30:00");
  form = edit_time (page, series, "2026-12-01T15:00:00");
  assert_form (form, "all", "Cake", "2026-12-02T16:00:00", "2026-12-02T18:30:00");
  /* Who changes their mind takes it along. */
  choose_scope (form, "one");
  page_type (form, "Scones");
  form = edit_time (page, series, "2026-11-24T15:00:00");
  assert_form (form, "one", "Tea", "2026-11-24T15:00:00", "2026-11-24T17:00:00");
  form = edit_time (page, series, "2026-12-01T15:00:00");
  assert_form (form, "one", "Scones", "2026-12-02T16:00:00", "2026-12-02T18:30:00");
  choose_scope (form, "all");
  form = edit_time (page, series, "2026-11-24T15:00:00");
  assert_form (form, "all", "Scones", "2026-11-25T16:00:00", "2026-11-25T18:30:00");
  page_press (form, "Save");
  week_assert_time (series, "2026-11-25T16:00:00", "2026-11-25T18:30:00");
  form = edit_time (page, series, "2026-12-02T16:00:00");
  assert_form (form, "one", "Scones", "2026-12-02T16:00:00", "2026-12-02T18:30:00");
}

/* A time that has been moved since, and stands for itself, is still the one that it was. */
static void
test_draft_of_moved_time (PageFixture   *fixture,
                          gconstpointer  data)
{
  g_autoptr (ReknitPlan) series = add_tuesdays (fixture);
  g_autoptr (GPtrArray) plans = NULL;
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *form = edit_time (page, series, "2026-11-24T15:00:00");

  page_type (form, "Cake");
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (page));
  page_settle ();
  week_drag (page, 2, 16 * 60, 3, 16 * 60);
  plans = week_list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 2);
  form = edit_time (page, plans->pdata[1], "2026-11-25T15:00:00");
  g_assert_true (page_shows (form, "Cake"));
}

/* The disk takes nothing: that is said, what was typed stays, and once it does again it is saved as if nothing had been. */
static void
test_save_that_fails (PageFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    week_add (fixture, REKNIT_PLAN_KIND_PROTECTED, NULL, "2026-11-25T18:00:00", "2026-11-25T20:00:00", "A walk");
  ReknitWeekPage *page = week_open (fixture);
  GtkWidget *widget = GTK_WIDGET (page);
  g_autofree char *message =
    g_strdup_printf ("The disk that holds “%s” did not take what was to be saved. "
                     "Check that it is connected and works, then try again.", fixture->model.folder);
  g_autoptr (GPtrArray) plans = NULL;
  GtkWidget *form;

  /* A new one. */
  form = open_form (page);
  page_type (form, "Tea");
  week_set_time (form, "2026-11-24T18:00:00", "2026-11-24T19:00:00");
  page_stop_disk (TRUE);
  page_press (form, "Save");
  page_stop_disk (FALSE);
  g_assert_true (page_shows (fixture->window, message));
  g_assert_true (page_shows (form, "Tea"));
  assert_time (form, "2026-11-24T18:00:00", "2026-11-24T19:00:00");
  page_press (form, "Save");
  plans = week_list_plans (fixture);
  g_assert_cmpuint (plans->len, ==, 2);
  week_assert_time (plans->pdata[1], "2026-11-24T18:00:00", "2026-11-24T19:00:00");

  /* One that is there: what could not be saved is shown nowhere else, whatever becomes of the form. */
  gtk_widget_activate_action (widget, "practice.edit-time", "(xs)", reknit_record_get_id (REKNIT_RECORD (plan)), "2026-11-25T18:00:00");
  page_settle ();
  form = page_find_type (widget, REKNIT_TYPE_WEEK_FORM);
  page_type (form, "A long walk");
  page_stop_disk (TRUE);
  page_press (form, "Save");
  page_stop_disk (FALSE);
  g_assert_true (page_shows (form, "A long walk"));
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (page));
  page_settle ();
  g_assert_true (page_shows (GTK_WIDGET (week_find_block (page, plan)), "A walk"));
  gtk_widget_activate_action (widget, "practice.edit-time", "(xs)", reknit_record_get_id (REKNIT_RECORD (plan)), "2026-11-25T18:00:00");
  page_settle ();
  form = page_find_type (widget, REKNIT_TYPE_WEEK_FORM);
  g_assert_true (page_shows (form, "A long walk"));
  page_press (form, "Save");
  g_assert_true (page_shows (GTK_WIDGET (week_find_block (page, plan)), "A long walk"));

  /* By hand: it stays where it is. */
  page_stop_disk (TRUE);
  week_drag (page, 3, 19 * 60, 4, 19 * 60);
  page_stop_disk (FALSE);
  g_assert_true (page_shows (fixture->window, message));
  week_assert_time (plan, "2026-11-25T18:00:00", "2026-11-25T20:00:00");
  week_drag (page, 3, 19 * 60, 4, 19 * 60);
  week_assert_time (plan, "2026-11-26T18:00:00", "2026-11-26T20:00:00");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  reknit_ui_init ();

  page_test_add ("/week-form/form", test_form);
  page_test_add ("/week-form/draft-is-its-authors", test_draft_is_its_authors);
  page_test_add ("/week-form/draft-of-one-time", test_draft_of_one_time);
  page_test_add ("/week-form/draft-of-all-times", test_draft_of_all_times);
  page_test_add ("/week-form/draft-of-moved-time", test_draft_of_moved_time);
  page_test_add ("/week-form/save-that-fails", test_save_that_fails);
  return g_test_run ();
}
