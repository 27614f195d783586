#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_BREAK_CHOOSER (reknit_break_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ReknitBreakChooser, reknit_break_chooser, REKNIT, BREAK_CHOOSER, GtkWidget)

GtkWidget *reknit_break_chooser_new         (void);
gint64     reknit_break_chooser_get_back_at (ReknitBreakChooser *self);

G_END_DECLS
