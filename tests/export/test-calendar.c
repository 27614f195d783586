#include "reknit-calendar.h"

#include "reknit-local-time.h"

#include <glib/gstdio.h>
#include <libical/ical.h>
#include <string.h>
#include <sys/stat.h>

/* What the file says of @entry alone, its folds undone. */
static GStrv
get_lines (ReknitCalendarEntry *entry)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *unfolded = NULL;

  g_ptr_array_add (entries, entry);
  text = reknit_calendar_to_text (entries);
  parts = g_strsplit (text, "\r\n ", -1);
  unfolded = g_strjoinv ("", parts);
  return g_strsplit (unfolded, "\r\n", -1);
}

static void
assert_line (ReknitCalendarEntry *entry,
             const char          *line)
{
  g_auto (GStrv) lines = get_lines (entry);

  if (!g_strv_contains ((const char *const *) lines, line))
    {
      g_autofree char *all = g_strjoinv ("\n", lines);

      g_error ("“%s” is missing in\n%s", line, all);
    }
}

static void
assert_no_line (ReknitCalendarEntry *entry,
                const char          *prefix)
{
  g_auto (GStrv) lines = get_lines (entry);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_false (g_str_has_prefix (lines[i], prefix));
}

static ReknitCalendarEntry *
new_entry (const char *start,
           const char *end,
           const char *zone)
{
  g_autoptr (GDateTime) time = reknit_local_time_parse (start);
  ReknitCalendarEntry *entry = reknit_calendar_entry_new ("date-1@reknit", "Dinner", time);

  entry->end = reknit_local_time_parse (end);
  entry->zone = g_strdup (zone);
  return entry;
}

static void
test_whole_file (void)
{
  static const char expected[] =
    "BEGIN:VCALENDAR\r\n"
    "VERSION:2.0\r\n"
    "PRODID:-//Reknit//Reknit//EN\r\n"
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Europe/Berlin\r\n"
    "BEGIN:DAYLIGHT\r\n"
    "DTSTART:20000326T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "TZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0200\r\n"
    "TZNAME:CEST\r\n"
    "END:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\n"
    "DTSTART:20001029T030000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "TZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0100\r\n"
    "TZNAME:CET\r\n"
    "END:STANDARD\r\n"
    "END:VTIMEZONE\r\n"
    "BEGIN:VEVENT\r\n"
    "UID:date-1@reknit\r\n"
    "DTSTAMP:20260501T100000Z\r\n"
    "LAST-MODIFIED:20260101T000000Z\r\n"
    "SEQUENCE:2\r\n"
    "DTSTART;TZID=Europe/Berlin:20260612T193000\r\n"
    "DTEND;TZID=Europe/Berlin:20260612T230000\r\n"
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20261231T225959Z\r\n"
    "EXDATE;TZID=Europe/Berlin:20260626T193000\r\n"
    "SUMMARY:Dinner\r\n"
    "LOCATION:By the river\\, at home\r\n"
    "DESCRIPTION:One\\nTwo\r\n"
    "CATEGORIES:Date,Food\\, Drink\r\n"
    "TRANSP:OPAQUE\r\n"
    "CLASS:PRIVATE\r\n"
    "BEGIN:VALARM\r\n"
    "ACTION:DISPLAY\r\n"
    "TRIGGER:-PT60M\r\n"
    "DESCRIPTION:Dinner\r\n"
    "END:VALARM\r\n"
    "END:VEVENT\r\n"
    "END:VCALENDAR\r\n";
  static const char *const categories[] = { "Date", "", "Food, Drink", NULL };
  g_autoptr (ReknitCalendarEntry) entry = new_entry ("2026-06-12T19:30:00", "2026-06-12T23:00:00", "Europe/Berlin");
  g_autoptr (GDateTime) left_out = reknit_local_time_parse ("2026-06-26T19:30:00");
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *text = NULL;

  entry->sequence = 2;
  entry->modified = 1767225600;
  entry->rule = g_strdup ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20261231T235959");
  entry->location = g_strdup ("By the river, at home");
  entry->description = g_strdup ("One\nTwo");
  entry->categories = g_strdupv ((char **) categories);
  reknit_calendar_entry_leave_out (entry, left_out);
  reknit_calendar_entry_add_alarm (entry, 60);
  g_ptr_array_add (entries, entry);

  text = reknit_calendar_to_text (entries);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *text = reknit_calendar_to_text (entries);

  g_assert_cmpstr (text, ==, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Reknit//Reknit//EN\r\nEND:VCALENDAR\r\n");
}

static void
test_texts (void)
{
  static const struct { const char *text; const char *line; } cases[] = {
    { "a, b; c\\d", "SUMMARY:a\\, b\\; c\\\\d" },
    { "\\n", "SUMMARY:\\\\n" },
    { "1\n2\r\n3\r4\n\r5", "SUMMARY:1\\n2\\n3\\n4\\n\\n5" },
    { "1\xc2\x85" "2\xe2\x80\xa8" "3\xe2\x80\xa9" "4\v5\f6", "SUMMARY:1\\n2\\n3\\n4\\n5\\n6" },
    { "a\x01\x1b[31m\x7f" "b\tc", "SUMMARY:a[31mb\tc" },
    { "a\xff" "b", "SUMMARY:a\xef\xbf\xbd" "b" },
    { ": \"quoted\" %s", "SUMMARY:: \"quoted\" %s" },
    { "Überraschung 🎂", "SUMMARY:Überraschung 🎂" },
    { "\nEND:VEVENT\nBEGIN:VEVENT", "SUMMARY:\\nEND:VEVENT\\nBEGIN:VEVENT" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReknitCalendarEntry) entry = new_entry ("2026-06-12T19:30:00", NULL, "UTC");

      g_free (entry->summary);
      entry->summary = g_strdup (cases[i].text);
      assert_line (entry, cases[i].line);
      assert_no_line (entry, "LOCATION");
      assert_no_line (entry, "METHOD");
      assert_no_line (entry, "DTEND");
      assert_no_line (entry, "LAST-MODIFIED");
    }
}

/* “SUMMARY:” takes 8 octets of 75, the blank of a following line 1. */
static void
test_folds (void)
{
  static const struct { const char *letter; guint count; const char *expected; } cases[] = {
    { "x", 67, "SUMMARY:%67$s\r\nTRANSP" },
    { "x", 68, "SUMMARY:%67$s\r\n %1$s\r\nTRANSP" },
    { "ß", 34, "SUMMARY:%33$s\r\n %1$s\r\nTRANSP" },
    { "🎂", 35, "SUMMARY:%16$s\r\n %18$s\r\n %1$s\r\nTRANSP" },
    { "\\", 34, "SUMMARY:%33$s\\\r\n \\\r\nTRANSP" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReknitCalendarEntry) entry = new_entry ("2026-06-12T19:30:00", NULL, "UTC");
      g_autoptr (GPtrArray) entries = g_ptr_array_new ();
      g_autoptr (GString) expected = g_string_new (cases[i].expected);
      g_autoptr (GString) letters = g_string_new (NULL);
      g_autofree char *text = NULL;
      const char *written = *cases[i].letter == '\\' ? "\\\\" : cases[i].letter;

      for (guint n = 1; n <= cases[i].count; n++)
        {
          g_autofree char *place = g_strdup_printf ("%%%u$s", n);
          g_autoptr (GString) run = g_string_new (NULL);

          g_string_append (letters, cases[i].letter);
          for (guint k = 0; k < n; k++)
            g_string_append (run, written);
          g_string_replace (expected, place, run->str, 0);
        }
      g_free (entry->summary);
      entry->summary = g_strdup (letters->str);
      g_ptr_array_add (entries, entry);
      text = reknit_calendar_to_text (entries);
      g_assert_nonnull (strstr (text, expected->str));
    }
}

static void
test_days (void)
{
  static const struct { const char *start; const char *end; const char *first; const char *after; } cases[] = {
    { "2026-06-12T00:00:00", NULL, "20260612", "20260613" },
    { "2026-06-12T00:00:00", "2026-06-12T00:00:00", "20260612", "20260613" },
    { "2026-06-12T19:00:00", "2026-06-12T08:00:00", "20260612", "20260613" },
    { "2026-06-12T19:00:00", "2026-06-14T08:00:00", "20260612", "20260615" },
    { "2026-12-30T00:00:00", "2027-01-02T00:00:00", "20261230", "20270103" },
    { "2028-02-28T00:00:00", "2028-02-28T00:00:00", "20280228", "20280229" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReknitCalendarEntry) entry = new_entry (cases[i].start, cases[i].end, "Europe/Berlin");
      g_autofree char *start = g_strconcat ("DTSTART;VALUE=DATE:", cases[i].first, NULL);
      g_autofree char *end = g_strconcat ("DTEND;VALUE=DATE:", cases[i].after, NULL);

      entry->all_day = TRUE;
      reknit_calendar_entry_add_alarm (entry, -540);
      reknit_calendar_entry_add_alarm (entry, 0);
      assert_line (entry, start);
      assert_line (entry, end);
      assert_line (entry, "TRIGGER:PT540M");
      assert_line (entry, "TRIGGER:PT0M");
      assert_no_line (entry, "BEGIN:VTIMEZONE");
    }
}

static void
test_rules (void)
{
  static const struct { const char *start; gboolean all_day; const char *rule; const char *line; } cases[] = {
    { "2026-06-12T19:00:00", FALSE, "FREQ=DAILY;COUNT=3", "RRULE:FREQ=DAILY;COUNT=3" },
    { "2026-06-12T19:00:00", FALSE, "FREQ=DAILY;UNTIL=20260712T190000", "RRULE:FREQ=DAILY;UNTIL=20260712T170000Z" },
    { "2026-06-12T19:00:00", FALSE, "FREQ=DAILY;UNTIL=20260712", "RRULE:FREQ=DAILY;UNTIL=20260712T215959Z" },
    { "2026-06-12T19:00:00", FALSE, "FREQ=DAILY;UNTIL=20261212T190000", "RRULE:FREQ=DAILY;UNTIL=20261212T180000Z" },
    { "2026-06-12T00:00:00", TRUE, "FREQ=DAILY;UNTIL=20260712T190000", "RRULE:FREQ=DAILY;UNTIL=20260712" },
    { "2026-06-12T00:00:00", TRUE, "FREQ=DAILY;UNTIL=20260712", "RRULE:FREQ=DAILY;UNTIL=20260712" },
    { "2024-02-29T00:00:00", TRUE, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" },
    { "2024-02-29T19:00:00", FALSE, "FREQ=YEARLY;INTERVAL=5;BYMONTH=2;BYMONTHDAY=29;COUNT=3",
      "RRULE:FREQ=YEARLY;INTERVAL=5;COUNT=3;BYMONTH=2;BYMONTHDAY=-1" },
    { "2024-02-29T00:00:00", TRUE, "FREQ=YEARLY", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" },
    { "2024-12-29T00:00:00", TRUE, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=29", "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=29" },
    { "2023-02-28T00:00:00", TRUE, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28" },
    { "2024-02-29T00:00:00", TRUE, "FREQ=MONTHLY;BYMONTHDAY=29", "RRULE:FREQ=MONTHLY;BYMONTHDAY=29" },
    { "2024-02-29T00:00:00", TRUE, "FREQ=DAILY\r\nX-OTHER:1", "RRULE:FREQ=DAILYX-OTHER:1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReknitCalendarEntry) entry = new_entry (cases[i].start, NULL, "Europe/Berlin");
      g_autoptr (GDateTime) left_out = g_date_time_add_days (entry->start, 1);
      g_autofree char *line = g_date_time_format (left_out, cases[i].all_day ? "EXDATE;VALUE=DATE:%Y%m%d"
                                                                             : "EXDATE;TZID=Europe/Berlin:%Y%m%dT%H%M%S");

      entry->all_day = cases[i].all_day;
      entry->rule = g_strdup (cases[i].rule);
      reknit_calendar_entry_leave_out (entry, left_out);
      assert_line (entry, cases[i].line);
      assert_line (entry, line);
      g_clear_pointer (&entry->rule, g_free);
      assert_no_line (entry, "EXDATE");
    }
}

/* What a third parser, the one of GNOME's calendar, takes start and end for, with the zones of the file itself. Of a
 * time that the clocks show twice it takes the second; the round trip is about those. */
typedef struct
{
  const char *zone;
  const char *start;
  const char *end;
  const char *first;
  const char *last;
} Span;

static const Span spans[] = {
  { "Europe/Berlin", "2026-03-28T19:00:00", "2026-03-29T19:00:00", "2026-03-28T18:00:00", "2026-03-29T17:00:00" },
  { "Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T04:00:00", "2026-03-29T01:30:00", "2026-03-29T02:00:00" },
  { "Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T03:00:00", "2026-03-29T01:30:00", "2026-03-29T02:00:00" },
  { "Europe/Berlin", "2026-03-29T01:30:00", "2026-03-29T02:30:00", "2026-03-29T00:30:00", "2026-03-29T01:30:00" },
  { "Europe/Berlin", "2026-10-25T01:30:00", "2026-10-25T03:30:00", "2026-10-24T23:30:00", "2026-10-25T02:30:00" },
  { "America/New_York", "2026-11-01T00:30:00", "2026-11-01T02:00:00", "2026-11-01T04:30:00", "2026-11-01T07:00:00" },
  { "America/New_York", "2006-03-20T19:00:00", "2006-04-03T19:00:00", "2006-03-21T00:00:00", "2006-04-03T23:00:00" },
  { "America/New_York", "2045-03-20T19:00:00", "2045-11-20T19:00:00", "2045-03-20T23:00:00", "2045-11-21T00:00:00" },
  { "Asia/Kolkata", "2026-06-12T19:00:00", "2026-06-12T20:00:00", "2026-06-12T13:30:00", "2026-06-12T14:30:00" },
  { "Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-04T04:00:00", "2026-10-03T15:45:00", "2026-10-03T17:00:00" },
  { "Australia/Lord_Howe", "2026-04-05T01:15:00", "2026-04-05T02:00:00", "2026-04-04T14:15:00", "2026-04-04T15:30:00" },
  { "Pacific/Apia", "2011-12-29T12:00:00", "2011-12-31T12:00:00", "2011-12-29T22:00:00", "2011-12-30T22:00:00" },
  { "Pacific/Apia", "2011-12-30T12:00:00", "2011-12-31T14:00:00", "2011-12-30T22:00:00", "2011-12-31T00:00:00" },
  { "Pacific/Apia", "2026-01-05T12:00:00", "2026-01-05T13:00:00", "2026-01-04T23:00:00", "2026-01-05T00:00:00" },
  { "Africa/Cairo", "2030-10-31T22:30:00", "2030-11-01T01:00:00", "2030-10-31T19:30:00", "2030-10-31T23:00:00" },
  { "Etc/UTC", "2026-06-12T19:00:00", "2026-06-12T20:00:00", "2026-06-12T19:00:00", "2026-06-12T20:00:00" },
  { NULL, "2026-06-12T19:00:00", "2026-06-12T20:00:00", "2026-06-12T10:00:00", "2026-06-12T11:00:00" },
  { "Nowhere/Town", "2026-06-12T19:00:00", "2026-06-12T20:00:00", "2026-06-12T10:00:00", "2026-06-12T11:00:00" },
};

static char *
get_instant (icalcomponent *event,
             icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);
  struct icaltimetype time = icalproperty_get_datetime_with_component (property, event);
  g_autoptr (GDateTime) instant = NULL;

  g_assert_nonnull (time.zone);
  instant = g_date_time_new_from_unix_utc (icaltime_as_timet_with_zone (time, time.zone));
  return reknit_local_time_to_string (instant);
}

static void
test_span (gconstpointer data)
{
  const Span *span = data;
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-05-01T12:00:00", "Asia/Tokyo");
  g_autoptr (ReknitCalendarEntry) entry = new_entry (span->start, span->end, span->zone);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  icalcomponent *calendar;
  icalcomponent *event;

  reknit_clock_set_default (clock);
  g_ptr_array_add (entries, entry);
  text = reknit_calendar_to_text (entries);
  calendar = icalparser_parse_string (text);
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  start = get_instant (event, ICAL_DTSTART_PROPERTY);
  end = get_instant (event, ICAL_DTEND_PROPERTY);
  g_assert_cmpstr (start, ==, span->first);
  g_assert_cmpstr (end, ==, span->last);
  icalcomponent_free (calendar);
}

/* Where the machine's zone has no name, what it goes by instead must not end the line's own name. */
static void
test_zone_without_name (void)
{
  static const struct { const char *zone; const char *start; const char *id; } cases[] = {
    { "CET-1CEST,M3.5.0,M10.5.0/3", "DTSTART;TZID=CET-1CEST-M3-5-0-M10-5-0/3:20260612T190000",
      "TZID:CET-1CEST-M3-5-0-M10-5-0/3" },
    { "/etc/../usr/share/zoneinfo/Asia/Tokyo", "DTSTART;TZID=etc/--/usr/share/zoneinfo/Asia/Tokyo:20260612T190000",
      "TZID:etc/--/usr/share/zoneinfo/Asia/Tokyo" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReknitCalendarEntry) entry = new_entry ("2026-06-12T19:00:00", NULL, cases[i].zone);

      assert_line (entry, cases[i].start);
      assert_line (entry, cases[i].id);
    }
}

static void
test_one_zone_for_all (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) reknit_calendar_entry_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_ptr_array_add (entries, new_entry ("2026-06-12T19:00:00", NULL, "Europe/Berlin"));
  g_ptr_array_add (entries, new_entry ("1998-06-12T19:00:00", NULL, "Europe/Berlin"));
  g_ptr_array_add (entries, new_entry ("2026-06-12T19:00:00", NULL, "Europe/London"));
  text = reknit_calendar_to_text (entries);
  parts = g_strsplit (text, "BEGIN:VTIMEZONE", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_nonnull (strstr (parts[1], "DTSTART:19971026T030000"));
}

static void
assert_file (const char *path,
             guint       mode,
             const char *beginning)
{
  g_autofree char *text = NULL;
  struct stat info;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, beginning));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, mode);
}

static void
test_writes_privately (void)
{
  g_autoptr (ReknitCalendarEntry) entry = new_entry ("2026-06-12T19:00:00", NULL, "UTC");
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *folder = g_dir_make_tmp ("reknit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "dates.ics", NULL);
  g_autofree char *lost = g_build_filename (folder, "nowhere", "dates.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) lost_file = g_file_new_for_path (lost);
  g_autoptr (GFile) far_file = g_file_new_for_uri ("resource:///dates.ics");
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (entries, entry);
  g_assert_true (g_file_set_contents (path, "older", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_assert_true (reknit_calendar_write (file, entries, &error));
  g_assert_no_error (error);
  assert_file (path, 0600, "BEGIN:VCALENDAR\r\n");

  g_assert_false (reknit_calendar_write (lost_file, entries, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (reknit_calendar_write (far_file, entries, &error));
  g_assert_nonnull (error);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
set_up (void)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-05-01T12:00:00", "Europe/Berlin");

  reknit_clock_set_default (clock);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/calendar/whole-file", test_whole_file);
  g_test_add_func ("/calendar/nothing", test_nothing);
  g_test_add_func ("/calendar/texts", test_texts);
  g_test_add_func ("/calendar/folds", test_folds);
  g_test_add_func ("/calendar/days", test_days);
  g_test_add_func ("/calendar/rules", test_rules);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *path = g_strdup_printf ("/calendar/span/%s/%s/%" G_GSIZE_FORMAT,
                                               spans[i].zone != NULL ? spans[i].zone : "machine", spans[i].start, i);
      g_test_add_data_func (path, &spans[i], test_span);
    }
  g_test_add_func ("/calendar/zone-without-name", test_zone_without_name);
  g_test_add_func ("/calendar/one-zone-for-all", test_one_zone_for_all);
  g_test_add_func ("/calendar/writes-privately", test_writes_privately);
  result = g_test_run ();
  reknit_clock_set_default (NULL);
  return result;
}
