#include "reknit-calendar.h"

#include "reknit-calendar-lines-private.h"
#include "reknit-calendar-zone-private.h"
#include "reknit-local-time.h"

#include <string.h>

/* Entries as an iCalendar file (RFC 5545). The times in it are those that people agreed on, on the clock of their
 * wall, and stay so when a repetition meets a change of the clocks. */

#define MOMENT "%Y%m%dT%H%M%SZ"

static char *
format_moment (gint64 unix_seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (unix_seconds);

  return g_date_time_format (moment, MOMENT);
}

static gboolean
repeats (const ReknitCalendarEntry *entry)
{
  return entry->rule != NULL && *entry->rule != '\0';
}

static GDateTime *
as_shown (GDateTime *local,
          GTimeZone *zone)
{
  return reknit_local_time_from_unix (reknit_time_resolve_local (local, zone), zone);
}

/* Programs don't agree on a time that the clocks leap over. One that comes once is given as they show it. */
static void
add_times (GString                   *lines,
           const ReknitCalendarEntry *entry,
           ReknitCalendarZone        *zone)
{
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) end = NULL;

  if (repeats (entry))
    {
      start = g_date_time_ref (entry->start);
      end = entry->end != NULL ? g_date_time_ref (entry->end) : NULL;
    }
  else
    {
      start = as_shown (entry->start, zone->zone);
      end = entry->end != NULL ? as_shown (entry->end, zone->zone) : NULL;
    }
  /* The end did not leap with the start. */
  if (end != NULL && g_date_time_compare (end, start) <= 0 && g_date_time_compare (entry->end, entry->start) > 0)
    {
      g_date_time_unref (end);
      end = g_date_time_add (start, g_date_time_difference (entry->end, entry->start));
    }

  reknit_calendar_lines_add_time (lines, "DTSTART", start, zone->id);
  if (end != NULL && g_date_time_compare (end, start) > 0)
    reknit_calendar_lines_add_time (lines, "DTEND", end, zone->id);
}

/* The file gives the day after the last one. */
static void
add_days (GString                   *lines,
          const ReknitCalendarEntry *entry)
{
  gboolean several = entry->end != NULL && g_date_time_compare (entry->end, entry->start) > 0;
  g_autoptr (GDateTime) end = g_date_time_add_days (several ? entry->end : entry->start, 1);

  reknit_calendar_lines_add_time (lines, "DTSTART", entry->start, NULL);
  reknit_calendar_lines_add_time (lines, "DTEND", end, NULL);
}

/* Within Reknit an end is in local time; a file gives it as a day for days, else in UTC. */
static char *
convert_until (const char         *until,
               ReknitCalendarZone *zone)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = g_strconcat (until, strlen (until) == 8 ? "T235959" : "", NULL);
  g_autoptr (GDateTime) local = zone != NULL ? g_date_time_new_from_iso8601 (whole, utc) : NULL;

  if (local == NULL)
    return g_strndup (until, 8);
  return format_moment (reknit_time_resolve_local (local, zone->zone));
}

/* What comes every year on the 29th of February is meant for every year: on the last day of that month. */
static gboolean
is_leap_day (const char *const *parts,
             GDateTime         *start)
{
  gboolean implied = g_strv_contains (parts, "FREQ=YEARLY") && g_date_time_get_month (start) == G_DATE_FEBRUARY &&
                     g_date_time_get_day_of_month (start) == 29;

  for (gsize i = 0; parts[i] != NULL; i++)
    implied = implied && !g_str_has_prefix (parts[i], "BY");
  return implied || (g_strv_contains (parts, "BYMONTH=2") && g_strv_contains (parts, "BYMONTHDAY=29"));
}

static void
add_rule (GString                   *lines,
          const ReknitCalendarEntry *entry,
          ReknitCalendarZone        *zone)
{
  g_auto (GStrv) parts = g_strsplit (entry->rule, ";", -1);
  gboolean leap_day = is_leap_day ((const char *const *) parts, entry->start);
  g_autoptr (GString) rule = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "UNTIL="))
      {
        g_autofree char *until = convert_until (parts[i] + strlen ("UNTIL="), zone);

        g_string_append_printf (rule, ";UNTIL=%s", until);
      }
    else if (!leap_day || !g_str_has_prefix (parts[i], "BY"))
      g_string_append_printf (rule, ";%s", parts[i]);

  reknit_calendar_lines_add (lines, "RRULE:%s%s", rule->str + 1, leap_day ? ";BYMONTH=2;BYMONTHDAY=-1" : "");
  for (guint i = 0; i < entry->except->len; i++)
    reknit_calendar_lines_add_time (lines, "EXDATE", g_ptr_array_index (entry->except, i), zone != NULL ? zone->id : NULL);
}

static void
add_alarm (GString                   *lines,
           const ReknitCalendarEntry *entry,
           int                        minutes_before)
{
  reknit_calendar_lines_add (lines, "BEGIN:VALARM");
  reknit_calendar_lines_add (lines, "ACTION:DISPLAY");
  reknit_calendar_lines_add (lines, "TRIGGER:%sPT%dM", minutes_before > 0 ? "-" : "", ABS (minutes_before));
  reknit_calendar_lines_add_text (lines, "DESCRIPTION", entry->summary);
  reknit_calendar_lines_add (lines, "END:VALARM");
}

static void
add_entry (GString                   *lines,
           const ReknitCalendarEntry *entry,
           ReknitCalendarZone        *zone,
           const char                *now)
{
  g_autofree char *modified = format_moment (entry->modified);

  reknit_calendar_lines_add (lines, "BEGIN:VEVENT");
  reknit_calendar_lines_add_text (lines, "UID", entry->uid);
  reknit_calendar_lines_add (lines, "DTSTAMP:%s", now);
  if (entry->modified != 0)
    reknit_calendar_lines_add (lines, "LAST-MODIFIED:%s", modified);
  reknit_calendar_lines_add (lines, "SEQUENCE:%u", entry->sequence);
  if (zone != NULL)
    add_times (lines, entry, zone);
  else
    add_days (lines, entry);
  if (repeats (entry))
    add_rule (lines, entry, zone);
  reknit_calendar_lines_add_text (lines, "SUMMARY", entry->summary);
  reknit_calendar_lines_add_text (lines, "LOCATION", entry->location);
  reknit_calendar_lines_add_text (lines, "DESCRIPTION", entry->description);
  reknit_calendar_lines_add_list (lines, "CATEGORIES", (const char *const *) entry->categories);
  reknit_calendar_lines_add (lines, "TRANSP:%s", entry->transparent ? "TRANSPARENT" : "OPAQUE");
  /* Of what stands in a calendar that others see, they see only that something is there. */
  reknit_calendar_lines_add (lines, "CLASS:PRIVATE");
  for (guint i = 0; i < entry->alarms->len; i++)
    add_alarm (lines, entry, g_array_index (entry->alarms, int, i));
  reknit_calendar_lines_add (lines, "END:VEVENT");
}

/* The zone of @entry among @zones, which has it from now on; none for days. */
static ReknitCalendarZone *
find_zone (GPtrArray                 *zones,
           const ReknitCalendarEntry *entry)
{
  g_autoptr (GTimeZone) zone = NULL;
  ReknitCalendarZone *found;

  if (entry->all_day)
    return NULL;
  zone = reknit_time_zone_by_name (entry->zone, reknit_clock_get_default ());
  for (guint i = 0; i < zones->len; i++)
    {
      found = g_ptr_array_index (zones, i);
      if (g_str_equal (g_time_zone_get_identifier (found->zone), g_time_zone_get_identifier (zone)))
        return found;
    }
  found = reknit_calendar_zone_new (zone);
  g_ptr_array_add (zones, found);
  return found;
}

static GPtrArray *
find_zones (GPtrArray *entries)
{
  GPtrArray *zones = g_ptr_array_new_with_free_func ((GDestroyNotify) reknit_calendar_zone_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const ReknitCalendarEntry *entry = g_ptr_array_index (entries, i);
      ReknitCalendarZone *zone = find_zone (zones, entry);

      if (zone == NULL)
        continue;
      reknit_calendar_zone_cover (zone, entry->start);
      if (entry->end != NULL)
        reknit_calendar_zone_cover (zone, entry->end);
    }
  return zones;
}

/**
 * reknit_calendar_to_text:
 * @entries: (element-type ReknitCalendarEntry): what the file is to tell of
 *
 * Returns: (transfer full): a whole iCalendar file, in UTF-8
 */
char *
reknit_calendar_to_text (GPtrArray *entries)
{
  g_autoptr (GPtrArray) zones = find_zones (entries);
  g_autofree char *now = format_moment (reknit_clock_now (reknit_clock_get_default ()));
  GString *lines = g_string_new (NULL);

  reknit_calendar_lines_add (lines, "BEGIN:VCALENDAR");
  reknit_calendar_lines_add (lines, "VERSION:2.0");
  reknit_calendar_lines_add (lines, "PRODID:-//Reknit//Reknit//EN");
  for (guint i = 0; i < zones->len; i++)
    reknit_calendar_zone_write (g_ptr_array_index (zones, i), lines);
  for (guint i = 0; i < entries->len; i++)
    {
      const ReknitCalendarEntry *entry = g_ptr_array_index (entries, i);

      add_entry (lines, entry, find_zone (zones, entry), now);
    }
  reknit_calendar_lines_add (lines, "END:VCALENDAR");
  return g_string_free (lines, FALSE);
}

/**
 * reknit_calendar_write:
 * @file: where to; what stands there is replaced once all is written
 * @entries: (element-type ReknitCalendarEntry): what the file is to tell of
 * @error: return location
 *
 * Writes an iCalendar file that nobody else on this computer can read.
 *
 * Returns: %FALSE with a #GIOErrorEnum, and what stood there as it was
 */
gboolean
reknit_calendar_write (GFile      *file,
                       GPtrArray  *entries,
                       GError    **error)
{
  g_autofree char *text = reknit_calendar_to_text (entries);

  /* As if nothing had stood there: newer versions of GLib would let everybody read it who could read that. */
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                  G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, error);
}
