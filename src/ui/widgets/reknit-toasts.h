#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is said in passing, over the window that @widget stands in, so that it outlives the page that it came from. */

void reknit_toast           (GtkWidget *widget, const char *text);
void reknit_toast_undo      (GtkWidget *widget, const char *text);
void reknit_toast_undo_by   (GtkWidget *widget, const char *text, GClosure *closure);
void reknit_toast_drop_undo (GtkWidget *widget);

G_END_DECLS
