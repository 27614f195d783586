#include "reknit-local-time.h"
#include "reknit-scheduler.h"

#include <string.h>

/* A small world: one reminder, a record that keeps what was offered as the store would, a clock to move. */
typedef struct
{
  ReknitClock *clock;
  ReknitScheduler *scheduler;
  ReknitRecurrence *recurrence;
  ReknitScheduledReminder reminder;
  GArray *record;
  GStringChunk *texts;
} World;

static World *
world_new (const char *now,
           const char *starts,
           const char *rule)
{
  World *world = g_new0 (World, 1);

  world->clock = reknit_test_clock_new (now, "Europe/Berlin");
  world->scheduler = reknit_scheduler_new (world->clock);
  world->recurrence = reknit_recurrence_new (starts, rule, NULL);
  g_assert_nonnull (world->recurrence);
  world->reminder = (ReknitScheduledReminder) { .id = 7, .recurrence = world->recurrence, .zone = "",
                                                .since = reknit_clock_now (world->clock) };
  world->record = g_array_new (FALSE, TRUE, sizeof (ReknitScheduledOccurrence));
  world->texts = g_string_chunk_new (64);
  return world;
}

static void
world_free (World *world)
{
  g_assert_finalize_object (world->scheduler);
  g_assert_finalize_object (world->recurrence);
  g_assert_finalize_object (world->clock);
  g_array_unref (world->record);
  g_string_chunk_free (world->texts);
  g_free (world);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static ReknitScheduledOccurrence *
find (World  *world,
      gint64  id)
{
  for (guint i = 0; i < world->record->len; i++)
    {
      ReknitScheduledOccurrence *occurrence = &g_array_index (world->record, ReknitScheduledOccurrence, i);
      if (occurrence->id == id)
        return occurrence;
    }
  return NULL;
}

static ReknitDueList *
list_due (World *world)
{
  return reknit_scheduler_list_due (world->scheduler, &world->reminder, 1,
                                    (ReknitScheduledOccurrence *) (gpointer) world->record->data, world->record->len);
}

/* Does what the list says. Returns the local times that were offered, with a space after each. */
static char *
look (World *world)
{
  g_autoptr (ReknitDueList) todo = list_due (world);
  g_autoptr (GString) offered = g_string_new (NULL);

  for (guint i = 0; i < todo->passed->len; i++)
    find (world, g_array_index (todo->passed, gint64, i))->pending = FALSE;
  for (guint i = 0; i < todo->due->len; i++)
    {
      ReknitDue *due = g_ptr_array_index (todo->due, i);
      ReknitScheduledOccurrence new = { .id = world->record->len + 1, .reminder = due->reminder, .due = due->due,
                                        .local = g_string_chunk_insert (world->texts, due->local), .pending = TRUE };

      if (due->occurrence == 0)
        g_array_append_val (world->record, new);
      find (world, due->occurrence != 0 ? due->occurrence : new.id)->next_fire = due->postponed;
      if (due->postponed != 0)
        continue;
      find (world, due->occurrence != 0 ? due->occurrence : new.id)->fired_at = reknit_clock_now (world->clock);
      g_string_append_printf (offered, "%s ", due->local);
    }
  return g_string_free (g_steal_pointer (&offered), FALSE);
}

#define assert_offers(world, expected) \
  G_STMT_START { \
    g_autofree char *offers = look (world); \
    g_assert_cmpstr (offers, ==, expected); \
  } G_STMT_END

static void
assert_next (World      *world,
             const char *expected)
{
  g_autoptr (ReknitDueList) todo = list_due (world);
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (todo->due->len, ==, 0);
  if (expected == NULL)
    {
      g_assert_cmpint (todo->next, ==, 0);
      return;
    }
  local = reknit_clock_to_local (world->clock, todo->next);
  text = reknit_local_time_to_string (local);
  g_assert_cmpstr (text, ==, expected);
}

static void
move_to (World      *world,
         const char *local)
{
  reknit_test_clock_set (REKNIT_TEST_CLOCK (world->clock), local);
}

/* Wakes only when the list says so, for two years; every wake offers exactly one Sunday at 19:00. */
static void
test_weekly_over_all_changes (gconstpointer data)
{
  g_autoptr (World) world = world_new ("2026-01-01T12:00:00", "2026-01-04T19:00:00", "FREQ=WEEKLY");

  reknit_test_clock_set_zone (REKNIT_TEST_CLOCK (world->clock), data);
  for (int week = 0; week < 104; week++)
    {
      g_autoptr (ReknitDueList) todo = list_due (world);
      g_autoptr (GDateTime) now = NULL;
      g_autofree char *offered = NULL;

      g_assert_cmpint (todo->next, >, reknit_clock_now (world->clock));
      reknit_test_clock_advance (REKNIT_TEST_CLOCK (world->clock), todo->next - reknit_clock_now (world->clock));
      now = reknit_clock_local_now (world->clock);
      g_assert_cmpint (g_date_time_get_hour (now), ==, 19);
      g_assert_cmpint (g_date_time_get_minute (now), ==, 0);
      g_assert_cmpint (g_date_time_get_day_of_week (now), ==, G_DATE_SUNDAY);
      offered = look (world);
      g_assert_cmpuint (strlen (offered), ==, strlen ("2026-01-04T19:00:00 "));
    }
}

static void
test_once_and_only_once (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-22T19:00:00", "FREQ=WEEKLY");

  assert_offers (world, "");
  assert_next (world, "2026-11-22T19:00:00");
  move_to (world, "2026-11-22T18:59:59");
  assert_offers (world, "");
  move_to (world, "2026-11-22T19:00:00");
  assert_offers (world, "2026-11-22T19:00:00 ");
  assert_offers (world, "");
  assert_next (world, "2026-11-29T19:00:00");
  move_to (world, "2026-11-22T18:30:00"); /* somebody sets the clock back */
  assert_offers (world, "");
  move_to (world, "2026-11-22T19:00:00");
  assert_offers (world, "");
}

static void
test_three_days_asleep (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-20T19:00:00", "FREQ=DAILY");

  move_to (world, "2026-11-20T19:00:00");
  assert_offers (world, "2026-11-20T19:00:00 ");
  move_to (world, "2026-11-24T08:00:00");
  assert_offers (world, "2026-11-23T19:00:00 ");
  assert_offers (world, "");
  g_assert_cmpuint (world->record->len, ==, 2);
  g_assert_false (find (world, 1)->pending); /* nobody asks about the evening before any more */
  g_assert_true (find (world, 2)->pending);
  assert_next (world, "2026-11-24T19:00:00");
}

static void
test_what_was_before_it (void)
{
  g_autoptr (World) world = world_new ("2026-11-24T08:00:00", "2026-01-01T19:00:00", "FREQ=DAILY");

  assert_offers (world, "");
  assert_next (world, "2026-11-24T19:00:00");
}

static void
test_clock_that_ran_ahead (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-20T19:00:00", "FREQ=DAILY");

  move_to (world, "2030-01-01T12:00:00");
  assert_offers (world, "2029-12-31T19:00:00 ");
  move_to (world, "2026-11-20T19:00:00");
  assert_offers (world, "2026-11-20T19:00:00 ");
}

static void
test_snooze (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-22T19:00:00", "FREQ=WEEKLY");

  move_to (world, "2026-11-22T19:00:05");
  assert_offers (world, "2026-11-22T19:00:00 ");
  find (world, 1)->fired_at = 0;
  find (world, 1)->next_fire = reknit_clock_now (world->clock) + 600;
  assert_offers (world, "");
  assert_next (world, "2026-11-22T19:10:05");
  move_to (world, "2026-11-22T19:10:05");
  assert_offers (world, "2026-11-22T19:00:00 ");
  assert_offers (world, "");
  assert_next (world, "2026-11-29T19:00:00");
}

static void
test_snoozed_past_the_next (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-20T19:00:00", "FREQ=DAILY");

  move_to (world, "2026-11-20T19:00:00");
  assert_offers (world, "2026-11-20T19:00:00 ");
  find (world, 1)->fired_at = 0;
  find (world, 1)->next_fire = reknit_clock_now (world->clock) + 3600;
  move_to (world, "2026-11-21T20:00:00");
  assert_offers (world, "2026-11-21T19:00:00 ");
  assert_offers (world, "");
}

static void
test_skipped (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-22T19:00:00", "FREQ=WEEKLY");
  ReknitScheduledOccurrence early = { .id = 1, .reminder = 7, .local = "2026-11-22T19:00:00", .pending = FALSE };

  /* Left out before its time has come. */
  early.due = reknit_clock_now (world->clock) + 2 * 86400 + 7 * 3600;
  g_array_append_val (world->record, early);
  assert_next (world, "2026-11-29T19:00:00");
  move_to (world, "2026-11-22T19:00:00");
  assert_offers (world, "");
  move_to (world, "2026-11-29T19:00:00");
  assert_offers (world, "2026-11-29T19:00:00 ");
}

static void
test_quiet_hours (void)
{
  static const struct { int from, until; const char *due, *offered; } cases[] = {
    { 22 * 60, 7 * 60, "22:00:00", "2026-11-23T07:00:00" },
    { 22 * 60, 7 * 60, "23:30:00", "2026-11-23T07:00:00" },
    { 22 * 60, 7 * 60, "06:59:00", "2026-11-22T07:00:00" },
    { 22 * 60, 7 * 60, "07:00:00", "2026-11-22T07:00:00" },
    { 22 * 60, 7 * 60, "21:59:00", "2026-11-22T21:59:00" },
    { 13 * 60, 15 * 60, "14:00:00", "2026-11-22T15:00:00" },
    { 13 * 60, 15 * 60, "15:00:00", "2026-11-22T15:00:00" },
    { 0, 0, "03:00:00", "2026-11-22T03:00:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *starts = g_strconcat ("2026-11-22T", cases[i].due, NULL);
      g_autofree char *expected = g_strconcat (starts, " ", NULL);
      g_autoptr (World) world = world_new ("2026-11-21T12:00:00", starts, "FREQ=WEEKLY");

      reknit_scheduler_set_quiet_hours (world->scheduler, cases[i].from, cases[i].until);
      move_to (world, starts);
      if (!g_str_equal (starts, cases[i].offered))
        {
          assert_offers (world, "");
          assert_next (world, cases[i].offered);
          move_to (world, cases[i].offered);
        }
      assert_offers (world, expected);
      assert_offers (world, "");
    }
}

static void
test_quiet_hours_over_a_change (void)
{
  g_autoptr (World) world = world_new ("2026-03-28T12:00:00", "2026-03-28T23:00:00", "FREQ=WEEKLY");

  reknit_scheduler_set_quiet_hours (world->scheduler, 22 * 60, 2 * 60 + 30);
  move_to (world, "2026-03-28T23:00:00");
  assert_offers (world, "");
  assert_next (world, "2026-03-29T03:30:00");
}

/* The end of a break was asked for minutes ago; a night of quiet in between would be no help. */
static void
test_quiet_hours_let_a_call_through (void)
{
  g_autoptr (World) world = world_new ("2026-11-22T21:50:00", "2026-11-22T22:15:00", "");

  reknit_scheduler_set_quiet_hours (world->scheduler, 22 * 60, 7 * 60);
  move_to (world, "2026-11-22T22:15:00");
  assert_offers (world, "2026-11-22T22:15:00 ");
  assert_next (world, NULL);
}

static void
test_missed_call_waits_for_the_morning (void)
{
  g_autoptr (World) world = world_new ("2026-11-22T17:00:00", "2026-11-22T17:20:00", "");

  reknit_scheduler_set_quiet_hours (world->scheduler, 22 * 60, 7 * 60);
  move_to (world, "2026-11-23T01:00:00");
  assert_offers (world, "");
  assert_next (world, "2026-11-23T07:00:00");
  move_to (world, "2026-11-23T07:00:00");
  assert_offers (world, "2026-11-22T17:20:00 ");
}

static void
test_lead (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-22T00:10:00", "FREQ=WEEKLY");

  world->reminder.lead_minutes = 30;
  assert_next (world, "2026-11-21T23:40:00");
  move_to (world, "2026-11-21T23:40:00");
  assert_offers (world, "2026-11-22T00:10:00 ");
  move_to (world, "2026-11-22T00:10:00");
  assert_offers (world, "");
  assert_next (world, "2026-11-28T23:40:00");
}

static void
test_long_lead (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-29T19:00:00", "FREQ=WEEKLY");

  world->reminder.lead_minutes = 3 * 24 * 60;
  assert_next (world, "2026-11-26T19:00:00");
  move_to (world, "2026-11-26T19:00:00");
  assert_offers (world, "2026-11-29T19:00:00 ");
  assert_offers (world, "");
  assert_next (world, "2026-12-03T19:00:00");
}

/* Who plans for tomorrow what they would like to hear of three days before has just heard of it. */
static void
test_lead_over (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-22T19:00:00", "FREQ=WEEKLY");

  world->reminder.lead_minutes = 3 * 24 * 60;
  assert_offers (world, "");
  assert_next (world, "2026-11-26T19:00:00");
  move_to (world, "2026-11-26T19:00:00");
  assert_offers (world, "2026-11-29T19:00:00 ");
}

static void
test_journey (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-22T19:00:00", "FREQ=WEEKLY");

  move_to (world, "2026-11-22T19:00:00");
  assert_offers (world, "2026-11-22T19:00:00 ");
  reknit_test_clock_set_zone (REKNIT_TEST_CLOCK (world->clock), "America/New_York");
  move_to (world, "2026-11-22T19:00:00"); /* the same evening comes again */
  assert_offers (world, "");
  assert_next (world, "2026-11-29T19:00:00");
  reknit_test_clock_set_zone (REKNIT_TEST_CLOCK (world->clock), "Asia/Tokyo");
  assert_next (world, "2026-11-29T19:00:00");
}

static void
test_zone_of_its_own (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-22T19:00:00", "FREQ=WEEKLY");

  world->reminder.zone = "Europe/Berlin";
  reknit_test_clock_set_zone (REKNIT_TEST_CLOCK (world->clock), "America/New_York");
  assert_next (world, "2026-11-22T13:00:00");
}

static void
test_ends (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-20T19:00:00", "FREQ=DAILY;COUNT=2");

  move_to (world, "2026-11-20T19:00:00");
  assert_offers (world, "2026-11-20T19:00:00 ");
  move_to (world, "2026-12-24T19:00:00");
  assert_offers (world, "2026-11-21T19:00:00 ");
  assert_offers (world, "");
  assert_next (world, NULL);
}

static void
test_several_reminders (void)
{
  g_autoptr (World) world = world_new ("2026-11-20T12:00:00", "2026-11-20T19:00:00", "FREQ=DAILY");
  g_autoptr (ReknitRecurrence) weekly = reknit_recurrence_new ("2026-11-20T18:00:00", "FREQ=WEEKLY", NULL);
  ReknitScheduledReminder reminders[] = { world->reminder, { .id = 8, .recurrence = weekly, .zone = "",
                                                              .since = world->reminder.since } };
  g_autoptr (ReknitDueList) todo = NULL;

  move_to (world, "2026-11-24T12:00:00");
  todo = reknit_scheduler_list_due (world->scheduler, reminders, 2, NULL, 0);
  g_assert_cmpuint (todo->due->len, ==, 2);
  g_assert_cmpstr (((ReknitDue *) g_ptr_array_index (todo->due, 0))->local, ==, "2026-11-23T19:00:00");
  g_assert_cmpstr (((ReknitDue *) g_ptr_array_index (todo->due, 1))->local, ==, "2026-11-20T18:00:00");
  g_assert_cmpint (todo->next, ==, reknit_clock_now (world->clock) + 7 * 3600);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/scheduler/weekly-over-all-changes/Berlin", "Europe/Berlin", test_weekly_over_all_changes);
  g_test_add_data_func ("/scheduler/weekly-over-all-changes/New-York", "America/New_York", test_weekly_over_all_changes);
  g_test_add_data_func ("/scheduler/weekly-over-all-changes/Lord-Howe", "Australia/Lord_Howe", test_weekly_over_all_changes);
  g_test_add_func ("/scheduler/once-and-only-once", test_once_and_only_once);
  g_test_add_func ("/scheduler/three-days-asleep", test_three_days_asleep);
  g_test_add_func ("/scheduler/what-was-before-it", test_what_was_before_it);
  g_test_add_func ("/scheduler/clock-that-ran-ahead", test_clock_that_ran_ahead);
  g_test_add_func ("/scheduler/snooze", test_snooze);
  g_test_add_func ("/scheduler/snoozed-past-the-next", test_snoozed_past_the_next);
  g_test_add_func ("/scheduler/skipped", test_skipped);
  g_test_add_func ("/scheduler/quiet-hours", test_quiet_hours);
  g_test_add_func ("/scheduler/quiet-hours-over-a-change", test_quiet_hours_over_a_change);
  g_test_add_func ("/scheduler/quiet-hours-let-a-call-through", test_quiet_hours_let_a_call_through);
  g_test_add_func ("/scheduler/missed-call-waits-for-the-morning", test_missed_call_waits_for_the_morning);
  g_test_add_func ("/scheduler/lead", test_lead);
  g_test_add_func ("/scheduler/long-lead", test_long_lead);
  g_test_add_func ("/scheduler/lead-over", test_lead_over);
  g_test_add_func ("/scheduler/journey", test_journey);
  g_test_add_func ("/scheduler/zone-of-its-own", test_zone_of_its_own);
  g_test_add_func ("/scheduler/ends", test_ends);
  g_test_add_func ("/scheduler/several-reminders", test_several_reminders);
  return g_test_run ();
}
