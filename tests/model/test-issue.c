#include "model-fixture.h"
#include "reknit-earlier-text.h"
#include "reknit-issue.h"
#include "reknit-issue-view.h"
#include "reknit-link.h"
#include "reknit-talk.h"

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (record);
}

static ReknitIssue *
add_issue (ModelFixture *fixture,
           const char   *title,
           gboolean      shared)
{
  g_autoptr (GError) error = NULL;
  ReknitIssue *issue = g_object_new (REKNIT_TYPE_ISSUE, "author", id_of (fixture->ana), "title", title,
                                     "happened", "The bin stood full.", "own-part", "Ich habe nichts gesagt. Ärger.",
                                     "shared", shared ? reknit_clock_now (fixture->clock) : (gint64) 0, NULL);

  reknit_store_set_reader (fixture->store, id_of (fixture->ana));
  reknit_store_save (fixture->store, NULL, issue, &error);
  g_assert_no_error (error);
  return issue;
}

static guint
find (ModelFixture     *fixture,
      ReknitIssueState  state,
      int               kind,
      const char       *words)
{
  g_autoptr (ReknitQuery) query = reknit_issue_query_matching (state, kind, words);

  return reknit_store_count (fixture->store, query);
}

static void
test_find_by_state_kind_and_words (ModelFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "The Bin", TRUE);
  g_autoptr (ReknitIssue) hidden = add_issue (fixture, "The Bin at Night", FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (find (fixture, REKNIT_ISSUE_STATE_RAISED, REKNIT_ISSUE_KIND_ANY, NULL), ==, 1);
  g_assert_cmpuint (find (fixture, REKNIT_ISSUE_STATE_TALKED, REKNIT_ISSUE_KIND_ANY, NULL), ==, 0);
  g_assert_cmpuint (find (fixture, REKNIT_ISSUE_STATE_RAISED, REKNIT_ISSUE_KIND_ONGOING, NULL), ==, 0);
  g_assert_cmpuint (find (fixture, REKNIT_ISSUE_STATE_RAISED, REKNIT_ISSUE_KIND_SOLVABLE, " the bin "), ==, 1);
  g_assert_cmpuint (find (fixture, REKNIT_ISSUE_STATE_RAISED, REKNIT_ISSUE_KIND_ANY, "nichts gesagt"), ==, 1);
  g_assert_cmpuint (find (fixture, REKNIT_ISSUE_STATE_RAISED, REKNIT_ISSUE_KIND_ANY, "ärger"), ==, 1);
  g_assert_cmpuint (find (fixture, REKNIT_ISSUE_STATE_RAISED, REKNIT_ISSUE_KIND_ANY, "100% _"), ==, 0);

  g_assert_true (reknit_issue_move (issue, "Move", REKNIT_ISSUE_STATE_TALKED, &error));
  g_assert_cmpuint (find (fixture, REKNIT_ISSUE_STATE_TALKED, REKNIT_ISSUE_KIND_ANY, NULL), ==, 1);
  g_assert_true (reknit_store_undo (fixture->store, &error));
  g_assert_cmpint (reknit_issue_get_state (issue), ==, REKNIT_ISSUE_STATE_RAISED);

  g_assert_true (reknit_issue_matches (hidden, REKNIT_ISSUE_KIND_ANY, "at NIGHT"));
  g_assert_true (reknit_issue_matches (hidden, REKNIT_ISSUE_KIND_ANY, "ärger"));
  g_assert_true (reknit_issue_matches (hidden, REKNIT_ISSUE_KIND_ANY, ""));
  g_assert_false (reknit_issue_matches (hidden, REKNIT_ISSUE_KIND_ONGOING, ""));
  g_assert_false (reknit_issue_matches (hidden, REKNIT_ISSUE_KIND_ANY, "garden"));
}

static void
test_follow_up_arms_a_reminder (ModelFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "The Bin", TRUE);
  g_autoptr (GDateTime) day = g_date_time_new_utc (2027, 3, 28, 1, 30, 0);
  g_autoptr (ReknitReminder) reminder = NULL;
  g_autoptr (ReknitReminder) none = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (reknit_issue_set_follow_up (issue, "Follow Up", day, &error));
  reminder = reknit_reminder_find (fixture->store, REKNIT_REMINDER_FOLLOW_UP, id_of (issue));
  g_assert_cmpstr (reknit_record_get_text (reminder, "starts"), ==, "2027-03-28T18:00:00");
  g_assert_cmpstr (reknit_record_get_text (reminder, "rule"), ==, "");
  g_assert_true (reknit_record_get_flag (reminder, "enabled"));
  local = reknit_clock_to_local (fixture->clock, reknit_record_get_integer (issue, "follow-up"));
  g_assert_cmpint (g_date_time_get_hour (local), ==, 18);
  g_assert_cmpint (g_date_time_get_day_of_month (local), ==, 28);

  g_assert_true (reknit_issue_set_follow_up (issue, "Follow Up", NULL, &error));
  none = reknit_reminder_find (fixture->store, REKNIT_REMINDER_FOLLOW_UP, id_of (issue));
  g_assert_null (none);
  g_assert_cmpint (reknit_record_get_integer (issue, "follow-up"), ==, 0);
}

static void
test_agenda_takes_it_once (ModelFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "The Bin", TRUE);
  g_autoptr (ReknitAgendaItem) item = NULL;
  g_autoptr (ReknitQuery) open = reknit_agenda_item_query_open ();
  g_autoptr (GError) error = NULL;

  g_assert_null (reknit_issue_get_agenda_item (issue));
  g_assert_true (reknit_issue_put_on_agenda (issue, "Agenda", fixture->ben, &error));
  g_assert_true (reknit_issue_put_on_agenda (issue, "Agenda", fixture->ana, &error));
  g_assert_cmpuint (reknit_store_count (fixture->store, open), ==, 1);
  item = reknit_issue_get_agenda_item (issue);
  g_assert_cmpstr (reknit_record_get_text (item, "body"), ==, "The Bin");
  g_assert_cmpint (reknit_record_get_integer (item, "raised-by"), ==, id_of (fixture->ben));
}

static gboolean
calls (ModelFixture *fixture,
       ReknitIssue  *issue)
{
  g_autoptr (ReknitReminder) reminder =
    reknit_reminder_find (fixture->store, REKNIT_REMINDER_FOLLOW_UP, reknit_record_get_id (REKNIT_RECORD (issue)));

  return reminder != NULL && reknit_record_get_flag (reminder, "enabled");
}

/* Nobody is called to look again at what is settled; moved back, it calls on the day that was chosen. */
static void
test_settled_calls_nobody (ModelFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "The Bin", TRUE);
  g_autoptr (GDateTime) now = reknit_clock_local_now (fixture->clock);
  g_autoptr (GDateTime) day = g_date_time_add_days (now, 9);
  g_autoptr (GError) error = NULL;
  gint64 follow_up;

  g_assert_true (reknit_issue_set_follow_up (issue, "Follow Up", day, &error));
  follow_up = reknit_record_get_integer (issue, "follow-up");
  g_assert_true (reknit_issue_move (issue, "Move", REKNIT_ISSUE_STATE_TALKED, &error));
  g_assert_true (calls (fixture, issue));
  g_assert_true (reknit_issue_move (issue, "Move", REKNIT_ISSUE_STATE_SETTLED, &error));
  g_assert_false (calls (fixture, issue));
  g_assert_cmpint (reknit_record_get_integer (issue, "follow-up"), ==, follow_up);
  g_assert_true (reknit_store_undo (fixture->store, &error));
  g_assert_true (calls (fixture, issue));
  g_assert_true (reknit_store_redo (fixture->store, &error));
  g_assert_true (reknit_issue_move (issue, "Move", REKNIT_ISSUE_STATE_AGREED, &error));
  g_assert_true (calls (fixture, issue));

  /* Who wants to look at it once more all the same says so. */
  g_assert_true (reknit_issue_move (issue, "Move", REKNIT_ISSUE_STATE_SETTLED, &error));
  g_assert_true (reknit_issue_set_follow_up (issue, "Follow Up", day, &error));
  g_assert_true (calls (fixture, issue));
  g_assert_no_error (error);
}

/* Softer words are softer everywhere: the agenda does not go on saying what the issue was called before. */
static void
test_agenda_says_what_the_issue_says (ModelFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "You never wash up", TRUE);
  g_autoptr (ReknitAgendaItem) item = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (reknit_issue_put_on_agenda (issue, "Agenda", NULL, &error));
  item = reknit_issue_get_agenda_item (issue);
  g_object_set (issue, "title", "Washing Up", NULL);
  g_assert_true (reknit_issue_save_words (issue, "Change", &error));
  g_assert_cmpstr (reknit_record_get_text (item, "body"), ==, "Washing Up");
  g_assert_true (reknit_store_undo (fixture->store, &error));
  g_assert_cmpstr (reknit_record_get_text (item, "body"), ==, "You never wash up");
  g_assert_cmpstr (reknit_record_get_text (issue, "title"), ==, "You never wash up");
}

static void
test_taken_back_leaves_nothing_behind (ModelFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "The Bin", TRUE);
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 12, 1, 0, 0, 0);
  g_autoptr (ReknitQuery) agenda = reknit_query_new (REKNIT_TYPE_AGENDA_ITEM, NULL, NULL);
  g_autoptr (ReknitQuery) reminders = reknit_query_new (REKNIT_TYPE_REMINDER, NULL, NULL);
  g_autoptr (ReknitQuery) earlier = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (issue, "title", "The Kitchen", NULL);
  g_assert_true (reknit_earlier_text_save (issue, "Save", &error));
  g_assert_true (reknit_issue_set_follow_up (issue, "Follow Up", day, &error));
  g_assert_true (reknit_issue_put_on_agenda (issue, "Agenda", NULL, &error));
  earlier = reknit_earlier_text_query (REKNIT_RECORD (issue));
  reknit_store_set_reader (fixture->store, id_of (fixture->ben));
  g_assert_cmpuint (reknit_store_count (fixture->store, earlier), ==, 1);

  hits = reknit_store_search (fixture->store, "kitchen", 10);
  /* The issue, and its line on the agenda. */
  g_assert_cmpuint (hits->len, ==, 2);

  reknit_store_set_reader (fixture->store, id_of (fixture->ana));
  g_assert_true (reknit_issue_take_back (issue, "Take Back", &error));
  g_assert_cmpuint (reknit_store_count (fixture->store, agenda), ==, 0);
  g_assert_cmpuint (reknit_store_count (fixture->store, reminders), ==, 0);
  g_assert_cmpuint (reknit_store_count (fixture->store, earlier), ==, 1);
  reknit_store_set_reader (fixture->store, id_of (fixture->ben));
  g_assert_cmpuint (reknit_store_count (fixture->store, earlier), ==, 0);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = reknit_store_search (fixture->store, "kitchen", 10);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_cmpuint (find (fixture, REKNIT_ISSUE_STATE_RAISED, REKNIT_ISSUE_KIND_ANY, NULL), ==, 0);
}

static void
test_removed_and_back_by_undo (ModelFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "The Bin", TRUE);
  gint64 id = id_of (issue);
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 12, 1, 0, 0, 0);
  g_autoptr (ReknitIssueView) view = g_object_new (REKNIT_TYPE_ISSUE_VIEW, "issue", id, "author", id_of (fixture->ana),
                                                   "shared", (gint64) 1, "body", "I was tired.", NULL);
  g_autoptr (ReknitQuery) views = reknit_issue_view_query (id);
  g_autoptr (ReknitIssue) back = NULL;
  g_autoptr (ReknitReminder) reminder = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (reknit_store_save (fixture->store, NULL, view, &error));
  g_assert_true (reknit_issue_set_follow_up (issue, "Follow Up", day, &error));
  g_assert_true (reknit_issue_remove (issue, "Delete", &error));
  g_assert_null (reknit_store_find (fixture->store, REKNIT_TYPE_ISSUE, id));
  g_assert_cmpuint (reknit_store_count (fixture->store, views), ==, 0);

  g_assert_true (reknit_store_undo (fixture->store, &error));
  back = reknit_store_find (fixture->store, REKNIT_TYPE_ISSUE, id);
  g_assert_cmpstr (reknit_record_get_text (back, "title"), ==, "The Bin");
  g_assert_cmpuint (reknit_store_count (fixture->store, views), ==, 1);
  reminder = reknit_reminder_find (fixture->store, REKNIT_REMINDER_FOLLOW_UP, id);
  g_assert_nonnull (reminder);
  g_assert_true (reknit_store_redo (fixture->store, &error));
  g_assert_cmpuint (reknit_store_count (fixture->store, views), ==, 0);
}

static void
assert_hits (ModelFixture  *fixture,
             ReknitPartner *reader,
             const char    *word,
             guint          n)
{
  g_autoptr (GPtrArray) hits = NULL;

  reknit_store_set_reader (fixture->store, id_of (reader));
  hits = reknit_store_search (fixture->store, word, 10);
  g_assert_cmpuint (hits->len, ==, n);
}

static guint
count_left (ModelFixture  *fixture,
            ReknitPartner *author)
{
  g_autoptr (ReknitQuery) left = reknit_issue_view_query_left (id_of (author));

  reknit_store_set_reader (fixture->store, id_of (author));
  return reknit_store_count (fixture->store, left);
}

/* Nobody's own words go by the hand of the other, who is not told that there are any. */
static void
test_removed_without_the_words_of_the_other (ModelFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "The Bin", TRUE);
  gint64 id = id_of (issue);
  g_autoptr (ReknitIssueView) view = g_object_new (REKNIT_TYPE_ISSUE_VIEW, "issue", id, "author", id_of (fixture->ben),
                                                   "body", "Rhubarb, for myself.", NULL);
  g_autoptr (ReknitQuery) all = reknit_query_new (REKNIT_TYPE_ISSUE, NULL, NULL);
  g_autoptr (ReknitTalk) talk = g_object_new (REKNIT_TYPE_TALK, "topic", "The Bin", "issue", id, NULL);
  g_autoptr (GError) error = NULL;

  reknit_store_set_reader (fixture->store, id_of (fixture->ben));
  g_assert_true (reknit_store_save (fixture->store, NULL, view, &error));
  g_assert_true (reknit_talk_begin (fixture->store, talk, &error));
  g_assert_cmpuint (count_left (fixture, fixture->ben), ==, 0);

  reknit_store_set_reader (fixture->store, id_of (fixture->ana));
  g_assert_true (reknit_issue_remove (issue, "Delete", &error));
  g_assert_false (reknit_issue_has_words (issue));
  g_assert_cmpuint (reknit_store_count (fixture->store, all), ==, 0);
  g_assert_cmpint (reknit_record_get_integer (talk, "issue"), ==, 0);
  g_assert_true (reknit_store_undo (fixture->store, &error));
  g_assert_cmpuint (reknit_store_count (fixture->store, all), ==, 1);
  g_assert_cmpint (reknit_record_get_integer (talk, "issue"), ==, id);
  g_assert_true (reknit_store_redo (fixture->store, &error));
  g_assert_cmpuint (reknit_store_count (fixture->store, all), ==, 0);

  assert_hits (fixture, fixture->ana, "rhubarb", 0);
  assert_hits (fixture, fixture->ben, "rhubarb", 1);
  assert_hits (fixture, fixture->ben, "nichts", 0);
  g_assert_cmpuint (count_left (fixture, fixture->ben), ==, 1);
  g_assert_cmpuint (count_left (fixture, fixture->ana), ==, 0);
}

static void
test_talks_about_it (ModelFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "The Bin", TRUE);
  g_autoptr (ReknitTalk) talk = g_object_new (REKNIT_TYPE_TALK, "topic", "The Bin", "issue", id_of (issue), NULL);
  g_autoptr (ReknitQuery) talks = reknit_issue_query_talks (issue);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (reknit_store_count (fixture->store, talks), ==, 0);
  g_assert_true (reknit_talk_begin (fixture->store, talk, &error));
  g_assert_cmpuint (reknit_store_count (fixture->store, talks), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  model_test_add ("/issue/find", test_find_by_state_kind_and_words);
  model_test_add ("/issue/follow-up", test_follow_up_arms_a_reminder);
  model_test_add ("/issue/agenda", test_agenda_takes_it_once);
  model_test_add ("/issue/settled-calls-nobody", test_settled_calls_nobody);
  model_test_add ("/issue/agenda-says-the-same", test_agenda_says_what_the_issue_says);
  model_test_add ("/issue/take-back", test_taken_back_leaves_nothing_behind);
  model_test_add ("/issue/remove", test_removed_and_back_by_undo);
  model_test_add ("/issue/removed-without-the-words-of-the-other", test_removed_without_the_words_of_the_other);
  model_test_add ("/issue/talks", test_talks_about_it);

  return g_test_run ();
}
