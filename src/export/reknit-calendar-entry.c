#include "reknit-calendar-entry.h"

/**
 * reknit_calendar_entry_new:
 * @uid: its name among all entries of all calendars
 * @summary: what it is
 * @start: local time of the start
 *
 * Returns: (transfer full): an entry for a moment; what else there is to say is set in its fields, which own it
 */
ReknitCalendarEntry *
reknit_calendar_entry_new (const char *uid,
                           const char *summary,
                           GDateTime  *start)
{
  ReknitCalendarEntry *self = g_new0 (ReknitCalendarEntry, 1);

  self->uid = g_strdup (uid);
  self->summary = g_strdup (summary);
  self->start = g_date_time_ref (start);
  self->except = g_ptr_array_new_with_free_func ((GDestroyNotify) g_date_time_unref);
  self->alarms = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

/**
 * reknit_calendar_entry_add_alarm:
 * @self: an entry
 * @minutes_before: how long before the start; less than 0 is after it, as on the morning of a day
 */
void
reknit_calendar_entry_add_alarm (ReknitCalendarEntry *self,
                                 int                  minutes_before)
{
  g_array_append_val (self->alarms, minutes_before);
}

/**
 * reknit_calendar_entry_leave_out:
 * @self: an entry that repeats
 * @start: local time of one of its starts, which doesn't take place
 */
void
reknit_calendar_entry_leave_out (ReknitCalendarEntry *self,
                                 GDateTime           *start)
{
  g_ptr_array_add (self->except, g_date_time_ref (start));
}

/**
 * reknit_calendar_entry_free:
 * @self: (transfer full): an entry
 */
void
reknit_calendar_entry_free (ReknitCalendarEntry *self)
{
  g_free (self->uid);
  g_free (self->summary);
  g_free (self->description);
  g_free (self->location);
  g_date_time_unref (self->start);
  g_clear_pointer (&self->end, g_date_time_unref);
  g_free (self->zone);
  g_free (self->rule);
  g_ptr_array_unref (self->except);
  g_array_unref (self->alarms);
  g_strfreev (self->categories);
  g_free (self);
}
