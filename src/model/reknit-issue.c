#include "reknit-issue.h"

G_DEFINE_ENUM_TYPE (ReknitIssueKind, reknit_issue_kind,
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_KIND_SOLVABLE, "solvable"),
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_KIND_ONGOING, "ongoing"))

G_DEFINE_ENUM_TYPE (ReknitIssueState, reknit_issue_state,
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_STATE_RAISED, "raised"),
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_STATE_TO_TALK, "to-talk"),
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_STATE_TALKED, "talked"),
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_STATE_AGREED, "agreed"),
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_STATE_SETTLED, "settled"))

/**
 * ReknitIssue:
 *
 * Something that one of the two wants to talk about. Private until its author puts it on the board.
 */
static const ReknitColumn columns[] = {
  { "author",    REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared",    REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "title",     REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "happened",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "feelings",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
  { "need",      REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "own_part",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "kind",      REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, reknit_issue_kind_get_type },
  { "state",     REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, reknit_issue_state_get_type },
  { "outcome",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "follow_up", REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitIssue, reknit_issue, "issue", columns)

/**
 * reknit_issue_query_board:
 *
 * Returns: (transfer full): what stands on the board of both, the furthest from settled first
 */
ReknitQuery *
reknit_issue_query_board (void)
{
  return reknit_query_new (REKNIT_TYPE_ISSUE, "shared IS NOT NULL", "state = 'settled', id DESC");
}

/**
 * reknit_issue_query_drawer:
 * @author: a partner's id
 *
 * Returns: (transfer full): what @author wrote and did not put on the board
 */
ReknitQuery *
reknit_issue_query_drawer (gint64 author)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_ISSUE, "shared IS NULL AND author = :author", "id DESC");

  return reknit_query_bind_integer (query, ":author", author);
}

/**
 * reknit_issue_query_state:
 * @state: how far they are
 *
 * Returns: (transfer full): the issues on the board in @state
 */
ReknitQuery *
reknit_issue_query_state (ReknitIssueState state)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (REKNIT_TYPE_ISSUE_STATE);
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_ISSUE, "shared IS NOT NULL AND state = :state", "id DESC");

  return reknit_query_bind_text (query, ":state", g_enum_get_value (states, (int) state)->value_nick);
}
