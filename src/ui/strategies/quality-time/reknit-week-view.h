#pragma once

#include "reknit-week-grid.h"
#include "reknit-week-list.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_VIEW (reknit_week_view_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekView, reknit_week_view, REKNIT, WEEK_VIEW, GtkWidget)

/* Signal: changed (), when what takes place in the week changed. */

GtkWidget       *reknit_week_view_new           (ReknitSeats *seats);
GDateTime       *reknit_week_view_get_first_day (ReknitWeekView *self);
void             reknit_week_view_show_day      (ReknitWeekView *self, GDateTime *day);
gboolean         reknit_week_view_is_wide       (ReknitWeekView *self);
ReknitWeekGrid  *reknit_week_view_get_grid      (ReknitWeekView *self);
ReknitWeekBlock *reknit_week_view_find_block    (ReknitWeekView *self, gint64 plan, GDateTime *starts);
void             reknit_week_view_refresh       (ReknitWeekView *self);
void             reknit_week_view_focus         (ReknitWeekView *self, ReknitOccasion *occasion);

G_END_DECLS
