#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_SIDEBAR (reknit_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSidebar, reknit_sidebar, REKNIT, SIDEBAR, GtkWidget)

/* Signal: page-chosen (const char *page), also when the chosen page was the selected one already. */

void reknit_sidebar_select (ReknitSidebar *self, const char *page);

G_END_DECLS
