#pragma once

#include "reknit-clock.h"
#include "reknit-recurrence.h"

G_BEGIN_DECLS

/**
 * ReknitScheduledReminder:
 * @id: the reminder
 * @recurrence: (transfer none): when it comes, in local time
 * @zone: (nullable): Olson name of the zone it is meant in; empty to follow the machine
 * @lead_minutes: how long before its time it calls
 * @since: Unix seconds when it was last changed; what it would have called for earlier is none of its business
 *
 * A reminder that is switched on, as the scheduler sees it.
 */
typedef struct
{
  gint64            id;
  ReknitRecurrence *recurrence;
  const char       *zone;
  int               lead_minutes;
  gint64            since;
} ReknitScheduledReminder;

/**
 * ReknitScheduledOccurrence:
 * @id: the occurrence
 * @reminder: whose it is
 * @local: its local time, which tells it from its siblings
 * @due: Unix seconds when it was due, as resolved then
 * @fired_at: Unix seconds when it was offered; 0 if it was not, or is to be again
 * @next_fire: Unix seconds when it is to be offered after all; 0 at its own time
 * @pending: whether it still waits for an answer
 *
 * An occurrence that is on record.
 */
typedef struct
{
  gint64      id;
  gint64      reminder;
  const char *local;
  gint64      due;
  gint64      fired_at;
  gint64      next_fire;
  gboolean    pending;
} ReknitScheduledOccurrence;

/**
 * ReknitDue:
 * @reminder: whose it is
 * @occurrence: the occurrence on record; 0 if it is not on record yet
 * @local: its local time
 * @due: Unix seconds of that time
 * @postponed: Unix seconds of the end of the quiet hours it waits for; 0 to offer it now
 *
 * An occurrence whose time has come.
 */
typedef struct
{
  gint64  reminder;
  gint64  occurrence;
  char   *local;
  gint64  due;
  gint64  postponed;
} ReknitDue;

/**
 * ReknitDueList:
 * @due: (element-type ReknitDue): what to offer now or put off, at most one for each reminder
 * @passed: (element-type gint64): occurrences on record in whose place a later one has come
 * @next: Unix seconds when something falls due next; 0 if nothing will
 *
 * What is to be done now, and when to ask again.
 */
typedef struct
{
  GPtrArray *due;
  GArray    *passed;
  gint64     next;
} ReknitDueList;

void reknit_due_list_free (ReknitDueList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitDueList, reknit_due_list_free)

#define REKNIT_TYPE_SCHEDULER (reknit_scheduler_get_type ())
G_DECLARE_FINAL_TYPE (ReknitScheduler, reknit_scheduler, REKNIT, SCHEDULER, GObject)

ReknitScheduler *reknit_scheduler_new             (ReknitClock *clock);
void             reknit_scheduler_set_quiet_hours (ReknitScheduler *self, int from, int until);
ReknitDueList   *reknit_scheduler_list_due        (ReknitScheduler *self,
                                                   const ReknitScheduledReminder *reminders, guint n_reminders,
                                                   const ReknitScheduledOccurrence *occurrences, guint n_occurrences);

G_END_DECLS
