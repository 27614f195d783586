#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

GBytes *reknit_photo_shrink      (GdkPixbuf *picture, GError **error);
void    reknit_photo_read_async  (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GBytes *reknit_photo_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
