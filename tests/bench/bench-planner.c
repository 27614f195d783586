#include "planner-fixture.h"

#include "reknit-local-time.h"
#include "reknit-plan-details.h"

#include <stdio.h>
#include <time.h>

/* The planner's window with nothing in it, with two full months, and with the same months at the end of 10,000 dates, in
 * one run. What is told is the processor time of a change of the month and of scrolling the list from its top to its end,
 * each until it is drawn; the ratios are what counts. */

#define N_ROUNDS   2
#define N_RUNS     5
#define N_A_MONTH  200
#define N_HISTORY  10000
#define FIRST_YEAR 1999

typedef struct
{
  const char *name;
  gboolean    full;
  gboolean    history;
  double      change;
  double      scroll;
} Scene;

static gboolean
put_date (ReknitStore  *store,
          const char   *starts,
          const char   *ends,
          guint         number,
          GError      **error)
{
  g_autoptr (ReknitPlan) plan = g_object_new (REKNIT_TYPE_PLAN, "kind", REKNIT_PLAN_KIND_DATE, "starts", starts, "ends", ends,
                                              "rule", "", NULL);
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  g_autofree char *title = g_strdup_printf ("Evening %u", number);

  if (!reknit_store_put (store, REKNIT_RECORD (plan), error))
    return FALSE;
  g_object_set (details, "plan", reknit_record_get_id (REKNIT_RECORD (plan)), "title", title, NULL);
  return reknit_store_put (store, REKNIT_RECORD (details), error);
}

static gboolean
put_month (ReknitStore  *store,
           int           year,
           int           month,
           guint         n,
           GError      **error)
{
  for (guint i = 0; i < n; i++)
    {
      guint day = 1 + i % 28, hour = 8 + i / 28;
      g_autofree char *starts = g_strdup_printf ("%04d-%02d-%02uT%02u:00:00", year, month, day, hour);
      g_autofree char *ends = g_strdup_printf ("%04d-%02d-%02uT%02u:00:00", year, month, day, hour + 1);

      if (!put_date (store, starts, ends, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (ReknitStore  *store,
      gpointer      data,
      GError      **error)
{
  const Scene *scene = data;
  guint n_months = (2026 - FIRST_YEAR) * 12;

  for (guint i = 0; scene->history && i < n_months; i++)
    if (!put_month (store, FIRST_YEAR + (int) i / 12, 1 + (int) i % 12, N_HISTORY / n_months + 1, error))
      return FALSE;
  return !scene->full || (put_month (store, 2026, 11, N_A_MONTH, error) && put_month (store, 2026, 12, N_A_MONTH, error));
}

static double
get_cpu_ms (void)
{
  return 1000.0 * (double) clock () / CLOCKS_PER_SEC;
}

static void
draw (ReknitPlannerWindow *planner)
{
  gtk_widget_queue_draw (GTK_WIDGET (planner));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (planner));
  ui_fixture_settle ();
}

static double
change_month (ReknitPlannerWindow *planner,
              const char          *to)
{
  g_autoptr (GDateTime) day = reknit_local_time_parse (to);
  double before = get_cpu_ms ();

  reknit_planner_view_set_day (reknit_planner_window_get_view (planner), day);
  draw (planner);
  return get_cpu_ms () - before;
}

static GtkWidget *
find_scroller (ReknitPlannerWindow *planner)
{
  return ui_fixture_find (GTK_WIDGET (reknit_planner_view_get_agenda (reknit_planner_window_get_view (planner))),
                          GTK_TYPE_SCROLLED_WINDOW, NULL);
}

static double
scroll_list (ReknitPlannerWindow *planner)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_scroller (planner)));
  double before = get_cpu_ms (), last = -1;

  gtk_adjustment_set_value (adjustment, 0);
  while (gtk_adjustment_get_value (adjustment) > last)
    {
      last = gtk_adjustment_get_value (adjustment);
      draw (planner);
      gtk_adjustment_set_value (adjustment, last + gtk_adjustment_get_page_size (adjustment));
    }
  return get_cpu_ms () - before;
}

static void
keep_best (double *best,
           double  took)
{
  *best = *best > 0 ? MIN (*best, took) : took;
}

static void
measure (Scene *scene)
{
  UiFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  ReknitPlannerWindow *planner;

  ui_fixture_set_up (&fixture, NULL);
  if (!reknit_store_transact (fixture.store, NULL, fill, scene, &error))
    g_error ("Not filled: %s", error->message);
  planner = planner_open (&fixture);
  for (int run = 0; run < N_RUNS; run++)
    {
      double there = change_month (planner, "2026-12-05T00:00:00");
      double back = change_month (planner, "2026-11-05T00:00:00");

      keep_best (&scene->change, (there + back) / 2);
    }
  reknit_planner_view_set_listing (reknit_planner_window_get_view (planner), TRUE);
  draw (planner);
  for (int run = 0; scene->full && run < N_RUNS; run++)
    keep_best (&scene->scroll, scroll_list (planner));
  planner_close (planner);
  ui_fixture_tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  Scene scenes[] = {
    { "nothing planned", FALSE, FALSE, 0, 0 },
    { "two months of 200", TRUE, FALSE, 0, 0 },
    { "the same after 10,000 dates", TRUE, TRUE, 0, 0 },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* In turns, as the first to run finds nothing warm. */
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
      measure (&scenes[i]);
  printf ("%-30s %16s %18s %7s %16s %7s\n", "", "change month ms", "beside nothing", "ratio", "scroll list ms", "ratio");
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      printf ("%-30s %16.1f %18.2f %7.2f", scenes[i].name, scenes[i].change, scenes[i].change / scenes[0].change,
              scenes[i].change / scenes[MIN (i, 1)].change);
      if (scenes[i].full)
        printf (" %16.1f %7.2f", scenes[i].scroll, scenes[i].scroll / scenes[1].scroll);
      printf ("\n");
    }
  return 0;
}
