#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define REKNIT_RECURRENCE_ERROR (reknit_recurrence_error_quark ())

/**
 * ReknitRecurrenceError:
 * @REKNIT_RECURRENCE_ERROR_MALFORMED: the text is no rule, or the start is no local time
 * @REKNIT_RECURRENCE_ERROR_UNSUPPORTED: a rule, but not one that the program can show and say
 * @REKNIT_RECURRENCE_ERROR_NEVER: the rule has not a single day
 *
 * Why there is no recurrence. Messages are translated and say what a person can do.
 */
typedef enum
{
  REKNIT_RECURRENCE_ERROR_MALFORMED,
  REKNIT_RECURRENCE_ERROR_UNSUPPORTED,
  REKNIT_RECURRENCE_ERROR_NEVER,
} ReknitRecurrenceError;

GQuark reknit_recurrence_error_quark (void);

/**
 * ReknitFrequency:
 * @REKNIT_FREQUENCY_ONCE: on the start only
 * @REKNIT_FREQUENCY_DAILY: every so many days
 * @REKNIT_FREQUENCY_WEEKLY: every so many weeks, on some weekdays
 * @REKNIT_FREQUENCY_MONTHLY: every so many months, on a day or on the nth weekday
 * @REKNIT_FREQUENCY_YEARLY: every so many years, on a day of a month
 */
typedef enum
{
  REKNIT_FREQUENCY_ONCE,
  REKNIT_FREQUENCY_DAILY,
  REKNIT_FREQUENCY_WEEKLY,
  REKNIT_FREQUENCY_MONTHLY,
  REKNIT_FREQUENCY_YEARLY,
} ReknitFrequency;

#define REKNIT_WEEKDAY_BIT(weekday) (1u << (weekday))

#define REKNIT_TYPE_RECURRENCE (reknit_recurrence_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRecurrence, reknit_recurrence, REKNIT, RECURRENCE, GObject)

ReknitRecurrence *reknit_recurrence_new                     (const char *starts, const char *rule, GError **error);
ReknitRecurrence *reknit_recurrence_new_once                (GDateTime *start);
ReknitRecurrence *reknit_recurrence_new_daily               (GDateTime *start, guint interval, GError **error);
ReknitRecurrence *reknit_recurrence_new_weekly              (GDateTime *start, guint interval, guint weekdays, GError **error);
ReknitRecurrence *reknit_recurrence_new_monthly_by_day      (GDateTime *start, guint interval, int day, GError **error);
ReknitRecurrence *reknit_recurrence_new_monthly_by_weekday  (GDateTime *start, guint interval, int nth, GDateWeekday weekday,
                                                             GError **error);
ReknitRecurrence *reknit_recurrence_new_yearly              (GDateTime *start, guint interval, GError **error);

const char       *reknit_recurrence_get_rule                (ReknitRecurrence *self);
GDateTime        *reknit_recurrence_get_start               (ReknitRecurrence *self);
ReknitFrequency   reknit_recurrence_get_frequency           (ReknitRecurrence *self);
guint             reknit_recurrence_get_interval            (ReknitRecurrence *self);
guint             reknit_recurrence_get_weekdays            (ReknitRecurrence *self);
int               reknit_recurrence_get_month_day           (ReknitRecurrence *self);
int               reknit_recurrence_get_nth                 (ReknitRecurrence *self);

GDateTime        *reknit_recurrence_next                    (ReknitRecurrence *self, GDateTime *after);
GPtrArray        *reknit_recurrence_between                 (ReknitRecurrence *self, GDateTime *from, GDateTime *until);
char             *reknit_recurrence_describe                (ReknitRecurrence *self);
char             *reknit_recurrence_describe_days           (ReknitRecurrence *self);

G_END_DECLS
