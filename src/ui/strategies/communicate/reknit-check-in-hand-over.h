#pragma once

#include <gtk/gtk.h>

#include "reknit-check-in.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_HAND_OVER (reknit_check_in_hand_over_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInHandOver, reknit_check_in_hand_over, REKNIT, CHECK_IN_HAND_OVER, GtkWidget)

/* Signal: take-back (): whoever sits there is not ready after all. */

GtkWidget *reknit_check_in_hand_over_new (ReknitSeats *seats, ReknitCheckIn *check_in);

G_END_DECLS
