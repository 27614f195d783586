#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void reknit_widget_set_spoken_name (GtkWidget  *widget,
                                    const char *name);

G_END_DECLS
