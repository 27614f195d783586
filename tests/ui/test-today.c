#include "planner-fixture.h"

#include "reknit-content.h"
#include "reknit-issue.h"
#include "reknit-reminder.h"
#include "reknit-ritual-days.h"
#include "reknit-rituals.h"
#include "reknit-strategy-page.h"
#include "reknit-talk.h"
#include "reknit-today-cards.h"
#include "reknit-today-page.h"

/* The first page as time goes by: nobody touches it, and it is right all the same. */

static GtkWidget *
show_page_at (UiFixture  *fixture,
              const char *time)
{
  GtkWidget *page;

  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->clock), time);
  page = reknit_today_page_new (fixture->seats);
  ui_fixture_show (fixture, page);
  return page;
}

/* The page sleeps for a second before @time, and wakes up then. */
static void
go_on_to (UiFixture  *fixture,
          const char *time)
{
  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->clock), time);
}

static ReknitRitual *
begin_ritual (UiFixture  *fixture,
              const char *deed,
              const char *rule)
{
  g_autoptr (GError) error = NULL;
  ReknitRitual *ritual = g_object_new (REKNIT_TYPE_RITUAL, "kind", REKNIT_RITUAL_DAILY, "cue", "After the coffee", "deed", deed,
                                       "rule", rule, "starts", "2026-01-01T00:00:00", NULL);

  reknit_rituals_save (fixture->store, "Begin", ritual, NULL, &error);
  g_assert_no_error (error);
  return ritual;
}

static void
test_midnight (UiFixture     *fixture,
               gconstpointer  data)
{
  g_autoptr (ReknitRitual) daily = begin_ritual (fixture, "Look out of the window", "FREQ=DAILY");
  g_autoptr (ReknitRitual) mondays = begin_ritual (fixture, "Begin the week", "FREQ=WEEKLY;BYDAY=MO");
  g_autoptr (ReknitPlan) date =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-23T20:00:00", "2026-11-23T23:00:00", "", "Pasta");
  GtkWidget *page = show_page_at (fixture, "2026-11-22T23:59:59");
  g_autoptr (GDateTime) monday = NULL;

  g_assert_true (ui_fixture_reads (page, "Sunday, 22 November"));
  g_assert_true (ui_fixture_reads (page, "Tomorrow, 20:00"));
  g_assert_false (ui_fixture_reads (page, "Begin the week"));
  go_on_to (fixture, "2026-11-23T00:00:00");
  ui_fixture_wait_to_read (page, "Monday, 23 November");
  g_assert_true (ui_fixture_reads (page, "Today, 20:00"));
  g_assert_true (ui_fixture_reads (page, "Begin the week"));

  /* What is marked now is marked of the new day. */
  monday = reknit_clock_local_now (fixture->clock);
  ui_fixture_press (page, "Done");
  g_assert_true (reknit_ritual_is_done (daily, monday));
}

static void
test_date_is_over (UiFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr (ReknitPlan) date =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-22T17:00:00", "2026-11-22T19:30:00", "", "Pasta");
  g_autoptr (ReknitPlan) later =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-22T22:00:00", "2026-11-22T23:00:00", "", "Stars");
  GtkWidget *page = show_page_at (fixture, "2026-11-22T19:29:59");

  g_assert_true (ui_fixture_reads (page, "Pasta"));
  go_on_to (fixture, "2026-11-22T19:30:00");
  ui_fixture_wait_to_read (page, "Stars");
  g_assert_false (ui_fixture_reads (page, "Pasta"));
}

/* What is planned while the page is shown is over in time, too. */
static void
test_date_that_was_moved (UiFixture     *fixture,
                          gconstpointer  data)
{
  g_autoptr (ReknitPlan) date =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-22T22:00:00", "2026-11-22T23:00:00", "", "Stars");
  GtkWidget *page = show_page_at (fixture, "2026-11-22T19:29:59");

  g_object_set (date, "starts", "2026-11-22T18:00:00", "ends", "2026-11-22T19:30:00", NULL);
  ui_fixture_save (fixture, date);
  g_assert_true (ui_fixture_reads (page, "Stars"));
  go_on_to (fixture, "2026-11-22T19:30:00");
  ui_fixture_wait_to_read (page, "Something to Look Forward To");
}

/* The machine slept, or its clock was set: what rings then is years away from what was waited for. */
static void
test_long_sleep (UiFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (ReknitPlan) date =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Pasta");
  GtkWidget *page = show_page_at (fixture, "2026-11-22T23:59:59");

  g_assert_true (ui_fixture_reads (page, "Pasta"));
  go_on_to (fixture, "2026-11-30T08:00:00");
  ui_fixture_wait_to_read (page, "Monday, 30 November");
  g_assert_true (ui_fixture_reads (page, "Something to Look Forward To"));
}

static void
test_check_in_moves_on (UiFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr (ReknitReminder) reminder =
    g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, "rule", "FREQ=WEEKLY", "starts", "2026-11-22T19:00:00",
                  "zone", "", "enabled", TRUE, NULL);
  GtkWidget *page;

  ui_fixture_save (fixture, reminder);
  page = show_page_at (fixture, "2026-11-22T18:59:59");
  g_assert_true (ui_fixture_reads (page, "Today, 19:00"));
  go_on_to (fixture, "2026-11-22T19:00:00");
  ui_fixture_wait_to_read (page, "Sun 29 Nov, 19:00");
}

/* A talk that waits to go on, and an issue whose day has come, wait on the first page. */
static void
test_what_waits (UiFixture     *fixture,
                 gconstpointer  data)
{
  GtkWidget *page = show_page_at (fixture, "2026-11-22T23:59:59");
  g_autoptr (ReknitTalk) talk = g_object_new (REKNIT_TYPE_TALK, "topic", "Lamps", "turn-seconds", (gint64) 180,
                                              "speaker", reknit_record_get_id (REKNIT_RECORD (fixture->ana)), NULL);
  g_autoptr (ReknitIssue) issue = g_object_new (REKNIT_TYPE_ISSUE, "title", "The Bin", "shared", (gint64) 1, NULL);
  g_autoptr (GDateTime) monday = g_date_time_new_utc (2026, 11, 23, 0, 0, 0);
  g_autoptr (GError) error = NULL;

  ui_fixture_save (fixture, issue);
  g_assert_true (reknit_issue_set_follow_up (issue, "Follow Up", monday, &error));
  g_assert_false (ui_fixture_reads (page, "A Talk to Go On With"));
  g_assert_false (ui_fixture_reads (page, "1 Issue to Look at Again"));
  g_assert_true (reknit_talk_begin (fixture->store, talk, &error));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (page, "A Talk to Go On With"));
  go_on_to (fixture, "2026-11-23T00:00:00");
  ui_fixture_wait_to_read (page, "1 Issue to Look at Again");
  g_assert_true (reknit_issue_move (issue, "Move", REKNIT_ISSUE_STATE_SETTLED, &error));
  ui_fixture_settle ();
  g_assert_false (ui_fixture_reads (page, "1 Issue to Look at Again"));
}

/* What a card says of a practice goes along. */
static void
test_strategy_at_midnight (UiFixture     *fixture,
                           gconstpointer  data)
{
  g_autoptr (ReknitReminder) reminder =
    g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, "rule", "FREQ=WEEKLY", "starts", "2026-11-23T19:00:00",
                  "zone", "", "enabled", TRUE, NULL);
  GtkWidget *page;

  ui_fixture_save (fixture, reminder);
  reknit_test_clock_set (REKNIT_TEST_CLOCK (fixture->clock), "2026-11-22T23:59:59");
  page = reknit_strategy_page_new (fixture->seats, reknit_content_find_strategy (reknit_content_get_default (), "communicate"));
  ui_fixture_show (fixture, page);
  g_assert_true (ui_fixture_reads (page, "Tomorrow, 19:00"));
  go_on_to (fixture, "2026-11-23T00:00:00");
  ui_fixture_wait_to_read (page, "Today, 19:00");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/today/midnight", NULL, test_midnight);
  ui_test_add ("/today/date-is-over", NULL, test_date_is_over);
  ui_test_add ("/today/date-that-was-moved", NULL, test_date_that_was_moved);
  ui_test_add ("/today/long-sleep", NULL, test_long_sleep);
  ui_test_add ("/today/check-in-moves-on", NULL, test_check_in_moves_on);
  ui_test_add ("/today/what-waits", NULL, test_what_waits);
  ui_test_add ("/today/strategy-at-midnight", NULL, test_strategy_at_midnight);
  return g_test_run ();
}
