#include "reknit-check-in-status.h"

#include "reknit-config.h"
#include "reknit-local-time.h"
#include "reknit-occurrence.h"
#include "reknit-recurrence.h"
#include "reknit-reminder.h"
#include "reknit-time-text.h"

#include <glib/gi18n-lib.h>

/* The same evening counts as being on time. */
#define MISSED_AFTER (6 * 60 * 60)

static gint64
find_next (ReknitReminder *reminder)
{
  ReknitClock *clock = reknit_clock_get_default ();
  g_autoptr (ReknitRecurrence) recurrence =
    reknit_recurrence_new (reknit_record_get_text (reminder, "starts"), reknit_record_get_text (reminder, "rule"), NULL);
  g_autoptr (GTimeZone) zone = reknit_time_zone_by_name (reknit_record_get_text (reminder, "zone"), clock);
  g_autoptr (GDateTime) now = reknit_local_time_from_unix (reknit_clock_now (clock), zone);
  g_autoptr (GDateTime) next = recurrence != NULL ? reknit_recurrence_next (recurrence, now) : NULL;

  return next != NULL ? reknit_time_resolve_local (next, zone) : 0;
}

/**
 * reknit_check_in_find_next:
 * @store: the store
 *
 * Returns: Unix seconds of the next check-in that is planned; 0 for none
 */
gint64
reknit_check_in_find_next (ReknitStore *store)
{
  g_autoptr (ReknitReminder) reminder = reknit_reminder_find (store, REKNIT_REMINDER_CHECK_IN, 0);

  return reminder != NULL && reknit_record_get_flag (reminder, "enabled") ? find_next (reminder) : 0;
}

static void
look_at_current (ReknitCheckInStatus *self,
                 ReknitSeats         *seats)
{
  ReknitPartner *first = reknit_seats_get_first (seats);
  ReknitPartner *second = reknit_seats_get_second (seats);

  self->when = reknit_record_get_integer (self->check_in, "due");
  if (reknit_record_get_integer (self->check_in, "revealed") != 0)
    self->phase = REKNIT_CHECK_IN_PHASE_REVEALED;
  else if (reknit_check_in_everyone_is_ready (self->check_in))
    self->phase = REKNIT_CHECK_IN_PHASE_READY;
  else
    self->phase = REKNIT_CHECK_IN_PHASE_ANSWERING;

  if (self->phase != REKNIT_CHECK_IN_PHASE_ANSWERING || first == NULL || second == NULL)
    return;
  if (reknit_check_in_is_ready (self->check_in, first))
    self->waiting_for = g_object_ref (second);
  else if (reknit_check_in_is_ready (self->check_in, second))
    self->waiting_for = g_object_ref (first);
}

static void
look_at_calendar (ReknitCheckInStatus *self,
                  ReknitStore         *store)
{
  gint64 now = reknit_clock_now (reknit_clock_get_default ());
  g_autoptr (ReknitOccurrence) waiting = reknit_occurrence_find_waiting (store, REKNIT_REMINDER_CHECK_IN, now);
  g_autoptr (ReknitReminder) reminder = reknit_reminder_find (store, REKNIT_REMINDER_CHECK_IN, 0);

  if (waiting != NULL)
    {
      self->when = reknit_record_get_integer (waiting, "due");
      self->occurrence = reknit_record_get_id (REKNIT_RECORD (waiting));
      self->phase = now - self->when > MISSED_AFTER ? REKNIT_CHECK_IN_PHASE_MISSED : REKNIT_CHECK_IN_PHASE_DUE;
      self->until = self->phase == REKNIT_CHECK_IN_PHASE_DUE ? self->when + MISSED_AFTER + 1 : 0;
      return;
    }
  if (reminder == NULL)
    return;

  self->when = reknit_record_get_flag (reminder, "enabled") ? find_next (reminder) : 0;
  self->phase = self->when != 0 ? REKNIT_CHECK_IN_PHASE_PLANNED : REKNIT_CHECK_IN_PHASE_PAUSED;
  self->until = self->when;
}

/**
 * reknit_check_in_status_read:
 * @seats: the seats
 *
 * Returns: (transfer full): how things stand with the check-ins
 */
ReknitCheckInStatus *
reknit_check_in_status_read (ReknitSeats *seats)
{
  ReknitStore *store = reknit_seats_get_store (seats);
  ReknitCheckInStatus *self = g_new0 (ReknitCheckInStatus, 1);

  self->check_in = reknit_check_in_current (store);
  if (self->check_in != NULL)
    look_at_current (self, seats);
  else
    look_at_calendar (self, store);
  return self;
}

/**
 * reknit_check_in_status_free:
 * @self: a status
 *
 * Frees @self.
 */
void
reknit_check_in_status_free (ReknitCheckInStatus *self)
{
  g_clear_object (&self->check_in);
  g_clear_object (&self->waiting_for);
  g_free (self);
}

/**
 * reknit_check_in_status_dup_line:
 * @self: a status
 *
 * Returns: (transfer full) (nullable): how things stand, in a few words; %NULL if there is nothing to say
 */
char *
reknit_check_in_status_dup_line (ReknitCheckInStatus *self)
{
  g_autofree char *when = self->when != 0 ? reknit_time_text_for_moment (reknit_clock_get_default (), self->when) : NULL;

  switch (self->phase)
    {
    case REKNIT_CHECK_IN_PHASE_PAUSED:
      return g_strdup (_("Paused"));
    case REKNIT_CHECK_IN_PHASE_PLANNED:
      /* Translators: the next check-in; %s is such as “Sunday, 19:00” */
      return g_strdup_printf (_("Next: %s"), when);
    case REKNIT_CHECK_IN_PHASE_DUE:
      /* Translators: a check-in whose time has come; %s is such as “Today, 19:00” */
      return g_strdup_printf (_("It is time: %s"), when);
    case REKNIT_CHECK_IN_PHASE_MISSED:
      /* Translators: a check-in that did not happen and can be done now; %s is such as “Yesterday, 19:00” */
      return g_strdup_printf (_("Still open: %s"), when);
    case REKNIT_CHECK_IN_PHASE_ANSWERING:
      if (self->waiting_for != NULL)
        /* Translators: %s is a partner's name. */
        return g_strdup_printf (_("Waiting for %s"), reknit_partner_get_name (self->waiting_for));
      return g_strdup (_("Going on"));
    case REKNIT_CHECK_IN_PHASE_READY:
      return g_strdup (_("Ready to reveal"));
    case REKNIT_CHECK_IN_PHASE_REVEALED:
      return g_strdup (_("Talking it through"));
    case REKNIT_CHECK_IN_PHASE_NONE:
    default:
      return NULL;
    }
}
