#include "page-fixture.h"

#include "reknit-agreement-editor.h"
#include "reknit-content.h"
#include "reknit-occurrence.h"
#include "reknit-reminder.h"
#include "reknit-tools.h"
#include "reknit-ui.h"
#include "reknit-unplug-session.h"

static gboolean
can_begin (ReknitPracticePage *page)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (reknit_practice_page_get_actions (page)), "begin");
}

static ReknitUnplugged *
begin (PageFixture        *fixture,
       ReknitPracticePage *page)
{
  GtkWidget *widget = GTK_WIDGET (page);

  g_assert_false (can_begin (page));
  page_press (widget, "Ana Is Ready");
  g_assert_false (can_begin (page));
  page_press (widget, "Ben Is Ready");
  g_assert_true (can_begin (page));
  page_press (widget, "45 minutes");
  page_press (widget, "Begin");
  return reknit_unplugged_find_running (fixture->model.store);
}

static gboolean
has_reminder (PageFixture     *fixture,
              ReknitUnplugged *time)
{
  g_autoptr (ReknitReminder) reminder =
    reknit_reminder_find (fixture->model.store, REKNIT_REMINDER_UNPLUGGED, reknit_record_get_id (REKNIT_RECORD (time)));

  return reminder != NULL;
}

static void
test_both_begin_and_come_back (PageFixture    *fixture,
                               gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "unplug");
  GtkWidget *widget = GTK_WIDGET (page);
  g_autoptr (ReknitUnplugged) time = NULL;
  ReknitUnplugSession *session;

  page_picture (fixture, "unplug", 900, 800);
  page_picture (fixture, "unplug-narrow", 360, 800);
  time = begin (fixture, page);
  g_assert_cmpint (reknit_record_get_integer (time, "minutes"), ==, 45);
  g_assert_true (has_reminder (fixture, time));
  session = REKNIT_UNPLUG_SESSION (page_find_type (widget, REKNIT_TYPE_UNPLUG_SESSION));
  g_assert_true (reknit_practice_page_get_immersive (page));
  g_assert_true (page_shows (widget, "45 min"));
  page_picture (fixture, "unplug-clock", 900, 700);

  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->model.clock), 46 * 60);
  reknit_unplug_session_tick (session);
  page_settle ();
  g_assert_true (page_shows (widget, "Welcome Back"));
  g_assert_true (page_shows (widget, "45 minutes without devices. They count toward your week."));
  page_picture (fixture, "unplug-over", 900, 700);
  page_press (widget, "Done");
  g_assert_null (reknit_practice_page_get_subpage (page));
  g_assert_false (has_reminder (fixture, time));
  g_assert_cmpint (reknit_record_get_integer (time, "ended"), ==, reknit_record_get_integer (time, "ends"));
  g_assert_true (page_shows (widget, "Earlier Times"));
}

static void
test_goes_on_unseen_and_ends_early (PageFixture    *fixture,
                                    gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "unplug");
  GtkWidget *widget = GTK_WIDGET (page);
  g_autoptr (ReknitUnplugged) time = begin (fixture, page);
  g_autofree char *line = NULL;

  page_press (widget, "Leave");
  g_assert_null (reknit_practice_page_get_subpage (page));
  g_assert_true (page_shows (widget, "The Devices Are Away"));
  line = reknit_tools_describe (fixture->seats, reknit_content_find_practice (reknit_content_get_default (), "unplug"));
  g_assert_cmpstr (line, ==, "The devices are away");

  reknit_test_clock_advance (REKNIT_TEST_CLOCK (fixture->model.clock), 10 * 60);
  page_press (widget, "To the Clock");
  g_assert_true (page_shows (widget, "35 min"));
  page_press (widget, "End It Now");
  g_assert_true (page_shows (widget, "10 minutes without devices. They count toward your week."));
  g_assert_cmpint (reknit_record_get_integer (time, "ended") - reknit_record_get_integer (time, "started"), ==, 600);
  g_assert_false (has_reminder (fixture, time));
}

static void
test_clock_stays_when_a_seat_locks (PageFixture    *fixture,
                                    gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "unplug");
  g_autoptr (ReknitUnplugged) time = begin (fixture, page);

  page_sit (fixture, fixture->model.ana);
  g_assert_true (REKNIT_IS_UNPLUG_SESSION (reknit_practice_page_get_subpage (page)));
  page_sit (fixture, NULL);
  g_assert_true (REKNIT_IS_UNPLUG_SESSION (reknit_practice_page_get_subpage (page)));
}

static void
test_rules_are_an_agreement (PageFixture    *fixture,
                             gconstpointer  data)
{
  ReknitPracticePage *page = page_open (fixture, "unplug");
  GtkWidget *widget = GTK_WIDGET (page);
  GtkWidget *editor;

  page_press (widget, "Our Phone-Free Times and Places");
  editor = page_find_type (widget, REKNIT_TYPE_AGREEMENT_EDITOR);
  page_press (widget, "Take This Rule");
  page_picture (fixture, "unplug-rules", 900, 800);
  reknit_agreement_editor_propose (REKNIT_AGREEMENT_EDITOR (editor));
  page_settle ();
  page_sit (fixture, fixture->model.ana);
  page_press (widget, "Sign as Ana");
  page_sit (fixture, fixture->model.ben);
  page_press (widget, "Sign as Ben");
  reknit_practice_page_go_back (page);
  page_settle ();
  g_assert_null (reknit_practice_page_get_subpage (page));
  g_assert_true (page_shows (widget, "1 rule, signed by both"));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  reknit_ui_init ();

  page_test_add ("/unplug-page/both-begin-and-come-back", test_both_begin_and_come_back);
  page_test_add ("/unplug-page/goes-on-unseen-and-ends-early", test_goes_on_unseen_and_ends_early);
  page_test_add ("/unplug-page/clock-stays-when-a-seat-locks", test_clock_stays_when_a_seat_locks);
  page_test_add ("/unplug-page/rules-are-an-agreement", test_rules_are_an_agreement);
  return g_test_run ();
}
