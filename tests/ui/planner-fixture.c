#include "planner-fixture.h"

#include "reknit-local-time.h"
#include "reknit-planner.h"

ReknitPlannerWindow *
planner_open (UiFixture *fixture)
{
  GtkWidget *planner = reknit_planner_window_new (NULL, fixture->seats);

  gtk_window_set_default_size (GTK_WINDOW (planner), 1100, 760);
  gtk_window_present (GTK_WINDOW (planner));
  gtk_test_widget_wait_for_draw (planner);
  ui_fixture_settle ();
  return REKNIT_PLANNER_WINDOW (planner);
}

/* Nothing of it stays behind. */
void
planner_close (ReknitPlannerWindow *planner)
{
  gpointer gone = planner;

  g_object_add_weak_pointer (G_OBJECT (planner), &gone);
  gtk_window_destroy (GTK_WINDOW (planner));
  while (gone != NULL)
    g_main_context_iteration (NULL, TRUE);
}

ReknitPlan *
planner_add (UiFixture      *fixture,
             ReknitPlanKind  kind,
             const char     *starts,
             const char     *ends,
             const char     *rule,
             const char     *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  ReknitPlan *plan = g_object_new (REKNIT_TYPE_PLAN, "kind", kind, "starts", starts, "ends", ends, "rule", rule,
                                   "planner", reknit_record_get_id (REKNIT_RECORD (fixture->ben)), NULL);

  g_object_set (details, "title", title, NULL);
  reknit_planner_save (fixture->store, "Plan", plan, details, NULL, 0, &error);
  g_assert_no_error (error);
  ui_fixture_settle ();
  return plan;
}

ReknitDayCell *
planner_cell (ReknitPlannerWindow *planner,
              const char          *day)
{
  g_autofree char *text = g_strconcat (day, "T00:00:00", NULL);
  g_autoptr (GDateTime) time = reknit_local_time_parse (text);
  ReknitDayCell *cell = reknit_month_view_find_cell (reknit_planner_view_get_month (reknit_planner_window_get_view (planner)), time);

  g_assert_nonnull (cell);
  return cell;
}

GtkWidget *
planner_row (GtkWidget  *root,
             const char *title)
{
  GtkWidget *row = ui_fixture_find (root, ADW_TYPE_PREFERENCES_ROW, title);

  if (row == NULL)
    g_error ("No row says %s", title);
  return row;
}

void
planner_write (GtkWidget  *root,
               const char *title,
               const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (planner_row (root, title)), text);
  ui_fixture_settle ();
}

/* The page over the planner's month. */
GtkWidget *
planner_page (ReknitPlannerWindow *planner)
{
  GtkWidget *page = reknit_planner_window_get_page (planner);

  g_assert_nonnull (page);
  return page;
}

void
planner_assert_title (GtkWidget  *form,
                      const char *title)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (planner_row (form, "Title"))), ==, title);
}

void
planner_open_done (ReknitPlannerWindow *planner,
                   ReknitPlan          *plan)
{
  reknit_planner_window_open_plan (planner, reknit_record_get_id (REKNIT_RECORD (plan)), NULL);
  ui_fixture_press (planner_page (planner), "Mark as Done");
}
