#include "reknit-issue.h"

#include <string.h>

#include "reknit-earlier-text.h"
#include "reknit-talk.h"

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
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_ISSUE, "shared IS NULL AND author = :author AND title IS NOT NULL",
                                         "id DESC");

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

/**
 * reknit_issue_query_due:
 * @until: Unix seconds
 *
 * Returns: (transfer full): the issues on the board that the two wanted to look at again before @until, and did not settle
 */
ReknitQuery *
reknit_issue_query_due (gint64 until)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_ISSUE, "shared IS NOT NULL AND state <> 'settled' AND follow_up < :until", "follow_up");

  return reknit_query_bind_integer (query, ":until", until);
}

/**
 * reknit_issue_query_matching:
 * @state: how far they are
 * @kind: a #ReknitIssueKind, or %REKNIT_ISSUE_KIND_ANY
 * @words: (nullable): what a person looks for; nothing finds everything
 *
 * Returns: (transfer full): the issues on the board in @state that fit
 */
ReknitQuery *
reknit_issue_query_matching (ReknitIssueState  state,
                             int               kind,
                             const char       *words)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (REKNIT_TYPE_ISSUE_STATE);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (REKNIT_TYPE_ISSUE_KIND);
  const GEnumValue *kind_value = g_enum_get_value (kinds, kind);
  g_autofree char *bare = g_strstrip (g_strdup (words != NULL ? words : ""));
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_ISSUE,
                      "shared IS NOT NULL AND state = :state AND (:kind = '' OR kind = :kind)"
                      " AND (:words = '' OR instr (folded (title || ' ' || coalesce (happened, '')"
                      " || ' ' || coalesce (need, '') || ' ' || coalesce (own_part, '') || ' ' || coalesce (outcome, '')),"
                      " folded (:words)) > 0)",
                      "id DESC");

  reknit_query_bind_text (query, ":state", g_enum_get_value (states, (int) state)->value_nick);
  reknit_query_bind_text (query, ":kind", kind_value != NULL ? kind_value->value_nick : "");
  return reknit_query_bind_text (query, ":words", bare);
}

/**
 * reknit_issue_matches:
 * @self: an issue
 * @kind: a #ReknitIssueKind, or %REKNIT_ISSUE_KIND_ANY
 * @words: (nullable): what a person looks for
 *
 * The same question as [func@Issue.query_matching] asks, of an issue that is sealed and that SQL can't read.
 *
 * Returns: whether it fits
 */
gboolean
reknit_issue_matches (ReknitIssue *self,
                      int          kind,
                      const char  *words)
{
  g_autofree char *bare = g_strstrip (g_strdup (words != NULL ? words : ""));
  g_autofree char *sought = g_utf8_casefold (bare, -1);
  g_autofree char *text = reknit_earlier_text_dup_words (REKNIT_RECORD (self));
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (kind != REKNIT_ISSUE_KIND_ANY && (int) reknit_issue_get_kind (self) != kind)
    return FALSE;

  return strstr (folded, sought) != NULL;
}

/**
 * reknit_issue_has_words:
 * @self: an issue
 *
 * Returns: whether the reader can read what it is about: not one that somebody else took back or deleted
 */
gboolean
reknit_issue_has_words (ReknitIssue *self)
{
  return reknit_record_get_text (self, "title") != NULL;
}

/**
 * reknit_issue_get_kind:
 * @self: an issue
 *
 * Returns: whether it has an end
 */
ReknitIssueKind
reknit_issue_get_kind (ReknitIssue *self)
{
  ReknitIssueKind kind;

  g_object_get (self, "kind", &kind, NULL);
  return kind;
}

/**
 * reknit_issue_get_state:
 * @self: an issue
 *
 * Returns: how far the two have come with it
 */
ReknitIssueState
reknit_issue_get_state (ReknitIssue *self)
{
  ReknitIssueState state;

  g_object_get (self, "state", &state, NULL);
  return state;
}

/**
 * reknit_issue_query_talks:
 * @self: a stored issue
 *
 * Returns: (transfer full): the talks about it, the latest first
 */
ReknitQuery *
reknit_issue_query_talks (ReknitIssue *self)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_TALK, "issue = :issue", "id DESC"), ":issue",
                                    reknit_record_get_id (REKNIT_RECORD (self)));
}

/**
 * reknit_issue_get_agenda_item:
 * @self: a stored issue
 *
 * Returns: (transfer full) (nullable): its place on the agenda of the next check-in, if it waits there
 */
ReknitAgendaItem *
reknit_issue_get_agenda_item (ReknitIssue *self)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_AGENDA_ITEM, "source_table = 'issue' AND source_id = :issue AND done IS NULL", "id DESC");

  reknit_query_bind_integer (query, ":issue", reknit_record_get_id (REKNIT_RECORD (self)));
  return reknit_store_first (reknit_record_get_store (REKNIT_RECORD (self)), query);
}
