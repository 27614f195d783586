#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_TITLE_PLACE (reknit_title_place_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTitlePlace, reknit_title_place, REKNIT, TITLE_PLACE, GtkWidget)

/* Properties: title; titled (whether the page says itself what it is); lacking (read-only: whether the title has no room
 * and stands nowhere else). */

gboolean    reknit_title_place_get_lacking (ReknitTitlePlace *self);
const char *reknit_title_place_get_title   (ReknitTitlePlace *self);
void        reknit_title_place_set_title   (ReknitTitlePlace *self, const char *title);
void        reknit_title_place_set_titled  (ReknitTitlePlace *self, gboolean titled);

G_END_DECLS
