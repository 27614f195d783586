#include "reknit-config.h"

#include "reknit-time-text.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#define MINUTE 60

/* From when on minutes no longer matter: in a span, and to what is past, of which they soon are no longer true. */
#define ROUGH_HOURS 10
#define ROUGH_HOURS_AGO 3

static gboolean
locale_uses_12_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%r") != NULL || strstr (format, "%I") != NULL || strstr (format, "%l") != NULL;
}

static gint64
day_number (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time),
                  (GDateMonth) g_date_time_get_month (time), (GDateYear) g_date_time_get_year (time));
  return g_date_get_julian (&date);
}

/**
 * reknit_time_text_for_time:
 * @time: a moment in the zone to show it in
 *
 * Returns: (transfer full): the time of day as the locale writes it: “19:00” or “7:00 PM”
 */
char *
reknit_time_text_for_time (GDateTime *time)
{
  if (locale_uses_12_hours ())
    /* Translators: a time of day on a 12-hour clock, “7:00 PM”; see strftime(3).
       xgettext:no-c-format */
    return g_date_time_format (time, C_("time format", "%-I:%M %p"));

  /* Translators: a time of day on a 24-hour clock, “19:00”; see strftime(3).
     xgettext:no-c-format */
  return g_date_time_format (time, C_("time format", "%H:%M"));
}

/**
 * reknit_time_text_for_date:
 * @time: a moment in the zone to show it in
 *
 * Returns: (transfer full): the whole date: “29 November 2026”
 */
char *
reknit_time_text_for_date (GDateTime *time)
{
  /* Translators: a whole date, “29 November 2026”; see strftime(3).
     xgettext:no-c-format */
  return g_date_time_format (time, C_("date format", "%-d %B %Y"));
}

/**
 * reknit_time_text_for_weekday:
 * @weekday: a day of the week
 *
 * Returns: (transfer full): its whole name: “Sunday”
 */
char *
reknit_time_text_for_weekday (GDateWeekday weekday)
{
  /* The first of January 2001 was a Monday. */
  g_autoptr (GDateTime) day = g_date_time_new_utc (2001, 1, weekday, 0, 0, 0);

  return g_date_time_format (day, "%A");
}

static char *
name_day (GDateTime *now,
          GDateTime *then)
{
  gint64 distance = day_number (then) - day_number (now);

  if (distance == 0)
    return g_strdup (C_("day", "Today"));
  if (distance == 1)
    return g_strdup (C_("day", "Tomorrow"));
  if (distance == -1)
    return g_strdup (C_("day", "Yesterday"));
  if (distance > 0 && distance < 7)
    return reknit_time_text_for_weekday ((GDateWeekday) g_date_time_get_day_of_week (then));
  if (g_date_time_get_year (now) == g_date_time_get_year (then))
    /* Translators: a day of this year, “Sun 29 Nov”; see strftime(3).
       xgettext:no-c-format */
    return g_date_time_format (then, C_("date format", "%a %-d %b"));

  /* Translators: a day of another year, “Mon 29 Nov 2027”; see strftime(3).
     xgettext:no-c-format */
  return g_date_time_format (then, C_("date format", "%a %-d %b %Y"));
}

/**
 * reknit_time_text_for_day:
 * @clock: the clock to go by
 * @unix_seconds: seconds since the epoch, UTC
 *
 * Returns: (transfer full): the day as one would say it: “Today”, “Tomorrow”, “Yesterday”, “Sunday” within the
 *   next week, else “Sun 29 Nov”, with the year if it is another one
 */
char *
reknit_time_text_for_day (ReknitClock *clock,
                          gint64       unix_seconds)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (clock);
  g_autoptr (GDateTime) then = reknit_clock_to_local (clock, unix_seconds);

  return name_day (now, then);
}

/**
 * reknit_time_text_for_moment:
 * @clock: the clock to go by
 * @unix_seconds: seconds since the epoch, UTC
 *
 * Returns: (transfer full): day and time: “Today, 19:00”, “Sunday, 19:00”, “Sun 29 Nov, 19:00”
 */
char *
reknit_time_text_for_moment (ReknitClock *clock,
                             gint64       unix_seconds)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (clock);
  g_autoptr (GDateTime) then = reknit_clock_to_local (clock, unix_seconds);
  g_autofree char *day = name_day (now, then);
  g_autofree char *time = reknit_time_text_for_time (then);

  /* Translators: a day and a time of day: “Today, 19:00” */
  return g_strdup_printf (C_("day and time", "%1$s, %2$s"), day, time);
}

/* A span as it is said: one number, or hours and minutes. */
typedef struct
{
  int days;
  int hours;
  int minutes;
} Span;

/* Changes to the next unit where rounding no longer hides half of what is said: 36 hours; and for what needs none: an hour
 * is no 60 minutes. From @rough_from hours on, minutes are not said. */
static Span
round_span (gint64 seconds,
            int    rough_from)
{
  gint64 minutes = MAX ((ABS (seconds) + MINUTE / 2) / MINUTE, 1);

  if (minutes < 90 && minutes != 60)
    return (Span) { .minutes = (int) minutes };
  if (minutes < rough_from * 60)
    return (Span) { .hours = (int) (minutes / 60), .minutes = (int) (minutes % 60) };
  if (minutes < 36 * 60)
    return (Span) { .hours = (int) ((minutes + 30) / 60) };
  return (Span) { .days = (int) MIN ((minutes + 12 * 60) / (24 * 60), G_MAXINT) };
}

static char *
text_minutes (int minutes)
{
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
}

static char *
text_hours (int hours)
{
  return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) hours), hours);
}

/* @format: where the hours and the minutes go */
static char *
text_both (const char *format,
           Span        span)
{
  g_autofree char *hours = text_hours (span.hours);
  g_autofree char *minutes = text_minutes (span.minutes);

  return g_strdup_printf (format, hours, minutes);
}

/**
 * reknit_time_text_for_span:
 * @seconds: how long; the sign does not matter
 *
 * Returns: (transfer full): the span, rounded so that it still reads true: “24 minutes”, “1 hour 45 minutes”,
 *   “2 hours”, “3 days”; never less than a minute
 */
char *
reknit_time_text_for_span (gint64 seconds)
{
  Span span = round_span (seconds, ROUGH_HOURS);

  if (span.hours > 0 && span.minutes > 0)
    /* Translators: a span of time; %1$s is “1 hour”, %2$s is “45 minutes” */
    return text_both (C_("span of time", "%1$s %2$s"), span);
  if (span.days > 0)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) span.days), span.days);
  return span.hours > 0 ? text_hours (span.hours) : text_minutes (span.minutes);
}

static char *
text_ahead (gint64 seconds)
{
  Span span = round_span (seconds, ROUGH_HOURS);

  if (span.hours > 0 && span.minutes > 0)
    /* Translators: how far ahead something is; %1$s is “1 hour”, %2$s is “45 minutes” */
    return text_both (C_("distance in time", "in %1$s %2$s"), span);
  if (span.days > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) span.days), span.days);
  if (span.hours > 0)
    return g_strdup_printf (ngettext ("in %d hour", "in %d hours", (gulong) span.hours), span.hours);
  return g_strdup_printf (ngettext ("in %d minute", "in %d minutes", (gulong) span.minutes), span.minutes);
}

static char *
text_behind (gint64 seconds)
{
  Span span = round_span (seconds, ROUGH_HOURS_AGO);

  if (span.hours > 0 && span.minutes > 0)
    /* Translators: how long ago something was; %1$s is “1 hour”, %2$s is “45 minutes” */
    return text_both (C_("distance in time", "%1$s %2$s ago"), span);
  if (span.days > 0)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) span.days), span.days);
  if (span.hours > 0)
    return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", (gulong) span.hours), span.hours);
  return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", (gulong) span.minutes), span.minutes);
}

/**
 * reknit_time_text_for_distance:
 * @clock: the clock to go by
 * @unix_seconds: seconds since the epoch, UTC
 *
 * Returns: (transfer full): how far away that is: “in 20 minutes”, “now” within half a minute, “2 hours ago”
 */
char *
reknit_time_text_for_distance (ReknitClock *clock,
                               gint64       unix_seconds)
{
  gint64 distance = unix_seconds - reknit_clock_now (clock);

  if (ABS (distance) < MINUTE / 2)
    return g_strdup (C_("distance in time", "now"));
  return distance > 0 ? text_ahead (distance) : text_behind (distance);
}
