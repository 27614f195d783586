#pragma once

#include <gtk/gtk.h>

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PLAN_FORM (reknit_plan_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPlanForm, reknit_plan_form, REKNIT, PLAN_FORM, GtkWidget)

/* Properties: switches (which of its switches are on), idea (the key of the idea it comes from), earlier (what it held
 * before an idea was put in), shift and turn (how far a time of a series is moved, and who sees to it if it is not their
 * turn), so that a draft can keep them. Signal: done (the #ReknitPlan that was saved). */

GtkWidget *reknit_plan_form_new     (ReknitSeats *seats, ReknitOccasion *occasion);
void       reknit_plan_form_suggest (ReknitPlanForm *self, GDateTime *day, const char *title, const char *notes,
                                     const char *idea);

G_END_DECLS
