#pragma once

#include "reknit-agenda-view.h"
#include "reknit-month-view.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PLANNER_VIEW (reknit_planner_view_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPlannerView, reknit_planner_view, REKNIT, PLANNER_VIEW, GtkWidget)

GtkWidget        *reknit_planner_view_new         (ReknitSeats *seats);
GDateTime        *reknit_planner_view_get_day     (ReknitPlannerView *self);
void              reknit_planner_view_set_day     (ReknitPlannerView *self, GDateTime *day);
void              reknit_planner_view_step_month  (ReknitPlannerView *self, int months);
void              reknit_planner_view_go_today    (ReknitPlannerView *self);
void              reknit_planner_view_set_listing (ReknitPlannerView *self, gboolean listing);
ReknitMonthView  *reknit_planner_view_get_month   (ReknitPlannerView *self);
ReknitAgendaView *reknit_planner_view_get_agenda  (ReknitPlannerView *self);

G_END_DECLS
