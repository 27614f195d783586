#pragma once

#include <gtk/gtk.h>

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PHOTOS (reknit_photos_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPhotos, reknit_photos, REKNIT, PHOTOS, GtkWidget)

GtkWidget *reknit_photos_new (ReknitStore *store, gint64 plan);
void       reknit_photos_add (ReknitPhotos *self, GFile *file);

G_END_DECLS
