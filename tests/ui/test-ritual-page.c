#include "page-fixture.h"

#include "reknit-content.h"
#include "reknit-ritual-days.h"
#include "reknit-ritual-marks.h"
#include "reknit-ritual-view.h"
#include "reknit-rituals.h"
#include "reknit-text-field.h"
#include "reknit-tools.h"
#include "reknit-ui.h"

static ReknitRitual *
begin (PageFixture *fixture,
       gboolean     each)
{
  g_autoptr (GError) error = NULL;
  ReknitRitual *ritual = g_object_new (REKNIT_TYPE_RITUAL, "kind", REKNIT_RITUAL_DAILY, "cue", "After the coffee",
                                       "deed", "Look out of the window", "rule", "FREQ=DAILY", "starts", "2026-01-01T00:00:00",
                                       "each", each, NULL);

  reknit_rituals_save (fixture->model.store, "Begin", ritual, NULL, &error);
  g_assert_no_error (error);
  page_settle ();
  return ritual;
}

static ReknitRitualDay
today (PageFixture  *fixture,
       ReknitRitual *ritual)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (fixture->model.clock);

  return reknit_ritual_read_day (ritual, now);
}

static char *
describe (PageFixture *fixture)
{
  return reknit_tools_describe (fixture->seats, reknit_content_find_practice (reknit_content_get_default (), "daily-rituals"));
}

/* Not by what stands on it, which is the same for every ritual. */
static void
assert_says_of_what (GtkWidget    *button,
                     const char   *who,
                     ReknitRitual *ritual)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", who, reknit_record_get_text (ritual, "deed"));

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
test_each_marks_in_their_own_seat (PageFixture   *fixture,
                                   gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "daily-rituals");
  GtkWidget *widget = GTK_WIDGET (page);
  g_autoptr (ReknitRitual) ritual = begin (fixture, TRUE);
  g_autofree char *before = describe (fixture);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "1 ritual today");
  page_picture (fixture, "rituals", 900, 800);
  page_picture (fixture, "rituals-narrow", 360, 800);
  page_sit (fixture, fixture->model.ana);
  g_assert_false (gtk_widget_is_sensitive (page_find_text (widget, "Ben")));
  assert_says_of_what (gtk_widget_get_ancestor (page_find_text (widget, "Ana"), GTK_TYPE_BUTTON), "Ana", ritual);
  page_press (widget, "Ana");
  g_assert_cmpint (today (fixture, ritual).states[0], ==, REKNIT_MARK_STATE_DONE);
  g_assert_cmpint (today (fixture, ritual).states[1], ==, REKNIT_MARK_STATE_NONE);
  page_sit (fixture, NULL);
  page_press (widget, "Ben");
  g_assert_cmpint (today (fixture, ritual).states[1], ==, REKNIT_MARK_STATE_DONE);
  after = describe (fixture);
  g_assert_cmpstr (after, ==, "1 ritual today, 1 done");
  page_press (widget, "Ben");
  g_assert_cmpint (today (fixture, ritual).states[1], ==, REKNIT_MARK_STATE_NONE);
}

static void
test_missed_is_not_unsaid (PageFixture   *fixture,
                           gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "daily-rituals");
  g_autoptr (ReknitRitual) ritual = begin (fixture, FALSE);
  g_autoptr (GDateTime) now = reknit_clock_local_now (fixture->model.clock);
  GtkWidget *marks = g_object_ref_sink (reknit_ritual_marks_new (fixture->seats, ritual, now, TRUE));

  page_press (marks, "Missed");
  g_assert_cmpint (today (fixture, ritual).states[0], ==, REKNIT_MARK_STATE_MISSED);
  g_assert_cmpint (today (fixture, ritual).states[1], ==, REKNIT_MARK_STATE_MISSED);
  page_press (marks, "Done");
  g_assert_cmpint (today (fixture, ritual).states[1], ==, REKNIT_MARK_STATE_DONE);
  page_press (marks, "Done");
  g_assert_cmpint (today (fixture, ritual).states[0], ==, REKNIT_MARK_STATE_NONE);
  g_assert_true (REKNIT_IS_PRACTICE_PAGE (page));
  g_assert_finalize_object (marks);
}

static void
test_let_go_and_take_up (PageFixture   *fixture,
                         gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "daily-rituals");
  GtkWidget *widget = GTK_WIDGET (page);
  g_autoptr (ReknitRitual) ritual = begin (fixture, FALSE);

  reknit_practice_page_open_subject (page, "ritual", reknit_record_get_id (REKNIT_RECORD (ritual)));
  page_settle ();
  g_assert_true (REKNIT_IS_RITUAL_VIEW (reknit_practice_page_get_subpage (page)));
  g_assert_true (page_shows (widget, "Just begun"));
  page_picture (fixture, "ritual", 900, 900);
  page_picture (fixture, "ritual-narrow", 360, 900);
  page_press (widget, "Let Go");
  g_assert_cmpint (reknit_record_get_integer (ritual, "ended"), !=, 0);
  page_press (widget, "Take Up Again");
  g_assert_cmpint (reknit_record_get_integer (ritual, "ended"), ==, 0);
  g_assert_true (reknit_store_undo (fixture->model.store, NULL));
  page_settle ();
  g_assert_cmpint (reknit_record_get_integer (ritual, "ended"), !=, 0);
}

static void
fill_field (GtkWidget  *root,
       const char *label,
       const char *text)
{
  page_type (gtk_widget_get_ancestor (page_find_text (root, label), REKNIT_TYPE_TEXT_FIELD), text);
}

static void
test_form (PageFixture   *fixture,
           gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "daily-rituals");
  GtkWidget *widget = GTK_WIDGET (page);
  g_autoptr (ReknitQuery) query = reknit_ritual_query_kept (REKNIT_RITUAL_DAILY);
  g_autoptr (ReknitRitual) ritual = NULL;

  page_press (widget, "Begin a Ritual");
  page_picture (fixture, "ritual-form", 900, 900);
  page_press (widget, "Save");
  g_assert_true (page_shows (widget, "Something that happens anyway, so that you need not think of it."));
  fill_field (widget, "After What", "When it rains");
  g_assert_cmpuint (reknit_store_count (fixture->model.store, query), ==, 0);
  fill_field (widget, "What You Do Then", "Listen to it");
  page_press (widget, "Save");
  ritual = reknit_store_first (fixture->model.store, query);
  g_assert_nonnull (ritual);
  g_assert_cmpstr (reknit_record_get_text (ritual, "cue"), ==, "When it rains");
  g_assert_cmpstr (reknit_record_get_text (ritual, "rule"), ==, "FREQ=DAILY");
  g_assert_null (reknit_rituals_dup_reminder_time (ritual));
  g_assert_true (page_shows (widget, "Listen to it"));
}

static GtkToggleButton *
find_mark (GtkWidget *root)
{
  GtkWidget *marks = page_find_type (root, REKNIT_TYPE_RITUAL_MARKS);

  return GTK_TOGGLE_BUTTON (page_find_type (marks, GTK_TYPE_TOGGLE_BUTTON));
}

/* What is marked after midnight is of the new day, without a restart. */
static void
test_midnight (PageFixture   *fixture,
               gconstpointer  data)
{
  ReknitPracticePage *page;
  GtkWidget *widget;
  ReknitRitualDay day;
  g_autoptr (ReknitRitual) ritual = begin (fixture, FALSE);

  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->model.clock), "2026-11-22T23:59:59");
  page = page_open (fixture, "daily-rituals");
  widget = GTK_WIDGET (page);
  page_press (widget, "Done");
  g_assert_cmpint (today (fixture, ritual).states[0], ==, REKNIT_MARK_STATE_DONE);
  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->model.clock), "2026-11-23T00:00:00");
  while (gtk_toggle_button_get_active (find_mark (widget)))
    g_main_context_iteration (NULL, TRUE);
  page_press (widget, "Done");
  day = today (fixture, ritual);
  g_assert_cmpint (day.states[0], ==, REKNIT_MARK_STATE_DONE);
  g_assert_cmpstr (day.day, ==, "2026-11-23");
}

static GtkSwitch *
find_switch (GtkWidget  *root,
             const char *label)
{
  GtkWidget *row = gtk_widget_get_ancestor (page_find_text (root, label), ADW_TYPE_ACTION_ROW);

  return GTK_SWITCH (page_find_type (row, GTK_TYPE_SWITCH));
}

/* Both are left as they were put, when the form is left and when the seat is. */
static void
test_draft_keeps_the_switches (PageFixture   *fixture,
                               gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "daily-rituals");
  GtkWidget *widget = GTK_WIDGET (page);

  page_press (widget, "Begin a Ritual");
  gtk_switch_set_active (find_switch (widget, "Each Marks It"), TRUE);
  gtk_switch_set_active (find_switch (widget, "Call Us When It Is Time"), TRUE);
  reknit_practice_page_pop_all (page);
  page_settle ();
  page_press (widget, "Begin a Ritual");
  g_assert_true (gtk_switch_get_active (find_switch (widget, "Each Marks It")));
  g_assert_true (gtk_switch_get_active (find_switch (widget, "Call Us When It Is Time")));
  gtk_switch_set_active (find_switch (widget, "Each Marks It"), FALSE);

  reknit_practice_page_pop_all (page);
  page_sit (fixture, fixture->model.ana);
  page_press (widget, "Begin a Ritual");
  g_assert_false (gtk_switch_get_active (find_switch (widget, "Call Us When It Is Time")));
  page_sit (fixture, NULL);
  reknit_practice_page_pop_all (page);
  page_settle ();
  page_press (widget, "Begin a Ritual");
  g_assert_false (gtk_switch_get_active (find_switch (widget, "Each Marks It")));
  g_assert_true (gtk_switch_get_active (find_switch (widget, "Call Us When It Is Time")));
}

/* Whoever wants to be called of what had no time begins with an evening. */
static void
test_called_in_the_evening (PageFixture   *fixture,
                            gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "daily-rituals");
  GtkWidget *widget = GTK_WIDGET (page);
  g_autoptr (ReknitRitual) ritual = begin (fixture, FALSE);
  g_autofree char *time = NULL;

  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->model.clock), "2026-11-22T21:00:00");
  reknit_practice_page_open_subject (page, "ritual", reknit_record_get_id (REKNIT_RECORD (ritual)));
  page_settle ();
  page_press (widget, "Edit");
  g_assert_true (page_shows (widget, "Every day. First: Today."));
  gtk_switch_set_active (find_switch (widget, "Call Us When It Is Time"), TRUE);
  g_assert_true (page_shows (widget, "Every day at 19:00. First: Tomorrow, 19:00."));
  page_press (widget, "Save");
  time = reknit_rituals_dup_reminder_time (ritual);
  g_assert_cmpstr (time, ==, "19:00");
}

static void
mark_days_before (PageFixture  *fixture,
                  ReknitRitual *ritual,
                  int           n_days)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (fixture->model.clock);

  for (int i = 1; i <= n_days; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (now, -i);

      g_assert_true (reknit_rituals_mark (fixture->model.store, "Mark", ritual, day, 0, REKNIT_MARK_STATE_DONE, NULL));
    }
}

/* The words of the row follow the marks, and the button that was pressed stays, with the focus on it. */
static void
test_row_follows_the_marks (PageFixture   *fixture,
                            gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "daily-rituals");
  GtkWidget *widget = GTK_WIDGET (page);
  g_autoptr (ReknitRitual) ritual = begin (fixture, FALSE);
  GtkWidget *button;

  mark_days_before (fixture, ritual, 3);
  page_settle ();
  g_assert_true (page_shows (widget, "After the coffee · Every day · Just begun"));
  button = gtk_widget_get_ancestor (page_find_text (widget, "Done"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_widget_grab_focus (button);
  page_press (widget, "Done");
  g_assert_true (page_shows (widget, "After the coffee · Every day · Comes more easily"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button);
  page_press (widget, "Done");
  g_assert_true (page_shows (widget, "After the coffee · Every day · Just begun"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  reknit_ui_init ();

  page_test_add ("/ritual-page/each-marks-in-their-own-seat", test_each_marks_in_their_own_seat);
  page_test_add ("/ritual-page/missed-is-not-unsaid", test_missed_is_not_unsaid);
  page_test_add ("/ritual-page/let-go-and-take-up", test_let_go_and_take_up);
  page_test_add ("/ritual-page/form", test_form);
  page_test_add ("/ritual-page/draft-keeps-the-switches", test_draft_keeps_the_switches);
  page_test_add ("/ritual-page/called-in-the-evening", test_called_in_the_evening);
  page_test_add ("/ritual-page/midnight", test_midnight);
  page_test_add ("/ritual-page/row-follows-the-marks", test_row_follows_the_marks);

  return g_test_run ();
}
