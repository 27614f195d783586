#include "planner-fixture.h"

#include "reknit-idea-draw.h"
#include "reknit-idea-finder.h"
#include "reknit-idea-rating.h"
#include "reknit-occasion.h"
#include "reknit-plan-form.h"
#include "reknit-plan-page.h"
#include "reknit-plan-task.h"
#include "reknit-planner.h"
#include "reknit-span-editor.h"
#include "reknit-text-field.h"

#define CHEAP_OUTSIDE (REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_SETTING_OUTDOORS | REKNIT_IDEA_LENGTH_SHORT)

static ReknitIdeaFinder *
open_finder (ReknitPlannerWindow *planner)
{
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.find-idea", NULL);
  ui_fixture_settle ();
  g_assert_true (REKNIT_IS_IDEA_FINDER (reknit_planner_window_get_page (planner)));
  return REKNIT_IDEA_FINDER (reknit_planner_window_get_page (planner));
}

static gboolean
finds (ReknitIdeaFinder *finder,
       const char       *key)
{
  GListModel *found = reknit_idea_finder_get_finds (finder);

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (ReknitIdeaChoice) choice = g_list_model_get_item (found, i);

      if (g_str_equal (reknit_idea_choice_get_key (choice), key))
        return TRUE;
    }
  return FALSE;
}

static char *
first_find (ReknitIdeaFinder  *finder,
            char             **title)
{
  g_autoptr (ReknitIdeaChoice) choice = g_list_model_get_item (reknit_idea_finder_get_finds (finder), 0);

  *title = g_strdup (reknit_idea_choice_get_title (choice));
  return g_strdup (reknit_idea_choice_get_key (choice));
}

/* Where nothing is planned, an idea is what is wanting. */
static void
test_empty_list (UiFixture     *fixture,
                 gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitPlannerView *view = reknit_planner_window_get_view (planner);
  GtkWidget *empty;

  reknit_planner_view_set_listing (view, TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (planner));
  empty = ui_fixture_find (GTK_WIDGET (view), ADW_TYPE_STATUS_PAGE, NULL);
  g_assert_true (ui_fixture_reads (empty, "Nothing Planned From Here On"));
  ui_fixture_press (empty, "Find an Idea");
  g_assert_true (REKNIT_IS_IDEA_FINDER (reknit_planner_window_get_page (planner)));
  planner_close (planner);
}

static void
test_filters (UiFixture     *fixture,
              gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitIdeaFinder *finder = open_finder (planner);
  GListModel *found = reknit_idea_finder_get_finds (finder);
  guint all = g_list_model_get_n_items (found);
  g_autofree char *count = NULL;

  g_assert_cmpuint (all, >, 100);
  g_assert_null (ui_fixture_find (GTK_WIDGET (finder), GTK_TYPE_BUTTON, "Clear Filters"));
  reknit_idea_finder_set_wanted (finder, CHEAP_OUTSIDE);
  ui_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (found), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (found), <, all);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (ReknitIdeaChoice) choice = g_list_model_get_item (found, i);

      g_assert_true (reknit_idea_traits_match (reknit_idea_choice_get_traits (choice), CHEAP_OUTSIDE));
    }
  count = g_strdup_printf ("%u Idea", g_list_model_get_n_items (found));
  g_assert_true (ui_fixture_reads (GTK_WIDGET (finder), count));
  ui_fixture_press (GTK_WIDGET (finder), "Clear Filters");
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, all);
  planner_close (planner);
}

/* Nothing is free, saved up for, … at once: which filter stands in the way is said, and can be taken off. */
static void
test_nothing_found (UiFixture     *fixture,
                    gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitIdeaFinder *finder = open_finder (planner);

  reknit_idea_finder_set_wanted (finder, REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_HOME | REKNIT_IDEA_LENGTH_GETAWAY);
  ui_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (reknit_idea_finder_get_finds (finder)), ==, 0);
  g_assert_true (ui_fixture_reads (GTK_WIDGET (finder), "Without “Length” there would be"));
  ui_fixture_press (GTK_WIDGET (finder), "Any Length");
  g_assert_cmpint (reknit_idea_finder_get_wanted (finder), ==, REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_HOME);
  g_assert_cmpuint (g_list_model_get_n_items (reknit_idea_finder_get_finds (finder)), >, 0);
  planner_close (planner);
}

static void
rate (UiFixture     *fixture,
      ReknitPartner *partner,
      const char    *key,
      const char    *rating)
{
  g_autoptr (GError) error = NULL;

  ui_fixture_take (fixture, partner);
  reknit_idea_rating_say (fixture->store, NULL, key, reknit_record_get_id (REKNIT_RECORD (partner)), rating, &error);
  g_assert_no_error (error);
}

static void
test_no_is_left_out (UiFixture     *fixture,
                     gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autoptr (ReknitOwnIdea) own = g_object_new (REKNIT_TYPE_OWN_IDEA, "title", "Row on the lake", NULL);
  g_autofree char *own_key = NULL;
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;

  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_save (fixture, own);
  own_key = reknit_own_idea_get_key (own);
  g_assert_true (finds (open_finder (planner), own_key));
  reknit_idea_finder_set_wanted (REKNIT_IDEA_FINDER (reknit_planner_window_get_page (planner)), CHEAP_OUTSIDE);
  ui_fixture_settle ();
  key = first_find (REKNIT_IDEA_FINDER (reknit_planner_window_get_page (planner)), &title);
  if (g_str_has_prefix (key, "own:"))
    {
      g_autoptr (ReknitIdeaChoice) second =
        g_list_model_get_item (reknit_idea_finder_get_finds (REKNIT_IDEA_FINDER (reknit_planner_window_get_page (planner))), 1);

      g_free (key);
      key = g_strdup (reknit_idea_choice_get_key (second));
    }

  rate (fixture, fixture->ben, key, REKNIT_IDEA_NO);
  rate (fixture, fixture->ben, own_key, REKNIT_IDEA_NO);
  g_assert_false (finds (open_finder (planner), key));
  g_assert_false (finds (REKNIT_IDEA_FINDER (reknit_planner_window_get_page (planner)), own_key));
  /* What was missing would tell the other. */
  ui_fixture_take (fixture, fixture->ana);
  g_assert_true (finds (open_finder (planner), key));
  g_assert_true (finds (REKNIT_IDEA_FINDER (reknit_planner_window_get_page (planner)), own_key));
  ui_fixture_take (fixture, NULL);
  g_assert_true (finds (open_finder (planner), key));
  g_assert_true (finds (REKNIT_IDEA_FINDER (reknit_planner_window_get_page (planner)), own_key));
  planner_close (planner);
}

static GtkWidget *
page_of (ReknitPlannerWindow *planner)
{
  return reknit_planner_window_get_page (planner);
}

static void
assert_title (GtkWidget  *form,
              const char *title)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (planner_row (form, "Title"))), ==, title);
}

static void
test_plan_it (UiFixture     *fixture,
              gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitIdeaFinder *finder = open_finder (planner);
  g_autoptr (ReknitPlanDetails) details = NULL;
  g_autoptr (GPtrArray) done = NULL;
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;
  ReknitPlan *plan;

  reknit_idea_finder_set_wanted (finder, CHEAP_OUTSIDE);
  ui_fixture_settle ();
  key = first_find (finder, &title);
  gtk_widget_activate (planner_row (GTK_WIDGET (finder), title));
  ui_fixture_settle ();
  g_assert_true (REKNIT_IS_PLAN_FORM (page_of (planner)));
  assert_title (page_of (planner), title);

  /* Back leads to the finder as it was. */
  gtk_widget_activate_action (GTK_WIDGET (planner), "win.back", NULL);
  ui_fixture_settle ();
  g_assert_true (page_of (planner) == GTK_WIDGET (finder));
  g_assert_cmpint (reknit_idea_finder_get_wanted (finder), ==, CHEAP_OUTSIDE);
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.plan-idea", "s", key);
  ui_fixture_settle ();
  ui_fixture_press (page_of (planner), "Save");
  g_assert_true (REKNIT_IS_PLAN_PAGE (page_of (planner)));
  plan = reknit_occasion_get_plan (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (page_of (planner))));
  details = reknit_plan_details_find (plan);
  g_assert_cmpstr (reknit_record_get_text (details, "idea"), ==, key);

  done = reknit_idea_rating_list_done (fixture->store);
  g_assert_cmpuint (done->len, ==, 0);
  g_object_set (plan, "state", REKNIT_PLAN_STATE_DONE, NULL);
  ui_fixture_save (fixture, plan);
  g_ptr_array_unref (done);
  done = reknit_idea_rating_list_done (fixture->store);
  g_assert_cmpuint (done->len, ==, 1);
  g_assert_cmpstr (((ReknitIdeaMatch *) done->pdata[0])->idea, ==, key);
  planner_close (planner);
}

/* What somebody had begun in the form comes back, also after the form was left. */
static void
test_draft_comes_back (UiFixture     *fixture,
                       gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);

  ui_fixture_take (fixture, fixture->ana);
  reknit_planner_window_plan (planner, NULL);
  g_assert_null (ui_fixture_find (page_of (planner), GTK_TYPE_BUTTON, "Bring It Back"));
  planner_write (page_of (planner), "Title", "Chess");
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.plan-idea", "s", "jigsaw");
  ui_fixture_settle ();
  assert_title (page_of (planner), "Begin a jigsaw and leave it out");
  g_assert_true (ui_fixture_reads (page_of (planner), "You had begun “Chess” here."));
  /* An idea that nobody worked on does not push away what somebody did. */
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.plan-idea", "s", "blind-tea");
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.plan-idea", "s", "jigsaw");
  ui_fixture_settle ();
  assert_title (page_of (planner), "Begin a jigsaw and leave it out");
  g_assert_true (ui_fixture_reads (page_of (planner), "You had begun “Chess” here."));

  gtk_widget_activate_action (GTK_WIDGET (planner), "win.back", NULL);
  ui_fixture_settle ();
  reknit_planner_window_plan (planner, NULL);
  ui_fixture_settle ();
  assert_title (page_of (planner), "Begin a jigsaw and leave it out");
  ui_fixture_press (page_of (planner), "Bring It Back");
  assert_title (page_of (planner), "Chess");
  ui_fixture_press (page_of (planner), "Bring It Back");
  assert_title (page_of (planner), "Begin a jigsaw and leave it out");
  ui_fixture_press (page_of (planner), "Save");
  {
    ReknitPlan *plan = reknit_occasion_get_plan (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (page_of (planner))));
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
  return page_of (planner);
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
  assert_hours (page_of (planner), 19, 22, 0);
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
  assert_hours (page_of (planner), 0, 0, 2);

  planner_write (page_of (planner), "Where", "Harbour");
  reknit_span_editor_set (REKNIT_SPAN_EDITOR (ui_fixture_find (page_of (planner), REKNIT_TYPE_SPAN_EDITOR, NULL)),
                          noon, night, FALSE);
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (ui_fixture_find (page_of (planner), REKNIT_TYPE_TEXT_FIELD, "Things to Get Ready")),
                              "Tickets");
  form = choose (planner, "blind-tea");
  assert_title (form, "Guess five kinds of tea");
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
  ui_fixture_press (page_of (planner), "Save");
  plan = reknit_occasion_get_plan (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (page_of (planner))));
  query = reknit_plan_task_query (reknit_record_get_id (REKNIT_RECORD (plan)), REKNIT_PLAN_LIST_READY);
  tasks = reknit_store_all (fixture->store, query);
  g_assert_cmpuint (tasks->len, ==, 2);
  g_assert_cmpstr (reknit_record_get_text (tasks->pdata[0], "body"), ==, "Candles and matches");
  g_assert_cmpstr (reknit_record_get_text (tasks->pdata[1], "body"), ==, "A cold supper");
  g_assert_true (ui_fixture_reads (page_of (planner), "A cold supper"));

  /* Of a surprise, they are one, too. */
  g_assert_true (reknit_record_is_private (tasks->pdata[0]));
  if (data != NULL)
    g_assert_false (ui_fixture_disk_has (fixture, "cold supper"));
  g_assert_true (reknit_store_undo (fixture->store, NULL));
  ui_fixture_settle ();
  g_assert_cmpuint (reknit_store_count (fixture->store, query), ==, 0);
  planner_close (planner);
}

/* What both like comes first; what only one has rated says nothing. */
static void
test_surprise (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitIdeaFinder *finder;
  GtkWidget *draw;

  rate (fixture, fixture->ana, "blind-tea", REKNIT_IDEA_LOVE);
  rate (fixture, fixture->ben, "blind-tea", REKNIT_IDEA_MAYBE);
  ui_fixture_take (fixture, NULL);
  finder = open_finder (planner);
  draw = ui_fixture_find (GTK_WIDGET (finder), REKNIT_TYPE_IDEA_DRAW, NULL);
  ui_fixture_press (draw, "Surprise Us");
  g_assert_cmpstr (reknit_idea_draw_get_key (REKNIT_IDEA_DRAW (draw)), ==, "blind-tea");
  ui_fixture_press (draw, "Another One");
  g_assert_cmpstr (reknit_idea_draw_get_key (REKNIT_IDEA_DRAW (draw)), !=, "blind-tea");
  /* A filter that it does not fit takes it away. */
  reknit_idea_finder_set_wanted (finder, REKNIT_IDEA_LENGTH_GETAWAY);
  ui_fixture_settle ();
  reknit_idea_finder_set_wanted (finder, REKNIT_IDEA_LENGTH_SHORT);
  ui_fixture_settle ();
  g_assert_null (reknit_idea_draw_get_key (REKNIT_IDEA_DRAW (draw)));
  ui_fixture_press (draw, "Surprise Us");
  ui_fixture_press (draw, "Plan It");
  assert_title (page_of (planner), "Guess five kinds of tea");
  planner_close (planner);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/idea-finder/empty-list", NULL, test_empty_list);
  ui_test_add ("/idea-finder/filters", NULL, test_filters);
  ui_test_add ("/idea-finder/nothing-found", NULL, test_nothing_found);
  ui_test_add ("/idea-finder/no-is-left-out", NULL, test_no_is_left_out);
  ui_test_add ("/idea-finder/no-is-left-out-sealed", "sealed", test_no_is_left_out);
  ui_test_add ("/idea-finder/plan-it", NULL, test_plan_it);
  ui_test_add ("/idea-finder/draft-comes-back", NULL, test_draft_comes_back);
  ui_test_add ("/idea-finder/fills-in", NULL, test_fills_in);
  ui_test_add ("/idea-finder/things-are-kept", NULL, test_things_are_kept);
  ui_test_add ("/idea-finder/things-are-kept-sealed", "sealed", test_things_are_kept);
  ui_test_add ("/idea-finder/surprise", NULL, test_surprise);

  return g_test_run ();
}
