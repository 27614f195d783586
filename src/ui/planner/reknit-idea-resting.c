#include "reknit-idea-resting.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-idea-not-now.h"
#include "reknit-idea-pool.h"
#include "reknit-idea-rest.h"

/**
 * ReknitIdeaResting:
 *
 * What who sits there said “not now” to, and what the two said it to together, each with the way back. It is out of sight
 * while there is nothing.
 */
struct _ReknitIdeaResting
{
  GtkWidget            parent_instance;

  ReknitSeats         *seats;
  AdwPreferencesGroup *group;
  GtkListBox          *list;
};

G_DEFINE_FINAL_TYPE (ReknitIdeaResting, reknit_idea_resting, GTK_TYPE_WIDGET)

/* The focus stays near, as long as there is something. */
static void
on_bring_back (GtkButton         *button,
               ReknitIdeaResting *self)
{
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (button), "reknit-idea"));
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  reknit_idea_bring_back (GTK_WIDGET (self), self->seats, key);
  next = gtk_list_box_get_row_at_index (self->list, place);
  if (next == NULL)
    next = gtk_list_box_get_row_at_index (self->list, place - 1);
  if (next != NULL)
    gtk_widget_child_focus (GTK_WIDGET (next), GTK_DIR_TAB_FORWARD);
}

static void
add_row (ReknitIdeaResting *self,
         ReknitIdeaChoice  *choice)
{
  const char *title = reknit_idea_choice_get_title (choice);
  /* Translators: %s is an idea that was set aside */
  g_autofree char *name = g_strdup_printf (_("Bring Back: %s"), title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "reknit-reveal-symbolic", "valign", GTK_ALIGN_CENTER,
                                    "tooltip-text", _("Bring Back"), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "reknit-idea", g_strdup (reknit_idea_choice_get_key (choice)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_bring_back), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static const char *
get_audience (ReknitIdeaResting *self)
{
  if (!reknit_seats_has_couple (self->seats))
    return _("None of these is suggested until you bring it back.");
  return reknit_seats_get_current_id (self->seats) == 0
           ? _("None of these is suggested until you bring it back. What one of you set aside alone is not shown here.")
           : _("None of these is suggested to either of you until you bring it back. What you set aside alone is shown to nobody else.");
}

static void
reknit_idea_resting_dispose (GObject *object)
{
  ReknitIdeaResting *self = REKNIT_IDEA_RESTING (object);

  if (self->group != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->group));
  self->group = NULL;
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_idea_resting_parent_class)->dispose (object);
}

static void
reknit_idea_resting_class_init (ReknitIdeaRestingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_idea_resting_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_idea_resting_init (ReknitIdeaResting *self)
{
  self->group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _("Set Aside"), NULL);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Set Aside"), -1);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

/**
 * reknit_idea_resting_show:
 * @seats: the seats
 *
 * Shows what rests for who sits there now.
 */
void
reknit_idea_resting_show (ReknitIdeaResting *self,
                          ReknitSeats       *seats)
{
  ReknitStore *store = reknit_seats_get_store (seats);
  g_autoptr (GPtrArray) keys = reknit_idea_rest_list_own (store, reknit_seats_get_current_id (seats));
  GtkWidget *row;

  g_set_object (&self->seats, seats);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (ReknitIdeaChoice) choice = reknit_idea_pool_find (store, keys->pdata[i]);

      if (choice != NULL)
        add_row (self, choice);
    }
  adw_preferences_group_set_description (self->group, get_audience (self));
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
}
