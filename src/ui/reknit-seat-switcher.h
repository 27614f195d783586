#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_SEAT_SWITCHER (reknit_seat_switcher_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSeatSwitcher, reknit_seat_switcher, REKNIT, SEAT_SWITCHER, GtkWidget)

/* Property: seats. Works by the action `win.seat`. */

G_END_DECLS
