#include "model-fixture.h"
#include "reknit-reminder.h"
#include "reknit-talk.h"

static ReknitTalk *
begin (ModelFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ReknitTalk *talk = g_object_new (REKNIT_TYPE_TALK,
                                   "topic", "Sundays",
                                   "turn-seconds", (gint64) REKNIT_TALK_TURN_SECONDS_DEFAULT,
                                   "speaker", reknit_record_get_id (REKNIT_RECORD (fixture->ana)),
                                   NULL);

  reknit_talk_begin (fixture->store, talk, &error);
  g_assert_no_error (error);
  return talk;
}

static gint64
now (ModelFixture *fixture)
{
  return reknit_clock_now (fixture->clock);
}

static void
advance (ModelFixture *fixture,
         gint64        seconds)
{
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->clock), seconds);
}

static void
test_clock_counts_only_while_it_runs (ModelFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (ReknitTalk) talk = begin (fixture);

  advance (fixture, 40);
  g_assert_cmpint (reknit_talk_get_remaining (talk, now (fixture)), ==, 180);
  reknit_talk_run_clock (talk, now (fixture));
  advance (fixture, 50);
  g_assert_cmpint (reknit_talk_get_remaining (talk, now (fixture)), ==, 130);
  reknit_talk_hold_clock (talk, now (fixture));
  advance (fixture, 500);
  g_assert_cmpint (reknit_talk_get_remaining (talk, now (fixture)), ==, 130);
  reknit_talk_run_clock (talk, now (fixture));
  advance (fixture, 140);
  g_assert_cmpint (reknit_talk_get_remaining (talk, now (fixture)), ==, -10);
}

static void
test_clock_set_back_takes_nothing_away (ModelFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr (ReknitTalk) talk = begin (fixture);

  reknit_talk_run_clock (talk, now (fixture));
  advance (fixture, -3600);
  g_assert_cmpint (reknit_talk_get_remaining (talk, now (fixture)), ==, 180);
}

static void
test_goes_on_where_it_stopped (ModelFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (ReknitTalk) talk = begin (fixture);
  g_autoptr (GError) error = NULL;

  reknit_talk_run_clock (talk, now (fixture));
  advance (fixture, 60);
  reknit_talk_step (talk, REKNIT_TALK_PHASE_REFLECTING, &error);
  g_assert_no_error (error);
  g_clear_object (&talk);

  talk = reknit_talk_current (fixture->store);
  g_assert_cmpint (reknit_record_get_integer (talk, "phase"), ==, REKNIT_TALK_PHASE_REFLECTING);
  g_assert_cmpint (reknit_talk_get_remaining (talk, now (fixture)), ==, 120);
}

static void
test_floor_passes (ModelFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (ReknitTalk) talk = begin (fixture);
  g_autoptr (ReknitQuery) turns = reknit_talk_turn_query (reknit_record_get_id (REKNIT_RECORD (talk)));
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  reknit_talk_run_clock (talk, now (fixture));
  advance (fixture, 75);
  reknit_talk_step (talk, REKNIT_TALK_PHASE_REFLECTING, &error);
  g_assert_no_error (error);
  reknit_talk_pass_floor (talk, fixture->ben, &error);
  g_assert_no_error (error);

  all = reknit_store_all (fixture->store, turns);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (reknit_record_get_integer (all->pdata[0], "seconds"), ==, 75);
  g_assert_cmpint (reknit_record_get_integer (all->pdata[1], "speaker"), ==,
                   reknit_record_get_id (REKNIT_RECORD (fixture->ben)));
  g_assert_cmpint (reknit_talk_get_remaining (talk, now (fixture)), ==, 180);
}

static void
test_break_lasts_twenty_minutes_at_least (ModelFixture  *fixture,
                                          gconstpointer  data)
{
  g_autoptr (ReknitTalk) talk = begin (fixture);
  g_autoptr (ReknitReminder) reminder = NULL;
  g_autoptr (GError) error = NULL;

  reknit_talk_pause (talk, now (fixture) + 60, &error);
  g_assert_no_error (error);
  g_assert_true (reknit_talk_is_paused (talk));
  g_assert_cmpint (reknit_record_get_integer (talk, "back-at"), ==, now (fixture) + 20 * 60);
  reminder = reknit_reminder_find (fixture->store, REKNIT_REMINDER_TALK_BREAK,
                                   reknit_record_get_id (REKNIT_RECORD (talk)));
  g_assert_cmpstr (reknit_record_get_text (reminder, "starts"), ==, "2026-11-22T19:20:00");
}

static void
test_coming_back_disarms (ModelFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (ReknitTalk) talk = begin (fixture);
  g_autoptr (GError) error = NULL;

  reknit_talk_pause (talk, now (fixture) + 1800, &error);
  g_assert_no_error (error);
  advance (fixture, 600);
  reknit_talk_resume (talk, &error);
  g_assert_no_error (error);
  g_assert_false (reknit_talk_is_paused (talk));
  g_assert_null (reknit_reminder_find (fixture->store, REKNIT_REMINDER_TALK_BREAK,
                                       reknit_record_get_id (REKNIT_RECORD (talk))));
}

static void
test_ends (ModelFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (ReknitTalk) talk = begin (fixture);
  g_autoptr (GError) error = NULL;

  reknit_talk_step (talk, REKNIT_TALK_PHASE_ENDED, &error);
  g_assert_no_error (error);
  g_assert_cmpint (reknit_record_get_integer (talk, "ended"), ==, now (fixture));
  g_assert_null (reknit_talk_current (fixture->store));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/talk/clock-counts-only-while-it-runs", test_clock_counts_only_while_it_runs);
  model_test_add ("/talk/clock-set-back-takes-nothing-away", test_clock_set_back_takes_nothing_away);
  model_test_add ("/talk/goes-on-where-it-stopped", test_goes_on_where_it_stopped);
  model_test_add ("/talk/floor-passes", test_floor_passes);
  model_test_add ("/talk/break-lasts-twenty-minutes-at-least", test_break_lasts_twenty_minutes_at_least);
  model_test_add ("/talk/coming-back-disarms", test_coming_back_disarms);
  model_test_add ("/talk/ends", test_ends);
  return g_test_run ();
}
