#include "reknit-rule.h"

#include "reknit-time-text.h"

#include <glib/gi18n.h>

#define ALL_WEEKDAYS 0xfeu

static char *
list_weekdays (guint weekdays)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *first = NULL;

  for (guint day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    if (weekdays & REKNIT_WEEKDAY_BIT (day))
      g_ptr_array_add (names, reknit_time_text_for_weekday ((GDateWeekday) day));

  first = g_strdup (g_ptr_array_index (names, 0));
  for (guint i = 1; i < names->len; i++)
    {
      /* Translators: puts together a list of weekdays: “Monday” and “Tuesday, Wednesday”; the second one
         is used for the last two. */
      const char *format = i + 1 < names->len ? C_("list", "%1$s, %2$s") : C_("list", "%1$s and %2$s");
      char *joined = g_strdup_printf (format, first, (const char *) g_ptr_array_index (names, i));

      g_free (first);
      first = joined;
    }
  return g_steal_pointer (&first);
}

/* Whole texts, because many languages inflect “every” for the day. */
static const char *
every_weekday (guint weekday)
{
  switch (weekday)
    {
    case G_DATE_MONDAY:
      return C_("recurrence", "Every Monday");
    case G_DATE_TUESDAY:
      return C_("recurrence", "Every Tuesday");
    case G_DATE_WEDNESDAY:
      return C_("recurrence", "Every Wednesday");
    case G_DATE_THURSDAY:
      return C_("recurrence", "Every Thursday");
    case G_DATE_FRIDAY:
      return C_("recurrence", "Every Friday");
    case G_DATE_SATURDAY:
      return C_("recurrence", "Every Saturday");
    default:
      return C_("recurrence", "Every Sunday");
    }
}

static char *
describe_daily (guint interval)
{
  return g_strdup_printf (ngettext ("Every day", "Every %u days", interval), interval);
}

static char *
describe_weekly (const ReknitRule *self)
{
  g_autofree char *days = list_weekdays (self->weekdays);
  g_autofree char *weeks = NULL;

  if (self->interval == 1 && self->weekdays == ALL_WEEKDAYS)
    return describe_daily (1);
  if (self->interval == 1 && (self->weekdays & (self->weekdays - 1)) == 0)
    return g_strdup (every_weekday ((guint) g_bit_nth_lsf (self->weekdays, -1)));
  if (self->interval == 1)
    /* Translators: the placeholder is a list of weekdays: “Every Monday and Thursday” */
    return g_strdup_printf (C_("recurrence", "Every %s"), days);

  weeks = g_strdup_printf (ngettext ("Every week", "Every %u weeks", self->interval), self->interval);
  /* Translators: “Every 2 weeks” on “Monday and Thursday” */
  return g_strdup_printf (C_("recurrence", "%1$s on %2$s"), weeks, days);
}

static const char *
nth_weekday_format (int nth)
{
  switch (nth)
    {
    case 1:
      /* Translators: the first placeholder is “Every month”, the second a weekday */
      return C_("recurrence", "%1$s on the first %2$s");
    case 2:
      return C_("recurrence", "%1$s on the second %2$s");
    case 3:
      return C_("recurrence", "%1$s on the third %2$s");
    case 4:
      return C_("recurrence", "%1$s on the fourth %2$s");
    case 5:
      return C_("recurrence", "%1$s on the fifth %2$s (if there is one)");
    default:
      return C_("recurrence", "%1$s on the last %2$s");
    }
}

static char *
describe_monthly (const ReknitRule *self)
{
  g_autofree char *months = NULL;
  g_autofree char *day = NULL;

  months = g_strdup_printf (ngettext ("Every month", "Every %u months", self->interval), self->interval);
  if (self->weekdays != 0)
    {
      day = list_weekdays (self->weekdays);
      return g_strdup_printf (nth_weekday_format (self->nth), months, day);
    }
  if (self->month_day == -1)
    /* Translators: the placeholder is “Every month” */
    return g_strdup_printf (C_("recurrence", "%s on the last day"), months);
  if (self->month_day > 28)
    /* Translators: the first placeholder is “Every month”, the second a day such as 31 */
    return g_strdup_printf (C_("recurrence", "%1$s on day %2$d (if there is one)"), months, self->month_day);
  /* Translators: the first placeholder is “Every month”, the second a day such as 15 */
  return g_strdup_printf (C_("recurrence", "%1$s on day %2$d"), months, self->month_day);
}

/* A rule for one month of the year, whichever way it is written. */
static char *
describe_yearly (const ReknitRule *self)
{
  g_autofree char *years = g_strdup_printf (ngettext ("Every year", "Every %u years", self->interval), self->interval);
  /* A leap year, so that it has every day there is. */
  g_autoptr (GDateTime) date = g_date_time_new_utc (2000, self->month, MAX (self->month_day, 1), 0, 0, 0);
  g_autofree char *day = NULL;

  if (self->month_day == -1)
    {
      day = g_date_time_format (date, "%OB");
      /* Translators: the first placeholder is “Every year”, the second a month */
      return g_strdup_printf (C_("recurrence", "%1$s on the last day of %2$s"), years, day);
    }
  /* Translators: a day of the year, “29 November”; see strftime(3).
     xgettext:no-c-format */
  day = g_date_time_format (date, C_("date format", "%-d %B"));
  if (self->month == G_DATE_FEBRUARY && self->month_day == 29)
    /* Translators: the first placeholder is “Every year”, the second “29 February” */
    return g_strdup_printf (C_("recurrence", "%1$s on %2$s (if there is one)"), years, day);
  /* Translators: the first placeholder is “Every year”, the second “29 November” */
  return g_strdup_printf (C_("yearly recurrence", "%1$s on %2$s"), years, day);
}

/**
 * reknit_rule_describe_days:
 * @self: a rule
 * @start: local time of its start
 *
 * Returns: (transfer full): which days, in the person's language: “Every Sunday”
 */
char *
reknit_rule_describe_days (const ReknitRule *self,
                           GDateTime        *start)
{
  switch (self->frequency)
    {
    case REKNIT_FREQUENCY_DAILY:
      return describe_daily (self->interval);
    case REKNIT_FREQUENCY_WEEKLY:
      return describe_weekly (self);
    case REKNIT_FREQUENCY_MONTHLY:
      return describe_monthly (self);
    case REKNIT_FREQUENCY_YEARLY:
      return describe_yearly (self);
    case REKNIT_FREQUENCY_ONCE:
    default:
      return reknit_time_text_for_date (start);
    }
}

/**
 * reknit_rule_describe:
 * @self: a rule
 * @start: local time of its start, which gives the time of day
 *
 * Returns: (transfer full): a sentence without a full stop, in the person's language: “Every Sunday at 19:00”
 */
char *
reknit_rule_describe (const ReknitRule *self,
                      GDateTime        *start)
{
  g_autofree char *days = reknit_rule_describe_days (self, start);
  g_autofree char *time = reknit_time_text_for_time (start);
  g_autofree char *end = NULL;
  /* Translators: “Every Sunday” at “19:00” */
  g_autofree char *whole = g_strdup_printf (C_("recurrence", "%1$s at %2$s"), days, time);

  if (self->count > 0)
    /* Translators: the first placeholder is “Every Sunday at 19:00”, the second how often in all */
    return g_strdup_printf (ngettext ("%1$s, %2$u time", "%1$s, %2$u times", self->count), whole, self->count);
  if (self->until == NULL)
    return g_steal_pointer (&whole);

  end = reknit_time_text_for_date (self->until);
  /* Translators: “Every Sunday at 19:00”, until “29 November 2026” */
  return g_strdup_printf (C_("recurrence", "%1$s, until %2$s"), whole, end);
}
