#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_CARD_LIST (reknit_card_list_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCardList, reknit_card_list, REKNIT, CARD_LIST, GtkWidget)

/* Properties: title, hint (nullable), model (a #GListModel). It is invisible while the model is empty. */

GtkWidget *reknit_card_list_new        (const char *title);
void       reknit_card_list_set_model  (ReknitCardList *self, GListModel *model);
void       reknit_card_list_set_create (ReknitCardList *self, GtkListBoxCreateWidgetFunc create, gpointer user_data);

void       reknit_card_list_foreach    (ReknitCardList *self, GFunc func, gpointer user_data);

G_END_DECLS
