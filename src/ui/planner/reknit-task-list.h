#pragma once

#include <gtk/gtk.h>

#include "reknit-occasion.h"
#include "reknit-plan-task.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TASK_LIST (reknit_task_list_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTaskList, reknit_task_list, REKNIT, TASK_LIST, GtkWidget)

GtkWidget *reknit_task_list_new          (ReknitSeats *seats, const char *list, const char *title, const char *invitation);
void       reknit_task_list_set_occasion (ReknitTaskList *self, ReknitOccasion *occasion);

G_END_DECLS
