#include "ui-fixture.h"

#include "reknit-activity-pool-page.h"
#include "reknit-choice-row.h"
#include "reknit-idea-draw.h"
#include "reknit-idea-pool.h"
#include "reknit-idea-ratings-view.h"
#include "reknit-own-idea-form.h"
#include "reknit-plan-details.h"
#include "reknit-planner.h"
#include "reknit-tools.h"
#include "reknit-content.h"

/* What the card of the practice says as long as the two have nothing in common. */
#define NOTHING_LIKED "Find out what you would both like to do, and draw one of it."

static gint64
id_of (ReknitPartner *partner)
{
  return reknit_record_get_id (REKNIT_RECORD (partner));
}

static const char *
asked_key (ReknitPracticePage *page)
{
  return reknit_idea_choice_get_key (reknit_activity_pool_page_get_asked (REKNIT_ACTIVITY_POOL_PAGE (page)));
}

static char *
asked (ReknitPracticePage *page)
{
  return g_strdup (reknit_idea_choice_get_title (reknit_activity_pool_page_get_asked (REKNIT_ACTIVITY_POOL_PAGE (page))));
}

/* Each is asked in an order of their own: passes over all that is asked before. */
static void
skip_to (ReknitPracticePage *page,
         const char         *key)
{
  for (guint i = 0; i < 200 && g_strcmp0 (asked_key (page), key) != 0; i++)
    gtk_widget_activate_action (GTK_WIDGET (page), "practice.skip", NULL);
  g_assert_cmpstr (asked_key (page), ==, key);
  ui_fixture_settle ();
}

/* What comes up one after the other as long as all is passed over. */
static char *
list_order (ReknitPracticePage *page)
{
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < 12; i++)
    {
      g_string_append_printf (order, "%s ", asked_key (page));
      gtk_widget_activate_action (GTK_WIDGET (page), "practice.skip", NULL);
    }
  return g_string_free (order, FALSE);
}

static gint64
query_integer (UiFixture  *fixture,
               const char *sql)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (fixture->store, sql);
  gboolean has_row;

  g_assert_true (reknit_statement_step (statement, &has_row, NULL) && has_row);
  return reknit_statement_get_integer (statement, 0);
}

static char *
live_line (UiFixture *fixture)
{
  return reknit_tools_describe (fixture->seats, reknit_content_find_practice (reknit_content_get_default (), "shared-activities"));
}

static guint
count_liked (UiFixture *fixture)
{
  g_autoptr (GPtrArray) liked = reknit_idea_pool_list_liked (fixture->store, 0);

  return liked->len;
}

static void
assert_says_of_which (GtkWidget  *button,
                      const char *idea)
{
  g_autofree char *name = g_strdup_printf ("Plan a Date: %s", idea);

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
test_match (UiFixture     *fixture,
            gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  GtkWidget *root = GTK_WIDGET (page);
  g_autofree char *first = NULL;
  g_autofree char *key = NULL;
  g_autofree char *line = NULL;

  g_assert_true (ui_fixture_reads (root, "Each From Your Own Seat"));
  g_assert_null (ui_fixture_find (root, GTK_TYPE_BUTTON, "Love"));
  ui_fixture_take (fixture, fixture->ana);
  first = asked (page);
  key = g_strdup (asked_key (page));
  g_assert_true (ui_fixture_reads (root, first));
  ui_fixture_press (root, "Love");
  g_assert_false (ui_fixture_reads (root, first));

  ui_fixture_take (fixture, fixture->ben);
  g_assert_cmpuint (count_liked (fixture), ==, 0);
  g_assert_true (ui_fixture_reads (root, "What Would You Both Like to Do?"));
  skip_to (page, key);
  g_assert_true (ui_fixture_reads (root, first));
  ui_fixture_press (root, "Maybe");
  g_assert_cmpuint (count_liked (fixture), ==, 1);
  g_assert_true (ui_fixture_reads (root, "1 Idea You Both Like"));
  line = live_line (fixture);
  g_assert_cmpstr (line, ==, "1 idea you both like");

  ui_fixture_take (fixture, NULL);
  g_assert_true (ui_fixture_reads (root, first));
  g_assert_true (ui_fixture_reads (root, "Not done yet"));
  assert_says_of_which (ui_fixture_find (root, GTK_TYPE_BUTTON, "Plan a Date"), first);
}

/* What one seat shows of the other's “no”: the same as if nothing had been said. */
static void
test_no_stays (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  GtkWidget *root = GTK_WIDGET (page);
  g_autofree char *first = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *key = NULL;
  g_autofree char *said = NULL;
  g_autofree char *line = NULL;
  g_autofree char *line_together = NULL;

  ui_fixture_take (fixture, fixture->ana);
  key = g_strdup (asked_key (page));
  first = asked (page);
  ui_fixture_press (root, "No");
  kept = reknit_idea_rating_look_up (fixture->store, key, id_of (fixture->ana));
  g_assert_cmpstr (kept, ==, "no");
  if (data != NULL)
    g_assert_false (ui_fixture_disk_has (fixture, key));

  ui_fixture_take (fixture, fixture->ben);
  said = reknit_idea_rating_look_up (fixture->store, key, id_of (fixture->ana));
  g_assert_null (said);
  skip_to (page, key);
  g_assert_true (ui_fixture_reads (root, first));
  ui_fixture_press (root, "Love");
  g_assert_true (ui_fixture_reads (root, "What Would You Both Like to Do?"));
  line = live_line (fixture);
  g_assert_cmpstr (line, ==, NOTHING_LIKED);
  g_assert_cmpuint (count_liked (fixture), ==, 0);
  g_assert_false (ui_fixture_reads (root, "Idea You Both Like"));

  ui_fixture_take (fixture, NULL);
  g_assert_true (ui_fixture_reads (root, "What Would You Both Like to Do?"));
  g_assert_false (ui_fixture_reads (root, first));
  line_together = live_line (fixture);
  g_assert_cmpstr (line_together, ==, NOTHING_LIKED);
  g_assert_null (ui_fixture_find (root, GTK_TYPE_BUTTON, "Pick for Us"));
}

/* Of what was refused the file tells neither how much it is, nor when it was said, nor between which other words. */
static void
test_no_leaves_no_trace (UiFixture     *fixture,
                         gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  GtkWidget *root = GTK_WIDGET (page);
  gint64 length;

  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_press (root, "Love");
  length = query_integer (fixture, "SELECT length (ideas) FROM idea_refusals");
  g_assert_cmpint (length, >, 4096);
  for (guint i = 0; i < 20; i++)
    ui_fixture_press (root, "No");
  g_assert_cmpint (query_integer (fixture, "SELECT count (*) FROM idea_rating"), ==, 1);
  g_assert_cmpint (query_integer (fixture, "SELECT count (*) FROM idea_refusals"), ==, 1);
  g_assert_cmpint (query_integer (fixture, "SELECT length (ideas) FROM idea_refusals"), ==, length);
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->clock), 600);
  ui_fixture_press (root, "Like");
  g_assert_cmpint (query_integer (fixture, "SELECT max (created) FROM idea_rating"), ==,
                   query_integer (fixture, "SELECT modified FROM idea_refusals"));
  g_assert_cmpint (query_integer (fixture, "SELECT typeof (ideas) = 'blob' FROM idea_refusals"), ==, 1);
}

/* Where something stands among what was rated tells nothing either: nobody knows in which order one was asked. */
static void
test_order_is_ones_own (UiFixture     *fixture,
                        gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  g_autofree char *of_ana = NULL;
  g_autofree char *of_ben = NULL;
  g_autofree char *again = NULL;
  g_autofree char *opened_again = NULL;

  ui_fixture_take (fixture, fixture->ana);
  of_ana = list_order (page);
  ui_fixture_take (fixture, fixture->ben);
  of_ben = list_order (page);
  ui_fixture_take (fixture, fixture->ana);
  again = list_order (page);
  g_assert_cmpstr (again, ==, of_ana);
  g_assert_cmpstr (of_ben, !=, of_ana);
  page = ui_fixture_open (fixture, "shared-activities");
  opened_again = list_order (page);
  g_assert_cmpstr (opened_again, !=, of_ana);
}

static void
test_skip_and_undo (UiFixture     *fixture,
                    gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  GtkWidget *root = GTK_WIDGET (page);
  g_autofree char *first = NULL;
  g_autoptr (GError) error = NULL;

  ui_fixture_take (fixture, fixture->ana);
  first = asked (page);
  ui_fixture_press (root, "Skip");
  g_assert_false (ui_fixture_reads (root, first));

  ui_fixture_take (fixture, fixture->ben);
  ui_fixture_take (fixture, fixture->ana);
  g_assert_true (ui_fixture_reads (root, first));
  gtk_widget_activate_action (root, "practice.rate", "s", "like");
  ui_fixture_settle ();
  g_assert_false (ui_fixture_reads (root, first));
  g_assert_true (reknit_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (root, first));
}

static void
test_change_rating (UiFixture     *fixture,
                    gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  g_autoptr (GHashTable) said = NULL;
  g_autofree char *rating = NULL;
  g_autofree char *first = NULL;
  g_autofree char *key = NULL;
  GtkWidget *row;

  ui_fixture_take (fixture, fixture->ana);
  first = asked (page);
  key = g_strdup (asked_key (page));
  ui_fixture_press (GTK_WIDGET (page), "Like");
  ui_fixture_activate (page, "ratings");
  row = ui_fixture_find (reknit_practice_page_get_subpage (page), REKNIT_TYPE_CHOICE_ROW, first);
  g_assert_cmpstr (reknit_choice_row_get_choice (REKNIT_CHOICE_ROW (row)), ==, "like");
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (row), "no");
  ui_fixture_settle ();
  rating = reknit_idea_rating_look_up (fixture->store, key, id_of (fixture->ana));
  g_assert_cmpstr (rating, ==, "no");
  g_assert_true (reknit_store_undo (fixture->store, NULL));
  ui_fixture_settle ();
  g_assert_cmpstr (reknit_choice_row_get_choice (REKNIT_CHOICE_ROW (row)), ==, "like");

  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (row), "");
  ui_fixture_settle ();
  said = reknit_idea_rating_list_own (fixture->store, id_of (fixture->ana));
  g_assert_cmpuint (g_hash_table_size (said), ==, 0);
  ui_fixture_take (fixture, fixture->ben);
  g_assert_null (reknit_practice_page_get_subpage (page));
}

static void
write_row (GtkWidget  *root,
           const char *title,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_fixture_find (root, ADW_TYPE_ENTRY_ROW, title)), text);
}

static void
open_own (ReknitPracticePage *page,
          gint64              id)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "practice.own-idea", "x", id);
  ui_fixture_settle ();
}

static void
test_own_idea (UiFixture     *fixture,
               gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  g_autoptr (ReknitQuery) query = reknit_own_idea_query ();
  g_autoptr (ReknitOwnIdea) own = NULL;
  g_autofree char *key = NULL;
  g_autofree char *rating = NULL;
  GtkWidget *form, *row;

  ui_fixture_take (fixture, fixture->ana);
  open_own (page, 0);
  form = reknit_practice_page_get_subpage (page);
  ui_fixture_press (form, "Save");
  g_assert_true (ui_fixture_reads (form, "Say in a few words what it is."));
  write_row (form, "Title", "Row on the lake");
  g_assert_false (ui_fixture_reads (form, "Say in a few words what it is."));
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (ui_fixture_find (form, REKNIT_TYPE_CHOICE_ROW, "Indoors or Outdoors")), "256");

  /* Left and come back to, it is as it was. */
  reknit_practice_page_pop (page);
  open_own (page, 0);
  form = reknit_practice_page_get_subpage (page);
  ui_fixture_press (form, "Save");
  own = reknit_store_first (fixture->store, query);
  g_assert_cmpstr (reknit_record_get_text (own, "title"), ==, "Row on the lake");
  g_assert_cmpint (reknit_record_get_integer (own, "traits"), ==, REKNIT_IDEA_SETTING_OUTDOORS);
  g_assert_null (reknit_practice_page_get_subpage (page));
  ui_fixture_activate (page, "ratings");
  row = ui_fixture_find (reknit_practice_page_get_subpage (page), REKNIT_TYPE_CHOICE_ROW, "Row on the lake");
  g_assert_cmpstr (reknit_choice_row_get_choice (REKNIT_CHOICE_ROW (row)), ==, "");
  reknit_choice_row_set_choice (REKNIT_CHOICE_ROW (row), "love");
  key = reknit_own_idea_get_key (own);
  rating = reknit_idea_rating_look_up (fixture->store, key, id_of (fixture->ana));
  g_assert_cmpstr (rating, ==, "love");

  open_own (page, reknit_record_get_id (REKNIT_RECORD (own)));
  form = reknit_practice_page_get_subpage (page);
  write_row (form, "Title", "Row over the lake");
  ui_fixture_press (form, "Save");
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "Row over the lake"));
  open_own (page, reknit_record_get_id (REKNIT_RECORD (own)));
  ui_fixture_press (reknit_practice_page_get_subpage (page), "Delete");
  g_assert_cmpuint (reknit_store_count (fixture->store, query), ==, 0);
  g_assert_true (reknit_store_undo (fixture->store, NULL));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "Row over the lake"));
}

static void
like_both (UiFixture  *fixture,
           const char *key)
{
  ui_fixture_take (fixture, fixture->ana);
  g_assert_true (reknit_idea_rating_say (fixture->store, NULL, key, id_of (fixture->ana), "love", NULL));
  ui_fixture_take (fixture, fixture->ben);
  g_assert_true (reknit_idea_rating_say (fixture->store, NULL, key, id_of (fixture->ben), "like", NULL));
}

static void
do_it (UiFixture  *fixture,
       const char *key,
       const char *starts,
       const char *ends)
{
  g_autoptr (ReknitPlan) plan = g_object_new (REKNIT_TYPE_PLAN, "kind", REKNIT_PLAN_KIND_DATE, "starts", starts, "ends", ends,
                                              "rule", "", "state", REKNIT_PLAN_STATE_DONE, NULL);
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  g_autoptr (GError) error = NULL;

  g_object_set (details, "idea", key, NULL);
  reknit_planner_save (fixture->store, "Plan", plan, details, NULL, 0, &error);
  g_assert_no_error (error);
}

/* Chance turns to what was done lately only when nothing else is left. */
static void
test_pick (UiFixture     *fixture,
           gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (reknit_clock_now (fixture->clock) - 7 * 24 * 3600);
  g_autofree char *starts = g_date_time_format (day, "%Y-%m-%dT19:00:00");
  g_autofree char *ends = g_date_time_format (day, "%Y-%m-%dT21:00:00");
  GtkWidget *draw;

  like_both (fixture, "jigsaw");
  like_both (fixture, "blind-tea");
  like_both (fixture, "short-story");
  do_it (fixture, "jigsaw", starts, ends);
  ui_fixture_take (fixture, NULL);
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "Done 1 time, last: "));
  draw = ui_fixture_find (GTK_WIDGET (page), REKNIT_TYPE_IDEA_DRAW, NULL);
  ui_fixture_press (draw, "Pick for Us");
  g_assert_cmpstr (reknit_idea_draw_get_key (REKNIT_IDEA_DRAW (draw)), !=, "jigsaw");
  ui_fixture_press (draw, "Another One");
  g_assert_cmpstr (reknit_idea_draw_get_key (REKNIT_IDEA_DRAW (draw)), !=, "jigsaw");
  ui_fixture_press (draw, "Another One");
  g_assert_cmpstr (reknit_idea_draw_get_key (REKNIT_IDEA_DRAW (draw)), ==, "jigsaw");
  g_assert_true (ui_fixture_reads (draw, "Begin a jigsaw and leave it out"));
  ui_fixture_press (draw, "Another One");
  g_assert_cmpstr (reknit_idea_draw_get_key (REKNIT_IDEA_DRAW (draw)), !=, "jigsaw");
}

/* What one says “not now” to is no longer picked, nor listed, nor asked about, for anybody. */
static void
test_not_now (UiFixture     *fixture,
              gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  g_autoptr (GPtrArray) unrated = NULL;
  g_autofree char *line = NULL;
  GtkWidget *draw, *ratings;

  like_both (fixture, "jigsaw");
  ui_fixture_settle ();
  draw = ui_fixture_find (GTK_WIDGET (page), REKNIT_TYPE_IDEA_DRAW, NULL);
  ui_fixture_press (draw, "Pick for Us");
  g_assert_cmpstr (reknit_idea_draw_get_key (REKNIT_IDEA_DRAW (draw)), ==, "jigsaw");
  ui_fixture_press (draw, "Not Now");
  g_assert_null (reknit_idea_draw_get_key (REKNIT_IDEA_DRAW (draw)));
  g_assert_cmpuint (count_liked (fixture), ==, 0);
  ui_fixture_take (fixture, fixture->ana);
  g_assert_cmpuint (count_liked (fixture), ==, 0);
  ui_fixture_activate (page, "ratings");
  ratings = reknit_practice_page_get_subpage (page);
  g_assert_false (ui_fixture_reads (ratings, "Set Aside"));
  g_assert_true (ui_fixture_reads (ratings, "Begin a jigsaw and leave it out"));
  line = live_line (fixture);
  g_assert_cmpstr (line, ==, NOTHING_LIKED);
  g_assert_true (reknit_idea_rating_say (fixture->store, NULL, "jigsaw", id_of (fixture->ana), NULL, NULL));
  unrated = reknit_idea_pool_list_unrated (fixture->store, id_of (fixture->ana), "chance");
  for (guint i = 0; i < unrated->len; i++)
    g_assert_cmpstr (reknit_idea_choice_get_key (unrated->pdata[i]), !=, "jigsaw");

  ui_fixture_take (fixture, fixture->ben);
  ui_fixture_activate (page, "ratings");
  g_assert_true (ui_fixture_reads (reknit_practice_page_get_subpage (page), "Set Aside"));
  ui_fixture_press (reknit_practice_page_get_subpage (page), NULL);
  g_assert_false (ui_fixture_reads (reknit_practice_page_get_subpage (page), "Set Aside"));
  g_assert_true (reknit_idea_rating_say (fixture->store, NULL, "jigsaw", id_of (fixture->ben), "like", NULL));
  ui_fixture_take (fixture, fixture->ana);
  g_assert_true (reknit_idea_rating_say (fixture->store, NULL, "jigsaw", id_of (fixture->ana), "like", NULL));
  g_assert_cmpuint (count_liked (fixture), ==, 1);
}

static void
test_alone (UiFixture     *fixture,
            gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "shared-activities");
  g_autofree char *line = NULL;

  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_press (GTK_WIDGET (page), "Like");
  ui_fixture_press (GTK_WIDGET (page), "No");
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "1 Idea You Like"));
  line = live_line (fixture);
  g_assert_cmpstr (line, ==, "1 idea you like");
  ui_fixture_press (GTK_WIDGET (page), "Pick for Me");
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "How About"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/activity-pool/match", NULL, test_match);
  ui_test_add ("/activity-pool/no-stays", NULL, test_no_stays);
  ui_test_add ("/activity-pool/no-stays-sealed", "sealed", test_no_stays);
  ui_test_add ("/activity-pool/no-leaves-no-trace", "sealed", test_no_leaves_no_trace);
  ui_test_add ("/activity-pool/order-is-ones-own", NULL, test_order_is_ones_own);
  ui_test_add ("/activity-pool/skip-and-undo", NULL, test_skip_and_undo);
  ui_test_add ("/activity-pool/change-rating", NULL, test_change_rating);
  ui_test_add ("/activity-pool/own-idea", NULL, test_own_idea);
  ui_test_add ("/activity-pool/pick", NULL, test_pick);
  ui_test_add ("/activity-pool/not-now", NULL, test_not_now);
  ui_test_add ("/activity-pool/alone", "alone", test_alone);

  return g_test_run ();
}
