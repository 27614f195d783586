#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

/**
 * ReknitIssueKind:
 * @REKNIT_ISSUE_KIND_SOLVABLE: it can be solved
 * @REKNIT_ISSUE_KIND_ONGOING: it stays, and is lived with
 *
 * Whether an issue has an end (the distinction is John Gottman's, 1999).
 */
typedef enum
{
  REKNIT_ISSUE_KIND_SOLVABLE,
  REKNIT_ISSUE_KIND_ONGOING,
} ReknitIssueKind;

#define REKNIT_TYPE_ISSUE_KIND (reknit_issue_kind_get_type ())
GType reknit_issue_kind_get_type (void);

/**
 * ReknitIssueState:
 * @REKNIT_ISSUE_STATE_RAISED: told, not yet looked at together
 * @REKNIT_ISSUE_STATE_TO_TALK: both want to talk about it
 * @REKNIT_ISSUE_STATE_TALKED: talked over
 * @REKNIT_ISSUE_STATE_AGREED: an agreement stands
 * @REKNIT_ISSUE_STATE_SETTLED: laid down
 *
 * How far the two have come with an issue.
 */
typedef enum
{
  REKNIT_ISSUE_STATE_RAISED,
  REKNIT_ISSUE_STATE_TO_TALK,
  REKNIT_ISSUE_STATE_TALKED,
  REKNIT_ISSUE_STATE_AGREED,
  REKNIT_ISSUE_STATE_SETTLED,
} ReknitIssueState;

#define REKNIT_TYPE_ISSUE_STATE (reknit_issue_state_get_type ())
GType reknit_issue_state_get_type (void);

#define REKNIT_TYPE_ISSUE (reknit_issue_get_type ())
REKNIT_DECLARE_RECORD (ReknitIssue, reknit_issue, REKNIT, ISSUE)

ReknitQuery *reknit_issue_query_board   (void);
ReknitQuery *reknit_issue_query_drawer  (gint64 author);
ReknitQuery *reknit_issue_query_state   (ReknitIssueState state);

G_END_DECLS
