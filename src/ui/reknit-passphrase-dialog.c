#include "reknit-passphrase-dialog.h"

#include "reknit-config.h"
#include "reknit-partner-badge.h"
#include "reknit-title-below.h"
#include "reknit-window.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitPassphraseDialog:
 *
 * Asks for what opens a partner's key: their passphrase, or the recovery code that they printed.
 */
struct _ReknitPassphraseDialog
{
  AdwWindow            parent_instance;

  ReknitSeats         *seats;
  ReknitPartner       *partner;
  GCancellable        *cancellable;
  gboolean             with_code;

  ReknitPartnerBadge  *badge;
  GtkEditable         *entry;
  GtkLabel            *message;
  GtkWidget           *mode_button;
  GtkWidget           *sit_button;
  GtkSpinner          *spinner;
};

G_DEFINE_FINAL_TYPE (ReknitPassphraseDialog, reknit_passphrase_dialog, ADW_TYPE_WINDOW)

static void
show_error (ReknitPassphraseDialog *self,
            const char             *text)
{
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
set_busy (ReknitPassphraseDialog *self,
          gboolean                busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (self->sit_button, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), !busy);
  gtk_widget_set_sensitive (self->mode_button, !busy);
}

static void
fail (ReknitPassphraseDialog *self,
      GError                 *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_busy (self, FALSE);
  show_error (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
on_taken (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ReknitPassphraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (reknit_seats_take_finish (REKNIT_SEATS (source), result, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    fail (self, error);
}

static void
on_recovered (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ReknitPassphraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!reknit_vault_unlock_with_recovery_finish (REKNIT_VAULT (source), result, &error))
    {
      fail (self, error);
      return;
    }

  reknit_seats_take_recovered (self->seats, self->partner);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_sit (ReknitPassphraseDialog *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  show_error (self, NULL);
  set_busy (self, TRUE);
  if (self->with_code)
    reknit_vault_unlock_with_recovery_async (reknit_seats_get_vault (self->seats),
                                             reknit_record_get_id (REKNIT_RECORD (self->partner)), text,
                                             self->cancellable, on_recovered, g_object_ref (self));
  else
    reknit_seats_take_async (self->seats, self->partner, text, self->cancellable, on_taken, g_object_ref (self));
}

static void
on_edited (ReknitPassphraseDialog *self)
{
  show_error (self, NULL);
}

static void
on_switch_mode (ReknitPassphraseDialog *self)
{
  self->with_code = !self->with_code;
  gtk_editable_set_text (self->entry, "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 self->with_code ? _("Recovery Code") : _("Passphrase"));
  gtk_button_set_label (GTK_BUTTON (self->mode_button),
                        self->with_code ? _("Use the Passphrase") : _("Use the Recovery Code"));
  show_error (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
reknit_passphrase_dialog_dispose (GObject *object)
{
  ReknitPassphraseDialog *self = REKNIT_PASSPHRASE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->partner);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_passphrase_dialog_parent_class)->dispose (object);
}

static void
reknit_passphrase_dialog_class_init (ReknitPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_passphrase_dialog_dispose;
  g_type_ensure (REKNIT_TYPE_PARTNER_BADGE);
  g_type_ensure (REKNIT_TYPE_TITLE_BELOW);
  g_type_ensure (REKNIT_TYPE_TITLE_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitPassphraseDialog, badge);
  gtk_widget_class_bind_template_child (widget_class, ReknitPassphraseDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, ReknitPassphraseDialog, message);
  gtk_widget_class_bind_template_child (widget_class, ReknitPassphraseDialog, mode_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitPassphraseDialog, sit_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitPassphraseDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_sit);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_switch_mode);
}

static void
reknit_passphrase_dialog_init (ReknitPassphraseDialog *self)
{
  self->cancellable = g_cancellable_new ();
  /* Who waits for an answer holds the window, also when somebody has closed it: it is not disposed of before. */
  g_signal_connect_object (self, "unrealize", G_CALLBACK (g_cancellable_cancel), self->cancellable, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_passphrase_dialog_take_seat:
 * @parent: the window to stand over
 * @seats: the seats
 * @partner: who wants to sit down
 *
 * Lets @partner sit down: at once if they have no passphrase, else after asking for it.
 */
void
reknit_passphrase_dialog_take_seat (GtkWindow     *parent,
                                    ReknitSeats   *seats,
                                    ReknitPartner *partner)
{
  ReknitPassphraseDialog *self;

  if (!reknit_seats_needs_passphrase (seats, partner))
    {
      reknit_seats_take_async (seats, partner, NULL, NULL, NULL, NULL);
      return;
    }

  self = g_object_new (REKNIT_TYPE_PASSPHRASE_DIALOG, NULL);
  self->seats = g_object_ref (seats);
  self->partner = g_object_ref (partner);
  g_signal_connect_object (seats, "locked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  reknit_partner_badge_set_partner (self->badge, partner);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  reknit_window_present_over (GTK_WINDOW (self), parent);
}
