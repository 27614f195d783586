#include "reknit-agenda-entry.h"

#include "reknit-agenda-item.h"
#include "reknit-config.h"
#include "reknit-draft-keeper.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MAX_LENGTH 200

/**
 * ReknitAgendaEntry:
 *
 * A line to note what the two want to come to. Both can read it, and it says so.
 */
struct _ReknitAgendaEntry
{
  GtkWidget          parent_instance;

  ReknitSeats       *seats;
  ReknitDraftKeeper *keeper;
  GtkWidget         *box;
  GtkWidget         *row;
  GtkWidget         *message;
};

G_DEFINE_FINAL_TYPE (ReknitAgendaEntry, reknit_agenda_entry, GTK_TYPE_WIDGET)

static void
check (ReknitAgendaEntry *self)
{
  gboolean too_long = g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (self->row)), -1) > MAX_LENGTH;

  gtk_label_set_label (GTK_LABEL (self->message),
                       too_long ? _("Too long for a note on the agenda. A few words are enough.")
                                : _("Both of you can read this."));
  gtk_widget_remove_css_class (self->message, too_long ? "dim-label" : "error");
  gtk_widget_add_css_class (self->message, too_long ? "error" : "dim-label");
}

static void
on_apply (ReknitAgendaEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row))));
  g_autoptr (ReknitAgendaItem) item = NULL;

  if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_LENGTH)
    return;

  item = g_object_new (REKNIT_TYPE_AGENDA_ITEM, "body", text, "raised-by", reknit_seats_get_current_id (self->seats), NULL);
  if (!reknit_store_save (reknit_seats_get_store (self->seats), _("Put on the Agenda"), item, NULL))
    return;

  reknit_draft_keeper_drop (self->keeper);
  gtk_editable_set_text (GTK_EDITABLE (self->row), "");
  reknit_draft_keeper_open (self->keeper, 0);
}

static void
reknit_agenda_entry_dispose (GObject *object)
{
  ReknitAgendaEntry *self = REKNIT_AGENDA_ENTRY (object);

  g_clear_object (&self->keeper);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->seats);

  G_OBJECT_CLASS (reknit_agenda_entry_parent_class)->dispose (object);
}

static void
reknit_agenda_entry_class_init (ReknitAgendaEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_agenda_entry_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_agenda_entry_init (ReknitAgendaEntry *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *add = gtk_button_new_with_label (C_("agenda", "Add"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _("Something to come to"), NULL);
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (add, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), add);
  self->message = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "margin-start", 12, "margin-end", 12, NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (self->message, "caption");
  gtk_list_box_append (GTK_LIST_BOX (list), self->row);
  gtk_box_append (GTK_BOX (self->box), list);
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->row, "changed", G_CALLBACK (check), self);
  g_signal_connect_swapped (self->row, "entry-activated", G_CALLBACK (on_apply), self);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_apply), self);
  check (self);
}

/**
 * reknit_agenda_entry_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
reknit_agenda_entry_new (ReknitSeats *seats)
{
  ReknitAgendaEntry *self = g_object_new (REKNIT_TYPE_AGENDA_ENTRY, NULL);

  self->seats = g_object_ref (seats);
  self->keeper = reknit_draft_keeper_new (seats, "agenda-item");
  reknit_draft_keeper_bind (self->keeper, "body", self->row, "text");
  reknit_draft_keeper_open (self->keeper, 0);
  return GTK_WIDGET (self);
}
