#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list of suggestions that leaves out what was taken. */

typedef void (*ReknitSuggestionFunc) (const char *text, gpointer user_data);

gboolean reknit_agreement_suggestions_fill     (GtkListBox *list, const char *suggestions, ReknitSuggestionFunc take,
                                                gpointer user_data);
void     reknit_agreement_suggestions_update   (GtkListBox *list, GListModel *rules);
void     reknit_agreement_suggestions_show_all (GtkListBox *list);

G_END_DECLS
