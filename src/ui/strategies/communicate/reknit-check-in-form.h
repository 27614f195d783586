#pragma once

#include <gtk/gtk.h>

#include "reknit-check-in-place.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_FORM (reknit_check_in_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInForm, reknit_check_in_form, REKNIT, CHECK_IN_FORM, GtkWidget)

/* Property: valid (whether what was written can be saved). */

GtkWidget *reknit_check_in_form_new  (ReknitSeats *seats, ReknitCheckIn *check_in, ReknitCheckInPlace part);
gboolean   reknit_check_in_form_save (ReknitCheckInForm *self, GError **error);

G_END_DECLS
