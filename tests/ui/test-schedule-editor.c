#include "ui-fixture.h"

#include "reknit-recurrence.h"
#include "reknit-schedule-editor.h"

static ReknitScheduleEditor *
show (UiFixture *fixture)
{
  GtkWidget *editor = reknit_schedule_editor_new ();

  ui_fixture_show (fixture, editor);
  return REKNIT_SCHEDULE_EDITOR (editor);
}

static void
count (guint *n)
{
  ++*n;
}

static void
test_weekly_at_first (UiFixture     *fixture,
                      gconstpointer  data)
{
  ReknitScheduleEditor *editor = show (fixture);
  g_autofree char *starts = reknit_schedule_editor_dup_starts (editor);

  g_assert_true (reknit_schedule_editor_is_valid (editor));
  g_assert_cmpstr (reknit_schedule_editor_get_rule (editor), ==, "FREQ=WEEKLY;BYDAY=SU");
  g_assert_cmpstr (starts, ==, "2026-11-22T19:00:00");
  g_assert_true (ui_fixture_reads (GTK_WIDGET (editor), "Every Sunday at 19:00. First: Sun 29 Nov, 19:00."));
}

static void
test_every_shape (UiFixture     *fixture,
                  gconstpointer  data)
{
  static const struct { const char *schedule, *rule; } shapes[] = {
    { "0 2 128 0 2026-11-22T07:30:00", "FREQ=DAILY" },
    { "1 2 18 0 2026-11-22T20:00:00", "FREQ=WEEKLY;BYDAY=MO,TH" },
    { "2 3 64 0 2026-11-22T20:00:00", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA" },
    { "3 2 128 0 2026-11-30T20:00:00", "FREQ=MONTHLY;BYMONTHDAY=30" },
    { "3 2 128 1 2026-12-06T20:00:00", "FREQ=MONTHLY;BYDAY=1SU" },
    { "3 2 128 1 2026-11-29T20:00:00", "FREQ=MONTHLY;BYDAY=-1SU" },
  };
  ReknitScheduleEditor *editor = show (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (ReknitReminder) reminder = g_object_new (REKNIT_TYPE_REMINDER, NULL);
      g_autofree char *schedule = NULL;

      reknit_schedule_editor_set_schedule (editor, shapes[i].schedule);
      g_assert_cmpstr (reknit_schedule_editor_get_rule (editor), ==, shapes[i].rule);
      schedule = reknit_schedule_editor_dup_schedule (editor);
      g_assert_cmpstr (schedule, ==, shapes[i].schedule);

      reknit_schedule_editor_apply (editor, reminder);
      reknit_schedule_editor_set_schedule (editor, "1 2 2 0 2026-11-23T10:10:00");
      reknit_schedule_editor_load (editor, reminder);
      g_assert_cmpstr (reknit_schedule_editor_get_rule (editor), ==, shapes[i].rule);
    }
}

static void
test_loads_the_next_time (UiFixture     *fixture,
                          gconstpointer  data)
{
  ReknitScheduleEditor *editor = show (fixture);
  g_autoptr (ReknitReminder) reminder =
    g_object_new (REKNIT_TYPE_REMINDER, "rule", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "starts", "2026-01-04T18:30:00", NULL);
  g_autoptr (ReknitRecurrence) before = reknit_recurrence_new ("2026-01-04T18:30:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 19, 0, 0);
  g_autoptr (GDateTime) next = reknit_recurrence_next (before, now);
  g_autofree char *expected = g_date_time_format (next, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *starts = NULL;

  reknit_schedule_editor_load (editor, reminder);
  starts = reknit_schedule_editor_dup_starts (editor);
  g_assert_cmpstr (starts, ==, expected);
  g_assert_true (reknit_schedule_editor_is_valid (editor));
}

static void
test_never_and_past_are_told (UiFixture     *fixture,
                              gconstpointer  data)
{
  ReknitScheduleEditor *editor = show (fixture);
  guint n_valid = 0;
  guint n_schedule = 0;

  g_signal_connect_swapped (editor, "notify::valid", G_CALLBACK (count), &n_valid);
  g_signal_connect_swapped (editor, "notify::schedule", G_CALLBACK (count), &n_schedule);
  reknit_schedule_editor_set_schedule (editor, "1 2 0 0 2026-11-29T19:00:00");
  g_assert_false (reknit_schedule_editor_is_valid (editor));
  g_assert_null (reknit_schedule_editor_get_rule (editor));
  g_assert_true (ui_fixture_reads (GTK_WIDGET (editor), "Without a day it never comes."));

  reknit_schedule_editor_set_schedule (editor, "1 2 128 0 2026-11-21T19:00:00");
  g_assert_false (reknit_schedule_editor_is_valid (editor));
  g_assert_true (ui_fixture_reads (GTK_WIDGET (editor), "That day has passed."));
  g_assert_cmpuint (n_valid, ==, 1);

  reknit_schedule_editor_set_schedule (editor, "1 2 128 0 2026-11-22T19:00:00");
  g_assert_true (reknit_schedule_editor_is_valid (editor));
  g_assert_null (reknit_schedule_editor_get_message (editor));
  g_assert_cmpuint (n_valid, ==, 2);
  g_assert_cmpuint (n_schedule, ==, 3);

  reknit_schedule_editor_set_schedule (editor, "nonsense");
  reknit_schedule_editor_set_schedule (editor, "1 2 128 0 2026-11-22T19:00:00");
  g_assert_cmpuint (n_schedule, ==, 3);
}

static void
test_days_by_button (UiFixture     *fixture,
                     gconstpointer  data)
{
  ReknitScheduleEditor *editor = show (fixture);
  GtkWidget *sunday = ui_fixture_find (GTK_WIDGET (editor), GTK_TYPE_TOGGLE_BUTTON, "Sun");
  GtkWidget *friday = ui_fixture_find (GTK_WIDGET (editor), GTK_TYPE_TOGGLE_BUTTON, "Fri");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (friday), TRUE);
  g_assert_cmpstr (reknit_schedule_editor_get_rule (editor), ==, "FREQ=WEEKLY;BYDAY=FR,SU");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (friday), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (sunday), FALSE);
  g_assert_false (reknit_schedule_editor_is_valid (editor));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/schedule-editor/weekly-at-first", NULL, test_weekly_at_first);
  ui_test_add ("/schedule-editor/every-shape", NULL, test_every_shape);
  ui_test_add ("/schedule-editor/loads-the-next-time", NULL, test_loads_the_next_time);
  ui_test_add ("/schedule-editor/never-and-past-are-told", NULL, test_never_and_past_are_told);
  ui_test_add ("/schedule-editor/days-by-button", NULL, test_days_by_button);
  return g_test_run ();
}
