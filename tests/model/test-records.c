#include "model-fixture.h"
#include "reknit-draft.h"
#include "reknit-feeling-entry.h"
#include "reknit-issue.h"
#include "reknit-issue-view.h"
#include "reknit-link.h"
#include "reknit-model.h"
#include "reknit-question-state.h"

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (record);
}

static void
save (ModelFixture *fixture,
      gpointer      record)
{
  g_autoptr (GError) error = NULL;

  reknit_store_save (fixture->store, "Save", record, &error);
  g_assert_no_error (error);
}

static ReknitIssue *
add_issue (ModelFixture      *fixture,
           ReknitPartner     *author,
           gboolean           shared,
           ReknitIssueState   state)
{
  ReknitIssue *issue = g_object_new (REKNIT_TYPE_ISSUE, "author", id_of (author), "title", "Sundays", "state", state,
                                     "shared", shared ? reknit_clock_now (fixture->clock) : (gint64) 0, NULL);

  save (fixture, issue);
  return issue;
}

static guint
count (ModelFixture *fixture,
       ReknitQuery  *query)
{
  guint n = reknit_store_count (fixture->store, query);

  g_object_unref (query);
  return n;
}

static void
test_tables_match (ModelFixture  *fixture,
                   gconstpointer  data)
{
  guint n_types;
  const GType *types = reknit_model_get_types (&n_types);

  g_assert_cmpuint (n_types, >, 20);
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GError) error = NULL;

      reknit_store_check_table (fixture->store, types[i], &error);
      g_assert_no_error (error);
    }
}

static void
test_issue_is_its_authors_first (ModelFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (ReknitIssue) of_ana = NULL;

  reknit_store_set_reader (fixture->store, id_of (fixture->ana));
  of_ana = add_issue (fixture, fixture->ana, FALSE, REKNIT_ISSUE_STATE_RAISED);
  g_assert_cmpuint (count (fixture, reknit_issue_query_drawer (id_of (fixture->ana))), ==, 1);
  g_assert_cmpuint (count (fixture, reknit_issue_query_board ()), ==, 0);

  reknit_store_set_reader (fixture->store, id_of (fixture->ben));
  g_assert_cmpuint (count (fixture, reknit_issue_query_drawer (id_of (fixture->ana))), ==, 0);
  reknit_store_set_reader (fixture->store, 0);
  g_assert_cmpuint (count (fixture, reknit_issue_query_drawer (id_of (fixture->ana))), ==, 0);
}

static void
test_board_by_state (ModelFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (ReknitIssue) settled = add_issue (fixture, fixture->ana, TRUE, REKNIT_ISSUE_STATE_SETTLED);
  g_autoptr (ReknitIssue) raised = add_issue (fixture, fixture->ben, TRUE, REKNIT_ISSUE_STATE_RAISED);
  g_autoptr (ReknitQuery) board = reknit_issue_query_board ();
  g_autoptr (GPtrArray) all = reknit_store_all (fixture->store, board);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (all->pdata[0] == raised);
  g_assert_true (all->pdata[1] == settled);
  g_assert_cmpuint (count (fixture, reknit_issue_query_state (REKNIT_ISSUE_STATE_SETTLED)), ==, 1);
  g_assert_cmpuint (count (fixture, reknit_issue_query_state (REKNIT_ISSUE_STATE_AGREED)), ==, 0);
}

static void
test_views_go_with_their_issue (ModelFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, fixture->ana, TRUE, REKNIT_ISSUE_STATE_RAISED);
  g_autoptr (ReknitIssueView) view = g_object_new (REKNIT_TYPE_ISSUE_VIEW, "issue", id_of (issue),
                                                   "author", id_of (fixture->ben), "shared", (gint64) 5,
                                                   "body", "I heard yes", NULL);
  g_autoptr (GError) error = NULL;

  save (fixture, view);
  g_assert_cmpuint (count (fixture, reknit_issue_view_query (id_of (issue))), ==, 1);
  reknit_store_delete (fixture->store, "Delete", issue, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, reknit_query_new (REKNIT_TYPE_ISSUE_VIEW, NULL, NULL)), ==, 0);
  reknit_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, reknit_query_new (REKNIT_TYPE_ISSUE_VIEW, NULL, NULL)), ==, 1);
}

static void
test_feelings_by_time (ModelFixture  *fixture,
                       gconstpointer  data)
{
  gint64 author = id_of (fixture->ana);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (ReknitQuery) query = reknit_feeling_entry_query_own (author);

  reknit_store_set_reader (fixture->store, author);
  for (gint64 day = 1; day <= 3; day++)
    {
      g_autoptr (ReknitFeelingEntry) entry =
        g_object_new (REKNIT_TYPE_FEELING_ENTRY, "author", author, "felt", (4 - day) * 86400, NULL);
      save (fixture, entry);
    }

  own = reknit_store_all (fixture->store, query);
  g_assert_cmpuint (own->len, ==, 3);
  g_assert_cmpint (reknit_record_get_integer (own->pdata[0], "felt"), ==, 3 * 86400);
  g_assert_cmpint (reknit_record_get_integer (own->pdata[2], "felt"), ==, 86400);
  g_assert_cmpuint (count (fixture, reknit_feeling_entry_query_since (author, 2 * 86400)), ==, 2);
  g_assert_cmpuint (count (fixture, reknit_feeling_entry_query_shared ()), ==, 0);
}

static void
test_draft_has_one_place (ModelFixture  *fixture,
                          gconstpointer  data)
{
  gint64 author = id_of (fixture->ana);
  g_autoptr (ReknitDraft) draft = g_object_new (REKNIT_TYPE_DRAFT, "author", author, "form", "issue", "body", "half a word", NULL);
  g_autoptr (ReknitDraft) second = g_object_new (REKNIT_TYPE_DRAFT, "author", author, "form", "issue", "body", "another", NULL);
  g_autoptr (ReknitDraft) found = NULL;
  g_autoptr (GError) error = NULL;

  reknit_store_set_reader (fixture->store, author);
  save (fixture, draft);
  found = reknit_draft_find (fixture->store, author, "issue", 0);
  g_assert_true (found == draft);
  g_assert_null (reknit_draft_find (fixture->store, author, "issue", 7));
  g_assert_false (reknit_store_save (fixture->store, NULL, second, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_CONSTRAINT);
  reknit_store_set_reader (fixture->store, id_of (fixture->ben));
  g_assert_null (reknit_draft_find (fixture->store, author, "issue", 0));
}

static void
test_link_is_walked_from_both_ends (ModelFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (ReknitIssue) cause = add_issue (fixture, fixture->ana, TRUE, REKNIT_ISSUE_STATE_TALKED);
  g_autoptr (ReknitIssue) effect = add_issue (fixture, fixture->ben, TRUE, REKNIT_ISSUE_STATE_RAISED);
  g_autoptr (ReknitIssue) stranger = add_issue (fixture, fixture->ben, TRUE, REKNIT_ISSUE_STATE_RAISED);
  g_autoptr (ReknitLink) link = reknit_link_new (REKNIT_RECORD (cause), REKNIT_RECORD (effect));

  save (fixture, link);
  g_assert_cmpuint (count (fixture, reknit_link_query_of (REKNIT_RECORD (cause))), ==, 1);
  g_assert_cmpuint (count (fixture, reknit_link_query_of (REKNIT_RECORD (effect))), ==, 1);
  g_assert_cmpuint (count (fixture, reknit_link_query_of (REKNIT_RECORD (stranger))), ==, 0);
}

static void
test_question_is_remembered (ModelFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (ReknitQuestionState) state = reknit_question_state_get (fixture->store, "same-side");
  g_autoptr (ReknitQuestionState) again = NULL;

  g_assert_false (reknit_record_is_stored (REKNIT_RECORD (state)));
  g_object_set (state, "talked", (gint64) 9, NULL);
  save (fixture, state);
  again = reknit_question_state_get (fixture->store, "same-side");
  g_assert_true (again == state);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/records/tables-match", test_tables_match);
  model_test_add ("/records/issue-is-its-authors-first", test_issue_is_its_authors_first);
  model_test_add ("/records/board-by-state", test_board_by_state);
  model_test_add ("/records/views-go-with-their-issue", test_views_go_with_their_issue);
  model_test_add ("/records/feelings-by-time", test_feelings_by_time);
  model_test_add ("/records/draft-has-one-place", test_draft_has_one_place);
  model_test_add ("/records/link-is-walked-from-both-ends", test_link_is_walked_from_both_ends);
  model_test_add ("/records/question-is-remembered", test_question_is_remembered);
  return g_test_run ();
}
