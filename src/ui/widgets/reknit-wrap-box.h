#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_WRAP_BOX (reknit_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWrapBox, reknit_wrap_box, REKNIT, WRAP_BOX, GtkWidget)

/* Properties: spacing (between the children of a line, and between lines; in pixels). */

GtkWidget *reknit_wrap_box_new    (void);
void       reknit_wrap_box_append (ReknitWrapBox *self, GtkWidget *child);
void       reknit_wrap_box_clear  (ReknitWrapBox *self);

G_END_DECLS
