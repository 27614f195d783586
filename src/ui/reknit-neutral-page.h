#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_NEUTRAL_PAGE (reknit_neutral_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitNeutralPage, reknit_neutral_page, REKNIT, NEUTRAL_PAGE, GtkWidget)

/* Signal: done. */

GtkWidget *reknit_neutral_page_new (void);

G_END_DECLS
