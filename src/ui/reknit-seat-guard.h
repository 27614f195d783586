#pragma once

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_SEAT_GUARD (reknit_seat_guard_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSeatGuard, reknit_seat_guard, REKNIT, SEAT_GUARD, GObject)

/* Properties: seats, minutes (uint, 0 = never). */

ReknitSeatGuard *reknit_seat_guard_new   (ReknitSeats *seats);
void             reknit_seat_guard_touch (ReknitSeatGuard *self);

G_END_DECLS
