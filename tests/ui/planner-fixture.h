#pragma once

#include "reknit-planner-window.h"
#include "ui-fixture.h"

ReknitPlannerWindow *planner_open  (UiFixture *fixture);
void                 planner_open_done (ReknitPlannerWindow *planner, ReknitPlan *plan);
void                 planner_close (ReknitPlannerWindow *planner);
GtkWidget           *planner_page  (ReknitPlannerWindow *planner);
ReknitPlan          *planner_add   (UiFixture *fixture, ReknitPlanKind kind, const char *starts, const char *ends, const char *rule,
                                    const char *title);
ReknitDayCell       *planner_cell  (ReknitPlannerWindow *planner, const char *day);
GtkWidget           *planner_row   (GtkWidget *root, const char *title);
void                 planner_write (GtkWidget *root, const char *title, const char *text);
void                 planner_assert_title (GtkWidget *form, const char *title);
