#include "ui-fixture.h"

#include "reknit-agenda-item.h"
#include "reknit-check-in-chart.h"
#include "reknit-check-in-page.h"
#include "reknit-check-in-session.h"
#include "reknit-check-in-status.h"
#include "reknit-check-in.h"
#include "reknit-content.h"
#include "reknit-next-step.h"
#include "reknit-occurrence.h"
#include "reknit-practice-page.h"
#include "reknit-rating-scale.h"
#include "reknit-reminder.h"
#include "reknit-text-field.h"

static ReknitPracticePage *
open_page (UiFixture *fixture)
{
  ReknitPractice *practice = reknit_content_find_practice (reknit_content_get_default (), "regular-check-ins");
  GtkWidget *page = g_object_new (REKNIT_TYPE_CHECK_IN_PAGE, "seats", fixture->seats, "practice", practice, NULL);

  ui_fixture_show (fixture, page);
  return REKNIT_PRACTICE_PAGE (page);
}

static GtkWidget *
find_session (ReknitPracticePage *page)
{
  GtkWidget *session = reknit_practice_page_get_subpage (page);

  g_assert_true (session != NULL && REKNIT_IS_CHECK_IN_SESSION (session));
  return session;
}

static void
press (ReknitPracticePage *page,
       const char         *name)
{
  ui_fixture_press (find_session (page), name);
}

#define assert_place(page, place) \
  g_assert_cmpint (reknit_check_in_session_get_place (REKNIT_CHECK_IN_SESSION (find_session (page))), ==, place)

static void
write_into (ReknitPracticePage *page,
            const char         *label,
            const char         *text)
{
  GtkWidget *field = ui_fixture_find (find_session (page), REKNIT_TYPE_TEXT_FIELD, label);

  if (field == NULL)
    g_error ("No field is called %s", label);
  reknit_text_field_set_text (REKNIT_TEXT_FIELD (field), text);
}

static void
rate_first (ReknitPracticePage *page,
            gint64              rating)
{
  GtkWidget *scale = ui_fixture_find (find_session (page), REKNIT_TYPE_RATING_SCALE, NULL);

  reknit_rating_scale_set_rating (REKNIT_RATING_SCALE (scale), rating);
}

/* From the hand-over to being ready. */
static void
answer_alone (UiFixture          *fixture,
              ReknitPracticePage *page,
              ReknitPartner      *partner,
              gint64              closeness,
              const char         *went_well,
              const char         *wish)
{
  ui_fixture_take (fixture, partner);
  assert_place (page, REKNIT_CHECK_IN_PLACE_APPRECIATION);
  press (page, "Continue");
  assert_place (page, REKNIT_CHECK_IN_PLACE_RATINGS);
  rate_first (page, closeness);
  press (page, "Continue");
  write_into (page, "One thing that went well", went_well);
  write_into (page, "One wish", wish);
  press (page, "Continue");
  assert_place (page, REKNIT_CHECK_IN_PLACE_REVIEW);
  press (page, "I’m Ready to Reveal");
  assert_place (page, REKNIT_CHECK_IN_PLACE_WAITING);
}

static void
test_scale (UiFixture     *fixture,
            gconstpointer  data)
{
  GtkWidget *scale = reknit_rating_scale_new ("Closeness", "How close?", "far", "near");
  GtkWidget *seven;

  ui_fixture_show (fixture, scale);
  g_assert_cmpint (reknit_rating_scale_get_rating (REKNIT_RATING_SCALE (scale)), ==, REKNIT_RATING_NONE);
  seven = ui_fixture_find (scale, GTK_TYPE_TOGGLE_BUTTON, "7");
  gtk_test_accessible_assert_property (seven, GTK_ACCESSIBLE_PROPERTY_LABEL, "Closeness: 7 of 10");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (seven)));
  g_assert_false (gtk_widget_get_focusable (seven));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (seven), TRUE);
  g_assert_cmpint (reknit_rating_scale_get_rating (REKNIT_RATING_SCALE (scale)), ==, 7);
  g_assert_true (gtk_widget_get_focusable (seven));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (seven), FALSE);
  g_assert_cmpint (reknit_rating_scale_get_rating (REKNIT_RATING_SCALE (scale)), ==, 7);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (seven)));

  ui_fixture_press (scale, "Leave Out");
  g_assert_cmpint (reknit_rating_scale_get_rating (REKNIT_RATING_SCALE (scale)), ==, REKNIT_RATING_NONE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (seven)));
}

static void
test_whole_check_in (UiFixture     *fixture,
                     gconstpointer  data)
{
  ReknitPracticePage *page = open_page (fixture);
  g_autoptr (ReknitAgendaItem) item = g_object_new (REKNIT_TYPE_AGENDA_ITEM, "body", "The holidays", NULL);
  g_autoptr (ReknitQuery) history = reknit_check_in_query_history (0);
  g_autoptr (ReknitCheckIn) closed = NULL;
  g_autoptr (ReknitNextStep) step = NULL;

  ui_fixture_save (fixture, item);
  ui_fixture_press (GTK_WIDGET (page), "Start Now");
  assert_place (page, REKNIT_CHECK_IN_PLACE_OPENING);
  press (page, "Continue");
  assert_place (page, REKNIT_CHECK_IN_PLACE_HAND_OVER);

  answer_alone (fixture, page, fixture->ana, 7, "we cooked lentils", "a walk by the canal");
  ui_fixture_take (fixture, fixture->ben);
  g_assert_false (ui_fixture_reads (GTK_WIDGET (page), "lentils"));
  g_assert_false (ui_fixture_disk_has (fixture, "lentils"));
  answer_alone (fixture, page, fixture->ben, 4, "nobody shouted", "an early night");
  press (page, "Take It Back");
  assert_place (page, REKNIT_CHECK_IN_PLACE_REVIEW);
  press (page, "I’m Ready to Reveal");

  ui_fixture_take (fixture, NULL);
  assert_place (page, REKNIT_CHECK_IN_PLACE_REVEAL);
  g_assert_false (ui_fixture_reads (GTK_WIDGET (page), "lentils"));
  g_assert_false (ui_fixture_disk_has (fixture, "nobody shouted"));
  press (page, "Reveal");
  assert_place (page, REKNIT_CHECK_IN_PLACE_ANSWERS);
  g_assert_true (ui_fixture_reads (find_session (page), "lentils"));
  g_assert_true (ui_fixture_reads (find_session (page), "nobody shouted"));
  press (page, "Continue");
  g_assert_true (ui_fixture_reads (find_session (page), "The holidays"));
  press (page, "Talked About");
  g_assert_cmpint (reknit_record_get_integer (item, "done"), !=, 0);
  press (page, "Continue");
  write_into (page, "What Ana will do", "Call the garage");
  press (page, "Continue");
  assert_place (page, REKNIT_CHECK_IN_PLACE_END);
  press (page, "Close the Check-in");

  g_assert_null (reknit_practice_page_get_subpage (page));
  closed = reknit_store_first (fixture->store, history);
  step = reknit_next_step_find (fixture->store, reknit_record_get_id (REKNIT_RECORD (closed)),
                                reknit_record_get_id (REKNIT_RECORD (fixture->ana)));
  g_assert_cmpstr (reknit_record_get_text (step, "body"), ==, "Call the garage");
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "22 November 2026"));
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "Call the garage"));

  reknit_practice_page_open_subject (page, "check_in", reknit_record_get_id (REKNIT_RECORD (closed)));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "a walk by the canal"));
}

static void
wait_for_place (ReknitPracticePage *page,
                ReknitCheckInPlace  place)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (reknit_check_in_session_get_place (REKNIT_CHECK_IN_SESSION (find_session (page))) != place
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  assert_place (page, place);
}

static void
test_asks_for_the_keys_after_a_lock (UiFixture     *fixture,
                                     gconstpointer  data)
{
  ReknitPracticePage *page = open_page (fixture);

  ui_fixture_press (GTK_WIDGET (page), "Start Now");
  press (page, "Continue");
  answer_alone (fixture, page, fixture->ana, 7, "we cooked lentils", "a walk");
  answer_alone (fixture, page, fixture->ben, 4, "nobody shouted", "an early night");
  ui_fixture_take (fixture, NULL);
  reknit_seats_lock (fixture->seats);
  press (page, "Reveal");
  assert_place (page, REKNIT_CHECK_IN_PLACE_REVEAL);
  g_assert_true (ui_fixture_reads (find_session (page), "Ana, Your Key Is Needed"));

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *entry = ui_fixture_find (find_session (page), ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);

      gtk_editable_set_text (GTK_EDITABLE (entry), UI_FIXTURE_PASSPHRASE);
      press (page, "Open My Answers");
      while (i == 0 && !ui_fixture_reads (find_session (page), "Ben, Your Key Is Needed"))
        g_main_context_iteration (NULL, TRUE);
    }
  wait_for_place (page, REKNIT_CHECK_IN_PLACE_ANSWERS);
  g_assert_null (reknit_seats_get_current (fixture->seats));
  g_assert_true (ui_fixture_reads (find_session (page), "lentils"));
}

static void
test_goes_on_where_it_was_left (UiFixture     *fixture,
                                gconstpointer  data)
{
  ReknitPracticePage *page = open_page (fixture);

  ui_fixture_press (GTK_WIDGET (page), "Start Now");
  press (page, "Continue");
  ui_fixture_take (fixture, fixture->ana);
  press (page, "Continue");
  rate_first (page, 3);
  press (page, "Continue");
  write_into (page, "One wish", "half a sentence");
  press (page, "Leave");
  g_assert_null (reknit_practice_page_get_subpage (page));

  ui_fixture_press (GTK_WIDGET (page), "Go On");
  assert_place (page, REKNIT_CHECK_IN_PLACE_WORDS);
  g_assert_true (ui_fixture_reads (find_session (page), "half a sentence"));

  /* Somebody sits down in between: nothing is to be seen, and nothing is lost. */
  write_into (page, "One wish", "half a sentence more");
  ui_fixture_take (fixture, fixture->ben);
  g_assert_false (ui_fixture_reads (GTK_WIDGET (page), "half a sentence"));
  ui_fixture_take (fixture, fixture->ana);
  assert_place (page, REKNIT_CHECK_IN_PLACE_WORDS);
  g_assert_true (ui_fixture_reads (find_session (page), "half a sentence more"));
  press (page, "Back");
  g_assert_cmpint (reknit_rating_scale_get_rating (REKNIT_RATING_SCALE (
                     ui_fixture_find (find_session (page), REKNIT_TYPE_RATING_SCALE, NULL))), ==, 3);
}

static void
test_alone (UiFixture     *fixture,
            gconstpointer  data)
{
  ReknitPracticePage *page = open_page (fixture);

  ui_fixture_press (GTK_WIDGET (page), "Start Now");
  assert_place (page, REKNIT_CHECK_IN_PLACE_HAND_OVER);
  ui_fixture_take (fixture, fixture->ana);
  assert_place (page, REKNIT_CHECK_IN_PLACE_OPENING);
  press (page, "Continue");
  press (page, "Continue");
  rate_first (page, 5);
  press (page, "Continue");
  press (page, "Continue");
  assert_place (page, REKNIT_CHECK_IN_PLACE_REVIEW);
  press (page, "Continue");
  assert_place (page, REKNIT_CHECK_IN_PLACE_AGENDA);
  press (page, "Continue");
  press (page, "Continue");
  press (page, "Close the Check-in");
  g_assert_null (reknit_practice_page_get_subpage (page));
}

static void
test_status (UiFixture     *fixture,
             gconstpointer  data)
{
  g_autoptr (ReknitReminder) reminder =
    g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, "rule", "FREQ=WEEKLY;BYDAY=SU",
                  "starts", "2026-11-15T18:00:00", "zone", "", "enabled", TRUE, NULL);
  g_autoptr (ReknitOccurrence) occurrence = NULL;
  ReknitCheckInStatus *status = reknit_check_in_status_read (fixture->seats);
  g_autofree char *planned = NULL;
  g_autofree char *due = NULL;

  g_assert_cmpint (status->phase, ==, REKNIT_CHECK_IN_PHASE_NONE);
  g_assert_null (reknit_check_in_status_dup_line (status));
  reknit_check_in_status_free (status);

  ui_fixture_save (fixture, reminder);
  status = reknit_check_in_status_read (fixture->seats);
  planned = reknit_check_in_status_dup_line (status);
  g_assert_cmpstr (planned, ==, "Next: Sun 29 Nov, 18:00");
  reknit_check_in_status_free (status);

  occurrence = g_object_new (REKNIT_TYPE_OCCURRENCE, "reminder", reknit_record_get_id (REKNIT_RECORD (reminder)),
                             "local", "2026-11-22T18:00:00", "due", reknit_clock_now (fixture->clock) - 3600, NULL);
  ui_fixture_save (fixture, occurrence);
  status = reknit_check_in_status_read (fixture->seats);
  due = reknit_check_in_status_dup_line (status);
  g_assert_cmpstr (due, ==, "It is time: Today, 18:00");
  reknit_check_in_status_free (status);

  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->clock), 24 * 3600);
  status = reknit_check_in_status_read (fixture->seats);
  g_assert_cmpint (status->phase, ==, REKNIT_CHECK_IN_PHASE_MISSED);
  reknit_check_in_status_free (status);
}

static void
test_missed_is_offered_and_left_out (UiFixture     *fixture,
                                     gconstpointer  data)
{
  g_autoptr (ReknitReminder) reminder =
    g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, "rule", "FREQ=WEEKLY;BYDAY=SU",
                  "starts", "2026-11-15T18:00:00", "zone", "", "enabled", TRUE, NULL);
  g_autoptr (ReknitOccurrence) occurrence = NULL;
  ReknitPracticePage *page;

  ui_fixture_save (fixture, reminder);
  occurrence = g_object_new (REKNIT_TYPE_OCCURRENCE, "reminder", reknit_record_get_id (REKNIT_RECORD (reminder)),
                             "local", "2026-11-21T18:00:00", "due", reknit_clock_now (fixture->clock) - 25 * 3600, NULL);
  ui_fixture_save (fixture, occurrence);
  page = open_page (fixture);
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "This One Is Still Open"));
  gtk_widget_activate_action (GTK_WIDGET (page), "practice.skip", NULL);
  ui_fixture_settle ();
  g_assert_cmpint (reknit_record_get_integer (occurrence, "state"), ==, REKNIT_OCCURRENCE_STATE_SKIPPED);
  g_assert_false (ui_fixture_reads (GTK_WIDGET (page), "This One Is Still Open"));
}

/* What was tomorrow is today once it is midnight, also where the page stands open and nobody touches it. */
static void
test_another_day (UiFixture     *fixture,
                  gconstpointer  data)
{
  ReknitPracticePage *page;
  g_autoptr (ReknitReminder) reminder =
    g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, "rule", "FREQ=WEEKLY", "starts", "2026-11-23T19:00:00",
                  "zone", "", "enabled", TRUE, NULL);

  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->clock), "2026-11-22T23:59:59");
  ui_fixture_save (fixture, reminder);
  page = open_page (fixture);
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "Tomorrow, 19:00"));
  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->clock), "2026-11-23T00:00:00");
  ui_fixture_wait_to_read (GTK_WIDGET (page), "Today, 19:00");
}

static GtkWidget *
find_history_row (ReknitPracticePage *page)
{
  GtkWidget *row = ui_fixture_find (ui_fixture_top (page), ADW_TYPE_ACTION_ROW, "22 November 2026");

  return row;
}

/* What was answered before a check-in was left out stays with whoever wrote it, and is found again by them alone. */
static void
test_left_out_keeps_what_was_written (UiFixture     *fixture,
                                      gconstpointer  data)
{
  ReknitPracticePage *page = open_page (fixture);
  GtkWidget *row;

  ui_fixture_press (GTK_WIDGET (page), "Start Now");
  press (page, "Continue");
  answer_alone (fixture, page, fixture->ana, 7, "we cooked lentils", "a walk by the canal");
  ui_fixture_take (fixture, fixture->ben);
  reknit_practice_page_pop_all (page);
  ui_fixture_press (GTK_WIDGET (page), "Skip This One");
  g_assert_null (find_history_row (page));
  ui_fixture_take (fixture, NULL);
  g_assert_null (find_history_row (page));

  ui_fixture_take (fixture, fixture->ana);
  row = find_history_row (page);
  g_assert_nonnull (row);
  g_assert_true (ui_fixture_reads (row, "Left out. Only you can read what you wrote."));
  gtk_widget_activate (row);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (ui_fixture_top (page), "a walk by the canal"));
}

/* To begin is no step of its own: taking it back would take what was answered since along. */
static void
test_undo_takes_no_answers_along (UiFixture     *fixture,
                                  gconstpointer  data)
{
  ReknitPracticePage *page = open_page (fixture);
  g_autofree char *label = NULL;

  ui_fixture_take (fixture, fixture->ana);
  ui_fixture_press (GTK_WIDGET (page), "Start Now");
  g_object_get (fixture->store, "undo-label", &label, NULL);
  g_assert_null (label);
}

static void
test_schedule_page (UiFixture     *fixture,
                    gconstpointer  data)
{
  ReknitPracticePage *page = open_page (fixture);
  g_autoptr (ReknitReminder) reminder = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "A Fixed Time for Each Other"));
  ui_fixture_press (GTK_WIDGET (page), "Choose a Time");
  ui_fixture_press (reknit_practice_page_get_subpage (page), "Save");
  g_assert_null (reknit_practice_page_get_subpage (page));
  reminder = reknit_reminder_find (fixture->store, REKNIT_REMINDER_CHECK_IN, 0);
  g_assert_cmpstr (reknit_record_get_text (reminder, "rule"), ==, "FREQ=WEEKLY;BYDAY=SU");
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "Every Sunday at 19:00"));

  reknit_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (GTK_WIDGET (page), "A Fixed Time for Each Other"));
}

static void
put_past (UiFixture *fixture,
          gint64     ago,
          gint64     closeness,
          const char *went_well)
{
  gint64 then = reknit_clock_now (fixture->clock) - ago;
  g_autoptr (ReknitCheckIn) check_in = g_object_new (REKNIT_TYPE_CHECK_IN, "due", then, "state", REKNIT_CHECK_IN_STATE_CLOSED,
                                                     "revealed", then, "closed", then, NULL);
  g_autoptr (ReknitCheckInAnswer) answer = NULL;

  ui_fixture_save (fixture, check_in);
  answer = reknit_check_in_answer_new (reknit_record_get_id (REKNIT_RECORD (check_in)),
                                       reknit_record_get_id (REKNIT_RECORD (fixture->ana)));
  g_object_set (answer, "shared", then, "closeness", closeness, "went-well", went_well, NULL);
  ui_fixture_save (fixture, answer);
}

/* Those that can be used now. */
static guint
count_drop_downs (GtkWidget *widget)
{
  guint n = GTK_IS_DROP_DOWN (widget) && gtk_widget_is_drawable (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_drop_downs (child);
  return n;
}

static void
test_chart (UiFixture     *fixture,
            gconstpointer  data)
{
  GtkWidget *chart;
  g_autofree char *stop = NULL;
  gboolean empty;

  chart = reknit_check_in_chart_new (fixture->seats);
  ui_fixture_show (fixture, chart);
  g_assert_cmpuint (count_drop_downs (chart), ==, 0);
  g_object_get (chart, "empty", &empty, NULL);
  g_assert_true (empty);

  put_past (fixture, 200 * 86400, 2, "long ago");
  put_past (fixture, 7 * 86400, 8, "we danced");
  for (guint i = 0; i < 10; i++)
    ui_fixture_settle ();
  g_object_get (chart, "empty", &empty, NULL);
  g_assert_false (empty);
  g_assert_cmpuint (reknit_chart_get_n_stops (reknit_check_in_chart_get_chart (REKNIT_CHECK_IN_CHART (chart))), ==, 1);
  stop = reknit_chart_describe_stop (reknit_check_in_chart_get_chart (REKNIT_CHECK_IN_CHART (chart)), 0);
  g_assert_nonnull (strstr (stop, "Ana: 8"));
  g_assert_nonnull (strstr (stop, "we danced"));

  g_object_set (chart, "choosing", TRUE, "span", (guint) REKNIT_CHECK_IN_SPAN_YEAR, NULL);
  g_assert_cmpuint (count_drop_downs (chart), ==, 2);
  ui_fixture_settle ();
  g_assert_cmpuint (reknit_chart_get_n_stops (reknit_check_in_chart_get_chart (REKNIT_CHECK_IN_CHART (chart))), ==, 2);
  g_object_set (chart, "scale", 4u, NULL);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (chart, "Stress from Outside"));
  g_object_get (chart, "empty", &empty, NULL);
  g_assert_true (empty);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/check-in/scale", NULL, test_scale);
  ui_test_add ("/check-in/whole", "sealed", test_whole_check_in);
  ui_test_add ("/check-in/asks-for-the-keys-after-a-lock", "sealed", test_asks_for_the_keys_after_a_lock);
  ui_test_add ("/check-in/goes-on-where-it-was-left", "sealed", test_goes_on_where_it_was_left);
  ui_test_add ("/check-in/alone", "alone", test_alone);
  ui_test_add ("/check-in/status", NULL, test_status);
  ui_test_add ("/check-in/missed-is-offered-and-left-out", NULL, test_missed_is_offered_and_left_out);
  ui_test_add ("/check-in/another-day", NULL, test_another_day);
  ui_test_add ("/check-in/left-out-keeps-what-was-written", "sealed", test_left_out_keeps_what_was_written);
  ui_test_add ("/check-in/undo-takes-no-answers-along", NULL, test_undo_takes_no_answers_along);
  ui_test_add ("/check-in/schedule-page", NULL, test_schedule_page);
  ui_test_add ("/check-in/chart", NULL, test_chart);
  return g_test_run ();
}
