#pragma once

#include <gtk/gtk.h>

#include "reknit-day-cell.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_MONTH_VIEW (reknit_month_view_get_type ())
G_DECLARE_FINAL_TYPE (ReknitMonthView, reknit_month_view, REKNIT, MONTH_VIEW, GtkWidget)

/* Works by the actions planner.select (a day, `YYYY-MM-DD`), planner.plan (a day), planner.open, planner.call-off (both
 * an occasion, see reknit_occasion_to_target()), planner.move (an occasion and by how many days). */

GtkWidget     *reknit_month_view_new       (ReknitSeats *seats);
void           reknit_month_view_set_day   (ReknitMonthView *self, GDateTime *day);
GDateTime     *reknit_month_view_get_day   (ReknitMonthView *self);
ReknitDayCell *reknit_month_view_find_cell (ReknitMonthView *self, GDateTime *day);
void           reknit_month_view_focus     (ReknitMonthView *self, gint64 plan);

gboolean       reknit_days_equal           (GDateTime *one, GDateTime *other);

G_END_DECLS
