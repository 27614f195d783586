#include "reknit-photos.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-photo.h"
#include "reknit-plan-photo.h"
#include "reknit-toasts.h"

/**
 * ReknitPhotos:
 *
 * The photos of a plan, copied into the store, with a way to add one.
 */
struct _ReknitPhotos
{
  GtkWidget             parent_instance;

  ReknitStore          *store;
  gint64                plan;
  ReknitQueryList      *photos;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;

  GtkWidget            *box;
  GtkWidget            *list;
};

G_DEFINE_FINAL_TYPE (ReknitPhotos, reknit_photos, GTK_TYPE_WIDGET)

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ReknitPhotos) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = reknit_photo_read_finish (result, &error);
  g_autoptr (ReknitPlanPhoto) photo = NULL;

  if (self->store == NULL)
    return;
  if (picture != NULL)
    {
      photo = g_object_new (REKNIT_TYPE_PLAN_PHOTO, "plan", self->plan, "picture", picture, "caption", "", NULL);
      reknit_store_save (self->store, _("Add Photo"), photo, &error);
    }
  if (error != NULL)
    reknit_toast (GTK_WIDGET (self), error->message);
}

/**
 * reknit_photos_add:
 * @file: a file with a picture
 *
 * Copies it into the store; the file itself is left as it is.
 */
void
reknit_photos_add (ReknitPhotos *self,
                   GFile        *file)
{
  reknit_photo_read_async (file, self->cancellable, on_read, g_object_ref (self));
}

static void
on_response (ReknitPhotos *self,
             int           response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  if (file != NULL)
    reknit_photos_add (self, file);
  g_clear_object (&self->chooser);
}

static void
on_choose (ReknitPhotos *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (pictures);
  self->chooser = gtk_file_chooser_native_new (_("Choose a Photo"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), pictures);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_remove (GtkWidget       *button,
           ReknitPlanPhoto *photo)
{
  g_autoptr (GtkWidget) self = g_object_ref (gtk_widget_get_ancestor (button, REKNIT_TYPE_PHOTOS));
  g_autoptr (GError) error = NULL;

  if (reknit_store_delete (REKNIT_PHOTOS (self)->store, _("Remove Photo"), photo, &error))
    reknit_toast_undo (self, _("Photo removed"));
  else
    reknit_toast (self, error->message);
}

static void
add_picture (ReknitPhotos    *self,
             ReknitPlanPhoto *photo)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("reknit-delete-symbolic");
  GtkWidget *picture;

  g_object_get (photo, "picture", &bytes, NULL);
  texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), _("A photo of this date"));
  gtk_widget_set_size_request (picture, -1, 220);
  gtk_widget_add_css_class (picture, "planner-photo");
  g_object_set (remove, "halign", GTK_ALIGN_END, "valign", GTK_ALIGN_START, "margin-top", 6, "margin-end", 6,
                "tooltip-text", _("Remove Photo"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove Photo"), -1);
  gtk_widget_add_css_class (remove, "osd");
  gtk_widget_add_css_class (remove, "circular");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), photo, 0);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), remove);
  gtk_box_append (GTK_BOX (self->list), overlay);
}

static void
show_photos (ReknitPhotos *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->photos)); i++)
    {
      g_autoptr (ReknitPlanPhoto) photo = g_list_model_get_item (G_LIST_MODEL (self->photos), i);

      add_picture (self, photo);
    }
}

static void
reknit_photos_dispose (GObject *object)
{
  ReknitPhotos *self = REKNIT_PHOTOS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->chooser);
  g_clear_object (&self->photos);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (reknit_photos_parent_class)->dispose (object);
}

static void
reknit_photos_finalize (GObject *object)
{
  g_object_unref (REKNIT_PHOTOS (object)->cancellable);
  G_OBJECT_CLASS (reknit_photos_parent_class)->finalize (object);
}

static void
reknit_photos_class_init (ReknitPhotosClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_photos_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_photos_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_photos_init (ReknitPhotos *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Add a Photo"));

  self->cancellable = g_cancellable_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_choose), self);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * reknit_photos_new:
 * @store: the store
 * @plan: the id of a plan
 *
 * Returns: (transfer floating): its photos
 */
GtkWidget *
reknit_photos_new (ReknitStore *store,
                   gint64       plan)
{
  ReknitPhotos *self = g_object_new (REKNIT_TYPE_PHOTOS, NULL);
  g_autoptr (ReknitQuery) query = reknit_plan_photo_query (plan);

  self->store = g_object_ref (store);
  self->plan = plan;
  self->photos = reknit_query_list_new (store, query);
  g_signal_connect_object (self->photos, "items-changed", G_CALLBACK (show_photos), self, G_CONNECT_SWAPPED);
  show_photos (self);
  return GTK_WIDGET (self);
}
