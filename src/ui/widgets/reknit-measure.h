#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int reknit_measure_width  (GtkWidget *widget);
int reknit_measure_height (GtkWidget *widget, int width);

G_END_DECLS
