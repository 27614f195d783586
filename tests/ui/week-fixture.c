#include "week-fixture.h"

#include "reknit-local-time.h"
#include "reknit-moment-row.h"
#include "reknit-planner.h"

ReknitPlan *
week_add (PageFixture    *fixture,
          ReknitPlanKind  kind,
          ReknitPartner  *planner,
          const char     *starts,
          const char     *ends,
          const char     *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  ReknitPlan *plan = g_object_new (REKNIT_TYPE_PLAN, "kind", kind, "starts", starts, "ends", ends, "rule", "",
                                   "planner", planner != NULL ? reknit_record_get_id (REKNIT_RECORD (planner)) : (gint64) 0, NULL);

  g_object_set (details, "title", title, NULL);
  reknit_planner_save (fixture->model.store, "Plan", plan, details, NULL, 0, &error);
  g_assert_no_error (error);
  page_settle ();
  return plan;
}

ReknitWeekPage *
week_open (PageFixture *fixture)
{
  ReknitWeekPage *page = REKNIT_WEEK_PAGE (page_open (fixture, "prioritize-time"));

  page_wait (100);
  g_assert_true (reknit_week_view_is_wide (reknit_week_page_get_view (page)));
  return page;
}

static GtkGesture *
find_drag (ReknitWeekGrid *grid)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (grid));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static GtkGesture *
find_drag_of (ReknitWeekPage *page)
{
  return find_drag (reknit_week_view_get_grid (reknit_week_page_get_view (page)));
}

/* The parts of a drag, in the grid's own pixels; it is dropped where it is. */
void
week_drag_from (ReknitWeekPage *page,
                double          x,
                double          y)
{
  g_signal_emit_by_name (find_drag_of (page), "drag-begin", x, y);
}

void
week_drag_by (ReknitWeekPage *page,
              double          dx,
              double          dy)
{
  g_signal_emit_by_name (find_drag_of (page), "drag-update", dx, dy);
}

void
week_drop (ReknitWeekPage *page)
{
  g_signal_emit_by_name (find_drag_of (page), "drag-end", 0.0, 0.0);
  page_settle ();
}

/* What the gesture says when a pointer goes from one time to another. */
void
week_drag (ReknitWeekPage *page,
           int             from_day,
           double          from_minute,
           int             to_day,
           double          to_minute)
{
  ReknitWeekGrid *grid = reknit_week_view_get_grid (reknit_week_page_get_view (page));
  GtkGesture *gesture = find_drag (grid);
  double from_x, from_y, to_x, to_y;

  reknit_week_grid_get_place (grid, from_day, (int) from_minute, &from_x, &from_y);
  reknit_week_grid_get_place (grid, to_day, (int) to_minute, &to_x, &to_y);
  g_signal_emit_by_name (gesture, "drag-begin", from_x, from_y);
  g_signal_emit_by_name (gesture, "drag-update", (to_x - from_x) / 2, (to_y - from_y) / 2);
  g_signal_emit_by_name (gesture, "drag-update", to_x - from_x, to_y - from_y);
  g_signal_emit_by_name (gesture, "drag-end", to_x - from_x, to_y - from_y);
  page_settle ();
}

GPtrArray *
week_list_plans (PageFixture *fixture)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_PLAN, NULL, "id");

  return reknit_store_all (fixture->model.store, query);
}

void
week_assert_time (ReknitPlan *plan,
                  const char *starts,
                  const char *ends)
{
  g_assert_cmpstr (reknit_record_get_text (plan, "starts"), ==, starts);
  g_assert_cmpstr (reknit_record_get_text (plan, "ends"), ==, ends);
}

void
week_undo (ReknitWeekPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.undo", NULL);
  page_settle ();
}

ReknitWeekBlock *
week_find_block (ReknitWeekPage *page,
                 ReknitPlan     *plan)
{
  ReknitWeekBlock *block =
    reknit_week_view_find_block (reknit_week_page_get_view (page), reknit_record_get_id (REKNIT_RECORD (plan)), NULL);

  g_assert_nonnull (block);
  return block;
}

/* Types both times into the form of time that is kept free. */
void
week_set_time (GtkWidget  *form,
               const char *starts,
               const char *ends)
{
  GtkWidget *row = page_find_type (form, REKNIT_TYPE_MOMENT_ROW);
  g_autoptr (GDateTime) from = reknit_local_time_parse (starts);
  g_autoptr (GDateTime) until = reknit_local_time_parse (ends);

  reknit_moment_row_set_moment (REKNIT_MOMENT_ROW (row), from);
  row = gtk_widget_get_next_sibling (row);
  reknit_moment_row_set_moment (REKNIT_MOMENT_ROW (row), until);
  g_signal_emit_by_name (row, "changed");
  page_settle ();
}
