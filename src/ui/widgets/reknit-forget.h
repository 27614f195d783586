#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void reknit_editable_forget (GtkEditable *editable);

G_END_DECLS
