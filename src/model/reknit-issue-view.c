#include "reknit-issue-view.h"

/**
 * ReknitIssueView:
 *
 * How the other partner, or both, see an issue.
 */
static const ReknitColumn columns[] = {
  { "issue",  REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "author", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared", REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "body",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
};

REKNIT_DEFINE_RECORD (ReknitIssueView, reknit_issue_view, "issue_view", columns)

/**
 * reknit_issue_view_query:
 * @issue: an issue's id
 *
 * Returns: (transfer full): the views on it that the reader may see
 */
ReknitQuery *
reknit_issue_view_query (gint64 issue)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_ISSUE_VIEW, "issue = :issue", "id"), ":issue", issue);
}

/**
 * reknit_issue_view_find:
 * @store: the store
 * @issue: an issue's id
 * @author: a partner's id
 *
 * Returns: (transfer full) (nullable): how @author sees it, as far as the reader may know
 */
ReknitIssueView *
reknit_issue_view_find (ReknitStore *store,
                        gint64       issue,
                        gint64       author)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_ISSUE_VIEW, "issue = :issue AND author = :author", "id");

  reknit_query_bind_integer (query, ":issue", issue);
  return reknit_store_first (store, reknit_query_bind_integer (query, ":author", author));
}

/**
 * reknit_issue_view_query_left:
 * @author: a partner's id
 *
 * Returns: (transfer full): what @author wrote to issues that were taken back or deleted by who raised them
 */
ReknitQuery *
reknit_issue_view_query_left (gint64 author)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_ISSUE_VIEW,
                      "author = :author AND issue IN (SELECT id FROM issue AS gone WHERE gone.shared IS NULL"
                      " AND (gone.title IS NULL OR gone.author <> :author))",
                      "id DESC");

  return reknit_query_bind_integer (query, ":author", author);
}
