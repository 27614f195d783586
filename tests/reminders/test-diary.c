#include "reknit-diary.h"
#include "reknit-occurrence.h"
#include "reknit-reminder.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define ROUNDS 60

static const char *program;

typedef struct
{
  char *folder;
  char *path;
  ReknitClock *clock;
  ReknitScheduler *scheduler;
  ReknitStore *store;
} World;

static World *
world_new (void)
{
  World *world = g_new0 (World, 1);
  g_autoptr (GError) error = NULL;

  world->folder = g_dir_make_tmp ("reknit-diary-XXXXXX", &error);
  g_assert_no_error (error);
  world->path = g_build_filename (world->folder, "store.db", NULL);
  world->clock = reknit_test_clock_new ("2026-11-20T12:00:00", "Europe/Berlin");
  reknit_clock_set_default (world->clock);
  world->scheduler = reknit_scheduler_new (world->clock);
  world->store = reknit_store_open (world->path, NULL, &error);
  g_assert_no_error (error);
  return world;
}

static void
world_free (World *world)
{
  g_autoptr (GDir) folder = g_dir_open (world->folder, 0, NULL);
  const char *name;

  reknit_store_close (world->store, NULL);
  g_assert_finalize_object (world->store);
  g_assert_finalize_object (world->scheduler);
  reknit_clock_set_default (NULL);
  g_assert_finalize_object (world->clock);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (world->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (world->folder);
  g_free (world->folder);
  g_free (world->path);
  g_free (world);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static ReknitReminder *
add_reminder (ReknitStore *store,
              const char  *starts,
              const char  *rule)
{
  g_autoptr (GError) error = NULL;
  ReknitReminder *reminder = g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, "rule", rule,
                                           "starts", starts, "zone", "", "enabled", TRUE, NULL);

  reknit_store_save (store, "Add", reminder, &error);
  g_assert_no_error (error);
  return reminder;
}

/* One whole look, as the notifier does it. */
static GArray *
claim (ReknitStore     *store,
       ReknitScheduler *scheduler,
       gint64           now,
       GError         **error)
{
  g_autoptr (ReknitDiary) diary = reknit_diary_read (store, now, error);
  g_autoptr (ReknitDueList) list = NULL;

  if (diary == NULL)
    return NULL;
  list = reknit_scheduler_list_due (scheduler, (const ReknitScheduledReminder *) (gpointer) diary->reminders->data,
                                    diary->reminders->len,
                                    (const ReknitScheduledOccurrence *) (gpointer) diary->occurrences->data,
                                    diary->occurrences->len);
  return reknit_diary_note (store, list, error) ? reknit_diary_claim (store, list, now, error) : NULL;
}

static gint64
claim_one (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) claimed = claim (world->store, world->scheduler, reknit_clock_now (world->clock), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (claimed->len, <=, 1);
  return claimed->len == 1 ? g_array_index (claimed, gint64, 0) : 0;
}

static guint
count_in (World      *world,
          const char *where)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_OCCURRENCE, where, "id");

  return reknit_store_count (world->store, query);
}

static void
move_to (World      *world,
         const char *local)
{
  reknit_test_clock_set (REKNIT_TEST_CLOCK (world->clock), local);
}

static void
test_fires_once_across_restarts (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (ReknitReminder) reminder = add_reminder (world->store, "2026-11-22T19:00:00", "FREQ=WEEKLY");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (claim_one (world), ==, 0);
  move_to (world, "2026-11-22T19:00:00");
  g_assert_cmpint (claim_one (world), !=, 0);
  g_assert_cmpint (claim_one (world), ==, 0);

  g_clear_object (&reminder);
  g_assert_true (reknit_store_close (world->store, &error));
  g_clear_object (&world->store);
  world->store = reknit_store_open (world->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (claim_one (world), ==, 0);
  g_assert_cmpuint (count_in (world, "fired_at IS NOT NULL"), ==, 1);
}

static void
test_three_days_asleep (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (ReknitReminder) reminder = add_reminder (world->store, "2026-11-20T19:00:00", "FREQ=DAILY");

  move_to (world, "2026-11-20T19:00:00");
  g_assert_cmpint (claim_one (world), !=, 0);
  move_to (world, "2026-11-24T08:00:00");
  g_assert_cmpint (claim_one (world), !=, 0);
  g_assert_cmpint (claim_one (world), ==, 0);
  g_assert_cmpuint (count_in (world, NULL), ==, 2);
  g_assert_cmpuint (count_in (world, "state = 'passed' AND local = '2026-11-20T19:00:00'"), ==, 1);
  g_assert_cmpuint (count_in (world, "state = 'pending' AND local = '2026-11-23T19:00:00'"), ==, 1);
}

static void
test_snooze_and_skip (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (ReknitReminder) reminder = add_reminder (world->store, "2026-11-22T19:00:00", "FREQ=WEEKLY");
  g_autoptr (GError) error = NULL;
  gint64 id;

  move_to (world, "2026-11-22T19:00:00");
  id = claim_one (world);
  g_assert_true (reknit_diary_snooze (world->store, &id, 1, reknit_clock_now (world->clock) + 600, &error));
  g_assert_no_error (error);
  g_assert_cmpint (claim_one (world), ==, 0);
  move_to (world, "2026-11-22T19:10:00");
  g_assert_cmpint (claim_one (world), ==, id);

  g_assert_true (reknit_diary_skip (world->store, id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_in (world, "state = 'skipped'"), ==, 1);
  g_assert_true (reknit_diary_snooze (world->store, &id, 1, reknit_clock_now (world->clock), &error));
  g_assert_cmpint (claim_one (world), ==, 0);

  /* Taken back, it waits again, but it is not called out again. */
  g_assert_true (reknit_store_undo (world->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_in (world, "state = 'pending'"), ==, 1);
  g_assert_cmpint (claim_one (world), ==, 0);
}

static void
test_quiet_hours_are_kept (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (ReknitReminder) reminder = add_reminder (world->store, "2026-11-22T23:00:00", "FREQ=WEEKLY");
  g_autoptr (GError) error = NULL;

  reknit_scheduler_set_quiet_hours (world->scheduler, 22 * 60, 7 * 60);
  move_to (world, "2026-11-22T23:00:00");
  g_assert_cmpint (claim_one (world), ==, 0);
  g_assert_cmpuint (count_in (world, "fired_at IS NULL AND next_fire > due"), ==, 1);

  /* Even when the reminder is changed in the meantime. */
  g_object_set (reminder, "lead-minutes", G_GINT64_CONSTANT (5), NULL);
  g_assert_true (reknit_store_save (world->store, "Change", reminder, &error));
  move_to (world, "2026-11-23T06:59:00");
  g_assert_cmpint (claim_one (world), ==, 0);
  move_to (world, "2026-11-23T07:00:00");
  g_assert_cmpint (claim_one (world), !=, 0);
}

static void
test_off_and_on_again (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (ReknitReminder) reminder = add_reminder (world->store, "2026-11-20T19:00:00", "FREQ=DAILY");
  g_autoptr (GError) error = NULL;

  g_object_set (reminder, "enabled", FALSE, NULL);
  g_assert_true (reknit_store_save (world->store, "Off", reminder, &error));
  move_to (world, "2026-11-22T12:00:00");
  g_assert_cmpint (claim_one (world), ==, 0);
  g_object_set (reminder, "enabled", TRUE, NULL);
  g_assert_true (reknit_store_save (world->store, "On", reminder, &error));
  g_assert_no_error (error);
  g_assert_cmpint (claim_one (world), ==, 0);
  move_to (world, "2026-11-22T19:00:00");
  g_assert_cmpint (claim_one (world), !=, 0);
}

static void
test_broken_rule_stops_no_other (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (ReknitReminder) broken = add_reminder (world->store, "2026-11-22T19:00:00", "FREQ=DAILY;INTERVAL=0");
  g_autoptr (ReknitReminder) reminder = add_reminder (world->store, "2026-11-22T19:00:00", "FREQ=WEEKLY");

  move_to (world, "2026-11-22T19:00:00");
  g_assert_cmpint (claim_one (world), !=, 0);
}

static void
test_two_connections (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (ReknitReminder) reminder = add_reminder (world->store, "2026-11-22T19:00:00", "FREQ=WEEKLY");
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitStore) other = reknit_store_open (world->path, NULL, &error);
  g_autoptr (ReknitDiary) diary = NULL;
  g_autoptr (ReknitDueList) list = NULL;
  g_autoptr (GArray) claimed = NULL;
  gint64 now;

  g_assert_no_error (error);
  move_to (world, "2026-11-22T19:00:00");
  now = reknit_clock_now (world->clock);

  /* The other has read, but not written, when this one does both. */
  diary = reknit_diary_read (other, now, &error);
  list = reknit_scheduler_list_due (world->scheduler, (const ReknitScheduledReminder *) (gpointer) diary->reminders->data, 1, NULL, 0);
  g_assert_cmpuint (list->due->len, ==, 1);
  g_assert_cmpint (claim_one (world), !=, 0);
  g_assert_true (reknit_diary_note (other, list, &error));
  claimed = reknit_diary_claim (other, list, now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (claimed->len, ==, 0);
  g_assert_true (reknit_store_close (other, &error));
}

static void
test_names (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (ReknitReminder) reminder = add_reminder (world->store, "2026-11-22T19:00:00", "FREQ=WEEKLY");
  g_autofree char *kind = NULL;
  g_autofree char *nothing = NULL;

  move_to (world, "2026-11-22T19:00:00");
  kind = reknit_diary_find_kind (world->store, claim_one (world));
  nothing = reknit_diary_find_kind (world->store, 1);
  g_assert_cmpstr (kind, ==, REKNIT_REMINDER_CHECK_IN);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_false (reknit_diary_may_name (world->store));
}

/* What each of two processes does at the same time: claims what it can, for so many days, and says what it got. */
static int
run_claimer (const char *path)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-11-22T19:00:00", "UTC");
  g_autoptr (ReknitScheduler) scheduler = reknit_scheduler_new (clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitStore) store = reknit_store_open (path, NULL, &error);

  g_assert_no_error (error);
  /* Off go both at once. */
  while (getchar () != EOF)
    continue;
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GArray) claimed = NULL;

      do
        {
          g_clear_error (&error);
          claimed = claim (store, scheduler, reknit_clock_now (clock), &error);
        }
      while (g_error_matches (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_BUSY));
      g_assert_no_error (error);
      for (guint j = 0; j < claimed->len; j++)
        g_print ("%" G_GINT64_FORMAT "\n", g_array_index (claimed, gint64, j));
      reknit_test_clock_advance (REKNIT_TEST_CLOCK (clock), 86400);
    }
  return reknit_store_close (store, NULL) ? 0 : 1;
}

static void
test_two_processes (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 11, 22, 19, 0, 0);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GSubprocess *claimers[2];
  g_autoptr (GError) error = NULL;
  int start[2];

  g_assert_true (g_unix_open_pipe (start, FD_CLOEXEC, &error));
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (first, i);
      g_autofree char *starts = g_date_time_format (day, "%Y-%m-%dT%H:%M:%S");

      g_object_unref (add_reminder (world->store, starts, ""));
    }
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);

      g_subprocess_launcher_take_stdin_fd (launcher, dup (start[0]));
      claimers[i] = g_subprocess_launcher_spawn (launcher, &error, program, "--claim", world->path, NULL);
      g_assert_no_error (error);
    }
  g_usleep (G_USEC_PER_SEC / 5);
  close (start[0]);
  close (start[1]);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *output = NULL;
      g_auto (GStrv) ids = NULL;

      g_subprocess_communicate_utf8 (claimers[i], NULL, NULL, &output, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_get_successful (claimers[i]));
      ids = g_strsplit (g_strstrip (output), "\n", -1);
      g_test_message ("claimed by process %d: %u", i, g_strv_length (ids));
      for (guint j = 0; ids[j] != NULL; j++)
        g_assert_true (g_hash_table_add (seen, g_strdup (ids[j])));
      g_object_unref (claimers[i]);
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, ROUNDS);
}

int
main (int argc, char *argv[])
{
  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--claim"))
    return run_claimer (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diary/fires-once-across-restarts", test_fires_once_across_restarts);
  g_test_add_func ("/diary/three-days-asleep", test_three_days_asleep);
  g_test_add_func ("/diary/snooze-and-skip", test_snooze_and_skip);
  g_test_add_func ("/diary/quiet-hours-are-kept", test_quiet_hours_are_kept);
  g_test_add_func ("/diary/off-and-on-again", test_off_and_on_again);
  g_test_add_func ("/diary/broken-rule-stops-no-other", test_broken_rule_stops_no_other);
  g_test_add_func ("/diary/two-connections", test_two_connections);
  g_test_add_func ("/diary/names", test_names);
  g_test_add_func ("/diary/two-processes", test_two_processes);
  return g_test_run ();
}
