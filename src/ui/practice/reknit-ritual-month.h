#pragma once

#include <gtk/gtk.h>

#include "reknit-ritual.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_RITUAL_MONTH (reknit_ritual_month_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRitualMonth, reknit_ritual_month, REKNIT, RITUAL_MONTH, GtkWidget)

GtkWidget *reknit_ritual_month_new (ReknitSeats *seats, ReknitRitual *ritual);

G_END_DECLS
