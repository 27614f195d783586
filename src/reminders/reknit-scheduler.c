#include "reknit-scheduler.h"

#include "reknit-local-time.h"

#include <string.h>

#define MINUTE 60
#define MINUTES_PER_DAY (24 * 60)

/* How late something may come and still count as being on time. */
#define ON_TIME (5 * MINUTE)

/**
 * ReknitScheduler:
 *
 * Says what is due. It keeps nothing and touches nothing: what is on record and a clock go in, a [struct@DueList]
 * comes out, and the same always gives the same.
 *
 * Of all the times that a reminder missed only the last is offered. A time is known by what the clock on the wall
 * shows, so neither a change of the clocks nor a journey offers it twice.
 */
struct _ReknitScheduler
{
  GObject parent_instance;

  ReknitClock *clock;
  int quiet_from;
  int quiet_until;
};

G_DEFINE_FINAL_TYPE (ReknitScheduler, reknit_scheduler, G_TYPE_OBJECT)

/* One reminder while it is looked at. */
typedef struct
{
  const ReknitScheduledReminder   *reminder;
  const ReknitScheduledOccurrence *occurrences;
  guint                            n_occurrences;
  GTimeZone                       *zone;
  gint64                           now;
  ReknitDueList                   *list;
} Look;

static void
due_free (gpointer data)
{
  ReknitDue *due = data;

  g_free (due->local);
  g_free (due);
}

/**
 * reknit_due_list_free:
 * @self: a list
 *
 * Frees @self and what it lists.
 */
void
reknit_due_list_free (ReknitDueList *self)
{
  g_ptr_array_unref (self->due);
  g_array_unref (self->passed);
  g_free (self);
}

static void
reknit_scheduler_finalize (GObject *object)
{
  g_clear_object (&REKNIT_SCHEDULER (object)->clock);

  G_OBJECT_CLASS (reknit_scheduler_parent_class)->finalize (object);
}

static void
reknit_scheduler_class_init (ReknitSchedulerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_scheduler_finalize;
}

static void
reknit_scheduler_init (ReknitScheduler *self)
{
}

/**
 * reknit_scheduler_new:
 * @clock: the clock to go by
 *
 * Returns: (transfer full): a scheduler without quiet hours
 */
ReknitScheduler *
reknit_scheduler_new (ReknitClock *clock)
{
  ReknitScheduler *self = g_object_new (REKNIT_TYPE_SCHEDULER, NULL);

  self->clock = g_object_ref (clock);
  return self;
}

/**
 * reknit_scheduler_set_quiet_hours:
 * @self: a scheduler
 * @from: minutes after midnight when they begin
 * @until: minutes after midnight when they end, on the next day if that is earlier; the same as @from for none
 *
 * Sets when nothing calls. What falls due then waits for their end; only what was asked for once, for that very
 * time, such as the end of a break, comes all the same.
 */
void
reknit_scheduler_set_quiet_hours (ReknitScheduler *self,
                                  int              from,
                                  int              until)
{
  g_return_if_fail (REKNIT_IS_SCHEDULER (self));

  self->quiet_from = CLAMP (from, 0, MINUTES_PER_DAY - 1);
  self->quiet_until = CLAMP (until, 0, MINUTES_PER_DAY - 1);
}

static gint64
find_end_of_quiet (ReknitScheduler *self,
                   gint64           now)
{
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (self->clock);
  g_autoptr (GDateTime) local = reknit_local_time_from_unix (now, zone);
  g_autoptr (GDateTime) midnight = NULL;
  g_autoptr (GDateTime) end = NULL;
  int minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
  gboolean wraps = self->quiet_from > self->quiet_until;
  gboolean quiet = wraps ? minute >= self->quiet_from || minute < self->quiet_until
                         : minute >= self->quiet_from && minute < self->quiet_until;

  if (!quiet)
    return 0;
  midnight = g_date_time_new_utc (g_date_time_get_year (local), g_date_time_get_month (local),
                                  g_date_time_get_day_of_month (local), 0, 0, 0);
  end = g_date_time_add_minutes (midnight, self->quiet_until + (minute >= self->quiet_until ? MINUTES_PER_DAY : 0));
  return reknit_time_resolve_local (end, zone);
}

static gint64
postpone (ReknitScheduler *self,
          const Look      *look,
          gint64           wake)
{
  gboolean once = reknit_recurrence_get_frequency (look->reminder->recurrence) == REKNIT_FREQUENCY_ONCE;
  gint64 end;

  if (once && look->now - wake < ON_TIME)
    return 0;
  end = find_end_of_quiet (self, look->now);
  return end > look->now ? end : 0;
}

static void
note_next (const Look *look,
           gint64      time)
{
  if (look->list->next == 0 || time < look->list->next)
    look->list->next = time;
}

static void
note_due (const Look *look,
          gint64      occurrence,
          const char *local,
          gint64      due,
          gint64      postponed)
{
  ReknitDue *entry = g_new (ReknitDue, 1);

  *entry = (ReknitDue) { look->reminder->id, occurrence, g_strdup (local), due, postponed };
  g_ptr_array_add (look->list->due, entry);
}

static gint64
wake_for (const Look *look,
          gint64      due)
{
  return due - (gint64) look->reminder->lead_minutes * MINUTE;
}

static gboolean
is_mine (const Look                      *look,
         const ReknitScheduledOccurrence *occurrence)
{
  return occurrence->reminder == look->reminder->id;
}

static gboolean
is_on_record (const Look *look,
              const char *local)
{
  for (guint i = 0; i < look->n_occurrences; i++)
    if (is_mine (look, &look->occurrences[i]) && g_str_equal (look->occurrences[i].local, local))
      return TRUE;
  return FALSE;
}

/* What is on record for a time still to come says nothing here: a clock that ran ahead for a while must not
 * silence a reminder until it is there again. */
static const char *
find_last_on_record (const Look *look)
{
  const char *last = "";

  for (guint i = 0; i < look->n_occurrences; i++)
    if (is_mine (look, &look->occurrences[i]) && wake_for (look, look->occurrences[i].due) <= look->now &&
        strcmp (look->occurrences[i].local, last) > 0)
      last = look->occurrences[i].local;
  return last;
}

static void
pass_pending (const Look *look,
              gint64      except)
{
  for (guint i = 0; i < look->n_occurrences; i++)
    if (is_mine (look, &look->occurrences[i]) && look->occurrences[i].pending && look->occurrences[i].id != except &&
        wake_for (look, look->occurrences[i].due) <= look->now)
      g_array_append_val (look->list->passed, look->occurrences[i].id);
}

/* Finds the latest time that has come and is not on record, and notes the first that has not. */
static gboolean
look_for_new (ReknitScheduler *self,
              const Look      *look)
{
  const char *last = find_last_on_record (look);
  g_autoptr (GDateTime) since = reknit_local_time_from_unix (look->reminder->since, look->zone);
  g_autoptr (GDateTime) from = reknit_local_time_parse (last);
  g_autoptr (GDateTime) now = reknit_local_time_from_unix (look->now, look->zone);
  g_autoptr (GDateTime) until = g_date_time_add_minutes (now, look->reminder->lead_minutes + MINUTES_PER_DAY);
  g_autoptr (GDateTime) start = g_date_time_add_days (since, -1);
  g_autoptr (GPtrArray) times = reknit_recurrence_between (look->reminder->recurrence,
                                                           from != NULL && g_date_time_compare (from, start) > 0 ? from : start,
                                                           until);
  g_autofree char *newest = NULL;
  gint64 newest_due = 0;

  for (guint i = 0; i < times->len; i++)
    {
      gint64 due = reknit_time_resolve_local (g_ptr_array_index (times, i), look->zone);
      g_autofree char *local = reknit_local_time_to_string (g_ptr_array_index (times, i));

      if (wake_for (look, due) > look->now)
        break;
      if (wake_for (look, due) <= look->reminder->since || is_on_record (look, local))
        continue;
      g_free (newest);
      newest = g_steal_pointer (&local);
      newest_due = due;
    }
  if (newest == NULL)
    return FALSE;

  pass_pending (look, 0);
  note_due (look, 0, newest, newest_due, postpone (self, look, wake_for (look, newest_due)));
  return TRUE;
}

static void
look_ahead (const Look *look)
{
  g_autoptr (GDateTime) now = reknit_local_time_from_unix (look->now, look->zone);
  g_autoptr (GDateTime) from = g_date_time_add_days (now, -1);
  g_autoptr (GDateTime) time = reknit_recurrence_next (look->reminder->recurrence, from);

  while (time != NULL)
    {
      g_autoptr (GDateTime) this = g_steal_pointer (&time);
      g_autofree char *local = reknit_local_time_to_string (this);
      gint64 due = reknit_time_resolve_local (this, look->zone);

      if (wake_for (look, due) > MAX (look->now, look->reminder->since) && !is_on_record (look, local))
        {
          note_next (look, wake_for (look, due));
          return;
        }
      time = reknit_recurrence_next (look->reminder->recurrence, this);
    }
}

/* What was put off by a snooze, by quiet hours, or because nobody could show it. */
static void
look_at_waiting (ReknitScheduler *self,
                 const Look      *look)
{
  const ReknitScheduledOccurrence *newest = NULL;
  gint64 newest_wake = 0;

  for (guint i = 0; i < look->n_occurrences; i++)
    {
      const ReknitScheduledOccurrence *this = &look->occurrences[i];
      gint64 wake = this->next_fire != 0 ? this->next_fire : wake_for (look, this->due);

      if (!is_mine (look, this) || !this->pending || this->fired_at != 0)
        continue;
      if (wake > look->now)
        note_next (look, wake);
      else if (newest == NULL || strcmp (this->local, newest->local) > 0)
        {
          newest = this;
          newest_wake = wake;
        }
    }
  if (newest == NULL)
    return;

  pass_pending (look, newest->id);
  note_due (look, newest->id, newest->local, newest->due, postpone (self, look, newest_wake));
}

/**
 * reknit_scheduler_list_due:
 * @self: a scheduler
 * @reminders: (array length=n_reminders): those that are switched on
 * @n_reminders: how many
 * @occurrences: (array length=n_occurrences): what is on record of them: at least what waits for an answer, the
 *   latest that has come of each reminder, and all that has not come yet
 * @n_occurrences: how many
 *
 * Returns: (transfer full): what is to be done now, and when to ask again
 */
ReknitDueList *
reknit_scheduler_list_due (ReknitScheduler                 *self,
                           const ReknitScheduledReminder   *reminders,
                           guint                            n_reminders,
                           const ReknitScheduledOccurrence *occurrences,
                           guint                            n_occurrences)
{
  g_autoptr (ReknitDueList) list = g_new0 (ReknitDueList, 1);

  g_return_val_if_fail (REKNIT_IS_SCHEDULER (self), NULL);

  list->due = g_ptr_array_new_with_free_func (due_free);
  list->passed = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n_reminders; i++)
    {
      g_autoptr (GTimeZone) zone = reknit_time_zone_by_name (reminders[i].zone, self->clock);
      Look look = { &reminders[i], occurrences, n_occurrences, zone, reknit_clock_now (self->clock), list };

      if (!look_for_new (self, &look))
        look_at_waiting (self, &look);
      look_ahead (&look);
    }
  return g_steal_pointer (&list);
}
