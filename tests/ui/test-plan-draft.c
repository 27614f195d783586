#include "planner-fixture.h"

#include "reknit-choice-row.h"
#include "reknit-local-time.h"
#include "reknit-span-editor.h"

/* What was typed into the form for a date, and is not saved yet. */

static void
test_draft (UiFixture     *fixture,
            gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);

  reknit_planner_window_plan (planner, NULL);
  planner_write (planner_page (planner), "Title", "Half a thought");
  gtk_widget_activate_action (GTK_WIDGET (planner), "win.back", NULL);
  g_assert_null (reknit_planner_window_get_page (planner));
  reknit_planner_window_plan (planner, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (planner_row (planner_page (planner), "Title"))), ==, "Half a thought");
  planner_close (planner);
}

/* The form over one of the Fridays. */
static GtkWidget *
edit_friday (ReknitPlannerWindow *planner,
             ReknitPlan          *fridays,
             const char          *time)
{
  g_autoptr (GDateTime) starts = reknit_local_time_parse (time);

  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (fridays)), starts);
  ui_fixture_settle ();
  ui_fixture_press (planner_page (planner), "Edit");
  return planner_page (planner);
}

static void
change_friday (GtkWidget  *form,
               const char *scope,
               const char *title,
               const char *span)
{
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (planner_row (form, "Change")), scope);
  g_object_set (ui_fixture_find (form, REKNIT_TYPE_SPAN_EDITOR, NULL), "span", span, NULL);
  planner_write (form, "Title", title);
}

static void
assert_friday (GtkWidget     *form,
               const char    *scope,
               const char    *title,
               const char    *span,
               ReknitPartner *planner)
{
  g_autofree char *whose = g_strdup_printf ("%" G_GINT64_FORMAT, reknit_record_get_id (REKNIT_RECORD (planner)));
  g_autofree char *held = NULL;

  g_object_get (ui_fixture_find (form, REKNIT_TYPE_SPAN_EDITOR, NULL), "span", &held, NULL);
  planner_assert_title (form, title);
  g_assert_cmpstr (held, ==, span);
  g_assert_cmpstr (reknit_choice_row_get_choice (REKNIT_CHOICE_ROW (planner_row (form, "Change"))), ==, scope);
  g_assert_cmpstr (reknit_choice_row_get_choice (REKNIT_CHOICE_ROW (planner_row (form, "Who Plans"))), ==, whose);
}

static ReknitPlan *
add_fridays (UiFixture *fixture)
{
  ReknitPlan *fridays =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-06T20:00:00", "2026-11-06T23:00:00", "FREQ=WEEKLY;BYDAY=FR", "Dinner");

  g_object_set (fridays, "turns", TRUE, NULL);
  ui_fixture_save (fixture, fridays);
  return fridays;
}

/* What was typed for one time of a series waits at that time. */
static void
test_draft_of_one_time (UiFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr (ReknitPlan) fridays = add_fridays (fixture);
  ReknitPlannerWindow *planner = planner_open (fixture);
  GtkWidget *form = edit_friday (planner, fridays, "2026-11-13T20:00:00");

  assert_friday (form, "one", "Dinner", "2026-11-13T20:00:00 2026-11-13T23:00:00 0", fixture->ana);
  change_friday (form, "one", "Fondue", "2026-11-14T18:00:00 2026-11-14T21:00:00 0");
  form = edit_friday (planner, fridays, "2026-11-20T20:00:00");
  assert_friday (form, "one", "Dinner", "2026-11-20T20:00:00 2026-11-20T23:00:00 0", fixture->ben);
  change_friday (form, "one", "Raclette", "2026-11-20T20:00:00 2026-11-20T23:00:00 0");
  ui_fixture_press (form, "Save");
  form = edit_friday (planner, fridays, "2026-11-13T20:00:00");
  assert_friday (form, "one", "Fondue", "2026-11-14T18:00:00 2026-11-14T21:00:00 0", fixture->ana);
  planner_close (planner);
}

/* It goes along when that time is moved, and stands for itself from then on. */
static void
test_draft_of_moved_time (UiFixture     *fixture,
                          gconstpointer  data)
{
  g_autoptr (ReknitPlan) fridays = add_fridays (fixture);
  ReknitPlannerWindow *planner = planner_open (fixture);
  GtkWidget *form = edit_friday (planner, fridays, "2026-11-13T20:00:00");
  g_autofree char *held = NULL;

  planner_write (form, "Title", "Fondue");
  gtk_widget_activate_action (GTK_WIDGET (planner), "win.back", NULL);
  ui_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.move", "(xsi)", reknit_record_get_id (REKNIT_RECORD (fridays)),
                              "2026-11-13T20:00:00", 2);
  ui_fixture_settle ();
  form = edit_friday (planner, fridays, "2026-11-13T20:00:00");
  planner_assert_title (form, "Fondue");
  g_object_get (ui_fixture_find (form, REKNIT_TYPE_SPAN_EDITOR, NULL), "span", &held, NULL);
  g_assert_cmpstr (held, ==, "2026-11-15T20:00:00 2026-11-15T23:00:00 0");
  ui_fixture_press (form, "Save");
  form = edit_friday (planner, fridays, "2026-11-13T20:00:00");
  planner_assert_title (form, "Fondue");
  form = edit_friday (planner, fridays, "2026-11-20T20:00:00");
  planner_assert_title (form, "Dinner");
  planner_close (planner);
}

/* What was typed for all of them waits at each, moves each as far, and leaves whose turn it is. */
static void
test_draft_of_all_times (UiFixture     *fixture,
                         gconstpointer  data)
{
  g_autoptr (ReknitPlan) fridays = add_fridays (fixture);
  ReknitPlannerWindow *planner = planner_open (fixture);
  GtkWidget *form = edit_friday (planner, fridays, "2026-11-13T20:00:00");

  change_friday (form, "all", "Fondue", "2026-11-14T18:00:00 2026-11-14T21:00:00 0");
  form = edit_friday (planner, fridays, "2026-11-20T20:00:00");
  assert_friday (form, "all", "Fondue", "2026-11-21T18:00:00 2026-11-21T21:00:00 0", fixture->ben);
  /* One who changes their mind takes it along. */
  change_friday (form, "one", "Raclette", "2026-11-21T18:00:00 2026-11-21T21:00:00 0");
  form = edit_friday (planner, fridays, "2026-11-13T20:00:00");
  assert_friday (form, "one", "Dinner", "2026-11-13T20:00:00 2026-11-13T23:00:00 0", fixture->ana);
  form = edit_friday (planner, fridays, "2026-11-20T20:00:00");
  assert_friday (form, "one", "Raclette", "2026-11-21T18:00:00 2026-11-21T21:00:00 0", fixture->ben);
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (planner_row (form, "Change")), "all");
  form = edit_friday (planner, fridays, "2026-11-13T20:00:00");
  assert_friday (form, "all", "Raclette", "2026-11-14T18:00:00 2026-11-14T21:00:00 0", fixture->ana);
  ui_fixture_press (form, "Save");
  g_assert_cmpstr (reknit_record_get_text (fridays, "starts"), ==, "2026-11-07T18:00:00");
  g_assert_cmpint (reknit_record_get_integer (fridays, "planner"), ==, reknit_record_get_id (REKNIT_RECORD (fixture->ben)));
  form = edit_friday (planner, fridays, "2026-11-21T18:00:00");
  assert_friday (form, "one", "Raclette", "2026-11-21T18:00:00 2026-11-21T21:00:00 0", fixture->ben);
  planner_close (planner);
}

/* A special day asks for no scope: it is changed as such, from whatever year one looks at it. */
static void
test_draft_of_special_day (UiFixture     *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitPlan) day =
    planner_add (fixture, REKNIT_PLAN_KIND_SPECIAL_DAY, "2020-05-02T00:00:00", "2020-05-03T00:00:00", "FREQ=YEARLY", "The day we met");
  ReknitPlannerWindow *planner = planner_open (fixture);
  GtkWidget *form;
  g_autofree char *held = NULL;

  g_object_set (day, "all-day", TRUE, NULL);
  ui_fixture_save (fixture, day);
  form = edit_friday (planner, day, "2026-05-02T00:00:00");
  g_object_set (ui_fixture_find (form, REKNIT_TYPE_SPAN_EDITOR, NULL), "span", "2026-05-04T00:00:00 2026-05-04T00:00:00 1", NULL);
  planner_write (form, "Title", "The day we danced");
  form = edit_friday (planner, day, "2027-05-02T00:00:00");
  planner_assert_title (form, "The day we danced");
  g_object_get (ui_fixture_find (form, REKNIT_TYPE_SPAN_EDITOR, NULL), "span", &held, NULL);
  g_assert_true (g_str_has_prefix (held, "2027-05-04"));
  planner_close (planner);
}

/* The disk takes nothing: what was typed stays in the form, and the calendar does not show it as if it were so. */
static void
test_save_that_fails (UiFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Pasta");
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (plan);
  ReknitPlannerWindow *planner = planner_open (fixture);
  GtkWidget *form;

  form = edit_friday (planner, plan, "2026-11-27T20:00:00");
  g_object_set (ui_fixture_find (form, REKNIT_TYPE_SPAN_EDITOR, NULL), "span", "2026-11-28T20:00:00 2026-11-28T23:00:00 0", NULL);
  planner_write (form, "Title", "Pizza");
  ui_fixture_stop_disk (TRUE);
  ui_fixture_press (form, "Save");
  ui_fixture_stop_disk (FALSE);
  g_assert_true (planner_page (planner) == form);
  planner_assert_title (form, "Pizza");
  gtk_widget_activate_action (GTK_WIDGET (planner), "win.back", NULL);
  ui_fixture_settle ();
  g_assert_cmpstr (reknit_record_get_text (plan, "starts"), ==, "2026-11-27T20:00:00");
  g_assert_cmpstr (reknit_record_get_text (details, "title"), ==, "Pasta");
  form = edit_friday (planner, plan, "2026-11-27T20:00:00");
  planner_assert_title (form, "Pizza");
  ui_fixture_press (form, "Save");
  g_assert_cmpstr (reknit_record_get_text (plan, "starts"), ==, "2026-11-28T20:00:00");
  g_assert_cmpstr (reknit_record_get_text (details, "title"), ==, "Pizza");
  planner_close (planner);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/plan-draft/new", NULL, test_draft);
  ui_test_add ("/plan-draft/one-time", NULL, test_draft_of_one_time);
  ui_test_add ("/plan-draft/moved-time", NULL, test_draft_of_moved_time);
  ui_test_add ("/plan-draft/all-times", NULL, test_draft_of_all_times);
  ui_test_add ("/plan-draft/special-day", NULL, test_draft_of_special_day);
  ui_test_add ("/plan-draft/save-that-fails", NULL, test_save_that_fails);
  return g_test_run ();
}
