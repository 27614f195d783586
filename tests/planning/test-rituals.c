#include "model-fixture.h"
#include "reknit-diary.h"
#include "reknit-local-time.h"
#include "reknit-ritual-days.h"
#include "reknit-rituals.h"
#include "reknit-scheduler.h"

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (REKNIT_RECORD (record));
}

static ReknitRitual *
begin (ModelFixture *fixture,
       const char   *rule,
       const char   *reminder_time)
{
  g_autoptr (GError) error = NULL;
  ReknitRitual *ritual = g_object_new (REKNIT_TYPE_RITUAL, "kind", REKNIT_RITUAL_DAILY, "cue", "After coffee", "deed", "Talk",
                                       "rule", rule, "starts", "2026-11-18T00:00:00", "each", TRUE, NULL);

  reknit_rituals_save (fixture->store, "Begin Ritual", ritual, reminder_time, &error);
  g_assert_no_error (error);
  return ritual;
}

static void
mark (ModelFixture    *fixture,
      ReknitRitual    *ritual,
      const char      *day,
      gpointer         partner,
      ReknitMarkState  state)
{
  g_autofree char *text = g_strconcat (day, "T21:00:00", NULL);
  g_autoptr (GDateTime) time = reknit_local_time_parse (text);
  g_autoptr (GError) error = NULL;

  reknit_rituals_mark (fixture->store, "Mark", ritual, time, partner != NULL ? id_of (partner) : 0, state, &error);
  g_assert_no_error (error);
}

static void
assert_day (ReknitRitual    *ritual,
            const char      *day,
            ReknitMarkState  first,
            ReknitMarkState  second)
{
  g_autofree char *text = g_strconcat (day, "T07:00:00", NULL);
  g_autoptr (GDateTime) time = reknit_local_time_parse (text);
  ReknitRitualDay on_record = reknit_ritual_read_day (ritual, time);

  g_assert_cmpstr (on_record.day, ==, day);
  g_assert_cmpint (on_record.states[0], ==, first);
  g_assert_cmpint (on_record.states[1], ==, second);
}

static void
test_due_days (ModelFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (ReknitRitual) ritual = begin (fixture, "FREQ=WEEKLY;BYDAY=MO,WE,SU", NULL);
  g_autoptr (GDateTime) from = reknit_local_time_parse ("2026-11-01T15:00:00");
  g_autoptr (GDateTime) until = reknit_local_time_parse ("2026-12-01T00:00:00");
  g_autoptr (GDateTime) sunday = reknit_local_time_parse ("2026-11-22T23:59:59");
  g_autoptr (GDateTime) before = reknit_local_time_parse ("2026-11-16T10:00:00");
  g_autoptr (GPtrArray) due = reknit_ritual_list_due (ritual, from, until);
  g_autoptr (GDateTime) next = reknit_ritual_next_due (ritual, sunday);
  g_autofree char *next_day = reknit_ritual_day_to_string (next);

  g_assert_cmpuint (due->len, ==, 6);
  g_assert_cmpint (g_date_time_get_day_of_month (due->pdata[0]), ==, 18);
  g_assert_true (reknit_ritual_is_due (ritual, sunday));
  g_assert_false (reknit_ritual_is_due (ritual, before));
  g_assert_cmpstr (next_day, ==, "2026-11-23");
}

static void
test_due_rituals (ModelFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (ReknitRitual) daily = begin (fixture, "FREQ=DAILY", NULL);
  g_autoptr (ReknitRitual) mondays = begin (fixture, "FREQ=WEEKLY;BYDAY=MO", NULL);
  g_autoptr (ReknitRitual) ended = begin (fixture, "FREQ=DAILY", NULL);
  g_autoptr (GDateTime) sunday = reknit_local_time_parse ("2026-11-22T19:00:00");
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) other_kind = reknit_rituals_due_on (fixture->store, REKNIT_RITUAL_AFFECTION, sunday);

  g_assert_true (reknit_rituals_let_go (fixture->store, "Let Go", ended, NULL));
  due = reknit_rituals_due_on (fixture->store, NULL, sunday);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_true (due->pdata[0] == daily);
  g_assert_cmpuint (other_kind->len, ==, 0);
}

static void
test_marks (ModelFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (ReknitRitual) ritual = begin (fixture, "FREQ=DAILY", NULL);
  g_autoptr (GDateTime) today = reknit_local_time_parse ("2026-11-22T19:00:00");

  mark (fixture, ritual, "2026-11-22", fixture->ana, REKNIT_MARK_STATE_DONE);
  assert_day (ritual, "2026-11-22", REKNIT_MARK_STATE_DONE, REKNIT_MARK_STATE_NONE);
  g_assert_false (reknit_ritual_is_done (ritual, today));
  mark (fixture, ritual, "2026-11-22", fixture->ben, REKNIT_MARK_STATE_DONE);
  g_assert_true (reknit_ritual_is_done (ritual, today));
  mark (fixture, ritual, "2026-11-22", fixture->ana, REKNIT_MARK_STATE_NONE);
  assert_day (ritual, "2026-11-22", REKNIT_MARK_STATE_NONE, REKNIT_MARK_STATE_DONE);
  assert_day (ritual, "2026-11-21", REKNIT_MARK_STATE_NONE, REKNIT_MARK_STATE_NONE);

  g_assert_true (reknit_store_undo (fixture->store, NULL));
  assert_day (ritual, "2026-11-22", REKNIT_MARK_STATE_DONE, REKNIT_MARK_STATE_DONE);
}

/* Marked for both as long as the ritual was so, then by each: neither loses what was said. */
static void
test_marks_for_both (ModelFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (ReknitRitual) ritual = begin (fixture, "FREQ=DAILY", NULL);

  mark (fixture, ritual, "2026-11-21", fixture->ana, REKNIT_MARK_STATE_MISSED);
  mark (fixture, ritual, "2026-11-21", NULL, REKNIT_MARK_STATE_DONE);
  assert_day (ritual, "2026-11-21", REKNIT_MARK_STATE_DONE, REKNIT_MARK_STATE_DONE);
  mark (fixture, ritual, "2026-11-21", fixture->ben, REKNIT_MARK_STATE_NONE);
  assert_day (ritual, "2026-11-21", REKNIT_MARK_STATE_DONE, REKNIT_MARK_STATE_NONE);
  mark (fixture, ritual, "2026-11-21", NULL, REKNIT_MARK_STATE_NONE);
  assert_day (ritual, "2026-11-21", REKNIT_MARK_STATE_NONE, REKNIT_MARK_STATE_NONE);
}

static void
test_strength_from_the_store (ModelFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (ReknitRitual) ritual = begin (fixture, "FREQ=DAILY", NULL);
  g_autoptr (GDateTime) today = reknit_local_time_parse ("2026-11-22T19:00:00");

  for (int i = 1; i <= 20; i++)
    {
      g_autofree char *day = g_strdup_printf ("2026-11-%02d", i);

      mark (fixture, ritual, day, i % 2 == 0 ? NULL : fixture->ana, REKNIT_MARK_STATE_DONE);
      if (i % 2 == 1)
        mark (fixture, ritual, day, fixture->ben, REKNIT_MARK_STATE_DONE);
    }
  g_assert_cmpint (reknit_ritual_get_stage (ritual, today), ==, REKNIT_RITUAL_STAGE_SETTLING);
}

static void
assert_reminder (ModelFixture *fixture,
                 ReknitRitual *ritual,
                 const char   *starts,
                 gboolean      enabled)
{
  g_autoptr (ReknitReminder) reminder = reknit_reminder_find (fixture->store, REKNIT_REMINDER_RITUAL, id_of (ritual));

  if (starts == NULL)
    {
      g_assert_null (reminder);
      return;
    }
  g_assert_cmpstr (reknit_record_get_text (reminder, "starts"), ==, starts);
  g_assert_cmpstr (reknit_record_get_text (reminder, "rule"), ==, reknit_record_get_text (ritual, "rule"));
  g_assert_cmpint (reknit_record_get_flag (reminder, "enabled"), ==, enabled);
}

static void
test_reminder_goes_along (ModelFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (ReknitRitual) ritual = begin (fixture, "FREQ=DAILY", "20:15");
  g_autofree char *time = reknit_rituals_dup_reminder_time (ritual);

  g_assert_cmpstr (time, ==, "20:15");
  assert_reminder (fixture, ritual, "2026-11-18T20:15:00", TRUE);
  g_object_set (ritual, "rule", "FREQ=WEEKLY;BYDAY=SA", NULL);
  g_assert_true (reknit_rituals_save (fixture->store, "Change", ritual, "08:00", NULL));
  assert_reminder (fixture, ritual, "2026-11-18T08:00:00", TRUE);
  g_assert_true (reknit_rituals_let_go (fixture->store, "Let Go", ritual, NULL));
  assert_reminder (fixture, ritual, "2026-11-18T08:00:00", FALSE);
  g_assert_true (reknit_rituals_take_up (fixture->store, "Take Up", ritual, NULL));
  assert_reminder (fixture, ritual, "2026-11-18T08:00:00", TRUE);
  g_assert_true (reknit_rituals_save (fixture->store, "Change", ritual, NULL, NULL));
  assert_reminder (fixture, ritual, NULL, FALSE);
  g_assert_true (reknit_store_undo (fixture->store, NULL));
  assert_reminder (fixture, ritual, "2026-11-18T08:00:00", TRUE);
}

/* One look of the notifier at @time. Returns: how many reminders come then */
static guint
count_calls (ModelFixture *fixture,
             const char   *time)
{
  g_autoptr (ReknitScheduler) scheduler = reknit_scheduler_new (fixture->clock);
  g_autoptr (ReknitDiary) diary = NULL;
  g_autoptr (ReknitDueList) list = NULL;
  g_autoptr (GArray) claimed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now;

  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->clock), time);
  now = reknit_clock_now (fixture->clock);
  diary = reknit_diary_read (fixture->store, now, &error);
  g_assert_no_error (error);
  list = reknit_scheduler_list_due (scheduler, (const ReknitScheduledReminder *) (gpointer) diary->reminders->data,
                                    diary->reminders->len,
                                    (const ReknitScheduledOccurrence *) (gpointer) diary->occurrences->data,
                                    diary->occurrences->len);
  g_assert_true (reknit_diary_note (fixture->store, list, &error));
  claimed = reknit_diary_claim (fixture->store, list, now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (claimed->len, ==, list->due->len);
  return claimed->len;
}

static guint
count_out (ModelFixture *fixture)
{
  g_autoptr (GArray) out = reknit_diary_list_out (fixture->store);

  return out->len;
}

static void
test_no_call_for_what_is_marked (ModelFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (ReknitRitual) ritual = begin (fixture, "FREQ=DAILY", "20:15");

  mark (fixture, ritual, "2026-11-22", fixture->ana, REKNIT_MARK_STATE_DONE);
  g_assert_cmpuint (count_calls (fixture, "2026-11-22T20:15:00"), ==, 1);
  /* Whatever each of them said, nothing is left to say. */
  mark (fixture, ritual, "2026-11-23", fixture->ana, REKNIT_MARK_STATE_DONE);
  mark (fixture, ritual, "2026-11-23", fixture->ben, REKNIT_MARK_STATE_MISSED);
  g_assert_cmpuint (count_calls (fixture, "2026-11-23T20:15:00"), ==, 0);
  g_assert_cmpuint (count_calls (fixture, "2026-11-23T23:00:00"), ==, 0);
  mark (fixture, ritual, "2026-11-24", NULL, REKNIT_MARK_STATE_DONE);
  g_assert_cmpuint (count_calls (fixture, "2026-11-24T20:15:00"), ==, 0);
  mark (fixture, ritual, "2026-11-25", NULL, REKNIT_MARK_STATE_DONE);
  mark (fixture, ritual, "2026-11-25", NULL, REKNIT_MARK_STATE_NONE);
  g_assert_cmpuint (count_calls (fixture, "2026-11-25T20:15:00"), ==, 1);
}

/* The call of a ritual is over once it is marked, and comes back neither by itself nor when it was put off. */
static void
test_a_mark_ends_the_call (ModelFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitRitual) ritual = begin (fixture, "FREQ=DAILY", "20:15");
  g_autoptr (GArray) out = NULL;
  gint64 id;

  g_assert_cmpuint (count_calls (fixture, "2026-11-22T20:15:00"), ==, 1);
  out = reknit_diary_list_out (fixture->store);
  g_assert_cmpuint (out->len, ==, 1);
  id = g_array_index (out, gint64, 0);
  mark (fixture, ritual, "2026-11-22", fixture->ben, REKNIT_MARK_STATE_DONE);
  g_assert_cmpuint (count_calls (fixture, "2026-11-22T20:16:00"), ==, 0);
  g_assert_cmpuint (count_out (fixture), ==, 1);
  g_assert_true (reknit_diary_snooze (fixture->store, &id, 1, reknit_clock_now (fixture->clock) + 600, NULL));
  mark (fixture, ritual, "2026-11-22", fixture->ana, REKNIT_MARK_STATE_DONE);
  g_assert_cmpuint (count_calls (fixture, "2026-11-22T20:17:00"), ==, 0);
  g_assert_cmpuint (count_calls (fixture, "2026-11-22T20:30:00"), ==, 0);
  g_assert_cmpuint (count_out (fixture), ==, 0);
}

static void
test_no_call_for_one_alone (ModelFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (ReknitRitual) ritual = begin (fixture, "FREQ=DAILY", "20:15");

  g_assert_true (reknit_store_delete (fixture->store, NULL, fixture->ben, NULL));
  mark (fixture, ritual, "2026-11-22", fixture->ana, REKNIT_MARK_STATE_DONE);
  g_assert_cmpuint (count_calls (fixture, "2026-11-22T20:15:00"), ==, 0);
  g_assert_cmpuint (count_calls (fixture, "2026-11-23T20:15:00"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/rituals/due-days", test_due_days);
  model_test_add ("/rituals/due-rituals", test_due_rituals);
  model_test_add ("/rituals/marks", test_marks);
  model_test_add ("/rituals/marks-for-both", test_marks_for_both);
  model_test_add ("/rituals/strength-from-the-store", test_strength_from_the_store);
  model_test_add ("/rituals/reminder-goes-along", test_reminder_goes_along);
  model_test_add ("/rituals/no-call-for-what-is-marked", test_no_call_for_what_is_marked);
  model_test_add ("/rituals/a-mark-ends-the-call", test_a_mark_ends_the_call);
  model_test_add ("/rituals/no-call-for-one-alone", test_no_call_for_one_alone);
  return g_test_run ();
}
