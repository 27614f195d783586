#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_SEAT_SWITCHER (reknit_seat_switcher_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSeatSwitcher, reknit_seat_switcher, REKNIT, SEAT_SWITCHER, GtkWidget)

/* Properties: seats, compact (one menu button in place of three buttons). Works by the action `win.seat`. */

int  reknit_seat_switcher_get_wide_width (ReknitSeatSwitcher *self);
void reknit_seat_switcher_set_mark_only  (ReknitSeatSwitcher *self, gboolean mark_only);

G_END_DECLS
