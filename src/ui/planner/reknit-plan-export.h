#pragma once

#include <gtk/gtk.h>

#include "reknit-hand-over.h"

G_BEGIN_DECLS

void reknit_plan_export_ask     (GtkWindow *window, GPtrArray *entries, const char *name);
void reknit_plan_export_open    (GtkWidget *widget, ReknitHandOver *hand_over, GPtrArray *entries);

G_END_DECLS
