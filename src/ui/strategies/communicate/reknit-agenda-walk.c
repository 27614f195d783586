#include "reknit-agenda-walk.h"

#include "reknit-agenda-entry.h"
#include "reknit-agenda-item.h"
#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitAgendaWalk:
 *
 * The agenda, one thing at a time: talked about, or kept for the next time.
 */
struct _ReknitAgendaWalk
{
  GtkWidget        parent_instance;

  ReknitSeats     *seats;
  ReknitCheckIn   *check_in;
  ReknitQueryList *items;

  GtkWidget       *box;
  GtkWidget       *card;
  GtkLabel        *body;
  GtkLabel        *origin;
  GtkWidget       *open_button;
  GtkLabel        *rest;
};

G_DEFINE_FINAL_TYPE (ReknitAgendaWalk, reknit_agenda_walk, GTK_TYPE_WIDGET)

/**
 * reknit_agenda_find_practice:
 * @table: (nullable): the table of what an agenda item came from
 *
 * Returns: (transfer none) (nullable): the practice that shows it
 */
const char *
reknit_agenda_find_practice (const char *table)
{
  static const struct { const char *table, *practice; } practices[] = {
    { "issue", "address-issues" },
    { "feeling_entry", "express-feelings" },
    { "talk", "active-listening" },
    { "agreement", "ground-rules" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (practices); i++)
    if (g_strcmp0 (practices[i].table, table) == 0)
      return practices[i].practice;
  return NULL;
}

static ReknitAgendaItem *
get_first (ReknitAgendaWalk *self)
{
  return g_list_model_get_item (G_LIST_MODEL (self->items), 0);
}

static void
show_link (ReknitAgendaWalk *self,
           ReknitAgendaItem *item)
{
  const char *table = reknit_record_get_text (item, "source-table");
  const char *practice = reknit_agenda_find_practice (table);

  gtk_widget_set_visible (self->open_button, practice != NULL);
  if (practice != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "(ssx)", practice, table,
                                      reknit_record_get_integer (item, "source-id"));
}

static void
update (ReknitAgendaWalk *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autoptr (ReknitAgendaItem) item = n_items > 0 ? get_first (self) : NULL;
  g_autofree char *rest = NULL;
  ReknitPartner *partner;

  gtk_widget_set_visible (self->card, item != NULL);
  if (item == NULL)
    {
      gtk_label_set_label (self->rest, _("Nothing else is on the agenda."));
      return;
    }

  partner = reknit_seats_find (self->seats, reknit_record_get_integer (item, "raised-by"));
  gtk_label_set_label (self->body, reknit_record_get_text (item, "body"));
  gtk_label_set_label (self->origin, partner != NULL ? reknit_partner_get_name (partner) : _("Together"));
  show_link (self, item);
  rest = n_items == 1 ? g_strdup (_("This is the last one."))
                      : g_strdup_printf (ngettext ("%u more after this.", "%u more after this.", n_items - 1), n_items - 1);
  gtk_label_set_label (self->rest, rest);
}

static void
settle (ReknitAgendaWalk *self,
        gboolean          done)
{
  g_autoptr (ReknitAgendaItem) item = get_first (self);

  if (item == NULL)
    return;

  g_object_set (item, "check-in", reknit_record_get_id (REKNIT_RECORD (self->check_in)),
                "done", done ? reknit_clock_now (reknit_clock_get_default ()) : (gint64) 0, NULL);
  reknit_store_save (reknit_seats_get_store (self->seats), done ? _("Talk About It") : _("Keep for Next Time"), item, NULL);
}

static void
on_done (ReknitAgendaWalk *self)
{
  settle (self, TRUE);
}

static void
on_keep (ReknitAgendaWalk *self)
{
  settle (self, FALSE);
}

static void
reknit_agenda_walk_dispose (GObject *object)
{
  ReknitAgendaWalk *self = REKNIT_AGENDA_WALK (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->check_in);
  g_clear_object (&self->seats);

  G_OBJECT_CLASS (reknit_agenda_walk_parent_class)->dispose (object);
}

static void
reknit_agenda_walk_class_init (ReknitAgendaWalkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_agenda_walk_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-agenda-walk.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitAgendaWalk, box);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgendaWalk, card);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgendaWalk, body);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgendaWalk, origin);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgendaWalk, open_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitAgendaWalk, rest);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
}

static void
reknit_agenda_walk_init (ReknitAgendaWalk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_agenda_walk_new:
 * @seats: the seats
 * @check_in: the check-in that is going on
 *
 * Returns: (transfer floating): a walk through what has not been come to there yet
 */
GtkWidget *
reknit_agenda_walk_new (ReknitSeats   *seats,
                        ReknitCheckIn *check_in)
{
  ReknitAgendaWalk *self = g_object_new (REKNIT_TYPE_AGENDA_WALK, NULL);
  g_autoptr (ReknitQuery) query = reknit_agenda_item_query_to_do (reknit_record_get_id (REKNIT_RECORD (check_in)));

  self->seats = g_object_ref (seats);
  self->check_in = g_object_ref (check_in);
  self->items = reknit_query_list_new (reknit_seats_get_store (seats), query);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), reknit_agenda_entry_new (seats));
  update (self);
  return GTK_WIDGET (self);
}
