#pragma once

#include "reknit-week-block.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_LIST (reknit_week_list_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekList, reknit_week_list, REKNIT, WEEK_LIST, GtkWidget)

GtkWidget       *reknit_week_list_new           (ReknitSeats *seats);
void             reknit_week_list_set_occasions (ReknitWeekList *self, GDateTime *first_day, GPtrArray *occasions);

G_END_DECLS
