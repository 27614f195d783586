#include "ui-fixture.h"

#include "reknit-content.h"
#include "reknit-earlier-texts.h"
#include "reknit-feelings-picker.h"
#include "reknit-issue-board-page.h"
#include "reknit-issue.h"
#include "reknit-issue-view.h"
#include "reknit-day-button.h"
#include "reknit-record-card.h"
#include "reknit-text-field.h"
#include "reknit-tools.h"

static void
raise_issue (ReknitPracticePage *page,
             const char         *title,
             const char         *button)
{
  ui_fixture_activate (page, "raise-issue");
  ui_fixture_fill (page, "What Happened", "The marmalade stood open overnight.");
  g_object_set (ui_fixture_find (ui_fixture_top (page), REKNIT_TYPE_FEELINGS_PICKER, NULL), "picks", "annoyed:2", NULL);
  ui_fixture_fill (page, "What I Need", "A lid on it.");
  gtk_editable_set_text (GTK_EDITABLE (ui_fixture_find (ui_fixture_top (page), ADW_TYPE_ENTRY_ROW, "A Short Title")), title);
  ui_fixture_press (ui_fixture_top (page), button);
}

static GtkWidget *
find_card (GtkWidget  *root,
           const char *title)
{
  if (REKNIT_IS_RECORD_CARD (root) && gtk_widget_get_mapped (root))
    {
      g_autofree char *words = NULL;

      g_object_get (root, "title", &words, NULL);
      return g_strcmp0 (words, title) == 0 ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_card (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static ReknitIssue *
find_issue (UiFixture *fixture)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_ISSUE, NULL, "id DESC");

  return reknit_store_first (fixture->store, query);
}

static void
open_issue (UiFixture          *fixture,
            ReknitPracticePage *page)
{
  g_autoptr (ReknitIssue) issue = find_issue (fixture);

  reknit_practice_page_open_subject (page, "issue", reknit_record_get_id (REKNIT_RECORD (issue)));
  ui_fixture_settle ();
}

static void
test_private_stays_in_its_drawer (UiFixture     *fixture,
                                  gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");

  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Nothing on the Table"));
  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Keep for Me");
  g_assert_null (reknit_practice_page_get_subpage (page));
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Marmalade"));
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Only You"));

  ui_fixture_take (fixture, fixture->ben);
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Marmalade"));
  ui_fixture_take (fixture, NULL);
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Marmalade"));
  g_assert_false (ui_fixture_disk_has (fixture, "Marmalade"));
  g_assert_false (ui_fixture_disk_has (fixture, "marmalade"));

  ui_fixture_take (fixture, fixture->ana);
  open_issue (fixture, page);
  ui_fixture_press (ui_fixture_top (page), "Put on the Board");
  ui_fixture_take (fixture, fixture->ben);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Marmalade"));
}

static void
test_from_raised_to_settled (UiFixture     *fixture,
                             gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");
  g_autoptr (ReknitIssue) issue = NULL;
  g_autoptr (ReknitAgendaItem) item = NULL;
  GtkWidget *day;
  g_autoptr (GDateTime) past = g_date_time_new_utc (2026, 11, 22, 0, 0, 0);
  g_autoptr (GDateTime) ahead = g_date_time_new_utc (2026, 12, 6, 0, 0, 0);
  g_autoptr (GError) error = NULL;

  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  ui_fixture_take (fixture, fixture->ben);
  issue = find_issue (fixture);
  open_issue (fixture, page);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "The marmalade stood open overnight."));
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "a little annoyed"));
  g_assert_null (ui_fixture_find (ui_fixture_top (page), GTK_TYPE_BUTTON, "Delete Issue"));

  ui_fixture_press (ui_fixture_top (page), "We Will Talk About It");
  ui_fixture_press (ui_fixture_top (page), "We Talked It Over");
  ui_fixture_press (ui_fixture_top (page), "We Agreed");
  ui_fixture_press (ui_fixture_top (page), "It Is Settled");
  g_assert_cmpint (reknit_issue_get_state (issue), ==, REKNIT_ISSUE_STATE_SETTLED);
  ui_fixture_press (ui_fixture_top (page), "Back to “Agreed”");
  g_assert_cmpint (reknit_issue_get_state (issue), ==, REKNIT_ISSUE_STATE_AGREED);
  g_assert_true (reknit_store_undo (fixture->store, &error));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Settled"));

  day = ui_fixture_find (ui_fixture_top (page), REKNIT_TYPE_DAY_BUTTON, NULL);
  g_assert_false (reknit_day_button_choose (REKNIT_DAY_BUTTON (day), past));
  g_assert_cmpint (reknit_record_get_integer (issue, "follow-up"), ==, 0);
  g_assert_true (reknit_day_button_choose (REKNIT_DAY_BUTTON (day), ahead));
  g_assert_cmpint (reknit_record_get_integer (issue, "follow-up"), >, 0);
}

/* A day to look again comes nearer while the board stands open. */
static void
test_another_day (UiFixture     *fixture,
                  gconstpointer  data)
{
  ReknitPracticePage *page;
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 11, 23, 0, 0, 0);
  g_autoptr (ReknitIssue) issue = NULL;
  g_autoptr (GError) error = NULL;

  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->clock), "2026-11-22T23:59:59");
  page = ui_fixture_open (fixture, "address-issues");
  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  issue = find_issue (fixture);
  g_assert_true (reknit_issue_set_follow_up (issue, "Follow Up", day, &error));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "look again: Tomorrow"));
  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->clock), "2026-11-23T00:00:00");
  ui_fixture_wait_to_read (ui_fixture_top (page), "look again: Today");
}

static void
test_each_has_a_view (UiFixture     *fixture,
                      gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");

  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  ui_fixture_take (fixture, fixture->ben);
  open_issue (fixture, page);
  ui_fixture_press (ui_fixture_top (page), "Add My View");
  ui_fixture_fill (page, "How I See It", "The lid was under the rhubarb.");
  ui_fixture_press (ui_fixture_top (page), "Keep for Me");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "rhubarb"));
  g_assert_false (ui_fixture_disk_has (fixture, "rhubarb"));

  ui_fixture_take (fixture, fixture->ana);
  open_issue (fixture, page);
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "rhubarb"));
  ui_fixture_take (fixture, fixture->ben);
  open_issue (fixture, page);
  ui_fixture_press (ui_fixture_top (page), "Share My View");
  ui_fixture_take (fixture, fixture->ana);
  open_issue (fixture, page);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "rhubarb"));
}

/* What was private before it was shared is never shown, nor written down for the other; what was shared is. */
static void
test_views_show_what_was_shared_before (UiFixture     *fixture,
                                        gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");

  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  ui_fixture_take (fixture, fixture->ben);
  open_issue (fixture, page);
  ui_fixture_press (ui_fixture_top (page), "Add My View");
  ui_fixture_fill (page, "How I See It", "The lid was under the rhubarb.");
  ui_fixture_press (ui_fixture_top (page), "Keep for Me");
  ui_fixture_press (ui_fixture_top (page), "Change My View");
  ui_fixture_fill (page, "How I See It", "I did not find the lid.");
  ui_fixture_press (ui_fixture_top (page), "Share My View");
  g_assert_false (ui_fixture_disk_has (fixture, "rhubarb"));
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Changed After It Was Shared"));

  ui_fixture_press (ui_fixture_top (page), "Change My View");
  ui_fixture_fill (page, "How I See It", "I could not find the lid.");
  ui_fixture_press (ui_fixture_top (page), "Save");
  ui_fixture_take (fixture, fixture->ana);
  open_issue (fixture, page);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "I could not find the lid."));
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Changed After It Was Shared"));
  g_assert_nonnull (ui_fixture_find (ui_fixture_top (page), REKNIT_TYPE_EARLIER_TEXTS, NULL));
}

static void
write_outcome (ReknitPracticePage *page,
               const char         *text)
{
  GtkWidget *row = ui_fixture_find (ui_fixture_top (page), ADW_TYPE_ACTION_ROW, "What We Agreed");

  g_signal_emit_by_name (ui_fixture_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  ui_fixture_settle ();
  ui_fixture_fill (page, "What We Agreed", text);
  ui_fixture_press (ui_fixture_top (page), "Save");
}

static void
test_agreed_words_show_their_change (UiFixture     *fixture,
                                     gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");

  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  open_issue (fixture, page);
  write_outcome (page, "Ben closes it.");
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Changed After It Was Shared"));
  ui_fixture_take (fixture, fixture->ben);
  open_issue (fixture, page);
  write_outcome (page, "Who opens it closes it.");
  ui_fixture_take (fixture, fixture->ana);
  open_issue (fixture, page);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Changed After It Was Shared"));
}

static void
test_shared_words_show_their_change (UiFixture     *fixture,
                                     gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");

  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  open_issue (fixture, page);
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Changed After It Was Shared"));
  ui_fixture_press (ui_fixture_top (page), "Change the Words");
  ui_fixture_fill (page, "What I Need", "A lid on it, by night.");
  ui_fixture_press (ui_fixture_top (page), "Save");
  ui_fixture_take (fixture, fixture->ben);
  open_issue (fixture, page);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "A lid on it, by night."));
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Changed After It Was Shared"));
}

static void
test_deleted_and_undone (UiFixture     *fixture,
                         gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");
  g_autoptr (GError) error = NULL;

  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  open_issue (fixture, page);
  ui_fixture_press (ui_fixture_top (page), "Delete Issue");
  g_assert_null (reknit_practice_page_get_subpage (page));
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Marmalade"));
  g_assert_true (reknit_store_undo (fixture->store, &error));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Marmalade"));
  g_assert_true (reknit_store_redo (fixture->store, &error));
  ui_fixture_settle ();
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Marmalade"));
}

static void
delete_or_take_back (UiFixture          *fixture,
                     ReknitPracticePage *page,
                     const char         *button)
{
  ui_fixture_take (fixture, fixture->ana);
  open_issue (fixture, page);
  ui_fixture_press (ui_fixture_top (page), button);
}

/* What somebody wrote to an issue of the other stays theirs to read, and nobody else's, when the issue goes. */
static void
test_own_view_outlives_the_issue (UiFixture     *fixture,
                                  gconstpointer  data)
{
  static const char *const buttons[] = { "Take Back From the Board", "Delete Issue" };
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");
  gint64 id;

  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  ui_fixture_take (fixture, fixture->ben);
  open_issue (fixture, page);
  ui_fixture_press (ui_fixture_top (page), "Add My View");
  ui_fixture_fill (page, "How I See It", "The lid was under the rhubarb.");
  ui_fixture_press (ui_fixture_top (page), "Keep for Me");
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      ui_fixture_take (fixture, fixture->ana);
      {
        g_autoptr (ReknitIssue) issue = find_issue (fixture);

        id = reknit_record_get_id (REKNIT_RECORD (issue));
      }
      delete_or_take_back (fixture, page, buttons[i]);
      reknit_practice_page_pop_all (page);
      g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Off the Board"));

      ui_fixture_take (fixture, fixture->ben);
      g_assert_true (ui_fixture_reads (ui_fixture_top (page), "rhubarb"));
      g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Marmalade"));
      reknit_practice_page_open_subject (page, "issue", id);
      ui_fixture_settle ();
      g_assert_nonnull (reknit_practice_page_get_subpage (page));
      g_assert_true (ui_fixture_reads (ui_fixture_top (page), "rhubarb"));
      g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Marmalade"));
    }
  ui_fixture_press (ui_fixture_top (page), "Change My View");
  ui_fixture_fill (page, "How I See It", "It was the gooseberries.");
  ui_fixture_press (ui_fixture_top (page), "Save");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "gooseberries"));
  g_assert_false (ui_fixture_disk_has (fixture, "gooseberries"));
  ui_fixture_press (ui_fixture_top (page), "Delete My View");
  g_assert_null (reknit_practice_page_get_subpage (page));
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Nothing on the Table"));
  g_assert_true (reknit_store_undo (fixture->store, NULL));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "gooseberries"));
}

/* What was shared before is still to be read by both, and only its author's to change. */
static void
test_shared_view_outlives_the_issue (UiFixture     *fixture,
                                     gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");
  gint64 id;

  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  ui_fixture_take (fixture, fixture->ben);
  open_issue (fixture, page);
  ui_fixture_press (ui_fixture_top (page), "Add My View");
  ui_fixture_fill (page, "How I See It", "The lid was under the rhubarb.");
  ui_fixture_press (ui_fixture_top (page), "Share My View");
  {
    g_autoptr (ReknitIssue) issue = find_issue (fixture);

    id = reknit_record_get_id (REKNIT_RECORD (issue));
  }
  delete_or_take_back (fixture, page, "Delete Issue");
  reknit_practice_page_open_subject (page, "issue", id);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "rhubarb"));
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Change My View"));
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "Delete My View"));

  ui_fixture_take (fixture, fixture->ben);
  reknit_practice_page_open_subject (page, "issue", id);
  ui_fixture_press (ui_fixture_top (page), "Take Back My View");
  g_assert_false (ui_fixture_disk_has (fixture, "rhubarb"));
  ui_fixture_take (fixture, fixture->ana);
  reknit_practice_page_open_subject (page, "issue", id);
  ui_fixture_settle ();
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "rhubarb"));
}

static void
test_found_by_words_and_kind (UiFixture     *fixture,
                              gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");
  GActionGroup *actions = G_ACTION_GROUP (reknit_practice_page_get_actions (page));

  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  raise_issue (page, "Rhubarb", "Keep for Me");
  gtk_editable_set_text (GTK_EDITABLE (ui_fixture_find (ui_fixture_top (page), GTK_TYPE_SEARCH_ENTRY, NULL)), "rhub");
  g_signal_emit_by_name (ui_fixture_find (ui_fixture_top (page), GTK_TYPE_SEARCH_ENTRY, NULL), "search-changed");
  ui_fixture_settle ();
  g_assert_nonnull (find_card (ui_fixture_top (page), "Rhubarb"));
  g_assert_null (find_card (ui_fixture_top (page), "Marmalade"));

  g_action_group_change_action_state (actions, "issue-kind", g_variant_new_string ("ongoing"));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "No issue fits that."));
  ui_fixture_press (ui_fixture_top (page), "Show Everything");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Rhubarb"));

  /* What somebody looked for goes with them. */
  gtk_editable_set_text (GTK_EDITABLE (ui_fixture_find (ui_fixture_top (page), GTK_TYPE_SEARCH_ENTRY, NULL)), "rhub");
  ui_fixture_take (fixture, fixture->ben);
  g_assert_nonnull (find_card (ui_fixture_top (page), "Marmalade"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_fixture_find (ui_fixture_top (page), GTK_TYPE_SEARCH_ENTRY, NULL))), ==, "");
}

static void
test_bad_titles_are_told (UiFixture     *fixture,
                          gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");
  g_autofree char *long_title = g_strnfill (500, 'x');
  g_autoptr (ReknitIssue) none = NULL;

  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "  ", "Keep for Me");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "It needs a title to be found by."));
  gtk_editable_set_text (GTK_EDITABLE (ui_fixture_find (ui_fixture_top (page), ADW_TYPE_ENTRY_ROW, "A Short Title")), long_title);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "Too long by 380 letters."));
  ui_fixture_press (ui_fixture_top (page), "Keep for Me");
  none = find_issue (fixture);
  g_assert_null (none);
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "The marmalade stood open overnight."));
}

static void
test_draft_waits_for_its_author (UiFixture     *fixture,
                                 gconstpointer  data)
{
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");

  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_activate (page, "raise-issue");
  ui_fixture_fill (page, "What Happened", "The quince fell.");
  ui_fixture_take (fixture, fixture->ben);
  ui_fixture_activate (page, "raise-issue");
  g_assert_false (ui_fixture_reads (ui_fixture_top (page), "quince"));
  g_assert_false (ui_fixture_disk_has (fixture, "quince"));
  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_activate (page, "raise-issue");
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "The quince fell."));
}

static void
test_live_line (UiFixture     *fixture,
                gconstpointer  data)
{
  ReknitPractice *practice = reknit_content_find_practice (reknit_content_get_default (), "address-issues");
  ReknitPracticePage *page = ui_fixture_open (fixture, "address-issues");
  g_autofree char *before = reknit_tools_describe (fixture->seats, practice);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, reknit_practice_get_summary (practice));
  ui_fixture_take (fixture, fixture->ana);
  raise_issue (page, "Marmalade", "Put on the Board");
  after = reknit_tools_describe (fixture->seats, practice);
  g_assert_cmpstr (after, ==, "1 raised");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ui_test_add ("/issues/private", "sealed", test_private_stays_in_its_drawer);
  ui_test_add ("/issues/raised-to-settled", NULL, test_from_raised_to_settled);
  ui_test_add ("/issues/another-day", NULL, test_another_day);
  ui_test_add ("/issues/views", "sealed", test_each_has_a_view);
  ui_test_add ("/issues/changed", NULL, test_shared_words_show_their_change);
  ui_test_add ("/issues/views-changed", "sealed", test_views_show_what_was_shared_before);
  ui_test_add ("/issues/agreed-changed", NULL, test_agreed_words_show_their_change);
  ui_test_add ("/issues/deleted", NULL, test_deleted_and_undone);
  ui_test_add ("/issues/own-view-outlives", "sealed", test_own_view_outlives_the_issue);
  ui_test_add ("/issues/shared-view-outlives", "sealed", test_shared_view_outlives_the_issue);
  ui_test_add ("/issues/found", NULL, test_found_by_words_and_kind);
  ui_test_add ("/issues/titles", NULL, test_bad_titles_are_told);
  ui_test_add ("/issues/draft", "sealed", test_draft_waits_for_its_author);
  ui_test_add ("/issues/live-line", NULL, test_live_line);

  return g_test_run ();
}
