#pragma once

#include <gtk/gtk.h>

#include "reknit-week-hours.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEK_BAR (reknit_week_bar_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekBar, reknit_week_bar, REKNIT, WEEK_BAR, GtkWidget)

GtkWidget *reknit_week_bar_new  (void);
void       reknit_week_bar_show (ReknitWeekBar *self, const ReknitWeekHours *hours);

G_END_DECLS
