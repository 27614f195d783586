#pragma once

#include <adwaita.h>

#include "reknit-plan-task.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TASK_ROW (reknit_task_row_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTaskRow, reknit_task_row, REKNIT, TASK_ROW, AdwActionRow)

/* Signals: edit (a property of the task and its new value, a #GVariant), move (by how many places), dropped (the
 * #ReknitPlanTask that was dropped here), remove. */

GtkWidget      *reknit_task_row_new       (ReknitSeats *seats, ReknitPlanTask *task);
ReknitPlanTask *reknit_task_row_get_task  (ReknitTaskRow *self);
void            reknit_task_row_show_task (ReknitTaskRow *self);

G_END_DECLS
