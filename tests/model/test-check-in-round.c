#include "model-fixture.h"
#include "reknit-agenda-item.h"
#include "reknit-check-in.h"
#include "reknit-next-step.h"
#include "reknit-occurrence.h"
#include "reknit-reminder.h"

/* What stands around the answers of a check-in: what called for it, what it comes to, what it leads to. */

static void
save (ModelFixture *fixture,
      gpointer      record)
{
  g_autoptr (GError) error = NULL;

  reknit_store_save (fixture->store, NULL, record, &error);
  g_assert_no_error (error);
}

static ReknitOccurrence *
call (ModelFixture *fixture)
{
  g_autoptr (ReknitReminder) reminder =
    g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, "rule", "FREQ=WEEKLY;BYDAY=SU",
                  "starts", "2026-11-22T18:00:00", "zone", "", "enabled", TRUE, NULL);
  ReknitOccurrence *occurrence;

  save (fixture, reminder);
  occurrence = g_object_new (REKNIT_TYPE_OCCURRENCE, "reminder", reknit_record_get_id (REKNIT_RECORD (reminder)),
                             "local", "2026-11-22T18:00:00", "due", reknit_clock_now (fixture->clock) - 3600, NULL);
  save (fixture, occurrence);
  return occurrence;
}

/* Another time that the same reminder falls due. */
static ReknitOccurrence *
add_call (ModelFixture     *fixture,
          ReknitOccurrence *other,
          gint64            distance)
{
  gint64 due = reknit_record_get_integer (other, "due") + distance;
  g_autofree char *local = g_strdup_printf ("%" G_GINT64_FORMAT, due);
  ReknitOccurrence *occurrence =
    g_object_new (REKNIT_TYPE_OCCURRENCE, "reminder", reknit_record_get_integer (other, "reminder"), "local", local,
                  "due", due, NULL);

  save (fixture, occurrence);
  return occurrence;
}

static ReknitCheckIn *
begin (ModelFixture     *fixture,
       ReknitOccurrence *occurrence)
{
  g_autoptr (GError) error = NULL;
  ReknitCheckIn *check_in =
    reknit_check_in_begin (fixture->store, NULL, reknit_clock_now (fixture->clock),
                           occurrence != NULL ? reknit_record_get_id (REKNIT_RECORD (occurrence)) : 0, &error);

  g_assert_no_error (error);
  return check_in;
}

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (record);
}

static guint
count (ModelFixture *fixture,
       ReknitQuery  *query)
{
  g_autoptr (ReknitQuery) owned = query;

  return reknit_store_count (fixture->store, owned);
}

static void
test_calls_until_answered (ModelFixture  *fixture,
                           gconstpointer  data)
{
  gint64 now = reknit_clock_now (fixture->clock);
  g_autoptr (ReknitOccurrence) occurrence = call (fixture);
  g_autoptr (ReknitOccurrence) waiting = reknit_occurrence_find_waiting (fixture->store, REKNIT_REMINDER_CHECK_IN, now);
  g_autoptr (ReknitCheckIn) check_in = begin (fixture, occurrence);
  g_autoptr (GError) error = NULL;

  g_assert_true (waiting == occurrence);
  g_assert_null (reknit_occurrence_find_waiting (fixture->store, REKNIT_REMINDER_FOLLOW_UP, now));
  g_assert_null (reknit_occurrence_find_waiting (fixture->store, REKNIT_REMINDER_CHECK_IN, now - 7200));

  reknit_check_in_close (check_in, "Close", &error);
  g_assert_no_error (error);
  g_assert_cmpint (reknit_record_get_integer (occurrence, "state"), ==, REKNIT_OCCURRENCE_STATE_DONE);
  g_assert_null (reknit_occurrence_find_waiting (fixture->store, REKNIT_REMINDER_CHECK_IN, now));
}

/* Begun without being called; the call came while they were at it, and an older one had never been answered. */
static void
test_answers_the_calls_that_came_before (ModelFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr (ReknitOccurrence) occurrence = NULL;
  g_autoptr (ReknitOccurrence) older = NULL;
  g_autoptr (ReknitOccurrence) later = NULL;
  g_autoptr (ReknitCheckIn) check_in = NULL;
  g_autoptr (GError) error = NULL;

  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->clock), -7200);
  check_in = begin (fixture, NULL);
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->clock), 7200);
  occurrence = call (fixture);
  older = add_call (fixture, occurrence, -7 * 24 * 3600);
  later = add_call (fixture, occurrence, 7 * 24 * 3600);

  reknit_check_in_look_back_alone (check_in, &error);
  g_assert_no_error (error);
  g_assert_cmpint (reknit_record_get_integer (occurrence, "state"), ==, REKNIT_OCCURRENCE_STATE_DONE);
  g_assert_cmpint (reknit_record_get_integer (older, "state"), ==, REKNIT_OCCURRENCE_STATE_DONE);
  g_assert_cmpint (reknit_record_get_integer (later, "state"), ==, REKNIT_OCCURRENCE_STATE_PENDING);

  /* What comes after the answers were laid open calls for another one. */
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->clock), 8 * 24 * 3600);
  reknit_check_in_close (check_in, "Close", &error);
  g_assert_no_error (error);
  g_assert_cmpint (reknit_record_get_integer (later, "state"), ==, REKNIT_OCCURRENCE_STATE_PENDING);
}

/* To leave out what they began by themselves answers nobody's call. */
static void
test_leaves_other_calls_alone (ModelFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (ReknitOccurrence) occurrence = call (fixture);
  g_autoptr (ReknitCheckIn) check_in = begin (fixture, NULL);
  g_autoptr (GError) error = NULL;

  reknit_check_in_skip (check_in, "Skip", &error);
  g_assert_no_error (error);
  g_assert_cmpint (reknit_record_get_integer (occurrence, "state"), ==, REKNIT_OCCURRENCE_STATE_PENDING);
}

static void
test_left_out (ModelFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (ReknitOccurrence) occurrence = call (fixture);
  g_autoptr (ReknitCheckIn) check_in = begin (fixture, occurrence);
  g_autoptr (GError) error = NULL;

  reknit_check_in_skip (check_in, "Skip", &error);
  g_assert_no_error (error);
  g_assert_null (reknit_check_in_current (fixture->store));
  g_assert_cmpuint (count (fixture, reknit_check_in_query_history (0)), ==, 0);
  g_assert_cmpint (reknit_record_get_integer (occurrence, "state"), ==, REKNIT_OCCURRENCE_STATE_SKIPPED);

  /* One step, so one undo brings both back. */
  reknit_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (reknit_record_get_integer (occurrence, "state"), ==, REKNIT_OCCURRENCE_STATE_PENDING);
  g_assert_cmpint (reknit_record_get_integer (check_in, "state"), ==, REKNIT_CHECK_IN_STATE_ANSWERING);
}

static void
test_ready_is_seen_from_every_seat (ModelFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (ReknitCheckIn) check_in = begin (fixture, NULL);
  g_autoptr (ReknitCheckInAnswer) answer = reknit_check_in_answer_new (id_of (check_in), id_of (fixture->ana));

  g_assert_false (reknit_check_in_answer_says_anything (answer));
  g_assert_false (reknit_check_in_is_ready (check_in, fixture->ana));
  reknit_store_set_reader (fixture->store, id_of (fixture->ana));
  g_object_set (answer, "trust", (gint64) 0, "ready", reknit_clock_now (fixture->clock), NULL);
  g_assert_true (reknit_check_in_answer_says_anything (answer));
  save (fixture, answer);

  reknit_store_set_reader (fixture->store, id_of (fixture->ben));
  g_assert_true (reknit_check_in_is_ready (check_in, fixture->ana));
  g_assert_false (reknit_check_in_is_ready (check_in, fixture->ben));

  reknit_store_set_reader (fixture->store, id_of (fixture->ana));
  g_object_set (answer, "ready", (gint64) 0, NULL);
  save (fixture, answer);
  g_assert_false (reknit_check_in_is_ready (check_in, fixture->ana));
}

static void
test_alone_it_stays_private (ModelFixture  *fixture,
                             gconstpointer  data)
{
  gint64 ana = id_of (fixture->ana);
  g_autoptr (ReknitCheckIn) check_in = begin (fixture, NULL);
  g_autoptr (ReknitCheckInAnswer) answer = reknit_check_in_answer_new (id_of (check_in), ana);
  g_autoptr (GError) error = NULL;

  reknit_store_set_reader (fixture->store, ana);
  g_object_set (answer, "closeness", (gint64) 4, NULL);
  save (fixture, answer);
  g_assert_cmpuint (count (fixture, reknit_check_in_answer_query_revealed (ana, 0)), ==, 0);
  reknit_check_in_look_back_alone (check_in, &error);
  g_assert_no_error (error);
  g_assert_cmpint (reknit_record_get_integer (answer, "shared"), ==, 0);
  g_assert_cmpuint (count (fixture, reknit_check_in_answer_query_revealed (ana, 0)), ==, 1);
  g_assert_cmpuint (count (fixture, reknit_check_in_answer_query_revealed (ana, reknit_record_get_integer (check_in, "due"))), ==, 1);
  g_assert_cmpuint (count (fixture, reknit_check_in_answer_query_revealed (ana, reknit_record_get_integer (check_in, "due") + 1)), ==, 0);

  reknit_store_set_reader (fixture->store, 0);
  g_assert_cmpuint (count (fixture, reknit_check_in_answer_query_revealed (ana, 0)), ==, 0);
}

static void
test_agenda_is_walked_once (ModelFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (ReknitCheckIn) first = begin (fixture, NULL);
  g_autoptr (ReknitCheckIn) second = NULL;
  g_autoptr (ReknitAgendaItem) kept = g_object_new (REKNIT_TYPE_AGENDA_ITEM, "body", "The holidays", NULL);
  g_autoptr (ReknitAgendaItem) done = g_object_new (REKNIT_TYPE_AGENDA_ITEM, "body", "The car", NULL);
  g_autoptr (GError) error = NULL;

  save (fixture, kept);
  save (fixture, done);
  g_assert_cmpuint (count (fixture, reknit_agenda_item_query_to_do (id_of (first))), ==, 2);
  g_object_set (kept, "check-in", id_of (first), NULL);
  g_object_set (done, "check-in", id_of (first), "done", reknit_clock_now (fixture->clock), NULL);
  save (fixture, kept);
  save (fixture, done);
  g_assert_cmpuint (count (fixture, reknit_agenda_item_query_to_do (id_of (first))), ==, 0);
  g_assert_cmpuint (count (fixture, reknit_agenda_item_query_of (id_of (first))), ==, 1);

  reknit_check_in_close (first, "Close", &error);
  g_assert_no_error (error);
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->clock), 7 * 24 * 3600);
  second = begin (fixture, NULL);
  g_assert_cmpuint (count (fixture, reknit_agenda_item_query_to_do (id_of (second))), ==, 1);
}

static void
test_steps_come_back_once (ModelFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitCheckIn) first = begin (fixture, NULL);
  g_autoptr (ReknitCheckIn) second = NULL;
  g_autoptr (ReknitNextStep) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitNextStep) step =
    g_object_new (REKNIT_TYPE_NEXT_STEP, "check-in", id_of (first), "partner", id_of (fixture->ben), "body", "Cook", NULL);

  save (fixture, step);
  g_assert_cmpuint (count (fixture, reknit_next_step_query_since_last (id_of (first))), ==, 0);
  found = reknit_next_step_find (fixture->store, id_of (first), id_of (fixture->ben));
  g_assert_true (found == step);
  g_assert_null (reknit_next_step_find (fixture->store, id_of (first), id_of (fixture->ana)));

  reknit_check_in_close (first, "Close", &error);
  g_assert_no_error (error);
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->clock), 7 * 24 * 3600);
  second = begin (fixture, NULL);
  g_assert_cmpuint (count (fixture, reknit_next_step_query_since_last (id_of (second))), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/check-in-round/calls-until-answered", test_calls_until_answered);
  model_test_add ("/check-in-round/answers-the-calls-that-came-before", test_answers_the_calls_that_came_before);
  model_test_add ("/check-in-round/leaves-other-calls-alone", test_leaves_other_calls_alone);
  model_test_add ("/check-in-round/left-out", test_left_out);
  model_test_add ("/check-in-round/ready-is-seen-from-every-seat", test_ready_is_seen_from_every_seat);
  model_test_add ("/check-in-round/alone-it-stays-private", test_alone_it_stays_private);
  model_test_add ("/check-in-round/agenda-is-walked-once", test_agenda_is_walked_once);
  model_test_add ("/check-in-round/steps-come-back-once", test_steps_come_back_once);
  return g_test_run ();
}
