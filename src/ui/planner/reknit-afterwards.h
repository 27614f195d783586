#pragma once

#include <gtk/gtk.h>

#include "reknit-plan.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AFTERWARDS (reknit_afterwards_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAfterwards, reknit_afterwards, REKNIT, AFTERWARDS, GtkWidget)

/* Property: liked (what is chosen, as a number, so that a draft can keep it). */

GtkWidget *reknit_afterwards_new (ReknitSeats *seats, ReknitPlan *plan);

const char *reknit_afterwards_say_liked (gint64 liked);

G_END_DECLS
