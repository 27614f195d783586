#include "reknit-talk-texts.h"

#include "reknit-config.h"
#include "reknit-talk-outcome.h"
#include "reknit-time-text.h"

#include <glib/gi18n-lib.h>

/**
 * reknit_talk_text_for_summary:
 * @talk: a stored talk
 *
 * Returns: (transfer full): what it consisted of: “4 turns · 12 minutes · 1 break”
 */
char *
reknit_talk_text_for_summary (ReknitTalk *talk)
{
  const guint n_turns = reknit_talk_count_turns (talk);
  const guint n_pauses = reknit_talk_count_pauses (talk);
  g_autofree char *turns = g_strdup_printf (ngettext ("%u turn", "%u turns", n_turns), n_turns);
  g_autofree char *span = reknit_time_text_for_span (reknit_talk_get_seconds (talk));
  g_autofree char *pauses = NULL;

  if (n_pauses == 0)
    /* Translators: a number of turns, and how long they took: “4 turns · 12 minutes” */
    return g_strdup_printf (C_("talk", "%1$s · %2$s"), turns, span);

  pauses = g_strdup_printf (ngettext ("%u break", "%u breaks", n_pauses), n_pauses);
  /* Translators: turns, how long they took, and breaks: “4 turns · 12 minutes · 1 break” */
  return g_strdup_printf (C_("talk", "%1$s · %2$s · %3$s"), turns, span, pauses);
}

static char *
describe_break (ReknitTalk *talk)
{
  ReknitClock *clock = reknit_clock_get_default ();
  gint64 back_at = reknit_record_get_integer (talk, "back-at");
  g_autofree char *moment = reknit_time_text_for_moment (clock, back_at);

  if (back_at <= reknit_clock_now (clock))
    return g_strdup (_("The break is over"));
  /* Translators: %s is a day and time: “Today, 19:40” */
  return g_strdup_printf (_("On a break. Back: %s"), moment);
}

/**
 * reknit_talk_text_for_standing:
 * @seats: who the two are
 * @talk: a stored talk that is not over
 *
 * Returns: (transfer full): where it stands: “Ana has the floor”
 */
char *
reknit_talk_text_for_standing (ReknitSeats *seats,
                               ReknitTalk  *talk)
{
  ReknitPartner *speaker = reknit_seats_find (seats, reknit_record_get_integer (talk, "speaker"));
  ReknitPartner *listener = reknit_seats_get_other (seats, speaker);

  if (reknit_talk_is_paused (talk))
    return describe_break (talk);
  if (speaker == NULL || listener == NULL)
    return g_strdup (_("Waiting to go on"));

  switch ((ReknitTalkPhase) reknit_record_get_integer (talk, "phase"))
    {
    case REKNIT_TALK_PHASE_SPEAKING:
      return g_strdup_printf (_("%s has the floor"), reknit_partner_get_name (speaker));
    case REKNIT_TALK_PHASE_REFLECTING:
      return g_strdup_printf (_("%s says back what they heard"), reknit_partner_get_name (listener));
    case REKNIT_TALK_PHASE_CONFIRMING:
      return g_strdup_printf (_("%s says whether that was it"), reknit_partner_get_name (speaker));
    case REKNIT_TALK_PHASE_VALIDATING:
      return g_strdup_printf (_("%s says what makes sense in it"), reknit_partner_get_name (listener));
    case REKNIT_TALK_PHASE_CLOSING:
    case REKNIT_TALK_PHASE_ENDED:
    default:
      return g_strdup (_("Each names one thing to take away"));
    }
}

/**
 * reknit_talk_text_for_card:
 * @seats: who the two are, and the store
 *
 * Returns: (transfer full) (nullable): how things stand in the listening room; %NULL before the first talk
 */
char *
reknit_talk_text_for_card (ReknitSeats *seats)
{
  ReknitStore *store = reknit_seats_get_store (seats);
  g_autoptr (ReknitTalk) current = reknit_talk_current (store);
  g_autoptr (ReknitQuery) query = NULL;
  g_autoptr (ReknitTalk) last = NULL;
  g_autofree char *day = NULL;
  g_autofree char *span = NULL;

  if (current != NULL)
    return reknit_talk_is_paused (current) ? describe_break (current) : g_strdup (_("A talk is waiting to go on"));

  query = reknit_talk_query_past ();
  last = reknit_store_first (store, query);
  if (last == NULL)
    return NULL;

  day = reknit_time_text_for_day (reknit_clock_get_default (), reknit_record_get_integer (last, "ended"));
  span = reknit_time_text_for_span (reknit_talk_get_seconds (last));
  /* Translators: a day, and a span of time: “Last talk: Tuesday, 24 minutes” */
  return g_strdup_printf (_("Last talk: %1$s, %2$s"), day, span);
}

/**
 * reknit_talk_text_for_quote:
 * @text: what somebody said
 *
 * Returns: (transfer full): the same in quotation marks
 */
char *
reknit_talk_text_for_quote (const char *text)
{
  /* Translators: quotation marks around what somebody said */
  return g_strdup_printf (C_("quotation", "“%s”"), text);
}
