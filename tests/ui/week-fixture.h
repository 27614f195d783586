#pragma once

#include "page-fixture.h"
#include "reknit-plan.h"
#include "reknit-week-page.h"

/* The week of Ana and Ben. It is Sunday the 22nd of November, 19:00, and weeks begin on Sunday. */

ReknitPlan      *week_add         (PageFixture *fixture, ReknitPlanKind kind, ReknitPartner *planner, const char *starts,
                                   const char *ends, const char *title);
ReknitWeekPage  *week_open        (PageFixture *fixture);
void             week_drag        (ReknitWeekPage *page, int from_day, double from_minute, int to_day, double to_minute);
void             week_drag_from   (ReknitWeekPage *page, double x, double y);
void             week_drag_by     (ReknitWeekPage *page, double dx, double dy);
void             week_drop        (ReknitWeekPage *page);
GPtrArray       *week_list_plans  (PageFixture *fixture);
void             week_assert_time (ReknitPlan *plan, const char *starts, const char *ends);
void             week_set_time    (GtkWidget *form, const char *starts, const char *ends);
void             week_undo        (ReknitWeekPage *page);
ReknitWeekBlock *week_find_block  (ReknitWeekPage *page, ReknitPlan *plan);
