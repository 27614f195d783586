#include "reknit-trouble-window.h"

#include "reknit-application-private.h"
#include "reknit-config.h"
#include "reknit-time-text.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/**
 * ReknitTroubleWindow:
 *
 * Says why the store can't be opened, and what can be done. Nothing is ever overwritten: what is damaged is set aside
 * under another name first.
 */
struct _ReknitTroubleWindow
{
  AdwApplicationWindow parent_instance;

  char          *path;

  AdwStatusPage *page;
  GtkLabel      *message;
  GtkWidget     *progress;
  GtkBox        *buttons;
};

G_DEFINE_FINAL_TYPE (ReknitTroubleWindow, reknit_trouble_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_message (ReknitTroubleWindow *self,
              const char          *text)
{
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

static void
on_try_again (ReknitTroubleWindow *self)
{
  g_autoptr (GApplication) application = g_object_ref (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  g_application_hold (application);
  gtk_window_destroy (GTK_WINDOW (self));
  g_application_activate (application);
  g_application_release (application);
}

static gboolean
set_aside (ReknitTroubleWindow  *self,
           char                **aside)
{
  g_autoptr (GError) error = NULL;

  if (reknit_store_set_aside (self->path, aside, &error))
    return TRUE;

  show_message (self, error->message);
  return FALSE;
}

static void
on_start_anew (ReknitTroubleWindow *self)
{
  g_autofree char *aside = NULL;

  if (set_aside (self, &aside))
    on_try_again (self);
}

static void
set_busy (ReknitTroubleWindow *self,
          gboolean             busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->buttons), !busy);
  gtk_widget_set_visible (self->progress, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
}

static void
on_salvaged (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ReknitTroubleWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = reknit_store_salvage_finish (result, &error);

  /* The window may be closed by now; the next start opens what was saved. */
  if (gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    {
      set_busy (self, FALSE);
      if (done)
        on_try_again (self);
      else
        show_message (self, error->message);
    }
  g_application_release (g_application_get_default ());
}

/* Once begun it goes on to its end, also without a window. */
static void
on_salvage (ReknitTroubleWindow *self)
{
  g_application_hold (g_application_get_default ());
  set_busy (self, TRUE);
  reknit_store_salvage_async (self->path, on_salvaged, g_object_ref (self));
}

static void
on_restore (ReknitTroubleWindow *self,
            GtkButton           *button)
{
  const char *backup = g_object_get_data (G_OBJECT (button), "backup");
  g_autoptr (GFile) from = g_file_new_for_path (backup);
  g_autoptr (GFile) to = g_file_new_for_path (self->path);
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (self->path, G_FILE_TEST_EXISTS) && !set_aside (self, &aside))
    return;

  if (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error) && g_chmod (self->path, 0600) == 0)
    on_try_again (self);
  else if (error != NULL)
    show_message (self, error->message);
}

static GtkWidget *
add_button (ReknitTroubleWindow *self,
            const char          *label,
            GCallback            callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (self->buttons, button);
  return button;
}

static void
add_backup (ReknitTroubleWindow *self,
            const char          *backup)
{
  GStatBuf info;
  g_autofree char *when = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (g_stat (backup, &info) != 0)
    return;

  when = reknit_time_text_for_moment (reknit_clock_get_default (), info.st_mtime);
  /* Translators: %s is when the backup was made: “Sunday, 19:00”. */
  label = g_strdup_printf (_("Go Back to the Backup of %s"), when);
  button = add_button (self, label, G_CALLBACK (on_restore));
  g_object_set_data_full (G_OBJECT (button), "backup", g_strdup (backup), g_free);
}

static void
offer_recovery (ReknitTroubleWindow *self)
{
  g_auto (GStrv) backups = reknit_store_list_backups (self->path);

  for (guint i = 0; backups != NULL && backups[i] != NULL && i < 3; i++)
    add_backup (self, backups[i]);
  add_button (self, _("Save What Can Be Read"), G_CALLBACK (on_salvage));
  add_button (self, _("Begin Anew"), G_CALLBACK (on_start_anew));
}

static void
explain (ReknitTroubleWindow *self,
         const GError        *error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  const char *title = _("Reknit Can’t Open Your Data");

  if (g_error_matches (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_CORRUPT))
    {
      title = _("Your Data Is Damaged");
      text = g_strdup_printf (_("The file in %s can’t be read as it is. Whatever you choose, it is kept under another name and not changed."), folder);
      offer_recovery (self);
    }
  else if (g_error_matches (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_NEWER_SCHEMA))
    {
      title = _("Your Data Is from a Newer Reknit");
      text = g_strdup (_("A newer version of Reknit has written it. Install that version again; nothing was changed."));
    }
  else if (g_error_matches (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_READ_ONLY))
    {
      title = _("Reknit May Not Write Here");
      text = g_strdup_printf (_("The folder %s or the file in it can’t be written. Make it writable for you, then try again."), folder);
      add_button (self, _("Try Again"), G_CALLBACK (on_try_again));
    }
  else if (g_error_matches (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_FULL))
    {
      title = _("No Space Left");
      text = g_strdup_printf (_("The disk that holds %s is full. Free some space, then try again. Nothing is lost."), folder);
      add_button (self, _("Try Again"), G_CALLBACK (on_try_again));
    }
  else
    {
      text = g_strdup (error->message);
      add_button (self, _("Try Again"), G_CALLBACK (on_try_again));
    }

  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, markup);
}

static void
reknit_trouble_window_finalize (GObject *object)
{
  g_free (REKNIT_TROUBLE_WINDOW (object)->path);
  G_OBJECT_CLASS (reknit_trouble_window_parent_class)->finalize (object);
}

static void
reknit_trouble_window_class_init (ReknitTroubleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = reknit_trouble_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-trouble-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitTroubleWindow, page);
  gtk_widget_class_bind_template_child (widget_class, ReknitTroubleWindow, message);
  gtk_widget_class_bind_template_child (widget_class, ReknitTroubleWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, ReknitTroubleWindow, buttons);
}

static void
reknit_trouble_window_init (ReknitTroubleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_trouble_window_new:
 * @application: (nullable): the application
 * @path: the store that can't be opened
 * @error: why
 *
 * Returns: (transfer floating): a window that says so
 */
GtkWidget *
reknit_trouble_window_new (GtkApplication *application,
                           const char     *path,
                           const GError   *error)
{
  ReknitTroubleWindow *self = g_object_new (REKNIT_TYPE_TROUBLE_WINDOW, "application", application, NULL);

  self->path = g_strdup (path);
  explain (self, error);
  return GTK_WIDGET (self);
}

/**
 * reknit_trouble_window_present:
 * @application: the application
 * @error: why its store can't be opened
 *
 * Says so, in the window that says so already if there is one.
 */
void
reknit_trouble_window_present (ReknitApplication *application,
                               const GError      *error)
{
  g_autofree char *path = reknit_application_get_store_path (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (reknit_trouble_window_new (GTK_APPLICATION (application), path, error));
  gtk_window_present (window);
}
