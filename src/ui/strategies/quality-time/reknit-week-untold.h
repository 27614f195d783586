#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_UNTOLD (reknit_week_untold_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekUntold, reknit_week_untold, REKNIT, WEEK_UNTOLD, GtkWidget)

GtkWidget *reknit_week_untold_new  (ReknitSeats *seats);
void       reknit_week_untold_show (ReknitWeekUntold *self, GDateTime *first_day);

G_END_DECLS
