#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_FEELING_MONTH (reknit_feeling_month_get_type ())
G_DECLARE_FINAL_TYPE (ReknitFeelingMonth, reknit_feeling_month, REKNIT, FEELING_MONTH, GtkWidget)

GtkWidget *reknit_feeling_month_new  (void);
void       reknit_feeling_month_show (ReknitFeelingMonth *self, ReknitSeats *seats);

G_END_DECLS
