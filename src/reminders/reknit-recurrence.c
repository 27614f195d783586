#include "reknit-recurrence.h"

#include "reknit-ical.h"
#include "reknit-local-time.h"
#include "reknit-rule.h"

#include <glib/gi18n.h>

/**
 * ReknitRecurrence:
 *
 * On which local times something comes back. It knows no zone: 19:00 is 19:00 on whatever clock hangs on the wall,
 * and [func@time_resolve_local] says when that is. Immutable.
 *
 * The start gives the time of day and the phase; it comes itself only if it fits the rule.
 */
struct _ReknitRecurrence
{
  GObject parent_instance;

  GDateTime *start;
  ReknitRule rule;
  char *text;
};

G_DEFINE_FINAL_TYPE (ReknitRecurrence, reknit_recurrence, G_TYPE_OBJECT)
G_DEFINE_QUARK (reknit-recurrence-error-quark, reknit_recurrence_error)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalrecur_iterator, icalrecur_iterator_free)

static void
reknit_recurrence_finalize (GObject *object)
{
  ReknitRecurrence *self = REKNIT_RECURRENCE (object);

  g_clear_pointer (&self->start, g_date_time_unref);
  reknit_rule_clear (&self->rule);
  g_free (self->text);

  G_OBJECT_CLASS (reknit_recurrence_parent_class)->finalize (object);
}

static void
reknit_recurrence_class_init (ReknitRecurrenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_recurrence_finalize;
}

static void
reknit_recurrence_init (ReknitRecurrence *self)
{
}

static struct icaltimetype
to_ical (GDateTime *local)
{
  struct icaltimetype time = icaltime_null_time ();

  time.year = g_date_time_get_year (local);
  time.month = g_date_time_get_month (local);
  time.day = g_date_time_get_day_of_month (local);
  time.hour = g_date_time_get_hour (local);
  time.minute = g_date_time_get_minute (local);
  time.second = g_date_time_get_second (local);
  return time;
}

static GDateTime *
from_ical (struct icaltimetype time)
{
  if (icaltime_is_null_time (time))
    return NULL;
  return g_date_time_new_utc (time.year, time.month, time.day, time.hour, time.minute, time.second);
}

/* libical takes the wrong week for “every two weeks on Sunday” from a start in the middle of a week; from a start
 * that is itself an occurrence it is right. */
static GDateTime *
first_weekday (ReknitRecurrence *self)
{
  int offset = g_date_time_get_day_of_week (self->start) - G_DATE_MONDAY;
  int distance = 0;

  while ((offset + distance) / 7 % (int) self->rule.interval != 0 ||
         (self->rule.weekdays & REKNIT_WEEKDAY_BIT ((offset + distance) % 7 + G_DATE_MONDAY)) == 0)
    distance++;
  return g_date_time_add_days (self->start, distance);
}

/* Days after which all comes again as it was; 0 where months are of different lengths, or where every time counts. */
static int
get_period (ReknitRecurrence *self)
{
  if (self->rule.count != 0)
    return 0;
  return self->rule.frequency == REKNIT_FREQUENCY_DAILY ? (int) self->rule.interval
       : self->rule.frequency == REKNIT_FREQUENCY_WEEKLY ? 7 * (int) self->rule.interval : 0;
}

/* What came before @from is left out by whole periods: of ten years of days, libical would look at each. */
static GDateTime *
find_beginning (ReknitRecurrence *self,
                GDateTime        *from)
{
  g_autoptr (GDateTime) first =
    self->rule.frequency == REKNIT_FREQUENCY_WEEKLY ? first_weekday (self) : g_date_time_ref (self->start);
  int period = get_period (self);
  GTimeSpan passed = from != NULL ? g_date_time_difference (from, first) / G_TIME_SPAN_DAY : 0;

  if (period == 0 || passed < period)
    return g_steal_pointer (&first);
  return g_date_time_add_days (first, (int) (passed / period) * period);
}

/* A time without a zone keeps libical from moving anything: with one, it never comes back from a gap. */
static icalrecur_iterator *
iterate (ReknitRecurrence *self,
         GDateTime        *from)
{
  g_autoptr (GDateTime) beginning = find_beginning (self, from);

  return reknit_ical_iterate (self->text, to_ical (beginning));
}

/* Always counted from the start: from one time to the next, an error would stay for good. */
static GDateTime *
find_first (ReknitRecurrence *self,
            GDateTime        *after)
{
  g_autoptr (icalrecur_iterator) iterator = iterate (self, after);
  struct icaltimetype bound = after != NULL ? to_ical (after) : icaltime_null_time ();
  struct icaltimetype time;

  if (iterator == NULL)
    return NULL;
  do
    time = icalrecur_iterator_next (iterator);
  while (after != NULL && !icaltime_is_null_time (time) && icaltime_compare (time, bound) <= 0);
  return from_ical (time);
}

static ReknitRecurrence *
new_from_rule (GDateTime   *start,
               ReknitRule  *rule,
               GError     **error)
{
  g_autoptr (ReknitRecurrence) self = g_object_new (REKNIT_TYPE_RECURRENCE, NULL);
  g_autoptr (GDateTime) first = NULL;

  self->start = g_date_time_ref (start);
  self->rule = *rule;
  *rule = (ReknitRule) { 0 };
  self->text = reknit_rule_to_string (&self->rule);
  first = reknit_recurrence_next (self, NULL);
  if (first == NULL)
    {
      g_set_error_literal (error, REKNIT_RECURRENCE_ERROR, REKNIT_RECURRENCE_ERROR_NEVER,
                           _("No day fits this, so it would never come. Choose another day or a later end."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

static ReknitRecurrence *
new_from_text (GDateTime   *start,
               const char  *text,
               GError     **error)
{
  g_auto (ReknitRule) rule = { 0 };

  if (!reknit_rule_parse (&rule, text, start, error))
    return NULL;
  return new_from_rule (start, &rule, error);
}

/**
 * reknit_recurrence_new:
 * @starts: local time of the start, `YYYY-MM-DDTHH:MM:SS`
 * @rule: an RRULE without its name; empty for something that comes once
 * @error: return location
 *
 * Reads what the store keeps.
 *
 * Returns: (transfer full) (nullable): the recurrence; %NULL with a #ReknitRecurrenceError
 */
ReknitRecurrence *
reknit_recurrence_new (const char  *starts,
                       const char  *rule,
                       GError     **error)
{
  g_autoptr (GDateTime) start = reknit_local_time_parse (starts);

  if (start == NULL)
    {
      g_set_error_literal (error, REKNIT_RECURRENCE_ERROR, REKNIT_RECURRENCE_ERROR_MALFORMED,
                           _("The start is not a date and a time."));
      return NULL;
    }
  return new_from_text (start, rule, error);
}

/**
 * reknit_recurrence_new_once:
 * @start: local time
 *
 * Returns: (transfer full): what comes at @start and never again
 */
ReknitRecurrence *
reknit_recurrence_new_once (GDateTime *start)
{
  return new_from_text (start, "", NULL);
}

/**
 * reknit_recurrence_new_daily:
 * @start: local time of the first
 * @interval: every so many days
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the recurrence; %NULL with a #ReknitRecurrenceError
 */
ReknitRecurrence *
reknit_recurrence_new_daily (GDateTime  *start,
                             guint       interval,
                             GError    **error)
{
  g_autofree char *text = g_strdup_printf ("FREQ=DAILY;INTERVAL=%u", interval);

  return new_from_text (start, text, error);
}

/**
 * reknit_recurrence_new_weekly:
 * @start: local time of the start
 * @interval: every so many weeks, counted from the week of @start, Monday first
 * @weekdays: %REKNIT_WEEKDAY_BIT of every day it comes on; 0 for the day of @start
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the recurrence; %NULL with a #ReknitRecurrenceError
 */
ReknitRecurrence *
reknit_recurrence_new_weekly (GDateTime  *start,
                              guint       interval,
                              guint       weekdays,
                              GError    **error)
{
  ReknitRule rule = { .frequency = REKNIT_FREQUENCY_WEEKLY, .interval = interval, .weekdays = weekdays };
  g_autofree char *text = g_strdup_printf ("FREQ=WEEKLY;INTERVAL=%u", interval);
  g_autofree char *whole = NULL;

  if (weekdays == 0 || interval == 0)
    return new_from_text (start, text, error);
  whole = reknit_rule_to_string (&rule);
  return new_from_text (start, whole, error);
}

/**
 * reknit_recurrence_new_monthly_by_day:
 * @start: local time of the start
 * @interval: every so many months
 * @day: 1 to 31, or -1 for the last; months that are too short are left out
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the recurrence; %NULL with a #ReknitRecurrenceError
 */
ReknitRecurrence *
reknit_recurrence_new_monthly_by_day (GDateTime  *start,
                                      guint       interval,
                                      int         day,
                                      GError    **error)
{
  g_autofree char *text = g_strdup_printf ("FREQ=MONTHLY;INTERVAL=%u;BYMONTHDAY=%d", interval, day);

  return new_from_text (start, text, error);
}

/**
 * reknit_recurrence_new_monthly_by_weekday:
 * @start: local time of the start
 * @interval: every so many months
 * @nth: 1 to 5, or -1 for the last; months that have no fifth are left out
 * @weekday: the day of the week
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the recurrence; %NULL with a #ReknitRecurrenceError
 */
ReknitRecurrence *
reknit_recurrence_new_monthly_by_weekday (GDateTime     *start,
                                          guint          interval,
                                          int            nth,
                                          GDateWeekday   weekday,
                                          GError       **error)
{
  static const char *const codes[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autofree char *text = g_strdup_printf ("FREQ=MONTHLY;INTERVAL=%u;BYDAY=%d%s", interval, nth, codes[weekday]);

  return new_from_text (start, text, error);
}

/**
 * reknit_recurrence_new_yearly:
 * @start: local time of the first, which gives the day and the month
 * @interval: every so many years
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the recurrence; %NULL with a #ReknitRecurrenceError
 */
ReknitRecurrence *
reknit_recurrence_new_yearly (GDateTime  *start,
                              guint       interval,
                              GError    **error)
{
  g_autofree char *text = g_strdup_printf ("FREQ=YEARLY;INTERVAL=%u", interval);

  return new_from_text (start, text, error);
}

/**
 * reknit_recurrence_get_rule:
 * @self: a recurrence
 *
 * Returns: the RRULE for the store, without its name; empty if @self comes once
 */
const char *
reknit_recurrence_get_rule (ReknitRecurrence *self)
{
  return self->text;
}

/**
 * reknit_recurrence_get_start:
 * @self: a recurrence
 *
 * Returns: (transfer none): local time of the start
 */
GDateTime *
reknit_recurrence_get_start (ReknitRecurrence *self)
{
  return self->start;
}

/**
 * reknit_recurrence_get_frequency:
 * @self: a recurrence
 *
 * Returns: how it counts
 */
ReknitFrequency
reknit_recurrence_get_frequency (ReknitRecurrence *self)
{
  return self->rule.frequency;
}

/**
 * reknit_recurrence_get_interval:
 * @self: a recurrence
 *
 * Returns: every so many days, weeks, months or years
 */
guint
reknit_recurrence_get_interval (ReknitRecurrence *self)
{
  return self->rule.interval;
}

/**
 * reknit_recurrence_get_weekdays:
 * @self: a recurrence
 *
 * Returns: %REKNIT_WEEKDAY_BIT of each weekday it comes on; 0 if it does not go by weekdays
 */
guint
reknit_recurrence_get_weekdays (ReknitRecurrence *self)
{
  return self->rule.weekdays;
}

/**
 * reknit_recurrence_get_month_day:
 * @self: a recurrence
 *
 * Returns: 1 to 31, -1 for the last day of the month, 0 if it does not go by the day of the month
 */
int
reknit_recurrence_get_month_day (ReknitRecurrence *self)
{
  return self->rule.month_day;
}

/**
 * reknit_recurrence_get_nth:
 * @self: a recurrence
 *
 * Returns: which of the weekdays of a month: 1 to 5, -1 for the last, 0 if it does not go by that
 */
int
reknit_recurrence_get_nth (ReknitRecurrence *self)
{
  return self->rule.nth;
}

/**
 * reknit_recurrence_next:
 * @self: a recurrence
 * @after: (nullable): a local time; %NULL for the very first
 *
 * Returns: (transfer full) (nullable): the first local time later than @after; %NULL if none is left
 */
GDateTime *
reknit_recurrence_next (ReknitRecurrence *self,
                        GDateTime        *after)
{
  g_return_val_if_fail (REKNIT_IS_RECURRENCE (self), NULL);

  if (self->rule.frequency != REKNIT_FREQUENCY_ONCE)
    return find_first (self, after);
  return after == NULL || g_date_time_compare (self->start, after) > 0 ? g_date_time_ref (self->start) : NULL;
}

/**
 * reknit_recurrence_between:
 * @self: a recurrence
 * @from: local time, included
 * @until: local time, not included
 *
 * Returns: (transfer full) (element-type GDateTime): the local times from @from to before @until, in order
 */
GPtrArray *
reknit_recurrence_between (ReknitRecurrence *self,
                           GDateTime        *from,
                           GDateTime        *until)
{
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func ((GDestroyNotify) g_date_time_unref);
  g_autoptr (icalrecur_iterator) iterator = NULL;
  struct icaltimetype time;

  g_return_val_if_fail (REKNIT_IS_RECURRENCE (self), NULL);

  if (self->rule.frequency == REKNIT_FREQUENCY_ONCE)
    {
      if (g_date_time_compare (self->start, from) >= 0 && g_date_time_compare (self->start, until) < 0)
        g_ptr_array_add (times, g_date_time_ref (self->start));
      return g_steal_pointer (&times);
    }

  iterator = iterate (self, from);
  for (time = icalrecur_iterator_next (iterator);
       !icaltime_is_null_time (time) && icaltime_compare (time, to_ical (until)) < 0;
       time = icalrecur_iterator_next (iterator))
    if (icaltime_compare (time, to_ical (from)) >= 0)
      g_ptr_array_add (times, from_ical (time));
  return g_steal_pointer (&times);
}

/**
 * reknit_recurrence_describe:
 * @self: a recurrence
 *
 * Returns: (transfer full): a sentence without a full stop, in the person's language: “Every Sunday at 19:00”
 */
char *
reknit_recurrence_describe (ReknitRecurrence *self)
{
  g_return_val_if_fail (REKNIT_IS_RECURRENCE (self), NULL);
  return reknit_rule_describe (&self->rule, self->start);
}

/**
 * reknit_recurrence_describe_days:
 * @self: a recurrence
 *
 * Returns: (transfer full): the days alone, in the person's language: “Every Sunday”
 */
char *
reknit_recurrence_describe_days (ReknitRecurrence *self)
{
  g_return_val_if_fail (REKNIT_IS_RECURRENCE (self), NULL);
  return reknit_rule_describe_days (&self->rule, self->start);
}
