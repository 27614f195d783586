#include "planner-fixture.h"

#include "reknit-occasion.h"
#include "reknit-plan-form.h"
#include "reknit-plan-page.h"
#include "reknit-plan-task.h"
#include "reknit-span-editor.h"
#include "reknit-text-field.h"

/* An idea in the form for a date. */

/* What somebody had begun in the form comes back, also after the form was left. */
static void
test_draft_comes_back (UiFixture     *fixture,
                       gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);

  ui_fixture_take (fixture, fixture->ana);
  reknit_planner_window_plan (planner, NULL);
  g_assert_null (ui_fixture_find (planner_page (planner), GTK_TYPE_BUTTON, "Bring It Back"));
  planner_write (planner_page (planner), "Title", "Chess");
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.plan-idea", "s", "jigsaw");
  ui_fixture_settle ();
  planner_assert_title (planner_page (planner), "Begin a jigsaw and leave it out");
  g_assert_true (ui_fixture_reads (planner_page (planner), "You had begun “Chess” here."));
  /* An idea that nobody worked on does not push away what somebody did. */
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.plan-idea", "s", "blind-tea");
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.plan-idea", "s", "jigsaw");
  ui_fixture_settle ();
  planner_assert_title (planner_page (planner), "Begin a jigsaw and leave it out");
  g_assert_true (ui_fixture_reads (planner_page (planner), "You had begun “Chess” here."));

  gtk_widget_activate_action (GTK_WIDGET (planner), "win.back", NULL);
  ui_fixture_settle ();
  reknit_planner_window_plan (planner, NULL);
  ui_fixture_settle ();
  planner_assert_title (planner_page (planner), "Begin a jigsaw and leave it out");
  ui_fixture_press (planner_page (planner), "Bring It Back");
  planner_assert_title (planner_page (planner), "Chess");
  ui_fixture_press (planner_page (planner), "Bring It Back");
  planner_assert_title (planner_page (planner), "Begin a jigsaw and leave it out");
  ui_fixture_press (planner_page (planner), "Save");
  {
    ReknitPlan *plan = reknit_occasion_get_plan (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (planner_page (planner))));
    g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (plan);

    g_assert_cmpstr (reknit_record_get_text (details, "idea"), ==, "jigsaw");
  }
  planner_close (planner);
}

static void
assert_row (GtkWidget  *form,
            const char *title,
            const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (planner_row (form, title))), ==, text);
}

static void
assert_things (GtkWidget  *form,
               const char *text)
{
  ui_fixture_assert_text (ui_fixture_find (form, REKNIT_TYPE_TEXT_FIELD, "Things to Get Ready"), text);
}

static void
assert_hours (GtkWidget *form,
              int        from,
              int        until,
              int        days)
{
  ReknitSpanEditor *span = REKNIT_SPAN_EDITOR (ui_fixture_find (form, REKNIT_TYPE_SPAN_EDITOR, NULL));
  GDateTime *starts = reknit_span_editor_get_starts (span);
  GDateTime *ends = reknit_span_editor_get_ends (span);

  g_assert_cmpint (reknit_span_editor_get_all_day (span), ==, days > 0);
  if (days > 0)
    g_assert_cmpint (g_date_time_difference (ends, starts) / G_TIME_SPAN_DAY, ==, days);
  else
    {
      g_assert_cmpint (g_date_time_get_hour (starts), ==, from);
      g_assert_cmpint (g_date_time_get_hour (ends), ==, until);
      g_assert_cmpint (g_date_time_get_day_of_month (ends), ==, g_date_time_get_day_of_month (starts));
    }
}

static GtkWidget *
choose (ReknitPlannerWindow *planner,
        const char          *key)
{
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.plan-idea", "s", key);
  ui_fixture_settle ();
  return planner_page (planner);
}

/* What one idea knows comes and goes with it; what somebody has said stays. */
static void
test_fills_in (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 12, 24, 0, 0, 0);
  g_autoptr (GDateTime) noon = g_date_time_new_utc (2026, 12, 24, 12, 0, 0);
  g_autoptr (GDateTime) night = g_date_time_new_utc (2026, 12, 24, 23, 0, 0);
  GtkWidget *form;
  GtkTextBuffer *things;

  ui_fixture_take (fixture, fixture->ana);
  reknit_planner_window_plan (planner, NULL);
  ui_fixture_settle ();
  assert_hours (planner_page (planner), 19, 22, 0);
  form = choose (planner, "blind-tea");
  assert_row (form, "Where", "At home");
  assert_row (form, "Budget", "");
  assert_hours (form, 19, 20, 0);
  assert_things (form, "Five kinds of tea");
  things = reknit_text_field_get_buffer (REKNIT_TEXT_FIELD (ui_fixture_find (form, REKNIT_TYPE_TEXT_FIELD, "Things to Get Ready")));
  g_assert_true (gtk_text_buffer_get_can_undo (things));
  gtk_text_buffer_undo (things);
  assert_things (form, "");

  /* Another idea, out and for a day: nothing of the first is left. */
  form = choose (planner, "evening-without-power");
  assert_things (form, "Candles and matches\nA cold supper");
  assert_hours (form, 19, 22, 0);
  form = choose (planner, "tourists-at-home");
  assert_row (form, "Where", "");
  assert_hours (form, 10, 18, 0);
  form = choose (planner, "unknown-city");
  assert_hours (form, 0, 0, 2);
  reknit_planner_window_plan (planner, day);
  ui_fixture_settle ();
  assert_hours (planner_page (planner), 0, 0, 2);

  planner_write (planner_page (planner), "Where", "Harbour");
  reknit_span_editor_set (REKNIT_SPAN_EDITOR (ui_fixture_find (planner_page (planner), REKNIT_TYPE_SPAN_EDITOR, NULL)),
                          noon, night, FALSE);
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (ui_fixture_find (planner_page (planner), REKNIT_TYPE_TEXT_FIELD, "Things to Get Ready")),
                              "Tickets");
  form = choose (planner, "blind-tea");
  planner_assert_title (form, "Guess five kinds of tea");
  assert_row (form, "Where", "Harbour");
  assert_things (form, "Tickets");
  assert_hours (form, 12, 23, 0);
  planner_close (planner);
}

/* What there is to get ready goes where it can be seen to, with the date and in one step with it. */
static void
test_things_are_kept (UiFixture     *fixture,
                      gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autoptr (ReknitQuery) query = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  GtkWidget *surprise;
  ReknitPlan *plan;

  ui_fixture_take (fixture, fixture->ana);
  surprise = planner_row (choose (planner, "evening-without-power"), "A Surprise");
  gtk_switch_set_active (GTK_SWITCH (ui_fixture_find (surprise, GTK_TYPE_SWITCH, NULL)), TRUE);
  ui_fixture_press (planner_page (planner), "Save");
  plan = reknit_occasion_get_plan (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (planner_page (planner))));
  query = reknit_plan_task_query (reknit_record_get_id (REKNIT_RECORD (plan)), REKNIT_PLAN_LIST_READY);
  tasks = reknit_store_all (fixture->store, query);
  g_assert_cmpuint (tasks->len, ==, 2);
  g_assert_cmpstr (reknit_record_get_text (tasks->pdata[0], "body"), ==, "Candles and matches");
  g_assert_cmpstr (reknit_record_get_text (tasks->pdata[1], "body"), ==, "A cold supper");
  g_assert_true (ui_fixture_reads (planner_page (planner), "A cold supper"));

  /* Of a surprise, they are one, too. */
  g_assert_true (reknit_record_is_private (tasks->pdata[0]));
  if (data != NULL)
    g_assert_false (ui_fixture_disk_has (fixture, "cold supper"));
  g_assert_true (reknit_store_undo (fixture->store, NULL));
  ui_fixture_settle ();
  g_assert_cmpuint (reknit_store_count (fixture->store, query), ==, 0);
  planner_close (planner);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/idea-form/draft-comes-back", NULL, test_draft_comes_back);
  ui_test_add ("/idea-form/fills-in", NULL, test_fills_in);
  ui_test_add ("/idea-form/things-are-kept", NULL, test_things_are_kept);
  ui_test_add ("/idea-form/things-are-kept-sealed", "sealed", test_things_are_kept);

  return g_test_run ();
}
