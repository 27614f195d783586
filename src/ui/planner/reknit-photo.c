#include "reknit-photo.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

/* Wide enough for a screen, and a few hundred kilobytes. */
#define MAX_SIDE 1600
#define QUALITY  "85"

/* A picture from a file, as it is kept: sized down, upright, and with nothing in it but what can be seen: where and when
 * it was taken, and with which device, stays behind. */

/**
 * reknit_photo_shrink:
 * @picture: a picture
 * @error: return location
 *
 * Returns: (transfer full) (nullable): it as a JPEG, neither side longer than 1600 pixels
 */
GBytes *
reknit_photo_shrink (GdkPixbuf  *picture,
                     GError    **error)
{
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (picture);
  int longer = MAX (gdk_pixbuf_get_width (upright), gdk_pixbuf_get_height (upright));
  g_autoptr (GdkPixbuf) small = NULL;
  char *data;
  gsize size;

  if (longer <= MAX_SIDE)
    small = g_object_ref (upright);
  else
    small = gdk_pixbuf_scale_simple (upright, MAX (gdk_pixbuf_get_width (upright) * MAX_SIDE / longer, 1),
                                     MAX (gdk_pixbuf_get_height (upright) * MAX_SIDE / longer, 1), GDK_INTERP_BILINEAR);
  if (small == NULL)
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY, _("The picture is too large."));
      return NULL;
    }
  if (!gdk_pixbuf_save_to_buffer (small, &data, &size, "jpeg", error, "quality", QUALITY, NULL))
    return NULL;
  return g_bytes_new_take (data, size);
}

static void
on_decoded (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_stream_finish (result, &error);
  GBytes *bytes = picture != NULL ? reknit_photo_shrink (picture, &error) : NULL;

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s",
                             _("That file can’t be read as a picture. Choose another one."));
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (stream == NULL)
    g_task_return_error (task, error);
  else
    gdk_pixbuf_new_from_stream_async (G_INPUT_STREAM (stream), g_task_get_cancellable (task), on_decoded, g_object_ref (task));
}

/**
 * reknit_photo_read_async:
 * @file: a file that somebody chose
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads a picture.
 */
void
reknit_photo_read_async (GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (file, cancellable, callback, user_data);

  g_file_read_async (file, G_PRIORITY_DEFAULT, cancellable, on_opened, task);
}

/**
 * reknit_photo_read_finish:
 * @result: what the callback was given
 * @error: return location, with a message for people
 *
 * Returns: (transfer full) (nullable): the picture as it is kept
 */
GBytes *
reknit_photo_read_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
