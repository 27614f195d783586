#include "reknit-passphrase-list.h"

#include "reknit-config.h"
#include "reknit-key-dialog.h"
#include "reknit-spoken-name.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitPassphraseList:
 *
 * A row for each partner: whether what is theirs alone is sealed, and the way to seal it. Who sits in a seat of their own
 * finds below theirs the way to a new recovery code.
 */
struct _ReknitPassphraseList
{
  GtkWidget            parent_instance;

  ReknitSeats         *seats;
  AdwPreferencesGroup *group;
  GtkWidget           *rows[2];
  GtkWidget           *code_row;
};

G_DEFINE_FINAL_TYPE (ReknitPassphraseList, reknit_passphrase_list, GTK_TYPE_WIDGET)

static void
on_clicked (ReknitPassphraseList *self,
            GtkButton            *button)
{
  reknit_key_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->seats,
                             g_object_get_data (G_OBJECT (button), "partner"));
}

static GtkWidget *
make_row (ReknitPassphraseList *self,
          ReknitPartner        *partner)
{
  gboolean sealed = reknit_seats_needs_passphrase (self->seats, partner);
  GtkWidget *button = gtk_button_new_with_label (sealed ? _("Change…") : _("Set…"));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", reknit_partner_get_name (partner),
                                 "subtitle", sealed ? _("Sealed with a passphrase") : _("Hidden from view, not sealed"), NULL);
  g_autofree char *label =
    /* Translators: %s is a partner's name. */
    g_strdup_printf (sealed ? _("Change the passphrase of %s") : _("Set a passphrase for %s"), reknit_partner_get_name (partner));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  reknit_widget_set_spoken_name (button, label);
  g_object_set_data_full (G_OBJECT (button), "partner", g_object_ref (partner), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
on_renew (ReknitPassphraseList *self)
{
  reknit_key_dialog_present_renewal (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->seats,
                                     reknit_seats_get_current (self->seats));
}

/* A row of its own: two buttons beside a name have no room in a narrow window. */
static void
add_code_row (ReknitPassphraseList *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Renew…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  reknit_widget_set_spoken_name (button, _("New Recovery Code"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_renew), self, G_CONNECT_SWAPPED);
  self->code_row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _("New Recovery Code"),
                                 "subtitle", _("If the earlier one is lost, or somebody has seen it"), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->code_row), button);
  adw_preferences_group_add (self->group, self->code_row);
}

static void
clear (ReknitPassphraseList *self)
{
  if (self->code_row != NULL)
    adw_preferences_group_remove (self->group, self->code_row);
  self->code_row = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    {
      if (self->rows[i] != NULL)
        adw_preferences_group_remove (self->group, self->rows[i]);
      self->rows[i] = NULL;
    }
}

static void
update (ReknitPassphraseList *self)
{
  ReknitPartner *partners[] = { reknit_seats_get_first (self->seats), reknit_seats_get_second (self->seats) };

  clear (self);
  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    {
      if (partners[i] == NULL)
        continue;
      self->rows[i] = make_row (self, partners[i]);
      adw_preferences_group_add (self->group, self->rows[i]);
      if (partners[i] == reknit_seats_get_current (self->seats) && reknit_seats_needs_passphrase (self->seats, partners[i]))
        add_code_row (self);
    }
}

static void
on_store_changed (ReknitPassphraseList *self,
                  ReknitChangeSet      *changes)
{
  if (reknit_change_set_has_table (changes, "partner"))
    update (self);
}

static void
reknit_passphrase_list_dispose (GObject *object)
{
  ReknitPassphraseList *self = REKNIT_PASSPHRASE_LIST (object);

  if (self->group != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->group));
  self->group = NULL;
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_passphrase_list_parent_class)->dispose (object);
}

static void
reknit_passphrase_list_class_init (ReknitPassphraseListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_passphrase_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_passphrase_list_init (ReknitPassphraseList *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

/**
 * reknit_passphrase_list_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
reknit_passphrase_list_new (ReknitSeats *seats)
{
  ReknitPassphraseList *self = g_object_new (REKNIT_TYPE_PASSPHRASE_LIST, NULL);

  self->seats = g_object_ref (seats);
  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seats, "notify::current", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
