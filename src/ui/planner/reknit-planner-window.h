#pragma once

#include "reknit-plan.h"
#include "reknit-planner-view.h"
#include "reknit-seated-window.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PLANNER_WINDOW (reknit_planner_window_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPlannerWindow, reknit_planner_window, REKNIT, PLANNER_WINDOW, ReknitSeatedWindow)

GtkWidget         *reknit_planner_window_new       (GtkApplication *application, ReknitSeats *seats);
ReknitPlannerView *reknit_planner_window_get_view  (ReknitPlannerWindow *self);
GtkWidget         *reknit_planner_window_get_page  (ReknitPlannerWindow *self);
void               reknit_planner_window_plan      (ReknitPlannerWindow *self, GDateTime *day);
void               reknit_planner_window_find_idea (ReknitPlannerWindow *self);
void               reknit_planner_window_plan_idea (ReknitPlannerWindow *self, const char *key);
void               reknit_planner_window_open_plan (ReknitPlannerWindow *self, gint64 plan, GDateTime *starts);

G_END_DECLS
