#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list of suggestions that leaves out what was taken. */

gboolean reknit_agreement_suggestions_fill     (GtkListBox *list, const char *suggestions);
void     reknit_agreement_suggestions_update   (GtkListBox *list, GListModel *rules);
void     reknit_agreement_suggestions_show_all (GtkListBox *list);

G_END_DECLS
