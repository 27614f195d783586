#include "planner-fixture.h"

#include "reknit-choice-row.h"
#include "reknit-feeling-entry.h"
#include "reknit-feeling-reply.h"
#include "reknit-feelings-picker.h"
#include "reknit-issue.h"
#include "reknit-issue-view.h"
#include "reknit-own-idea.h"
#include "reknit-plan-impression.h"
#include "reknit-plan-task.h"
#include "reknit-task-row.h"
#include "reknit-text-field.h"

/* The disk takes nothing: what could not be saved is shown nowhere as if it had been, and can be tried again. */

static GtkWidget *
open_own (ReknitPracticePage *page,
          ReknitOwnIdea      *idea)
{
  gint64 id = idea != NULL ? reknit_record_get_id (REKNIT_RECORD (idea)) : 0;

  gtk_widget_activate_action (GTK_WIDGET (page), "practice.own-idea", "x", id);
  ui_fixture_settle ();
  return reknit_practice_page_get_subpage (page);
}

static void
press_in_vain (GtkWidget  *form,
               const char *button)
{
  ui_fixture_stop_disk (TRUE);
  ui_fixture_press (form, button);
  ui_fixture_stop_disk (FALSE);
}

static void
save_in_vain (GtkWidget *form)
{
  press_in_vain (form, "Save");
}

static void
assert_held (GtkWidget  *form,
             const char *title)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (planner_row (form, "Title"))), ==, title);
}

/* Left in its form, it waits there, and does not come about by itself. */
static void
test_new_idea (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  g_autoptr (ReknitQuery) query = reknit_own_idea_query ();
  g_autoptr (ReknitOwnIdea) own = NULL;
  GtkWidget *form;

  ui_fixture_take (fixture, fixture->ana);
  form = open_own (page, NULL);
  planner_write (form, "Title", "Row on the lake");
  save_in_vain (form);
  g_assert_true (reknit_practice_page_get_subpage (page) == form);
  assert_held (form, "Row on the lake");
  reknit_practice_page_pop (page);
  g_assert_true (reknit_store_retry (fixture->store, NULL));
  ui_fixture_settle ();
  g_assert_cmpuint (reknit_store_count (fixture->store, query), ==, 0);

  form = open_own (page, NULL);
  assert_held (form, "Row on the lake");
  ui_fixture_press (form, "Save");
  g_assert_null (reknit_practice_page_get_subpage (page));
  g_assert_cmpuint (reknit_store_count (fixture->store, query), ==, 1);
  own = reknit_store_first (fixture->store, query);
  g_assert_cmpstr (reknit_record_get_text (own, "title"), ==, "Row on the lake");
  form = open_own (page, NULL);
  assert_held (form, "");
}

static void
test_changed_idea (UiFixture     *fixture,
                   gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  g_autoptr (ReknitOwnIdea) own = g_object_new (REKNIT_TYPE_OWN_IDEA, "title", "Row on the lake", "summary", "", NULL);
  GtkWidget *form;

  ui_fixture_save (fixture, own);
  ui_fixture_take (fixture, fixture->ana);
  form = open_own (page, own);
  planner_write (form, "Title", "Fly a kite");
  save_in_vain (form);
  g_assert_true (reknit_practice_page_get_subpage (page) == form);
  assert_held (form, "Fly a kite");
  g_assert_cmpstr (reknit_record_get_text (own, "title"), ==, "Row on the lake");
  reknit_practice_page_pop (page);
  g_assert_true (reknit_store_retry (fixture->store, NULL));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "Row on the lake"));
  g_assert_false (ui_fixture_reads (GTK_WIDGET (page), "Fly a kite"));

  form = open_own (page, own);
  assert_held (form, "Fly a kite");
  ui_fixture_press (form, "Save");
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "Fly a kite"));
  g_assert_cmpstr (reknit_record_get_text (own, "title"), ==, "Fly a kite");
}

static void
assert_stored (UiFixture *fixture,
               GType      type,
               guint      n)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (type, NULL, NULL);

  reknit_store_retry (fixture->store, NULL);
  ui_fixture_settle ();
  g_assert_cmpuint (reknit_store_count (fixture->store, query), ==, n);
}

static void
open_first (UiFixture          *fixture,
            ReknitPracticePage *page,
            GType               type)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (type, NULL, NULL);
  g_autoptr (ReknitRecord) record = reknit_store_first (fixture->store, query);

  reknit_practice_page_open_subject (page, reknit_record_type_get_table (type), reknit_record_get_id (record));
  ui_fixture_settle ();
}

static void
fill_issue (ReknitPracticePage *page)
{
  ui_fixture_activate (page, "raise-issue");
  ui_fixture_fill (page, "What Happened", "The marmalade stood open overnight.");
  g_object_set (ui_fixture_find (ui_fixture_top (page), REKNIT_TYPE_FEELINGS_PICKER, NULL), "picks", "annoyed:2", NULL);
  ui_fixture_fill (page, "What I Need", "A lid on it.");
  planner_write (ui_fixture_top (page), "A Short Title", "Marmalade");
}

/* What was left in its form is not raised by itself, and what is pressed again is there once. */
static void
test_issue (UiFixture     *fixture,
            gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");

  ui_fixture_take (fixture, fixture->ana);
  fill_issue (page);
  press_in_vain (ui_fixture_top (page), "Put on the Board");
  reknit_practice_page_pop_all (page);
  assert_stored (fixture, REKNIT_TYPE_ISSUE, 0);
  ui_fixture_activate (page, "raise-issue");
  press_in_vain (ui_fixture_top (page), "Put on the Board");
  ui_fixture_press (ui_fixture_top (page), "Put on the Board");
  assert_stored (fixture, REKNIT_TYPE_ISSUE, 1);

  ui_fixture_take (fixture, fixture->ben);
  open_first (fixture, page, REKNIT_TYPE_ISSUE);
  ui_fixture_press (ui_fixture_top (page), "Add My View");
  ui_fixture_fill (page, "How I See It", "The lid was under the rhubarb.");
  press_in_vain (ui_fixture_top (page), "Share My View");
  press_in_vain (ui_fixture_top (page), "Share My View");
  assert_stored (fixture, REKNIT_TYPE_ISSUE_VIEW, 0);
  ui_fixture_press (ui_fixture_top (page), "Share My View");
  assert_stored (fixture, REKNIT_TYPE_ISSUE_VIEW, 1);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "rhubarb"));
}

/* A private text that was changed in vain is as it was, too, until it is pressed again. */
static void
test_changed_view (UiFixture     *fixture,
                   gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");
  g_autoptr (ReknitIssue) issue = g_object_new (REKNIT_TYPE_ISSUE, "title", "Marmalade", "shared", (gint64) 1795376400, NULL);
  g_autoptr (ReknitIssueView) view = NULL;

  ui_fixture_save (fixture, issue);
  view = g_object_new (REKNIT_TYPE_ISSUE_VIEW, "issue", reknit_record_get_id (REKNIT_RECORD (issue)), "author",
                       reknit_record_get_id (REKNIT_RECORD (fixture->ben)), "body", "The lid was gone.", NULL);
  ui_fixture_take (fixture, fixture->ben);
  ui_fixture_save (fixture, view);
  open_first (fixture, page, REKNIT_TYPE_ISSUE);
  ui_fixture_press (ui_fixture_top (page), "Change My View");
  ui_fixture_fill (page, "How I See It", "The lid was under the rhubarb.");
  press_in_vain (ui_fixture_top (page), "Keep for Me");
  assert_stored (fixture, REKNIT_TYPE_ISSUE_VIEW, 1);
  g_assert_cmpstr (reknit_record_get_text (view, "body"), ==, "The lid was gone.");
  ui_fixture_press (ui_fixture_top (page), "Keep for Me");
  g_assert_cmpstr (reknit_record_get_text (view, "body"), ==, "The lid was under the rhubarb.");
}

static void
test_feeling (UiFixture     *fixture,
              gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "express-feelings");

  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_activate (page, "note-feeling");
  g_object_set (ui_fixture_find (ui_fixture_top (page), REKNIT_TYPE_FEELINGS_PICKER, NULL), "picks", "lonely:4", NULL);
  ui_fixture_fill (page, "When…", "the gramophone is silent");
  press_in_vain (ui_fixture_top (page), "Share With Ben");
  assert_stored (fixture, REKNIT_TYPE_FEELING_ENTRY, 0);
  ui_fixture_press (ui_fixture_top (page), "Share With Ben");
  assert_stored (fixture, REKNIT_TYPE_FEELING_ENTRY, 1);

  ui_fixture_take (fixture, fixture->ben);
  open_first (fixture, page, REKNIT_TYPE_FEELING_ENTRY);
  ui_fixture_press (ui_fixture_top (page), "I Hear You");
  ui_fixture_fill (page, "What I Heard", "You miss our music.");
  press_in_vain (ui_fixture_top (page), "I Hear You");
  assert_stored (fixture, REKNIT_TYPE_FEELING_REPLY, 0);
  ui_fixture_press (ui_fixture_top (page), "I Hear You");
  assert_stored (fixture, REKNIT_TYPE_FEELING_REPLY, 1);
}

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
  memory = ui_fixture_find (planner_page (planner), REKNIT_TYPE_TEXT_FIELD, "A Memory");
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (memory), "Periwinkle skies");
  press_in_vain (planner_page (planner), "Save");
  assert_stored (fixture, REKNIT_TYPE_PLAN_IMPRESSION, 0);
  ui_fixture_press (planner_page (planner), "Save");
  assert_stored (fixture, REKNIT_TYPE_PLAN_IMPRESSION, 1);
  planner_close (planner);
}

static GtkWidget *
enter (ReknitPlannerWindow *planner,
       const char          *body)
{
  GtkWidget *row = planner_row (planner_page (planner), "One More Thing to Get Ready");

  gtk_editable_set_text (GTK_EDITABLE (row), body);
  g_signal_emit_by_name (row, "entry-activated");
  ui_fixture_settle ();
  return row;
}

static GtkWidget *
task_row (ReknitPlannerWindow *planner,
          const char          *body)
{
  return planner_row (planner_page (planner), body);
}

static void
tick (ReknitPlannerWindow *planner,
      const char          *body)
{
  GtkWidget *check = ui_fixture_find (task_row (planner, body), GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  ui_fixture_settle ();
}

static void
assert_task (ReknitPlannerWindow *planner,
             const char          *body,
             gboolean             done,
             const char          *whose)
{
  GtkWidget *row = task_row (planner, body);
  ReknitPlanTask *task = reknit_task_row_get_task (REKNIT_TASK_ROW (row));
  GtkWidget *check = ui_fixture_find (row, GTK_TYPE_CHECK_BUTTON, NULL);

  g_assert_false (reknit_record_is_dirty (REKNIT_RECORD (task)));
  g_assert_cmpint (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)), ==, done);
  g_assert_cmpint (reknit_record_get_integer (task, "done") != 0, ==, done);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, whose);
}

static char *
list_tasks (UiFixture  *fixture,
            ReknitPlan *plan)
{
  g_autoptr (ReknitQuery) query = reknit_plan_task_query (reknit_record_get_id (REKNIT_RECORD (plan)), REKNIT_PLAN_LIST_READY);
  g_autoptr (GPtrArray) tasks = reknit_store_all (fixture->store, query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    g_string_append_printf (text, "%s ", reknit_record_get_text (tasks->pdata[i], "body"));
  return g_string_free (text, FALSE);
}

static void
change_in_vain (ReknitPlannerWindow *planner,
                ReknitPartner       *ana)
{
  GtkWidget *entry;

  ui_fixture_stop_disk (TRUE);
  tick (planner, "flour");
  gtk_widget_activate_action (task_row (planner, "eggs"), "task.who", "x", reknit_record_get_id (REKNIT_RECORD (ana)));
  gtk_widget_activate_action (task_row (planner, "eggs"), "task.up", NULL);
  ui_fixture_settle ();
  gtk_widget_activate_action (task_row (planner, "flour"), "task.remove", NULL);
  entry = enter (planner, "music");
  ui_fixture_stop_disk (FALSE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "music");
}

static void
test_things_to_get_ready (UiFixture     *fixture,
                          gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Pasta");
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (plan)), NULL);
  enter (planner, "flour");
  enter (planner, "eggs");
  change_in_vain (planner, fixture->ana);
  assert_task (planner, "flour", FALSE, "");
  assert_task (planner, "eggs", FALSE, "");
  before = list_tasks (fixture, plan);
  g_assert_cmpstr (before, ==, "flour eggs ");

  /* Done once more, it is done, and nothing else with it. */
  tick (planner, "flour");
  assert_task (planner, "flour", TRUE, "");
  assert_task (planner, "eggs", FALSE, "");
  enter (planner, "music");
  after = list_tasks (fixture, plan);
  g_assert_cmpstr (after, ==, "flour eggs music ");
  planner_close (planner);
}

/* One time of a series is to become a plan of its own first, and does not. */
static void
test_things_of_a_series (UiFixture     *fixture,
                         gconstpointer  data)
{
  g_autoptr (ReknitPlan) fridays =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "FREQ=WEEKLY;BYDAY=FR", "Dinner");
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (fridays);
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autoptr (ReknitPlanTask) task =
    g_object_new (REKNIT_TYPE_PLAN_TASK, "plan", reknit_record_get_id (REKNIT_RECORD (fridays)), "shared", (gint64) 1,
                  "list", REKNIT_PLAN_LIST_READY, "body", "candles", "due", "", NULL);

  ui_fixture_save (fixture, task);
  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (fridays)), NULL);
  ui_fixture_settle ();
  ui_fixture_stop_disk (TRUE);
  tick (planner, "candles");
  ui_fixture_stop_disk (FALSE);
  assert_task (planner, "candles", FALSE, "");
  tick (planner, "candles");
  assert_task (planner, "candles", TRUE, "");
  g_assert_cmpint (reknit_record_get_integer (task, "done"), ==, 0);
  planner_close (planner);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/failed-save/new-idea", NULL, test_new_idea);
  ui_test_add ("/failed-save/changed-idea", NULL, test_changed_idea);
  ui_test_add ("/failed-save/issue", NULL, test_issue);
  ui_test_add ("/failed-save/changed-view", NULL, test_changed_view);
  ui_test_add ("/failed-save/feeling", NULL, test_feeling);
  ui_test_add ("/failed-save/how-it-was", NULL, test_how_it_was);
  ui_test_add ("/failed-save/things-to-get-ready", NULL, test_things_to_get_ready);
  ui_test_add ("/failed-save/things-of-a-series", NULL, test_things_of_a_series);
  return g_test_run ();
}
