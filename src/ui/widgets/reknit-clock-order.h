#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void reknit_clock_order (GtkWidget *widget);

G_END_DECLS
