#pragma once

#include <gtk/gtk.h>

#include "reknit-day-entry.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_DAY_CELL (reknit_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (ReknitDayCell, reknit_day_cell, REKNIT, DAY_CELL, GtkWidget)

GtkWidget      *reknit_day_cell_new            (ReknitSeats *seats);
GDateTime      *reknit_day_cell_get_day        (ReknitDayCell *self);
void            reknit_day_cell_set_day        (ReknitDayCell *self, GDateTime *day, gboolean outside, gboolean today);
void            reknit_day_cell_set_occasions  (ReknitDayCell *self, GPtrArray *occasions);
void            reknit_day_cell_set_selected   (ReknitDayCell *self, gboolean selected);
guint           reknit_day_cell_get_n_shown    (ReknitDayCell *self);
ReknitDayEntry *reknit_day_cell_get_entry      (ReknitDayCell *self, guint position);

G_END_DECLS
