#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_COLOR_BUTTON (reknit_color_button_get_type ())
G_DECLARE_FINAL_TYPE (ReknitColorButton, reknit_color_button, REKNIT, COLOR_BUTTON, GtkWidget)

/* Property: value (a strand's colour, as it stands in the store). */

const char *reknit_color_button_get_value (ReknitColorButton *self);
void        reknit_color_button_set_value (ReknitColorButton *self, const char *value);

G_END_DECLS
