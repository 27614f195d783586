#pragma once

#include "reknit-week-block.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_HEAD (reknit_week_head_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekHead, reknit_week_head, REKNIT, WEEK_HEAD, GtkWidget)

GtkWidget       *reknit_week_head_new           (ReknitSeats *seats);
void             reknit_week_head_set_occasions (ReknitWeekHead *self, GDateTime *first_day, GPtrArray *occasions);

G_END_DECLS
