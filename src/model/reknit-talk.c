#include "reknit-talk.h"

G_DEFINE_ENUM_TYPE (ReknitTalkPhase, reknit_talk_phase,
  G_DEFINE_ENUM_VALUE (REKNIT_TALK_PHASE_SPEAKING, "speaking"),
  G_DEFINE_ENUM_VALUE (REKNIT_TALK_PHASE_REFLECTING, "reflecting"),
  G_DEFINE_ENUM_VALUE (REKNIT_TALK_PHASE_CONFIRMING, "confirming"),
  G_DEFINE_ENUM_VALUE (REKNIT_TALK_PHASE_VALIDATING, "validating"),
  G_DEFINE_ENUM_VALUE (REKNIT_TALK_PHASE_CLOSING, "closing"),
  G_DEFINE_ENUM_VALUE (REKNIT_TALK_PHASE_ENDED, "ended"))

/**
 * ReknitTalk:
 *
 * A talk by the speaker–listener technique (Markman, Stanley and Blumberg, PREP, 1994): one has the floor and
 * speaks, the other says back what they heard, the speaker confirms or corrects, the listener validates, and the
 * floor passes. It stands in the store after each step, and goes on from there.
 */
static const ReknitColumn columns[] = {
  { "topic",         REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
  { "issue",         REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "turn_seconds",  REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "phase",         REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, reknit_talk_phase_get_type },
  { "speaker",       REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "clock_started", REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "clock_spent",   REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "back_at",       REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "ended",         REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitTalk, reknit_talk, "talk", columns)

#include "reknit-reminder.h"

/**
 * reknit_talk_query_past:
 *
 * Returns: (transfer full): the talks that are over, the latest first
 */
ReknitQuery *
reknit_talk_query_past (void)
{
  return reknit_query_new (REKNIT_TYPE_TALK, "ended IS NOT NULL", "id DESC");
}

/**
 * reknit_talk_current:
 * @store: the store
 *
 * Returns: (transfer full) (nullable): the talk that was begun and is not over
 */
ReknitTalk *
reknit_talk_current (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_TALK, "ended IS NULL", "id DESC");

  return reknit_store_first (store, query);
}

/**
 * reknit_talk_get_turn:
 * @self: a stored talk
 *
 * Returns: (transfer full) (nullable): the turn it stands in
 */
ReknitTalkTurn *
reknit_talk_get_turn (ReknitTalk *self)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_TALK_TURN, "talk = :talk", "id DESC");

  reknit_query_bind_integer (query, ":talk", reknit_record_get_id (REKNIT_RECORD (self)));
  return reknit_store_first (reknit_record_get_store (REKNIT_RECORD (self)), query);
}

static gint64
get_spent (ReknitTalk *self,
           gint64      now)
{
  gint64 started = reknit_record_get_integer (self, "clock-started");

  return reknit_record_get_integer (self, "clock-spent") + (started > 0 ? MAX (now - started, 0) : 0);
}

/**
 * reknit_talk_get_remaining:
 * @self: a talk
 * @now: Unix seconds
 *
 * Returns: the seconds left on the turn clock; negative when the turn runs over
 */
gint64
reknit_talk_get_remaining (ReknitTalk *self,
                           gint64      now)
{
  return reknit_record_get_integer (self, "turn-seconds") - get_spent (self, now);
}

/**
 * reknit_talk_is_running:
 * @self: a talk
 *
 * Returns: whether the turn clock runs
 */
gboolean
reknit_talk_is_running (ReknitTalk *self)
{
  return reknit_record_get_integer (self, "clock-started") > 0;
}

/**
 * reknit_talk_is_paused:
 * @self: a talk
 *
 * Returns: whether the two are on a break
 */
gboolean
reknit_talk_is_paused (ReknitTalk *self)
{
  return reknit_record_get_integer (self, "back-at") > 0;
}

/**
 * reknit_talk_run_clock:
 * @self: a talk
 * @now: Unix seconds
 *
 * Lets the turn clock run; the caller saves.
 */
void
reknit_talk_run_clock (ReknitTalk *self,
                       gint64      now)
{
  if (!reknit_talk_is_running (self))
    g_object_set (self, "clock-started", now, NULL);
}

/**
 * reknit_talk_hold_clock:
 * @self: a talk
 * @now: Unix seconds
 *
 * Stops the turn clock and keeps what was spent; the caller saves.
 */
void
reknit_talk_hold_clock (ReknitTalk *self,
                        gint64      now)
{
  g_object_set (self, "clock-spent", get_spent (self, now), "clock-started", (gint64) 0, NULL);
}

static gboolean
put_turn (ReknitTalk  *self,
          GError     **error)
{
  g_autoptr (ReknitTalkTurn) turn =
    g_object_new (REKNIT_TYPE_TALK_TURN,
                  "talk", reknit_record_get_id (REKNIT_RECORD (self)),
                  "speaker", reknit_record_get_integer (self, "speaker"),
                  NULL);

  return reknit_store_put (reknit_record_get_store (REKNIT_RECORD (self)), REKNIT_RECORD (turn), error);
}

static gboolean
begin (ReknitStore  *store,
       gpointer      data,
       GError      **error)
{
  return reknit_store_put (store, data, error) && put_turn (data, error);
}

/**
 * reknit_talk_begin:
 * @store: the store
 * @self: a new talk, with topic, turn length and first speaker
 * @error: return location
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_talk_begin (ReknitStore  *store,
                   ReknitTalk   *self,
                   GError      **error)
{
  return reknit_store_transact (store, NULL, begin, self, error);
}

static gboolean
put_step (ReknitStore  *store,
          gpointer      data,
          GError      **error)
{
  ReknitTalk *self = data;
  g_autoptr (ReknitTalkTurn) turn = reknit_talk_get_turn (self);

  if (turn != NULL)
    {
      g_object_set (turn, "seconds", reknit_record_get_integer (self, "clock-spent"), NULL);
      if (!reknit_store_put (store, REKNIT_RECORD (turn), error))
        return FALSE;
    }

  return reknit_store_put (store, REKNIT_RECORD (self), error);
}

static gboolean
write_step (ReknitTalk       *self,
            ReknitStoreFunc   func,
            GError          **error)
{
  if (reknit_store_transact (reknit_record_get_store (REKNIT_RECORD (self)), NULL, func, self, error))
    return TRUE;

  reknit_record_revert (REKNIT_RECORD (self));
  return FALSE;
}

/**
 * reknit_talk_step:
 * @self: a stored talk
 * @next: the step to go to; %REKNIT_TALK_PHASE_ENDED ends the talk
 * @error: return location
 *
 * Stops the clock and goes to another step of the same turn, or to the close.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_talk_step (ReknitTalk       *self,
                  ReknitTalkPhase   next,
                  GError          **error)
{
  gint64 now = reknit_clock_now (reknit_clock_get_default ());

  reknit_talk_hold_clock (self, now);
  g_object_set (self, "phase", next, "ended", next == REKNIT_TALK_PHASE_ENDED ? now : (gint64) 0, NULL);
  return write_step (self, put_step, error);
}

static gboolean
put_floor (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  g_autoptr (ReknitTalkTurn) ended = reknit_talk_get_turn (data);

  return (ended == NULL || reknit_store_put (store, REKNIT_RECORD (ended), error))
         && reknit_store_put (store, data, error)
         && put_turn (data, error);
}

/**
 * reknit_talk_pass_floor:
 * @self: a stored talk
 * @speaker: who speaks next
 * @error: return location
 *
 * Begins a new turn, with a full clock that waits to be started.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_talk_pass_floor (ReknitTalk     *self,
                        ReknitPartner  *speaker,
                        GError        **error)
{
  g_object_set (self,
                "phase", REKNIT_TALK_PHASE_SPEAKING,
                "speaker", reknit_record_get_id (REKNIT_RECORD (speaker)),
                "clock-started", (gint64) 0,
                "clock-spent", (gint64) 0,
                NULL);
  return write_step (self, put_floor, error);
}

static char *
format_local (gint64 when)
{
  g_autoptr (GDateTime) local = reknit_clock_to_local (reknit_clock_get_default (), when);

  return g_date_time_format (local, "%Y-%m-%dT%H:%M:%S");
}

static gboolean
put_pause (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  ReknitTalk *self = data;
  gint64 id = reknit_record_get_id (REKNIT_RECORD (self));
  gint64 back_at = reknit_record_get_integer (self, "back-at");
  g_autofree char *starts = format_local (back_at);
  g_autoptr (ReknitTalkPause) pause = g_object_new (REKNIT_TYPE_TALK_PAUSE, "talk", id, "back-at", back_at, NULL);
  g_autoptr (ReknitReminder) reminder =
    g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_TALK_BREAK, "subject", id,
                  "rule", "", "starts", starts, "zone", "", "enabled", TRUE, NULL);

  return reknit_store_put (store, REKNIT_RECORD (pause), error)
         && reknit_store_put (store, REKNIT_RECORD (reminder), error)
         && reknit_store_put (store, REKNIT_RECORD (self), error);
}

/**
 * reknit_talk_pause:
 * @self: a stored talk
 * @back_at: when both agreed to be back, Unix seconds; brought to at least
 *   %REKNIT_TALK_BREAK_SECONDS_MIN from now, the time that a flooded body needs (Gottman 1999)
 * @error: return location
 *
 * Stops the clock, and arms a reminder that calls both back.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_talk_pause (ReknitTalk  *self,
                   gint64       back_at,
                   GError     **error)
{
  gint64 now = reknit_clock_now (reknit_clock_get_default ());

  reknit_talk_hold_clock (self, now);
  g_object_set (self, "back-at", MAX (back_at, now + REKNIT_TALK_BREAK_SECONDS_MIN), NULL);
  return write_step (self, put_pause, error);
}

static gboolean
put_resume (ReknitStore  *store,
            gpointer      data,
            GError      **error)
{
  ReknitTalk *self = data;
  gint64 id = reknit_record_get_id (REKNIT_RECORD (self));
  g_autoptr (ReknitReminder) reminder = reknit_reminder_find (store, REKNIT_REMINDER_TALK_BREAK, id);
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_TALK_PAUSE, "talk = :talk AND ended IS NULL", "id DESC");
  g_autoptr (ReknitRecord) pause = reknit_store_first (store, reknit_query_bind_integer (query, ":talk", id));

  if (pause != NULL)
    {
      g_object_set (pause, "ended", reknit_clock_now (reknit_clock_get_default ()), NULL);
      if (!reknit_store_put (store, pause, error))
        return FALSE;
    }

  if (reminder != NULL && !reknit_store_remove (store, REKNIT_RECORD (reminder), error))
    return FALSE;

  return reknit_store_put (store, REKNIT_RECORD (self), error);
}

/**
 * reknit_talk_resume:
 * @self: a stored talk
 * @error: return location
 *
 * Ends the break, early or late, and disarms its reminder. The clock waits to be started.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_talk_resume (ReknitTalk  *self,
                    GError     **error)
{
  g_object_set (self, "back-at", (gint64) 0, NULL);
  return write_step (self, put_resume, error);
}
