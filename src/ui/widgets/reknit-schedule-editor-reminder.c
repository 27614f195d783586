#include "reknit-schedule-editor-private.h"

#include "reknit-clock.h"
#include "reknit-local-time.h"
#include "reknit-recurrence.h"

/* A schedule as a reminder keeps it. */

static guint
frequency_of (ReknitRecurrence *recurrence)
{
  switch (reknit_recurrence_get_frequency (recurrence))
    {
    case REKNIT_FREQUENCY_DAILY:
      return DAILY;
    case REKNIT_FREQUENCY_MONTHLY:
      return MONTHLY;
    case REKNIT_FREQUENCY_ONCE:
    case REKNIT_FREQUENCY_WEEKLY:
    case REKNIT_FREQUENCY_YEARLY:
    default:
      return reknit_recurrence_get_interval (recurrence) > 1 ? EVERY_FEW_WEEKS : WEEKLY;
    }
}

/**
 * reknit_schedule_editor_load:
 * @reminder: a reminder that comes back
 *
 * Shows when @reminder comes, starting with the next time that is still ahead.
 */
void
reknit_schedule_editor_load (ReknitScheduleEditor *self,
                             ReknitReminder       *reminder)
{
  g_autoptr (ReknitRecurrence) recurrence =
    reknit_recurrence_new (reknit_record_get_text (reminder, "starts"), reknit_record_get_text (reminder, "rule"), NULL);
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) next = recurrence != NULL ? reknit_recurrence_next (recurrence, now) : NULL;
  guint weekdays;

  if (next == NULL)
    return;

  weekdays = reknit_recurrence_get_frequency (recurrence) == REKNIT_FREQUENCY_WEEKLY
             ? reknit_recurrence_get_weekdays (recurrence)
             : REKNIT_WEEKDAY_BIT (g_date_time_get_day_of_week (next));
  reknit_schedule_editor_fill (self, frequency_of (recurrence), MAX (reknit_recurrence_get_interval (recurrence), 2), weekdays,
                               reknit_recurrence_get_nth (recurrence) != 0 ? SAME_WEEKDAY : SAME_DATE, next);
}

/**
 * reknit_schedule_editor_apply:
 * @reminder: a reminder, stored or not
 *
 * Puts what stands in the fields into @reminder, in the local time of wherever the machine is. To be called only while
 * it is valid.
 */
void
reknit_schedule_editor_apply (ReknitScheduleEditor *self,
                              ReknitReminder       *reminder)
{
  g_autofree char *starts = reknit_schedule_editor_dup_starts (self);

  g_return_if_fail (reknit_schedule_editor_is_valid (self));

  g_object_set (reminder, "rule", reknit_schedule_editor_get_rule (self), "starts", starts, "zone", "", NULL);
}
