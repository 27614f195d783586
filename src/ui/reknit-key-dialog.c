#include "reknit-key-dialog.h"

#include "reknit-config.h"
#include "reknit-partner-badge.h"
#include "reknit-passphrase.h"
#include "reknit-print.h"
#include "reknit-title-below.h"
#include "reknit-window.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitKeyDialog:
 *
 * Sets a partner's passphrase, changes it, or makes a new recovery code. A code is shown once.
 */
typedef enum
{
  MODE_SEAL,
  MODE_CHANGE,
  MODE_RENEW,
} Mode;

struct _ReknitKeyDialog
{
  AdwWindow           parent_instance;

  ReknitSeats        *seats;
  ReknitPartner      *partner;
  GCancellable       *cancellable;
  Mode                mode;
  char               *code;
  ReknitKeyWraps     *earlier;

  GtkStack           *stack;
  ReknitTitlePlace   *title;
  ReknitTitlePlace   *code_title;
  ReknitPartnerBadge *badge;
  GtkLabel           *notice;
  GtkWidget          *fields;
  GtkEditable        *old_entry;
  GtkEditable        *new_entry;
  GtkEditable        *repeat_entry;
  GtkLabel           *hint;
  GtkWidget          *seal_button;
  GtkSpinner         *spinner;
  GtkLabel           *code_label;
  GtkWidget          *earlier_label;
};

G_DEFINE_FINAL_TYPE (ReknitKeyDialog, reknit_key_dialog, ADW_TYPE_WINDOW)

static gint64
get_owner (ReknitKeyDialog *self)
{
  return reknit_record_get_id (REKNIT_RECORD (self->partner));
}

static void
show_hint (ReknitKeyDialog *self,
           const char      *text,
           gboolean         is_error)
{
  gtk_label_set_label (self->hint, text);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
}

static void
set_busy (ReknitKeyDialog *self,
          gboolean         busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (self->fields, !busy);
  gtk_widget_set_sensitive (self->seal_button, !busy);
}

static void
refuse (ReknitKeyDialog *self,
        const char      *text)
{
  set_busy (self, FALSE);
  show_hint (self, text, TRUE);
}

static void
fail (ReknitKeyDialog *self,
      const GError    *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Of a key that was not kept nobody needs the code, and the window, which stays for a code, may be closed. */
  g_clear_pointer (&self->code, reknit_secret_string_free);
  refuse (self, error->message);
}

static void
judge_new (ReknitKeyDialog *self,
           gboolean         has_old)
{
  const char *text = gtk_editable_get_text (self->new_entry);
  const char *again = gtk_editable_get_text (self->repeat_entry);
  ReknitPassphraseStrength strength = reknit_passphrase_judge (text);
  gboolean same = g_str_equal (text, again);

  if (strength != REKNIT_PASSPHRASE_EMPTY && *again != '\0' && !same && !g_str_has_prefix (text, again))
    show_hint (self, _("The two are not the same."), TRUE);
  else
    show_hint (self, reknit_passphrase_strength_get_sentence (strength), FALSE);

  gtk_widget_set_sensitive (self->seal_button, strength != REKNIT_PASSPHRASE_EMPTY && same && has_old);
}

static void
on_edited (ReknitKeyDialog *self)
{
  gboolean has_old = self->mode == MODE_SEAL || *gtk_editable_get_text (self->old_entry) != '\0';

  if (self->mode != MODE_RENEW)
    {
      judge_new (self, has_old);
      return;
    }

  show_hint (self, "", FALSE);
  gtk_widget_set_sensitive (self->seal_button, has_old);
}

static gboolean
put_partner (ReknitStore  *store,
             gpointer      partner,
             GError      **error)
{
  return reknit_store_put (store, partner, error);
}

/* What could not be kept is not tried again later, as a save is: whoever was told that it failed must find everything as it
 * was, and a key whose code nobody has seen must not come back. */
static gboolean
keep_wraps (ReknitKeyDialog  *self,
            ReknitKeyWraps   *wraps,
            GError          **error)
{
  ReknitStore *store = reknit_seats_get_store (self->seats);
  ReknitVault *vault = reknit_seats_get_vault (self->seats);
  g_autoptr (GBytes) passphrase = NULL;
  g_autoptr (GBytes) recovery = NULL;

  g_object_get (self->partner, "passphrase-wrap", &passphrase, "recovery-wrap", &recovery, NULL);
  g_object_set (self->partner,
                "passphrase-wrap", reknit_key_wraps_get_passphrase (wraps),
                "recovery-wrap", reknit_key_wraps_get_recovery (wraps), NULL);
  /* A key without what it seals, or writing sealed by a key that is nowhere kept, would be worse than neither. */
  if (self->mode == MODE_SEAL ? reknit_store_reseal (store, get_owner (self), put_partner, self->partner, error)
                              : reknit_store_transact (store, NULL, put_partner, self->partner, error))
    return TRUE;

  g_object_set (self->partner, "passphrase-wrap", passphrase, "recovery-wrap", recovery, NULL);
  if (self->earlier != NULL)
    reknit_vault_add_wraps (vault, get_owner (self), self->earlier);
  else
    reknit_vault_remove (vault, get_owner (self));
  return FALSE;
}

/* A code that nobody has written down yet would be lost with its page. */
static void
on_locked (ReknitKeyDialog *self)
{
  if (self->code == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

/* It is shown only once: the key that sealed, struck twice, must not take it away, and neither must Escape. Done does. */
static void
show_code (ReknitKeyDialog *self)
{
  gtk_label_set_label (self->code_label, self->code);
  gtk_stack_set_visible_child_name (self->stack, "code");
  gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  /* As high as this page needs: what was asked before may have been shorter. */
  g_object_set (self, "default-height", -1, NULL);
}

static void
on_done (ReknitKeyDialog *self)
{
  g_clear_pointer (&self->code, reknit_secret_string_free);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
reknit_key_dialog_close_request (GtkWindow *window)
{
  if (REKNIT_KEY_DIALOG (window)->code != NULL)
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (reknit_key_dialog_parent_class)->close_request (window);
}

/* What was asked for is done once its @wraps are kept; then there is a new code to be shown, or nothing more to say. */
static void
conclude (ReknitKeyDialog *self,
          ReknitKeyWraps  *wraps,
          GError          *error)
{
  g_autoptr (GError) failure = error;

  if (wraps == NULL || !keep_wraps (self, wraps, &failure))
    fail (self, failure);
  else if (self->code != NULL)
    show_code (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_created (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ReknitKeyDialog) self = user_data;
  GError *error = NULL;
  g_autoptr (ReknitKeyWraps) wraps = reknit_vault_create_finish (REKNIT_VAULT (source), result, &self->code, &error);

  conclude (self, wraps, error);
}

static void
on_changed (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ReknitKeyDialog) self = user_data;
  GError *error = NULL;
  g_autoptr (ReknitKeyWraps) wraps = reknit_vault_change_passphrase_finish (REKNIT_VAULT (source), result, &error);

  conclude (self, wraps, error);
}

static void
renew (ReknitKeyDialog *self)
{
  GError *error = NULL;
  g_autoptr (ReknitKeyWraps) wraps =
    reknit_vault_renew_recovery_code (reknit_seats_get_vault (self->seats), get_owner (self), &self->code, &error);

  conclude (self, wraps, error);
}

/* Once the key is open, and by the hand of who knows what opens it. */
static void
rewrap (ReknitKeyDialog *self)
{
  ReknitVault *vault = reknit_seats_get_vault (self->seats);

  g_clear_pointer (&self->earlier, reknit_key_wraps_unref);
  self->earlier = reknit_key_wraps_ref (reknit_vault_get_wraps (vault, get_owner (self)));
  if (self->mode == MODE_RENEW)
    {
      renew (self);
      return;
    }
  reknit_vault_change_passphrase_async (vault, get_owner (self), gtk_editable_get_text (self->new_entry), self->cancellable,
                                        on_changed, g_object_ref (self));
}

static void
on_recovered (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ReknitKeyDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (reknit_vault_unlock_with_recovery_finish (REKNIT_VAULT (source), result, &error))
    rewrap (self);
  else if (g_error_matches (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_MISTYPED_CODE))
    refuse (self, _("This is neither the passphrase until now nor a recovery code."));
  else
    fail (self, error);
}

static void
on_verified (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ReknitKeyDialog) self = user_data;
  ReknitVault *vault = REKNIT_VAULT (source);
  g_autoptr (GError) error = NULL;
  gboolean was_open = g_object_get_data (G_OBJECT (self), "was-open") != NULL;

  if (was_open ? reknit_vault_verify_finish (vault, result, &error) : reknit_vault_unlock_finish (vault, result, &error))
    rewrap (self);
  else if (self->mode == MODE_CHANGE && g_error_matches (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_WRONG_PASSPHRASE))
    reknit_vault_unlock_with_recovery_async (vault, get_owner (self), gtk_editable_get_text (self->old_entry),
                                             self->cancellable, on_recovered, g_object_ref (self));
  else
    fail (self, error);
}

static void
on_seal (ReknitKeyDialog *self)
{
  ReknitVault *vault = reknit_seats_get_vault (self->seats);
  const char *old = gtk_editable_get_text (self->old_entry);
  gboolean is_open = reknit_vault_is_open (vault, get_owner (self));

  set_busy (self, TRUE);
  g_object_set_data (G_OBJECT (self), "was-open", GINT_TO_POINTER (is_open));
  if (self->mode == MODE_SEAL)
    reknit_vault_create_async (vault, get_owner (self), gtk_editable_get_text (self->new_entry), self->cancellable,
                               on_created, g_object_ref (self));
  else if (is_open)
    reknit_vault_verify_async (vault, get_owner (self), old, self->cancellable, on_verified, g_object_ref (self));
  else
    reknit_vault_unlock_async (vault, get_owner (self), old, self->cancellable, on_verified, g_object_ref (self));
}

static void
on_draw_page (ReknitKeyDialog   *self,
              GtkPrintContext   *context,
              int                page,
              GtkPrintOperation *operation)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", _("Recovery Code"), self->code);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Monospace 14");

  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_cairo_show_layout (cr, layout);
}

static void
on_print (ReknitKeyDialog *self)
{
  /* The paper must not say what the code opens to whoever finds it, nor the queue while it waits. */
  g_autoptr (GtkPrintOperation) operation = reknit_print_operation_new (_("Note"));

  gtk_print_operation_set_n_pages (operation, 1);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
reknit_key_dialog_dispose (GObject *object)
{
  ReknitKeyDialog *self = REKNIT_KEY_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->partner);
  g_clear_object (&self->seats);
  g_clear_pointer (&self->code, reknit_secret_string_free);
  g_clear_pointer (&self->earlier, reknit_key_wraps_unref);
  G_OBJECT_CLASS (reknit_key_dialog_parent_class)->dispose (object);
}

static void
reknit_key_dialog_class_init (ReknitKeyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_key_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = reknit_key_dialog_close_request;
  g_type_ensure (REKNIT_TYPE_PARTNER_BADGE);
  g_type_ensure (REKNIT_TYPE_TITLE_BELOW);
  g_type_ensure (REKNIT_TYPE_TITLE_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-key-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, code_title);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, badge);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, old_entry);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, new_entry);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, repeat_entry);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, seal_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, code_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitKeyDialog, earlier_label);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_seal);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
}

static void
reknit_key_dialog_init (ReknitKeyDialog *self)
{
  self->cancellable = g_cancellable_new ();
  /* Who waits for an answer holds the window, also when somebody has closed it: it is not disposed of before. */
  g_signal_connect_object (self, "unrealize", G_CALLBACK (g_cancellable_cancel), self->cancellable, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The passphrase stays as it is: it is only asked for. */
static void
dress_for_renewal (ReknitKeyDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Recovery Code"));
  reknit_title_place_set_title (self->title, _("Recovery Code"));
  reknit_title_place_set_title (self->code_title, _("Recovery Code"));
  gtk_label_set_label (self->notice, _("A new recovery code takes the place of the earlier one. Your passphrase stays as it is."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->old_entry), _("Passphrase"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->old_entry), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->new_entry), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->repeat_entry), FALSE);
  gtk_button_set_label (GTK_BUTTON (self->seal_button), _("_Renew"));
  gtk_widget_set_visible (self->earlier_label, TRUE);
}

static void
present (GtkWindow     *parent,
         ReknitSeats   *seats,
         ReknitPartner *partner,
         Mode           mode)
{
  ReknitKeyDialog *self = g_object_new (REKNIT_TYPE_KEY_DIALOG, NULL);

  self->seats = g_object_ref (seats);
  self->partner = g_object_ref (partner);
  self->mode = mode;
  g_signal_connect_object (seats, "locked", G_CALLBACK (on_locked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->old_entry), mode != MODE_SEAL);
  if (mode == MODE_RENEW)
    dress_for_renewal (self);
  reknit_partner_badge_set_partner (self->badge, partner);
  on_edited (self);
  gtk_widget_grab_focus (GTK_WIDGET (mode == MODE_SEAL ? self->new_entry : self->old_entry));
  reknit_window_present_over (GTK_WINDOW (self), parent);
}

/**
 * reknit_key_dialog_present:
 * @parent: the window to stand over
 * @seats: the seats
 * @partner: whose passphrase
 *
 * Asks for a new passphrase, and for the one until now if there is one.
 */
void
reknit_key_dialog_present (GtkWindow     *parent,
                           ReknitSeats   *seats,
                           ReknitPartner *partner)
{
  present (parent, seats, partner, reknit_seats_needs_passphrase (seats, partner) ? MODE_CHANGE : MODE_SEAL);
}

/**
 * reknit_key_dialog_present_renewal:
 * @parent: the window to stand over
 * @seats: the seats
 * @partner: whose recovery code; they have a passphrase
 *
 * Asks for the passphrase, and shows a new recovery code in return. The earlier one is of no more use from then on.
 */
void
reknit_key_dialog_present_renewal (GtkWindow     *parent,
                                   ReknitSeats   *seats,
                                   ReknitPartner *partner)
{
  g_return_if_fail (reknit_seats_needs_passphrase (seats, partner));

  present (parent, seats, partner, MODE_RENEW);
}
