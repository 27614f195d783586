#pragma once

#include <adwaita.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_SEATED_WINDOW (reknit_seated_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (ReknitSeatedWindow, reknit_seated_window, REKNIT, SEATED_WINDOW, AdwApplicationWindow)

struct _ReknitSeatedWindowClass
{
  AdwApplicationWindowClass parent_class;
};

/* Properties: seats (construct only), toasts (the #AdwToastOverlay that lies over everything), menu-button (gets the
 * main menu). Actions: win.seat, win.undo, win.redo, win.retry, win.lock,
 * win.show-help-overlay. */

ReknitSeats *reknit_seated_window_get_seats (ReknitSeatedWindow *self);
void         reknit_seated_window_take_seat (ReknitSeatedWindow *self, const char *seat);

G_END_DECLS
