#include "page-fixture.h"

#include "reknit-agreement.h"
#include "reknit-content.h"
#include "reknit-issue.h"
#include "reknit-listening-page.h"
#include "reknit-reminder.h"
#include "reknit-takeaway.h"
#include "reknit-talk-outcome.h"
#include "reknit-tools.h"
#include "reknit-turn-clock.h"
#include "reknit-ui.h"

static void
advance (PageFixture *fixture,
         gint64       seconds)
{
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->model.clock), seconds);
  page_settle ();
}

static void
set_rules (PageFixture *fixture)
{
  static const char *const rules[] = { "We take turns.", "Either of us may ask for a break.", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitAgreementRevision) revision =
    reknit_agreement_revise (fixture->model.store, "Propose", REKNIT_AGREEMENT_GROUND_RULES, rules, &error);

  g_assert_no_error (error);
  reknit_agreement_revision_sign (revision, "Sign", fixture->model.ana, &error);
  reknit_agreement_revision_sign (revision, "Sign", fixture->model.ben, &error);
  g_assert_no_error (error);
}

static ReknitIssue *
add_issue (PageFixture *fixture,
           const char  *title)
{
  g_autoptr (GError) error = NULL;
  ReknitIssue *issue = g_object_new (REKNIT_TYPE_ISSUE,
                                     "author", reknit_record_get_id (REKNIT_RECORD (fixture->model.ana)),
                                     "shared", reknit_clock_now (fixture->model.clock),
                                     "title", title,
                                     "state", REKNIT_ISSUE_STATE_TO_TALK,
                                     NULL);

  reknit_store_save (fixture->model.store, NULL, issue, &error);
  g_assert_no_error (error);
  return issue;
}

/* Ana’s place comes first, Ben’s second. */
static GtkWidget *
get_field (GtkWidget *page)
{
  GtkWidget *view = page_find_type (page, GTK_TYPE_TEXT_VIEW);

  g_assert_nonnull (view);
  return view;
}

static char *
live_line (PageFixture *fixture)
{
  return reknit_tools_describe (fixture->seats, reknit_content_find_practice (reknit_content_get_default (), "active-listening"));
}

static GtkWidget *
begin (PageFixture *fixture,
       const char  *topic)
{
  GtkWidget *page = GTK_WIDGET (page_open (fixture, "active-listening"));

  page_type (page, topic);
  page_press (page, "Begin the Talk");
  return page;
}

static void
test_needs_a_topic (PageFixture   *fixture,
                    gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (page_open (fixture, "active-listening"));
  g_autoptr (ReknitTalk) talk = NULL;

  page_picture (fixture, "room-new", 900, 700);
  page_press (page, "Begin the Talk");
  g_assert_true (page_shows (page, "Name the topic first. A few words are enough."));
  g_assert_null (reknit_practice_page_get_subpage (fixture->page));

  page_type (page, "Sundays");
  g_assert_false (page_shows (page, "Name the topic first. A few words are enough."));
  page_press (page, "Begin the Talk");
  g_assert_true (page_shows (page, "Before You Begin"));
  g_assert_true (reknit_practice_page_get_immersive (fixture->page));
  page_picture (fixture, "room-hint", 900, 700);
  talk = reknit_talk_current (fixture->model.store);
  g_assert_null (talk);

  page_press (page, "Set Ground Rules First");
  g_assert_cmpstr (fixture->opened, ==, "ground-rules");
}

static gpointer
add_ended_talk (PageFixture *fixture,
                ReknitIssue *issue,
                const char  *topic)
{
  g_autoptr (GError) error = NULL;
  gpointer talk = g_object_new (REKNIT_TYPE_TALK, "topic", topic, "turn-seconds", (gint64) 180, "phase", REKNIT_TALK_PHASE_ENDED,
                                "issue", reknit_record_get_id (REKNIT_RECORD (issue)),
                                "ended", reknit_clock_now (fixture->model.clock), NULL);

  reknit_store_save (fixture->model.store, NULL, talk, &error);
  g_assert_no_error (error);
  return talk;
}

/* The page of a talk says how far its issue has come, also when that was undone, and stays with that talk. */
static void
test_talk_says_how_its_issue_stands (PageFixture   *fixture,
                                     gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "The dishes");
  g_autoptr (ReknitTalk) first = add_ended_talk (fixture, issue, "Plates");
  g_autoptr (ReknitTalk) second = add_ended_talk (fixture, issue, "Spoons");
  GtkWidget *page = GTK_WIDGET (page_open (fixture, "active-listening"));
  g_autoptr (GError) error = NULL;

  reknit_practice_page_open_subject (fixture->page, "talk", reknit_record_get_id (REKNIT_RECORD (first)));
  page_settle ();
  page_press (page, "Mark as Talked Over");
  g_assert_false (page_shows (page, "Mark as Talked Over"));
  g_assert_true (page_shows (page, "Plates"));
  reknit_store_undo (fixture->model.store, &error);
  g_assert_no_error (error);
  page_settle ();
  g_assert_true (page_shows (page, "Mark as Talked Over"));
  g_assert_true (page_shows (page, "Plates"));
}

/* Also what was talked over or agreed on, and what is too old for the list, can be talked over from its own page. */
static void
test_any_issue_can_be_the_topic (PageFixture   *fixture,
                                 gconstpointer  data)
{
  g_autoptr (ReknitIssue) agreed = add_issue (fixture, "The dishes");
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitTalk) talk = NULL;
  GtkWidget *page;

  reknit_issue_move (agreed, "Move", REKNIT_ISSUE_STATE_AGREED, &error);
  g_assert_no_error (error);
  set_rules (fixture);
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (ReknitIssue) other = add_issue (fixture, "Something else");
    }
  page = GTK_WIDGET (page_open (fixture, "active-listening"));
  g_assert_false (page_shows (page, "The dishes"));
  reknit_practice_page_open_subject (fixture->page, "issue", reknit_record_get_id (REKNIT_RECORD (agreed)));
  g_assert_true (page_shows (page, "The dishes"));
  page_press (page, "Begin the Talk");
  page_press (page, "Begin");
  talk = reknit_talk_current (fixture->model.store);
  g_assert_cmpstr (reknit_record_get_text (talk, "topic"), ==, "The dishes");
  g_assert_cmpint (reknit_record_get_integer (talk, "issue"), ==, reknit_record_get_id (REKNIT_RECORD (agreed)));
}

static void
test_whole_talk (PageFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (ReknitIssue) issue = add_issue (fixture, "The dishes");
  g_autoptr (ReknitTalk) talk = NULL;
  g_autofree char *line = NULL;
  GtkWidget *page;

  set_rules (fixture);
  page = GTK_WIDGET (page_open (fixture, "active-listening"));
  reknit_practice_page_open_subject (fixture->page, "issue", reknit_record_get_id (REKNIT_RECORD (issue)));
  page_picture (fixture, "room-issue", 900, 700);
  page_press (page, "Ben");
  page_press (page, "Begin the Talk");
  g_assert_true (page_shows (page, "What We Hold To"));
  g_assert_true (page_shows (page, "We take turns."));
  page_picture (fixture, "room-rules", 900, 700);
  page_press (page, "Begin");

  talk = reknit_talk_current (fixture->model.store);
  g_assert_cmpint (reknit_record_get_integer (talk, "speaker"), ==, reknit_record_get_id (REKNIT_RECORD (fixture->model.ben)));
  g_assert_true (page_shows (page, "Say one or two things, and speak of yourself."));
  page_picture (fixture, "room-speak", 1100, 760);
  page_press (page, "Start the Clock");
  advance (fixture, 65);
  page_wait (400);
  g_assert_true (page_shows (page, "1:55"));
  page_picture (fixture, "room-speaking", 900, 760);
  page_picture (fixture, "room-speaking-narrow", 360, 900);

  page_press (page, "I Have Said It");
  g_assert_true (page_shows (page, "Say back what you heard, in your own words."));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_field (page))), "You felt alone with it.", -1);
  page_picture (fixture, "room-reflect", 1100, 760);
  page_press (page, "Did I Get It?");
  g_assert_true (page_shows (page, "“You felt alone with it.”"));
  page_picture (fixture, "room-confirm", 1100, 760);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_field (page))), "Tired, more than alone.", -1);
  page_press (page, "Not Quite: Once More");
  g_assert_true (page_shows (page, "“Tired, more than alone.”"));
  page_press (page, "Did I Get It?");
  page_press (page, "Yes, That Is It");
  g_assert_true (page_shows (page, "Say what makes sense in it. You need not agree."));
  page_press (page, "Swap Places");
  g_assert_cmpint (reknit_record_get_integer (talk, "speaker"), ==, reknit_record_get_id (REKNIT_RECORD (fixture->model.ana)));
  g_assert_cmpuint (reknit_talk_count_turns (talk), ==, 2);
  g_assert_true (page_shows (page, "3:00"));

  page_press (page, "I Have Said It");
  page_press (page, "Did I Get It?");
  page_press (page, "Yes, That Is It");
  page_press (page, "Bring the Talk to an End");
  g_assert_true (page_shows (page, "One Thing Each"));
  page_type (page, "That you were tired.");
  page_picture (fixture, "room-close", 900, 700);
  page_press (page, "End the Talk");

  g_assert_cmpint (reknit_record_get_integer (talk, "ended"), ==, reknit_clock_now (fixture->model.clock));
  g_assert_false (reknit_practice_page_get_immersive (fixture->page));
  g_assert_true (page_shows (page, "That you were tired."));
  g_assert_true (page_shows (page, "“You felt alone with it.”"));
  page_picture (fixture, "room-view", 900, 900);
  page_press (page, "Mark as Talked Over");
  g_assert_cmpint (reknit_record_get_integer (issue, "state"), ==, REKNIT_ISSUE_STATE_TALKED);
  g_assert_false (page_shows (page, "Mark as Talked Over"));

  reknit_practice_page_go_back (fixture->page);
  page_settle ();
  g_assert_true (page_shows (page, "Earlier Talks"));
  line = live_line (fixture);
  g_assert_cmpstr (line, ==, "Last talk: Today, 1 minute");
}

/* Closing the window holds the clock and keeps what is typed; the talk goes on from there. */
static void
test_goes_on_where_it_stopped (PageFixture   *fixture,
                               gconstpointer  data)
{
  GtkWidget *page = begin (fixture, "Sundays");
  g_autoptr (ReknitTalk) talk = NULL;

  page_press (page, "Begin Without");
  page_press (page, "Start the Clock");
  advance (fixture, 40);
  page_close (fixture);
  advance (fixture, 3600);

  talk = reknit_talk_current (fixture->model.store);
  g_assert_false (reknit_talk_is_running (talk));
  page = GTK_WIDGET (page_open (fixture, "active-listening"));
  g_assert_true (page_shows (page, "Ana has the floor"));
  page_picture (fixture, "room-current", 900, 700);
  page_press (page, "Go On");
  g_assert_true (page_shows (page, "2:20"));

  page_press (page, "I Have Said It");
  page_type (page, "You miss the walks.");
  page_close (fixture);
  page = GTK_WIDGET (page_open (fixture, "active-listening"));
  page_press (page, "Go On");
  g_assert_true (page_shows (page, "You miss the walks."));
}

/* After a power cut the clock has lost what was not kept, and nothing that passed since. */
static void
test_recovers (PageFixture   *fixture,
               gconstpointer  data)
{
  GtkWidget *page = begin (fixture, "Sundays");
  g_autoptr (ReknitTalk) talk = NULL;
  g_autoptr (GError) error = NULL;

  page_press (page, "Begin Without");
  talk = reknit_talk_current (fixture->model.store);
  page_close (fixture);
  reknit_talk_run_clock (talk, reknit_clock_now (fixture->model.clock));
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->model.clock), 30);
  g_assert_true (reknit_talk_keep_clock (talk, &error));
  g_assert_no_error (error);
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->model.clock), 7000);

  page = GTK_WIDGET (page_open (fixture, "active-listening"));
  page_press (page, "Go On");
  g_assert_false (reknit_talk_is_running (talk));
  g_assert_true (page_shows (page, "2:30"));
}

static void
test_break (PageFixture   *fixture,
            gconstpointer  data)
{
  GtkWidget *page = begin (fixture, "Sundays");
  g_autoptr (ReknitTalk) talk = NULL;
  g_autoptr (ReknitReminder) reminder = NULL;
  g_autofree char *line = NULL;
  gint64 id;

  page_press (page, "Begin Without");
  page_press (page, "Start the Clock");
  advance (fixture, 30);
  page_press (page, "Pause");
  g_assert_true (page_shows (page, "Back: Today, 19:20"));
  page_picture (fixture, "room-break-form", 900, 800);
  page_picture (fixture, "room-break-form-narrow", 360, 800);
  page_press (page, "Back");
  g_assert_true (page_shows (page, "2:30"));

  page_press (page, "Pause");
  page_press (page, "Begin the Break");
  talk = reknit_talk_current (fixture->model.store);
  id = reknit_record_get_id (REKNIT_RECORD (talk));
  g_assert_true (reknit_talk_is_paused (talk));
  g_assert_cmpint (reknit_record_get_integer (talk, "back-at"), ==, reknit_clock_now (fixture->model.clock) + 20 * 60);
  reminder = reknit_reminder_find (fixture->model.store, REKNIT_REMINDER_TALK_BREAK, id);
  g_assert_nonnull (reminder);
  g_assert_true (page_shows (page, "You are both back here: Today, 19:20, in 20 minutes."));
  page_picture (fixture, "room-break", 900, 700);
  page_press (page, "Leave");
  line = live_line (fixture);
  g_assert_cmpstr (line, ==, "On a break. Back: Today, 19:20");

  page_close (fixture);
  advance (fixture, 21 * 60);
  page = GTK_WIDGET (page_open (fixture, "active-listening"));
  reknit_practice_page_open_subject (fixture->page, REKNIT_REMINDER_TALK_BREAK, id);
  page_settle ();
  g_assert_true (page_shows (page, "Welcome Back"));
  page_picture (fixture, "room-break-over", 900, 700);
  page_press (page, "Go On with the Talk");
  g_assert_true (page_shows (page, "2:30"));
  g_assert_false (reknit_talk_is_paused (talk));
  g_clear_object (&reminder);
  reminder = reknit_reminder_find (fixture->model.store, REKNIT_REMINDER_TALK_BREAK, id);
  g_assert_null (reminder);
}

static void
test_break_until_tomorrow (PageFixture   *fixture,
                           gconstpointer  data)
{
  GtkWidget *page = begin (fixture, "Sundays");
  g_autoptr (ReknitTalk) talk = NULL;
  g_autoptr (GDateTime) back = NULL;
  g_autofree char *text = NULL;

  page_press (page, "Begin Without");
  page_press (page, "Pause");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (page_find_type (page, GTK_TYPE_SPIN_BUTTON)), 9);
  page_press (page, "Begin the Break");
  talk = reknit_talk_current (fixture->model.store);
  back = reknit_clock_to_local (fixture->model.clock, reknit_record_get_integer (talk, "back-at"));
  text = g_date_time_format_iso8601 (back);
  g_assert_true (g_str_has_prefix (text, "2026-11-23T09:00:00"));
}

static void
test_ended_early_and_deleted (PageFixture   *fixture,
                              gconstpointer  data)
{
  GtkWidget *page = begin (fixture, "Sundays");
  g_autoptr (ReknitTalk) talk = NULL;

  page_press (page, "Begin Without");
  page_press (page, "Leave");
  page_press (page, "End It Here");
  g_assert_true (page_shows (page, "One Thing Each"));
  page_press (page, "End the Talk");
  page_press (page, "Delete This Talk");
  g_assert_false (page_shows (page, "Earlier Talks"));
  gtk_widget_activate_action (page, "win.undo", NULL);
  page_settle ();
  g_assert_true (page_shows (page, "Earlier Talks"));
}

static void
test_a_taken_seat_closes_the_room (PageFixture   *fixture,
                                   gconstpointer  data)
{
  GtkWidget *page = begin (fixture, "Sundays");

  page_press (page, "Begin Without");
  page_sit (fixture, fixture->model.ana);
  g_assert_null (reknit_practice_page_get_subpage (fixture->page));
  g_assert_true (page_shows (page, "This One Is for the Two of You"));
  page_sit (fixture, NULL);
  g_assert_true (page_shows (page, "Ana has the floor"));
}

static void
test_alone (PageFixture   *fixture,
            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (page_open (fixture, "active-listening"));

  g_assert_true (page_shows (page, "This Room Has Two Places"));
  page_picture (fixture, "room-alone", 900, 700);
  page_press (page, "Write Down What You Feel");
  g_assert_cmpstr (fixture->opened, ==, "express-feelings");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  reknit_ui_init ();

  page_test_add ("/listening-page/needs-a-topic", test_needs_a_topic);
  page_test_add ("/listening-page/whole-talk", test_whole_talk);
  page_test_add ("/listening-page/how-its-issue-stands", test_talk_says_how_its_issue_stands);
  page_test_add ("/listening-page/any-issue", test_any_issue_can_be_the_topic);
  page_test_add ("/listening-page/goes-on-where-it-stopped", test_goes_on_where_it_stopped);
  page_test_add ("/listening-page/recovers", test_recovers);
  page_test_add ("/listening-page/break", test_break);
  page_test_add ("/listening-page/break-until-tomorrow", test_break_until_tomorrow);
  page_test_add ("/listening-page/ended-early-and-deleted", test_ended_early_and_deleted);
  page_test_add ("/listening-page/a-taken-seat-closes-the-room", test_a_taken_seat_closes_the_room);
  page_test_add_alone ("/listening-page/alone", test_alone);
  return g_test_run ();
}
