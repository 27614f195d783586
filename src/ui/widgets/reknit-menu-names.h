#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void reknit_menu_button_name_items (GtkMenuButton *button);

G_END_DECLS
