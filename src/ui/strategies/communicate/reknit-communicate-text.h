#pragma once

#include "reknit-feeling-entry.h"
#include "reknit-issue.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

/* The words that the pages of Communicate have in common; each function only puts together what it is given. */

const char *reknit_communicate_text_state          (ReknitIssueState state);
const char *reknit_communicate_text_step           (ReknitIssueState state);
const char *reknit_communicate_text_kind           (ReknitIssueKind kind);
char       *reknit_communicate_text_age            (ReknitClock *clock, gint64 when);
char       *reknit_communicate_text_issue_line     (ReknitClock *clock, ReknitIssue *issue);
char       *reknit_communicate_text_audience       (ReknitSeats *seats, gboolean shared);
char       *reknit_communicate_text_counts         (const guint *n_per_state);
char       *reknit_communicate_text_sentence       (ReknitFeelingEntry *entry);
char       *reknit_communicate_text_join           (const char *first, const char *second);

G_END_DECLS
