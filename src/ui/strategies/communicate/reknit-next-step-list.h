#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_NEXT_STEP_LIST (reknit_next_step_list_get_type ())
G_DECLARE_FINAL_TYPE (ReknitNextStepList, reknit_next_step_list, REKNIT, NEXT_STEP_LIST, GtkWidget)

/* Property: empty. */

GtkWidget *reknit_next_step_list_new (ReknitSeats *seats, ReknitQuery *query, const char *title);

G_END_DECLS
