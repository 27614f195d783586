#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_SIDEBAR (reknit_sidebar_get_type ())
/* The row that opens the planner; no page of the window. */
#define REKNIT_PAGE_DATES "dates"

G_DECLARE_FINAL_TYPE (ReknitSidebar, reknit_sidebar, REKNIT, SIDEBAR, GtkWidget)

/* Signal: page-chosen (const char *page), also when the chosen page was the selected one already. */

void reknit_sidebar_select (ReknitSidebar *self, const char *page);

G_END_DECLS
