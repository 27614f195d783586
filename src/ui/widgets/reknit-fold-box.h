#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_FOLD_BOX (reknit_fold_box_get_type ())
G_DECLARE_FINAL_TYPE (ReknitFoldBox, reknit_fold_box, REKNIT, FOLD_BOX, GtkWidget)

GtkWidget *reknit_fold_box_new       (void);
gboolean   reknit_fold_box_is_folded (ReknitFoldBox *self);

G_END_DECLS
