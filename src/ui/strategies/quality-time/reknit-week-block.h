#pragma once

#include <gtk/gtk.h>

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_BLOCK (reknit_week_block_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekBlock, reknit_week_block, REKNIT, WEEK_BLOCK, GtkButton)

GtkWidget      *reknit_week_block_new           (ReknitSeats *seats, gboolean roomy);
void            reknit_week_block_show          (ReknitWeekBlock *self, ReknitOccasion *occasion, GDateTime *day,
                                                 GPtrArray *all);
void            reknit_week_block_set_narrow    (ReknitWeekBlock *self, gboolean narrow);
void            reknit_week_block_set_uncovered (ReknitWeekBlock *self, double uncovered);
ReknitOccasion *reknit_week_block_get_occasion  (ReknitWeekBlock *self);
GDateTime      *reknit_week_block_get_day       (ReknitWeekBlock *self);
gboolean        reknit_week_block_can_move      (ReknitWeekBlock *self);
gboolean        reknit_week_block_set_time      (ReknitWeekBlock *self, int starts_minutes, int ends_minutes);

G_END_DECLS
