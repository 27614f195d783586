#include "reknit-communicate-text.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-i-statement.h"
#include "reknit-time-text.h"

/* Thirty days. */
#define LONG_AGO (30 * 24 * 60 * 60)

/**
 * reknit_communicate_text_state:
 * @state: how far an issue has come
 *
 * Returns: (transfer none): what that is called
 */
const char *
reknit_communicate_text_state (ReknitIssueState state)
{
  switch (state)
    {
    case REKNIT_ISSUE_STATE_RAISED: return C_("state of an issue", "Raised");
    case REKNIT_ISSUE_STATE_TO_TALK: return C_("state of an issue", "To Talk About");
    case REKNIT_ISSUE_STATE_TALKED: return C_("state of an issue", "Talked Over");
    case REKNIT_ISSUE_STATE_AGREED: return C_("state of an issue", "Agreed");
    case REKNIT_ISSUE_STATE_SETTLED: return C_("state of an issue", "Settled");
    default: return "";
    }
}

/**
 * reknit_communicate_text_step:
 * @state: the state that a step leads to
 *
 * Returns: (transfer none): what the button for that step says
 */
const char *
reknit_communicate_text_step (ReknitIssueState state)
{
  switch (state)
    {
    case REKNIT_ISSUE_STATE_TO_TALK: return C_("step of an issue", "We Will Talk About It");
    case REKNIT_ISSUE_STATE_TALKED: return C_("step of an issue", "We Talked It Over");
    case REKNIT_ISSUE_STATE_AGREED: return C_("step of an issue", "We Agreed");
    case REKNIT_ISSUE_STATE_SETTLED: return C_("step of an issue", "It Is Settled");
    case REKNIT_ISSUE_STATE_RAISED:
    default: return "";
    }
}

/**
 * reknit_communicate_text_kind:
 * @kind: whether an issue has an end
 *
 * Returns: (transfer none): what that is called
 */
const char *
reknit_communicate_text_kind (ReknitIssueKind kind)
{
  return kind == REKNIT_ISSUE_KIND_ONGOING ? C_("kind of issue", "Ongoing") : C_("kind of issue", "Solvable");
}

/**
 * reknit_communicate_text_join:
 * @first: (nullable): one piece of a line
 * @second: (nullable): the next piece
 *
 * Returns: (transfer full): both with a dot between them, or the one that is there
 */
char *
reknit_communicate_text_join (const char *first,
                              const char *second)
{
  if (first == NULL || *first == '\0' || second == NULL || *second == '\0')
    return g_strdup (first != NULL && *first != '\0' ? first : second != NULL ? second : "");

  /* Translators: joins two pieces of a line: “2 to talk about · 1 agreed” */
  return g_strdup_printf (C_("pieces of a line", "%1$s · %2$s"), first, second);
}

/**
 * reknit_communicate_text_age:
 * @clock: the clock to go by
 * @when: Unix seconds, in the past
 *
 * Returns: (transfer full): how long ago that was while one can picture it, and then the day
 */
char *
reknit_communicate_text_age (ReknitClock *clock,
                             gint64       when)
{
  if (reknit_clock_now (clock) - when < LONG_AGO)
    return reknit_time_text_for_distance (clock, when);

  return reknit_time_text_for_day (clock, when);
}

/**
 * reknit_communicate_text_issue_line:
 * @clock: the clock to go by
 * @issue: an issue
 *
 * Returns: (transfer full): how old it is, whether it stays, and when the two look at it again
 */
char *
reknit_communicate_text_issue_line (ReknitClock *clock,
                                    ReknitIssue *issue)
{
  gint64 follow_up = reknit_record_get_integer (issue, "follow-up");
  g_autofree char *age = reknit_communicate_text_age (clock, reknit_record_get_created (REKNIT_RECORD (issue)));
  g_autofree char *line = NULL;
  g_autofree char *day = NULL;
  g_autofree char *again = NULL;

  if (reknit_issue_get_kind (issue) == REKNIT_ISSUE_KIND_ONGOING)
    line = reknit_communicate_text_join (age, reknit_communicate_text_kind (REKNIT_ISSUE_KIND_ONGOING));
  else
    line = g_steal_pointer (&age);
  if (follow_up == 0 || reknit_issue_get_state (issue) == REKNIT_ISSUE_STATE_SETTLED)
    return g_steal_pointer (&line);

  /* A day long past says less than that it is time. */
  if (follow_up < reknit_clock_now (clock))
    return reknit_communicate_text_join (line, _("time to look again"));

  day = reknit_time_text_for_day (clock, follow_up);
  /* Translators: when an issue is looked at again; %s is a day: “Tomorrow”, “Sunday” */
  again = g_strdup_printf (_("look again: %s"), day);
  return reknit_communicate_text_join (line, again);
}

/**
 * reknit_communicate_text_audience:
 * @seats: the seats
 * @shared: whether it is, or is going to be, shared
 *
 * Returns: (transfer full): who can read something; it says so where private is only hidden
 */
char *
reknit_communicate_text_audience (ReknitSeats *seats,
                                  gboolean     shared)
{
  ReknitPartner *current = reknit_seats_get_current (seats);

  if (shared)
    return g_strdup (reknit_seats_has_couple (seats) ? _("Both of you can read this")
                                                     : _("Not sealed: it can be read in every seat"));
  if (current != NULL && !reknit_seats_needs_passphrase (seats, current))
    return g_strdup (_("Only you can read this here. Without a passphrase it is hidden, not sealed."));

  return g_strdup (_("Only you can read this"));
}

static char *
count_state (ReknitIssueState state,
             guint            n)
{
  switch (state)
    {
    case REKNIT_ISSUE_STATE_RAISED: return g_strdup_printf (ngettext ("%u raised", "%u raised", n), n);
    case REKNIT_ISSUE_STATE_TO_TALK: return g_strdup_printf (ngettext ("%u to talk about", "%u to talk about", n), n);
    case REKNIT_ISSUE_STATE_TALKED: return g_strdup_printf (ngettext ("%u talked over", "%u talked over", n), n);
    case REKNIT_ISSUE_STATE_AGREED: return g_strdup_printf (ngettext ("%u agreed", "%u agreed", n), n);
    case REKNIT_ISSUE_STATE_SETTLED:
    default: return g_strdup_printf (ngettext ("%u settled", "%u settled", n), n);
    }
}

/**
 * reknit_communicate_text_counts:
 * @n_per_state: (array fixed-size=5): how many issues there are in each state
 *
 * Returns: (transfer full) (nullable): what is open: “2 to talk about · 1 agreed”; how many are settled when that is
 *   all there is; %NULL for an empty board
 */
char *
reknit_communicate_text_counts (const guint *n_per_state)
{
  g_autofree char *line = NULL;

  for (int state = REKNIT_ISSUE_STATE_RAISED; state < REKNIT_ISSUE_STATE_SETTLED; state++)
    {
      g_autofree char *so_far = g_steal_pointer (&line);
      g_autofree char *piece = n_per_state[state] > 0 ? count_state ((ReknitIssueState) state, n_per_state[state]) : NULL;

      line = reknit_communicate_text_join (so_far, piece);
    }
  if (*line != '\0')
    return g_steal_pointer (&line);
  if (n_per_state[REKNIT_ISSUE_STATE_SETTLED] > 0)
    return count_state (REKNIT_ISSUE_STATE_SETTLED, n_per_state[REKNIT_ISSUE_STATE_SETTLED]);
  return NULL;
}

/**
 * reknit_communicate_text_sentence:
 * @entry: an entry of the feelings journal
 *
 * Returns: (transfer full): it as a sentence: “I feel hurt when …”
 */
char *
reknit_communicate_text_sentence (ReknitFeelingEntry *entry)
{
  return reknit_i_statement_compose (reknit_record_get_text (entry, "feelings"),
                                     reknit_record_get_text (entry, "situation"),
                                     reknit_record_get_text (entry, "reason"),
                                     reknit_record_get_text (entry, "wish"));
}
