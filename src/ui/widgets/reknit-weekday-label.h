#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *reknit_weekday_label_new (GDateWeekday weekday, float xalign);

G_END_DECLS
