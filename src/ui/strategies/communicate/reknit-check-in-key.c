#include "reknit-check-in-key.h"

#include "reknit-partner-badge.h"
#include "reknit-template.h"

#include <adwaita.h>

/**
 * ReknitCheckInKey:
 *
 * Asks a partner for their passphrase without having them take their seat: at the reveal both keys are needed, and
 * after a lock one may be closed.
 */
struct _ReknitCheckInKey
{
  GtkWidget           parent_instance;

  ReknitSeats        *seats;
  ReknitPartner      *partner;
  GCancellable       *cancellable;

  ReknitPartnerBadge *badge;
  GtkEditable        *entry;
  GtkLabel           *message;
  GtkWidget          *open_button;
  GtkSpinner         *spinner;
};

enum { OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitCheckInKey, reknit_check_in_key, GTK_TYPE_WIDGET)

static void
show_message (ReknitCheckInKey *self,
              const char       *text)
{
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
set_busy (ReknitCheckInKey *self,
          gboolean          busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), !busy);
  gtk_widget_set_sensitive (self->open_button, !busy);
}

static void
on_unlocked (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ReknitCheckInKey) self = user_data;
  g_autoptr (GError) error = NULL;

  if (reknit_vault_unlock_finish (REKNIT_VAULT (source), result, &error))
    {
      reknit_store_keys_changed (reknit_seats_get_store (self->seats));
      g_signal_emit (self, signals[OPENED], 0);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_busy (self, FALSE);
  show_message (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_open (ReknitCheckInKey *self)
{
  show_message (self, "");
  set_busy (self, TRUE);
  reknit_vault_unlock_async (reknit_seats_get_vault (self->seats), reknit_record_get_id (REKNIT_RECORD (self->partner)),
                             gtk_editable_get_text (self->entry), self->cancellable, on_unlocked, g_object_ref (self));
}

static void
on_edited (ReknitCheckInKey *self)
{
  show_message (self, "");
}

static void
on_locked (ReknitCheckInKey *self)
{
  gtk_editable_set_text (self->entry, "");
}

static void
reknit_check_in_key_dispose (GObject *object)
{
  ReknitCheckInKey *self = REKNIT_CHECK_IN_KEY (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->partner);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_CHECK_IN_KEY);

  G_OBJECT_CLASS (reknit_check_in_key_parent_class)->dispose (object);
}

/* The seats stay until the end: an answer of the vault may still come in. */
static void
reknit_check_in_key_finalize (GObject *object)
{
  g_object_unref (REKNIT_CHECK_IN_KEY (object)->seats);
  G_OBJECT_CLASS (reknit_check_in_key_parent_class)->finalize (object);
}

static void
reknit_check_in_key_class_init (ReknitCheckInKeyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_check_in_key_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_check_in_key_finalize;
  signals[OPENED] = g_signal_new ("opened", REKNIT_TYPE_CHECK_IN_KEY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REKNIT_TYPE_PARTNER_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-check-in-key.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInKey, badge);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInKey, entry);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInKey, message);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInKey, open_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitCheckInKey, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
}

static void
reknit_check_in_key_init (ReknitCheckInKey *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_check_in_find_closed_key:
 * @seats: the seats
 *
 * Returns: (transfer none) (nullable): a partner whose answers are sealed and whose key is not in memory
 */
ReknitPartner *
reknit_check_in_find_closed_key (ReknitSeats *seats)
{
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    if (partners[i] != NULL && reknit_seats_needs_passphrase (seats, partners[i])
        && !reknit_vault_is_open (reknit_seats_get_vault (seats), reknit_record_get_id (REKNIT_RECORD (partners[i]))))
      return partners[i];
  return NULL;
}

/**
 * reknit_check_in_key_new:
 * @seats: the seats
 * @partner: whose key is needed
 *
 * Returns: (transfer floating): a form that asks @partner
 */
GtkWidget *
reknit_check_in_key_new (ReknitSeats   *seats,
                         ReknitPartner *partner)
{
  ReknitCheckInKey *self = g_object_new (REKNIT_TYPE_CHECK_IN_KEY, NULL);

  self->seats = g_object_ref (seats);
  self->partner = g_object_ref (partner);
  g_signal_connect_object (seats, "locked", G_CALLBACK (on_locked), self, G_CONNECT_SWAPPED);
  reknit_partner_badge_set_partner (self->badge, partner);
  return GTK_WIDGET (self);
}
