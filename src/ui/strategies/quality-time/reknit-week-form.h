#pragma once

#include <gtk/gtk.h>

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_FORM (reknit_week_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekForm, reknit_week_form, REKNIT, WEEK_FORM, GtkWidget)

/* Signal: done (the #ReknitPlan that was saved). */

GtkWidget *reknit_week_form_new      (ReknitSeats *seats, ReknitOccasion *occasion, GDateTime *starts);
void       reknit_week_form_set_time (ReknitWeekForm *self, GDateTime *starts, GDateTime *ends);

G_END_DECLS
