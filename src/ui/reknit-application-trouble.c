#include "reknit-application-private.h"

#include "reknit-config.h"
#include "reknit-trouble-window.h"

#include <glib/gi18n-lib.h>

/* What goes wrong with the store while it is open. */

static gboolean
show_failure (gpointer user_data)
{
  ReknitApplication *self = user_data;
  g_autoptr (GError) failure = g_steal_pointer (&self->failure);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  self->failure_source = 0;
  g_application_hold (G_APPLICATION (self));
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  reknit_application_close_store (self);
  if (windows != NULL)
    reknit_trouble_window_present (self, failure);
  g_application_release (G_APPLICATION (self));
  return G_SOURCE_REMOVE;
}

/* Whoever was reading goes on with what there is; the window that says why there is no more comes right after. */
static void
on_read_failed (ReknitApplication *self,
                GError            *error)
{
  if (self->failure != NULL)
    return;

  self->failure = g_error_copy (error);
  self->failure_source = g_idle_add (show_failure, self);
}

/**
 * reknit_application_watch_store:
 *
 * Shows the page for a damaged file when something can't be read from the store any more.
 */
void
reknit_application_watch_store (ReknitApplication *self)
{
  g_signal_connect_object (self->store, "read-failed", G_CALLBACK (on_read_failed), self, G_CONNECT_SWAPPED);
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             GtkWindow        *window)
{
  ReknitApplication *self = REKNIT_APPLICATION (gtk_window_get_application (window));

  if (g_str_equal (response, "close"))
    self->may_lose = TRUE;
  if (!g_str_equal (response, "keep"))
    gtk_window_close (window);
}

/**
 * reknit_application_may_close:
 * @window: the window that is about to close
 *
 * Tries once more to save what could not be saved, and asks about what still can't be.
 *
 * Returns: whether @window may close now; if not, it was asked
 */
gboolean
reknit_application_may_close (ReknitApplication *self,
                              GtkWindow         *window)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (self->may_lose || reknit_store_retry (self->store, &error))
    {
      self->may_lose = FALSE;
      return TRUE;
    }

  dialog = adw_message_dialog_new (window, _("Not Everything Is Saved"), error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "keep", _("Keep Open"),
                                    "close", _("Close without Saving"),
                                    "again", _("Try Again"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "again");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return FALSE;
}
