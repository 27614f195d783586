#pragma once

#include "reknit-week-block.h"
#include "reknit-week-columns.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_GRID (reknit_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekGrid, reknit_week_grid, REKNIT, WEEK_GRID, GtkWidget)

GtkWidget       *reknit_week_grid_new           (ReknitSeats *seats);
void             reknit_week_grid_set_occasions (ReknitWeekGrid *self, GDateTime *first_day, GPtrArray *occasions);
guint            reknit_week_grid_get_n_blocks  (ReknitWeekGrid *self);
ReknitWeekBlock *reknit_week_grid_get_block     (ReknitWeekGrid *self, guint position);
void             reknit_week_grid_get_place     (ReknitWeekGrid *self, int day, int minute, double *x, double *y);
GDateTime       *reknit_week_grid_dup_cursor    (ReknitWeekGrid *self);

G_END_DECLS
