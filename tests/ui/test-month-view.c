#include "planner-fixture.h"

#include "reknit-plan-task.h"
#include "reknit-surprise.h"

static ReknitDayEntry *
entry_on (ReknitPlannerWindow *planner,
          const char          *day)
{
  return reknit_day_cell_get_entry (planner_cell (planner, day), 0);
}

static void
assert_spoken (gpointer    widget,
               const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static char *
starts_of (ReknitPlan *plan)
{
  return g_strdup (reknit_record_get_text (plan, "starts"));
}

static void
test_shows_what_is_planned (UiFixture     *fixture,
                            gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Pasta from scratch");
  g_autoptr (ReknitPlan) sundays =
    planner_add (fixture, REKNIT_PLAN_KIND_PROTECTED, "2026-11-01T15:00:00", "2026-11-01T18:00:00", "FREQ=WEEKLY;BYDAY=SU", "");
  g_autoptr (ReknitPlan) days =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-10T18:00:00", "2026-11-12T12:00:00", "", "The sea");
  ReknitPlannerWindow *planner = planner_open (fixture);

  assert_spoken (entry_on (planner, "2026-11-27"), "Friday 27 November, Pasta from scratch, 20:00, Ben plans");
  assert_spoken (entry_on (planner, "2026-11-29"), "Sunday 29 November, Time for Us, 15:00");
  assert_spoken (entry_on (planner, "2026-11-12"), "Thursday 12 November, The sea, Ben plans");
  assert_spoken (planner_cell (planner, "2026-11-26"), "Thursday 26 November, nothing planned");
  assert_spoken (planner_cell (planner, "2026-11-11"), "Wednesday 11 November, 1 planned");
  g_assert_null (entry_on (planner, "2026-11-13"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (planner_cell (planner, "2026-11-22")), "today"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (planner_cell (planner, "2026-11-23")), "today"));
  planner_close (planner);
}

static void
test_follows_changes (UiFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Pasta");
  g_autoptr (ReknitPlanTask) task = g_object_new (REKNIT_TYPE_PLAN_TASK, "plan", reknit_record_get_id (REKNIT_RECORD (plan)),
                                                  "list", REKNIT_PLAN_LIST_READY, "body", "Flour", NULL);
  ReknitPlannerWindow *planner = planner_open (fixture);

  ui_fixture_save (fixture, task);
  ui_fixture_settle ();
  assert_spoken (entry_on (planner, "2026-11-27"), "Friday 27 November, Pasta, 20:00, Ben plans, 0 of 1 ready");
  g_object_set (task, "done", (gint64) 1, NULL);
  ui_fixture_save (fixture, task);
  ui_fixture_settle ();
  assert_spoken (entry_on (planner, "2026-11-27"), "Friday 27 November, Pasta, 20:00, Ben plans, 1 of 1 ready");
  planner_close (planner);
}

static void
test_keeps_its_cells (UiFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-12-11T20:00:00", "2026-12-11T23:00:00", "", "Stars");
  ReknitPlannerWindow *planner = planner_open (fixture);
  ReknitPlannerView *view = reknit_planner_window_get_view (planner);
  ReknitDayCell *first = planner_cell (planner, "2026-11-01");

  reknit_planner_view_step_month (view, 1);
  ui_fixture_settle ();
  g_assert_true (planner_cell (planner, "2026-11-29") == first);
  assert_spoken (entry_on (planner, "2026-12-11"), "Friday 11 December, Stars, 20:00, Ben plans");
  g_assert_true (ui_fixture_reads (GTK_WIDGET (view), "December 2026"));
  reknit_planner_view_go_today (view);
  g_assert_true (planner_cell (planner, "2026-11-01") == first);
  planner_close (planner);
}

static void
test_more_than_fit (UiFixture     *fixture,
                    gconstpointer  data)
{
  ReknitPlannerWindow *planner;
  guint n_shown;

  for (int i = 0; i < 12; i++)
    {
      g_autoptr (ReknitPlan) plan =
        planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "One of many");
    }
  planner = planner_open (fixture);
  n_shown = reknit_day_cell_get_n_shown (planner_cell (planner, "2026-11-27"));
  g_assert_cmpuint (n_shown, >, 0);
  g_assert_cmpuint (n_shown, <, 12);
  {
    g_autofree char *more = g_strdup_printf ("+%u", 12 - n_shown);

    g_assert_true (ui_fixture_reads (GTK_WIDGET (planner_cell (planner, "2026-11-27")), more));
  }
  planner_close (planner);
}

/* One that does not fit is shortened, and not cut off at the edge of its day. */
static void
test_long_word (UiFixture     *fixture,
                gconstpointer  data)
{
  const char *title = "Donaudampfschifffahrt at last";
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", title);
  ReknitPlannerWindow *planner = planner_open (fixture);
  GtkWidget *entry = GTK_WIDGET (entry_on (planner, "2026-11-27"));
  GtkWidget *label = ui_fixture_find (entry, GTK_TYPE_LABEL, title);

  g_assert_cmpint (gtk_widget_get_width (entry), <=, gtk_widget_get_width (gtk_widget_get_parent (entry)));
  g_assert_true (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  planner_close (planner);
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  g_error ("Nothing can be dropped there");
}

static void
drop (ReknitPlannerWindow *planner,
      const char          *from,
      const char          *to)
{
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, REKNIT_TYPE_DAY_ENTRY);
  g_value_set_object (&value, entry_on (planner, from));
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (planner_cell (planner, to))), "drop", &value, 4.0, 4.0, &taken);
  g_assert_true (taken);
  g_value_unset (&value);
  ui_fixture_settle ();
}

static void
test_drag (UiFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Pasta");
  ReknitPlannerWindow *planner = planner_open (fixture);
  g_autofree char *moved = NULL;
  g_autofree char *back = NULL;

  drop (planner, "2026-11-27", "2026-12-02");
  moved = starts_of (plan);
  g_assert_cmpstr (moved, ==, "2026-12-02T20:00:00");
  g_assert_true (ui_fixture_reads (GTK_WIDGET (planner), "Moved to Wednesday 2 December"));
  gtk_widget_activate_action (GTK_WIDGET (planner), "win.undo", NULL);
  ui_fixture_settle ();
  back = starts_of (plan);
  g_assert_cmpstr (back, ==, "2026-11-27T20:00:00");
  planner_close (planner);
}

/* One time of a series goes; the others stay, and so does a special day. */
static void
test_move_of_series (UiFixture     *fixture,
                     gconstpointer  data)
{
  g_autoptr (ReknitPlan) fridays =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-06T20:00:00", "2026-11-06T23:00:00", "FREQ=WEEKLY;BYDAY=FR", "Dinner");
  g_autoptr (ReknitPlan) special =
    planner_add (fixture, REKNIT_PLAN_KIND_SPECIAL_DAY, "2020-11-24T00:00:00", "2020-11-25T00:00:00", "FREQ=YEARLY", "We met");
  ReknitPlannerWindow *planner = planner_open (fixture);

  g_assert_true (reknit_day_entry_move (entry_on (planner, "2026-11-20"), 1));
  ui_fixture_settle ();
  g_assert_null (entry_on (planner, "2026-11-20"));
  g_assert_nonnull (entry_on (planner, "2026-11-21"));
  g_assert_nonnull (entry_on (planner, "2026-11-13"));
  g_assert_nonnull (entry_on (planner, "2026-11-27"));
  g_assert_false (reknit_day_entry_move (entry_on (planner, "2026-11-24"), 1));
  planner_close (planner);
}

static void
test_call_off (UiFixture     *fixture,
               gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Pasta");
  ReknitPlannerWindow *planner = planner_open (fixture);

  reknit_occasion_activate (GTK_WIDGET (planner), "planner.call-off", reknit_day_entry_get_occasion (entry_on (planner, "2026-11-27")));
  ui_fixture_settle ();
  g_assert_null (entry_on (planner, "2026-11-27"));
  gtk_widget_activate_action (GTK_WIDGET (planner), "win.undo", NULL);
  ui_fixture_settle ();
  assert_spoken (entry_on (planner, "2026-11-27"), "Friday 27 November, Pasta, 20:00, Ben plans");
  planner_close (planner);
}

static void
test_surprise (UiFixture     *fixture,
               gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  ReknitPlannerWindow *planner;

  ui_fixture_take (fixture, fixture->ben);
  plan = planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Observatory");
  reknit_surprise_hide (fixture->store, "Hide", plan, reknit_record_get_id (REKNIT_RECORD (fixture->ben)), &error);
  g_assert_no_error (error);
  planner = planner_open (fixture);
  assert_spoken (entry_on (planner, "2026-11-27"), "Friday 27 November, Observatory, 20:00, Ben plans");
  ui_fixture_take (fixture, fixture->ana);
  assert_spoken (entry_on (planner, "2026-11-27"), "Friday 27 November, Something is planned, 20:00, Ben plans");
  g_assert_false (ui_fixture_reads (GTK_WIDGET (planner), "Observatory"));
  planner_close (planner);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/month-view/shows-what-is-planned", NULL, test_shows_what_is_planned);
  ui_test_add ("/month-view/follows-changes", NULL, test_follows_changes);
  ui_test_add ("/month-view/keeps-its-cells", NULL, test_keeps_its_cells);
  ui_test_add ("/month-view/more-than-fit", NULL, test_more_than_fit);
  ui_test_add ("/month-view/long-word", NULL, test_long_word);
  ui_test_add ("/month-view/drag", NULL, test_drag);
  ui_test_add ("/month-view/move-of-series", NULL, test_move_of_series);
  ui_test_add ("/month-view/call-off", NULL, test_call_off);
  ui_test_add ("/month-view/surprise", NULL, test_surprise);
  return g_test_run ();
}
