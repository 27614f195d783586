#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"
#include "reknit-strategy.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_SEAT_GATE (reknit_seat_gate_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSeatGate, reknit_seat_gate, REKNIT, SEAT_GATE, GtkWidget)

/* Property: child, what is behind the gate. */

void reknit_seat_gate_watch (ReknitSeatGate *self, ReknitSeats *seats, ReknitPractice *practice);

G_END_DECLS
