#pragma once

#include <gtk/gtk.h>

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PLAN_PAGE (reknit_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPlanPage, reknit_plan_page, REKNIT, PLAN_PAGE, GtkWidget)

/* Signals: gone, when what it shows was deleted or called off. Actions that it uses: planner.edit, planner.call-off,
 * planner.open (each with an occasion, see reknit_occasion_to_target()). */

GtkWidget      *reknit_plan_page_new          (ReknitSeats *seats, ReknitOccasion *occasion);
ReknitOccasion *reknit_plan_page_get_occasion (ReknitPlanPage *self);

G_END_DECLS
