#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is said in passing, over the window that @widget stands in, so that it outlives the page that it came from. What is
 * said last comes at once, in the place of what was said before. */

void      reknit_toast           (GtkWidget *widget, const char *text);
void      reknit_toast_undo      (GtkWidget *widget, const char *text);
void      reknit_toast_undo_by   (GtkWidget *widget, const char *text, GClosure *closure);
void      reknit_toast_drop_undo (GtkWidget *widget);
void      reknit_toast_drop_step (GtkWidget *widget);
AdwToast *reknit_toast_lasting   (GtkWidget *widget, const char *text, const char *label, const char *action);
void      reknit_toast_take_back (AdwToast *toast);

G_END_DECLS
