#include "reknit-rituals.h"

#include "reknit-clock.h"
#include "reknit-partner.h"
#include "reknit-ritual-days.h"

#include <string.h>

/* What a person does to a ritual, each as one step that can be undone. */

typedef struct
{
  ReknitRitual    *ritual;
  const char      *time;
  const char      *day;
  gint64           partner;
  ReknitMarkState  state;
} Step;

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (REKNIT_RECORD (record));
}

static gboolean
put_reminder (ReknitStore   *store,
              ReknitRitual  *ritual,
              const char    *time,
              GError       **error)
{
  g_autoptr (ReknitReminder) reminder = reknit_reminder_find (store, REKNIT_REMINDER_RITUAL, id_of (ritual));
  g_autofree char *starts = NULL;

  if (time == NULL)
    return reminder == NULL || reknit_store_remove (store, REKNIT_RECORD (reminder), error);
  if (reminder == NULL)
    reminder = g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_RITUAL, "subject", id_of (ritual), "zone", "", NULL);
  starts = g_strdup_printf ("%.10sT%s:00", reknit_record_get_text (ritual, "starts"), time);
  g_object_set (reminder, "rule", reknit_record_get_text (ritual, "rule"), "starts", starts,
                "enabled", reknit_record_get_integer (ritual, "ended") == 0, NULL);
  return !reknit_record_is_dirty (REKNIT_RECORD (reminder)) || reknit_store_put (store, REKNIT_RECORD (reminder), error);
}

static gboolean
save (ReknitStore  *store,
      gpointer      data,
      GError      **error)
{
  Step *step = data;

  return (!reknit_record_is_dirty (REKNIT_RECORD (step->ritual))
          || reknit_store_put (store, REKNIT_RECORD (step->ritual), error))
         && put_reminder (store, step->ritual, step->time, error);
}

/**
 * reknit_rituals_save:
 * @store: the store
 * @label: what the step is called when it is undone
 * @ritual: a ritual, new or changed
 * @reminder_time: (nullable): `HH:MM`, when to be reminded on the days of the ritual; %NULL for never
 * @error: return location
 *
 * After a failure @ritual stays as it was filled in, to be tried again.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_rituals_save (ReknitStore   *store,
                     const char    *label,
                     ReknitRitual  *ritual,
                     const char    *reminder_time,
                     GError       **error)
{
  Step step = { .ritual = ritual, .time = reminder_time };

  return reknit_store_transact (store, label, save, &step, error);
}

/**
 * reknit_rituals_dup_reminder_time:
 * @ritual: a ritual
 *
 * Returns: (transfer full) (nullable): `HH:MM`, when to be reminded; %NULL for never
 */
char *
reknit_rituals_dup_reminder_time (ReknitRitual *ritual)
{
  g_autoptr (ReknitReminder) reminder =
    reknit_reminder_find (reknit_record_get_store (REKNIT_RECORD (ritual)), REKNIT_REMINDER_RITUAL, id_of (ritual));
  const char *starts = reminder != NULL ? reknit_record_get_text (reminder, "starts") : NULL;

  return starts != NULL && strlen (starts) >= 16 ? g_strndup (starts + 11, 5) : NULL;
}

static gboolean
set_ended (ReknitStore   *store,
           const char    *label,
           ReknitRitual  *ritual,
           gint64         ended,
           GError       **error)
{
  g_autofree char *time = reknit_rituals_dup_reminder_time (ritual);
  gboolean done;

  g_object_set (ritual, "ended", ended, NULL);
  done = reknit_rituals_save (store, label, ritual, time, error);
  if (!done)
    reknit_record_revert (REKNIT_RECORD (ritual));
  return done;
}

/**
 * reknit_rituals_let_go:
 * @store: the store
 * @label: what the step is called when it is undone
 * @ritual: a ritual that is kept
 * @error: return location
 *
 * Ends a ritual. Its marks stay, and its reminder sleeps.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_rituals_let_go (ReknitStore   *store,
                       const char    *label,
                       ReknitRitual  *ritual,
                       GError       **error)
{
  return set_ended (store, label, ritual, reknit_clock_now (reknit_clock_get_default ()), error);
}

/**
 * reknit_rituals_take_up:
 * @store: the store
 * @label: what the step is called when it is undone
 * @ritual: a ritual that was let go
 * @error: return location
 *
 * Goes on with a ritual as it was, its reminder included.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_rituals_take_up (ReknitStore   *store,
                        const char    *label,
                        ReknitRitual  *ritual,
                        GError       **error)
{
  return set_ended (store, label, ritual, 0, error);
}

static gboolean
set_mark_of_each (ReknitStore      *store,
                  Step             *step,
                  ReknitMarkState   state,
                  GError          **error)
{
  g_autoptr (ReknitQuery) query = reknit_partner_query ();
  g_autoptr (GPtrArray) partners = reknit_store_all (store, query);

  for (guint i = 0; i < partners->len; i++)
    if (!reknit_ritual_mark_set (store, NULL, id_of (step->ritual), step->day, id_of (partners->pdata[i]), state, error))
      return FALSE;
  return TRUE;
}

/* A day is marked for both, or by each: a ritual may have been changed from the one to the other since. */
static gboolean
mark (ReknitStore  *store,
      gpointer      data,
      GError      **error)
{
  Step *step = data;
  gint64 ritual = id_of (step->ritual);
  ReknitMarkState of_both = reknit_ritual_mark_get (store, ritual, step->day, 0);

  if (step->partner == 0 && !set_mark_of_each (store, step, REKNIT_MARK_STATE_NONE, error))
    return FALSE;
  if (step->partner != 0 && of_both != REKNIT_MARK_STATE_NONE
      && (!set_mark_of_each (store, step, of_both, error)
          || !reknit_ritual_mark_set (store, NULL, ritual, step->day, 0, REKNIT_MARK_STATE_NONE, error)))
    return FALSE;
  return reknit_ritual_mark_set (store, NULL, ritual, step->day, step->partner, step->state, error);
}

/**
 * reknit_rituals_mark:
 * @store: the store
 * @label: what the step is called when it is undone
 * @ritual: a ritual
 * @day: local time
 * @partner: whose mark it is; 0 for both
 * @state: what to put on record; %REKNIT_MARK_STATE_NONE to take it off
 * @error: return location
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_rituals_mark (ReknitStore      *store,
                     const char       *label,
                     ReknitRitual     *ritual,
                     GDateTime        *day,
                     gint64            partner,
                     ReknitMarkState   state,
                     GError          **error)
{
  g_autofree char *text = reknit_ritual_day_to_string (day);
  Step step = { .ritual = ritual, .day = text, .partner = partner, .state = state };

  return reknit_store_transact (store, label, mark, &step, error);
}
