/* write-calendar FROM TO: writes the entries that the key file FROM describes, a group each, as a calendar to TO. */
#include "reknit-calendar.h"

#include "reknit-local-time.h"

static GDateTime *
get_time (GKeyFile   *file,
          const char *group,
          const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);

  return reknit_local_time_parse (text);
}

static ReknitCalendarEntry *
read_entry (GKeyFile   *file,
            const char *group)
{
  g_autofree char *summary = g_key_file_get_string (file, group, "summary", NULL);
  g_autoptr (GDateTime) start = get_time (file, group, "start");
  ReknitCalendarEntry *entry = reknit_calendar_entry_new (group, summary, start);
  g_auto (GStrv) except = g_key_file_get_string_list (file, group, "except", NULL, NULL);
  g_autofree int *alarms = NULL;
  gsize n_alarms;

  entry->end = get_time (file, group, "end");
  entry->sequence = (guint) g_key_file_get_integer (file, group, "sequence", NULL);
  entry->modified = g_key_file_get_int64 (file, group, "modified", NULL);
  entry->description = g_key_file_get_string (file, group, "description", NULL);
  entry->location = g_key_file_get_string (file, group, "location", NULL);
  entry->categories = g_key_file_get_string_list (file, group, "categories", NULL, NULL);
  entry->zone = g_key_file_get_string (file, group, "zone", NULL);
  entry->rule = g_key_file_get_string (file, group, "rule", NULL);
  entry->all_day = g_key_file_get_boolean (file, group, "all-day", NULL);
  entry->transparent = g_key_file_get_boolean (file, group, "transparent", NULL);
  for (guint i = 0; except != NULL && except[i] != NULL; i++)
    {
      g_autoptr (GDateTime) time = reknit_local_time_parse (except[i]);

      reknit_calendar_entry_leave_out (entry, time);
    }
  alarms = g_key_file_get_integer_list (file, group, "alarms", &n_alarms, NULL);
  for (gsize i = 0; alarms != NULL && i < n_alarms; i++)
    reknit_calendar_entry_add_alarm (entry, alarms[i]);
  return entry;
}

int
main (int argc, char *argv[])
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-05-01T12:00:00", "Europe/Berlin");
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) reknit_calendar_entry_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) groups = NULL;
  g_autoptr (GFile) target = NULL;

  g_assert_cmpint (argc, ==, 3);
  reknit_clock_set_default (clock);
  g_key_file_load_from_file (file, argv[1], G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    g_ptr_array_add (entries, read_entry (file, groups[i]));

  target = g_file_new_for_path (argv[2]);
  reknit_calendar_write (target, entries, &error);
  g_assert_no_error (error);
  reknit_clock_set_default (NULL);
  return 0;
}
