#pragma once

#include <gtk/gtk.h>

#include "reknit-check-in-place.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_SESSION (reknit_check_in_session_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInSession, reknit_check_in_session, REKNIT, CHECK_IN_SESSION, GtkWidget)

/* Signals: leave (), for later; closed (), when it was talked through; failed (GError *), when something could not be
 * done. */

GtkWidget          *reknit_check_in_session_new       (ReknitSeats *seats, ReknitCheckIn *check_in);
ReknitCheckInPlace  reknit_check_in_session_get_place (ReknitCheckInSession *self);

G_END_DECLS
