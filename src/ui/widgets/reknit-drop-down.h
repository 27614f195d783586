#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void reknit_drop_down_set_label (GtkDropDown *drop_down, const char *label);

G_END_DECLS
