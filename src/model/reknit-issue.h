#pragma once

#include "reknit-agenda-item.h"
#include "reknit-partner.h"
#include "reknit-reminder.h"

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

/* Every kind, where one is asked for. */
#define REKNIT_ISSUE_KIND_ANY (-1)

/* Late enough to be home, early enough to talk: the hour at which a follow-up calls. */
#define REKNIT_ISSUE_FOLLOW_UP_HOUR 18

ReknitQuery      *reknit_issue_query_board     (void);
ReknitQuery      *reknit_issue_query_drawer    (gint64 author);
ReknitQuery      *reknit_issue_query_state     (ReknitIssueState state);
ReknitQuery      *reknit_issue_query_due       (gint64 until);
ReknitQuery      *reknit_issue_query_matching  (ReknitIssueState state, int kind, const char *words);
gboolean          reknit_issue_matches         (ReknitIssue *self, int kind, const char *words);
gboolean          reknit_issue_has_words       (ReknitIssue *self);

ReknitIssueKind   reknit_issue_get_kind        (ReknitIssue *self);
ReknitIssueState  reknit_issue_get_state       (ReknitIssue *self);
ReknitQuery      *reknit_issue_query_talks     (ReknitIssue *self);
ReknitAgendaItem *reknit_issue_get_agenda_item (ReknitIssue *self);

gboolean          reknit_issue_save_words      (ReknitIssue *self, const char *label, GError **error);
gboolean          reknit_issue_take_back       (ReknitIssue *self, const char *label, GError **error);
gboolean          reknit_issue_move            (ReknitIssue *self, const char *label, ReknitIssueState state,
                                                GError **error);
gboolean          reknit_issue_set_follow_up   (ReknitIssue *self, const char *label, GDateTime *day, GError **error);
gboolean          reknit_issue_put_on_agenda   (ReknitIssue *self, const char *label, ReknitPartner *by, GError **error);
gboolean          reknit_issue_remove          (ReknitIssue *self, const char *label, GError **error);

G_END_DECLS
