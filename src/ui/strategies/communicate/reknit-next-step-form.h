#pragma once

#include <gtk/gtk.h>

#include "reknit-check-in.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_NEXT_STEP_FORM (reknit_next_step_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitNextStepForm, reknit_next_step_form, REKNIT, NEXT_STEP_FORM, GtkWidget)

/* Property: valid (whether what was written can be saved). */

GtkWidget *reknit_next_step_form_new  (ReknitSeats *seats, ReknitCheckIn *check_in);
gboolean   reknit_next_step_form_save (ReknitNextStepForm *self, GError **error);

G_END_DECLS
