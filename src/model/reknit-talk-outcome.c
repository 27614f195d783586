#include "reknit-talk-outcome.h"

#include "reknit-issue.h"
#include "reknit-reminder.h"
#include "reknit-takeaway.h"

/**
 * reknit_talk_keep_clock:
 * @self: a stored talk
 * @error: return location
 *
 * Writes down what the turn has taken so far. Done now and then while the clock runs, so that even a power cut
 * takes no more than that from the speaker.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_talk_keep_clock (ReknitTalk  *self,
                        GError     **error)
{
  gint64 now = reknit_clock_now (reknit_clock_get_default ());

  if (reknit_talk_is_running (self))
    {
      reknit_talk_hold_clock (self, now);
      reknit_talk_run_clock (self, now);
    }
  return reknit_store_save (reknit_record_get_store (REKNIT_RECORD (self)), NULL, self, error);
}

/**
 * reknit_talk_recover:
 * @self: a stored talk
 * @error: return location
 *
 * Stops a clock that was left running when the program ended without notice. The time that passed since is nobody’s.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_talk_recover (ReknitTalk  *self,
                     GError     **error)
{
  if (!reknit_talk_is_running (self))
    return TRUE;

  g_object_set (self, "clock-started", (gint64) 0, NULL);
  return reknit_store_save (reknit_record_get_store (REKNIT_RECORD (self)), NULL, self, error);
}

typedef struct
{
  ReknitTalk *talk;
  ReknitPartner *const *partners;
  const char *const *bodies;
  guint n_partners;
} Conclusion;

static gboolean
put_conclusion (ReknitStore  *store,
                gpointer      data,
                GError      **error)
{
  Conclusion *conclusion = data;

  for (guint i = 0; i < conclusion->n_partners; i++)
    {
      g_autoptr (ReknitTakeaway) takeaway = NULL;

      if (conclusion->bodies[i] == NULL || *conclusion->bodies[i] == '\0')
        continue;
      takeaway = g_object_new (REKNIT_TYPE_TAKEAWAY,
                               "talk", reknit_record_get_id (REKNIT_RECORD (conclusion->talk)),
                               "partner", reknit_record_get_id (REKNIT_RECORD (conclusion->partners[i])),
                               "body", conclusion->bodies[i],
                               NULL);
      if (!reknit_store_put (store, REKNIT_RECORD (takeaway), error))
        return FALSE;
    }

  return reknit_store_put (store, REKNIT_RECORD (conclusion->talk), error);
}

/**
 * reknit_talk_conclude:
 * @self: a stored talk that is not over and not on a break
 * @partners: (array length=n_partners): who takes something away
 * @bodies: (array length=n_partners): what each takes away; empty for nothing
 * @n_partners: how many
 * @error: return location
 *
 * Ends the talk, and keeps what each takes away from it.
 *
 * Returns: %FALSE with @error when it could not be written; the talk goes on then
 */
gboolean
reknit_talk_conclude (ReknitTalk            *self,
                      ReknitPartner *const  *partners,
                      const char *const     *bodies,
                      guint                  n_partners,
                      GError               **error)
{
  Conclusion conclusion = { self, partners, bodies, n_partners };
  gint64 now = reknit_clock_now (reknit_clock_get_default ());

  g_object_set (self, "phase", REKNIT_TALK_PHASE_ENDED, "clock-started", (gint64) 0, "ended", now, NULL);
  if (reknit_store_transact (reknit_record_get_store (REKNIT_RECORD (self)), NULL, put_conclusion, &conclusion, error))
    return TRUE;

  reknit_record_revert (REKNIT_RECORD (self));
  return FALSE;
}

static gboolean
remove_talk (ReknitStore  *store,
             gpointer      data,
             GError      **error)
{
  g_autoptr (ReknitReminder) reminder =
    reknit_reminder_find (store, REKNIT_REMINDER_TALK_BREAK, reknit_record_get_id (data));

  return (reminder == NULL || reknit_store_remove (store, REKNIT_RECORD (reminder), error))
         && reknit_store_remove (store, data, error);
}

/**
 * reknit_talk_remove:
 * @self: a stored talk
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Removes a talk with its turns, breaks, takeaways, and the call back from its break.
 *
 * Returns: %FALSE with @error when that could not be written
 */
gboolean
reknit_talk_remove (ReknitTalk  *self,
                    const char  *label,
                    GError     **error)
{
  return reknit_store_transact (reknit_record_get_store (REKNIT_RECORD (self)), label, remove_talk, self, error);
}

/**
 * reknit_talk_count_turns:
 * @self: a stored talk
 *
 * Returns: how many turns it has had
 */
guint
reknit_talk_count_turns (ReknitTalk *self)
{
  g_autoptr (ReknitQuery) query = reknit_talk_turn_query (reknit_record_get_id (REKNIT_RECORD (self)));

  return reknit_store_count (reknit_record_get_store (REKNIT_RECORD (self)), query);
}

/* A page of them is enough to choose from. */
#define N_TOPICS 8

/**
 * reknit_talk_query_topics:
 *
 * Returns: (transfer full): the issues on the board that have not been talked over, those that both want to talk about
 *   first
 */
ReknitQuery *
reknit_talk_query_topics (void)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_ISSUE, "shared IS NOT NULL AND state IN ('raised', 'to-talk')",
                                         "state = 'raised', id DESC");

  return reknit_query_limit (query, N_TOPICS);
}

/**
 * reknit_talk_pause_query:
 * @talk: a talk's id
 *
 * Returns: (transfer full): its breaks, the first first
 */
ReknitQuery *
reknit_talk_pause_query (gint64 talk)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_TALK_PAUSE, "talk = :talk", "id"), ":talk", talk);
}

/**
 * reknit_talk_count_pauses:
 * @self: a stored talk
 *
 * Returns: how many breaks it has had
 */
guint
reknit_talk_count_pauses (ReknitTalk *self)
{
  g_autoptr (ReknitQuery) query = reknit_talk_pause_query (reknit_record_get_id (REKNIT_RECORD (self)));

  return reknit_store_count (reknit_record_get_store (REKNIT_RECORD (self)), query);
}

/**
 * reknit_talk_get_seconds:
 * @self: a stored talk
 *
 * Returns: for how many seconds the floor was held in it
 */
gint64
reknit_talk_get_seconds (ReknitTalk *self)
{
  g_autoptr (ReknitQuery) query = reknit_talk_turn_query (reknit_record_get_id (REKNIT_RECORD (self)));
  g_autoptr (GPtrArray) turns = reknit_store_all (reknit_record_get_store (REKNIT_RECORD (self)), query);
  gint64 seconds = 0;

  for (guint i = 0; i < turns->len; i++)
    seconds += reknit_record_get_integer (g_ptr_array_index (turns, i), "seconds");
  return seconds;
}
