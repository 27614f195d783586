#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void reknit_template_dispose (GtkWidget *widget, GType type);

G_END_DECLS
