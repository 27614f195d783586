#include "planner-fixture.h"

#include "reknit-idea-draw.h"
#include "reknit-idea-finder.h"
#include "reknit-idea-rating.h"
#include "reknit-occasion.h"
#include "reknit-plan-form.h"
#include "reknit-plan-page.h"
#include "reknit-planner.h"

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
  g_assert_false (ui_fixture_reads (GTK_WIDGET (finder), "0 Ideas"));
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
  if (data != NULL)
    {
      g_assert_false (ui_fixture_disk_has (fixture, key));
      g_assert_false (ui_fixture_disk_has (fixture, own_key));
    }
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
find_row (GtkWidget  *root,
          const char *title)
{
  GtkWidget *words = ui_fixture_find (root, GTK_TYPE_LABEL, title);

  if (words == NULL)
    g_error ("No row says %s", title);
  return gtk_widget_get_ancestor (words, GTK_TYPE_LIST_BOX_ROW);
}

static void
press_in_row (GtkWidget  *root,
              const char *title,
              const char *tooltip)
{
  GtkWidget *button = ui_fixture_find (find_row (root, title), GTK_TYPE_BUTTON, NULL);

  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, tooltip);
  g_signal_emit_by_name (button, "clicked");
  ui_fixture_settle ();
}

static guint
count_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;
  return n;
}

/* There are no more rows than one looks through, and those that stay are the same ones: nothing jumps. */
static void
test_rows (UiFixture     *fixture,
           gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitIdeaFinder *finder = open_finder (planner);
  GtkListBox *list = GTK_LIST_BOX (ui_fixture_find (GTK_WIDGET (finder), GTK_TYPE_LIST_BOX, NULL));
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (list, 0);
  GtkListBoxRow *fifth = gtk_list_box_get_row_at_index (list, 4);
  g_autofree char *title = NULL;
  g_autofree char *key = first_find (finder, &title);

  g_assert_true (find_row (GTK_WIDGET (list), title) == GTK_WIDGET (first));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_cmpuint (count_rows (list), ==, 30);
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, 3), "not-now");
  ui_fixture_settle ();
  g_assert_cmpuint (count_rows (list), ==, 30);
  g_assert_true (gtk_list_box_get_row_at_index (list, 0) == first);
  g_assert_true (gtk_list_box_get_row_at_index (list, 3) == fifth);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (planner)) == GTK_WIDGET (fifth));
  planner_close (planner);
}

/* The rest comes where the button was, and the page stays there. */
static void
test_show_all (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitIdeaFinder *finder = open_finder (planner);
  GtkListBox *list = GTK_LIST_BOX (ui_fixture_find (GTK_WIDGET (finder), GTK_TYPE_LIST_BOX, NULL));
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkListBoxRow *last = gtk_list_box_get_row_at_index (list, 29);
  double place;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (planner));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (planner));
  place = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (place, >, 0);
  ui_fixture_press (GTK_WIDGET (finder), "Show All");
  g_assert_cmpuint (count_rows (list), ==, g_list_model_get_n_items (reknit_idea_finder_get_finds (finder)));
  g_assert_true (gtk_list_box_get_row_at_index (list, 29) == last);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (planner)) == GTK_WIDGET (gtk_list_box_get_row_at_index (list, 30)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (planner));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, place);
  planner_close (planner);
}

/* In no seat can it be seen who said it: it is gone for all, and only who said it finds it again. */
static void
test_not_now (UiFixture     *fixture,
              gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;
  ReknitPartner *others[] = { fixture->ben, NULL };
  guint all;

  ui_fixture_take (fixture, fixture->ana);
  key = first_find (open_finder (planner), &title);
  all = g_list_model_get_n_items (reknit_idea_finder_get_finds (open_finder (planner)));
  press_in_row (reknit_planner_window_get_page (planner), title, "Not Now");
  g_assert_false (finds (REKNIT_IDEA_FINDER (reknit_planner_window_get_page (planner)), key));
  g_assert_true (ui_fixture_reads (reknit_planner_window_get_page (planner), "Set Aside"));
  if (data != NULL)
    g_assert_false (ui_fixture_disk_has (fixture, key));

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      ui_fixture_take (fixture, others[i]);
      g_assert_false (finds (open_finder (planner), key));
      g_assert_cmpuint (g_list_model_get_n_items (reknit_idea_finder_get_finds (REKNIT_IDEA_FINDER (reknit_planner_window_get_page (planner)))),
                        ==, all - 1);
      g_assert_false (ui_fixture_reads (GTK_WIDGET (planner), "Set Aside"));
      g_assert_false (ui_fixture_reads (GTK_WIDGET (planner), title));
    }
  ui_fixture_take (fixture, fixture->ana);
  open_finder (planner);
  press_in_row (reknit_planner_window_get_page (planner), title, "Bring Back");
  g_assert_true (finds (REKNIT_IDEA_FINDER (reknit_planner_window_get_page (planner)), key));
  g_assert_false (ui_fixture_reads (GTK_WIDGET (planner), "Set Aside"));
  planner_close (planner);
}

/* Among few ideas, which are drawn sooner: a toast stays for some seconds only, and under the sanitizers all is slow. */
static void
test_not_now_undone (UiFixture     *fixture,
                     gconstpointer  data)
{
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitIdeaFinder *finder = open_finder (planner);
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;

  reknit_idea_finder_set_wanted (finder, CHEAP_OUTSIDE | REKNIT_IDEA_ENERGY_CALM);
  ui_fixture_settle ();
  key = first_find (finder, &title);
  press_in_row (GTK_WIDGET (finder), title, "Not Now");
  g_assert_false (finds (finder, key));
  ui_fixture_press (GTK_WIDGET (planner), "Undo");
  g_assert_true (finds (finder, key));
  planner_close (planner);
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
  gtk_widget_activate (find_row (GTK_WIDGET (finder), title));
  ui_fixture_settle ();
  g_assert_true (REKNIT_IS_PLAN_FORM (planner_page (planner)));
  planner_assert_title (planner_page (planner), title);

  /* Back leads to the finder as it was. */
  gtk_widget_activate_action (GTK_WIDGET (planner), "win.back", NULL);
  ui_fixture_settle ();
  g_assert_true (planner_page (planner) == GTK_WIDGET (finder));
  g_assert_cmpint (reknit_idea_finder_get_wanted (finder), ==, CHEAP_OUTSIDE);
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.plan-idea", "s", key);
  ui_fixture_settle ();
  ui_fixture_press (planner_page (planner), "Save");
  g_assert_true (REKNIT_IS_PLAN_PAGE (planner_page (planner)));
  plan = reknit_occasion_get_plan (reknit_plan_page_get_occasion (REKNIT_PLAN_PAGE (planner_page (planner))));
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
  planner_assert_title (planner_page (planner), "Guess five kinds of tea");
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
  ui_test_add ("/idea-finder/rows", NULL, test_rows);
  ui_test_add ("/idea-finder/show-all", NULL, test_show_all);
  ui_test_add ("/idea-finder/not-now-undone", NULL, test_not_now_undone);
  ui_test_add ("/idea-finder/not-now", NULL, test_not_now);
  ui_test_add ("/idea-finder/not-now-sealed", "sealed", test_not_now);
  ui_test_add ("/idea-finder/plan-it", NULL, test_plan_it);
  ui_test_add ("/idea-finder/surprise", NULL, test_surprise);

  return g_test_run ();
}
