#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_AIM (reknit_week_aim_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekAim, reknit_week_aim, REKNIT, WEEK_AIM, GtkWidget)

GtkWidget *reknit_week_aim_new  (ReknitSeats *seats);
void       reknit_week_aim_show (ReknitWeekAim *self, GDateTime *first_day);

G_END_DECLS
