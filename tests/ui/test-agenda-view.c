#include "planner-fixture.h"

#include "reknit-agenda-row.h"
#include "reknit-agenda-view.h"

#define N_FRAMES   300
#define N_STOOD    20
#define BORDER     16
#define NORMAL_DPI (96 * 1024)

/* The day of the row whose top is that of the list; 0 while there is none. */
static int
find_top_day (GtkWidget *list)
{

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      ReknitAgendaRow *shown = REKNIT_AGENDA_ROW (gtk_widget_get_first_child (row));
      graphene_rect_t bounds;

      if (shown != NULL && gtk_widget_get_child_visible (row) && gtk_widget_compute_bounds (row, list, &bounds) && ABS (bounds.origin.y) < 1)
        return g_date_time_get_day_of_month (reknit_occasion_get_starts (reknit_agenda_row_get_occasion (shown)));
    }
  return 0;
}

static void
test_list (UiFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (ReknitPlan) plan =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2026-11-27T20:00:00", "2026-11-27T23:00:00", "", "Pasta");
  g_autoptr (ReknitPlan) later =
    planner_add (fixture, REKNIT_PLAN_KIND_DATE, "2027-01-08T20:00:00", "2027-01-08T23:00:00", "", "Skates");
  ReknitPlannerWindow *planner = planner_open (fixture);

  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.list", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (planner));
  ui_fixture_settle ();
  g_assert_true (ui_fixture_reads (GTK_WIDGET (planner), "January 2027"));
  g_assert_true (ui_fixture_reads (GTK_WIDGET (planner), "Skates"));
  planner_close (planner);
}

/* A date on each day of the month and the one after it. */
static void
add_dates (UiFixture *fixture)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 11, 1, 0, 0, 0);

  for (int i = 0; i < 61; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (first, i);
      g_autofree char *starts = g_date_time_format (day, "%Y-%m-%dT20:00:00");
      g_autofree char *ends = g_date_time_format (day, "%Y-%m-%dT23:00:00");
      g_autofree char *title = g_date_time_format (day, i % 3 != 0 ? "Date of %-d %B" : "A very long way by bicycle on %-d %B");
      g_autoptr (ReknitPlan) plan = planner_add (fixture, REKNIT_PLAN_KIND_DATE, starts, ends, "", title);
    }
}

static void
test_begins_today (UiFixture     *fixture,
                   gconstpointer  data)
{
  ReknitPlannerWindow *planner;
  GtkWidget *list;

  add_dates (fixture);
  planner = planner_open (fixture);
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.list", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (planner));
  list = ui_fixture_find (GTK_WIDGET (planner), GTK_TYPE_LIST_VIEW, NULL);
  g_assert_nonnull (list);
  while (find_top_day (list) != 22)
    g_main_context_iteration (NULL, TRUE);
  planner_close (planner);
}

/* Waits until @day stands at the top, and stays there for as long as rows still find their places. */
static void
assert_top_day (GtkWidget *list,
                int        day)
{
  for (int n_frames = 0, n_stood = 0; n_stood < N_STOOD; n_frames++)
    {
      g_assert_cmpint (n_frames, <, N_FRAMES);
      gtk_test_widget_wait_for_draw (list);
      n_stood = find_top_day (list) == day ? n_stood + 1 : 0;
    }
}

static void
resize (ReknitPlannerWindow *planner,
        int                  width)
{
  gtk_window_set_default_size (GTK_WINDOW (planner), width, 648);
  while (ABS (gtk_widget_get_width (GTK_WIDGET (planner)) - width) > BORDER)
    g_main_context_iteration (NULL, TRUE);
}

/* A window that becomes narrower or wider goes on with what stood at the top of the list, whatever room it takes now. */
static void
test_resized (UiFixture     *fixture,
              gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  ReknitPlannerWindow *planner;
  GtkWidget *list;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * MAX (dpi, NORMAL_DPI), NULL);
  add_dates (fixture);
  planner = planner_open (fixture);
  gtk_widget_activate_action (GTK_WIDGET (planner), "planner.list", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (planner));
  list = ui_fixture_find (GTK_WIDGET (planner), GTK_TYPE_LIST_VIEW, NULL);
  assert_top_day (list, 22);
  resize (planner, 360);
  assert_top_day (list, 22);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", 0);
  assert_top_day (list, 1);
  resize (planner, 720);
  assert_top_day (list, 1);
  planner_close (planner);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ui_test_add ("/agenda/list", NULL, test_list);
  ui_test_add ("/agenda/begins-today", NULL, test_begins_today);
  ui_test_add ("/agenda/resized", NULL, test_resized);
  return g_test_run ();
}
