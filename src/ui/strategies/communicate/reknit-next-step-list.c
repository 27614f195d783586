#include "reknit-next-step-list.h"

#include "reknit-config.h"
#include "reknit-next-step.h"
#include "reknit-practice-page.h"
#include "reknit-spoken-name.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitNextStepList:
 *
 * The small steps that were chosen: done, or let go of. What is neither is not held against anybody.
 */
struct _ReknitNextStepList
{
  GtkWidget             parent_instance;

  ReknitSeats          *seats;
  ReknitQueryList      *steps;
  AdwPreferencesGroup  *group;
  GtkListBox           *box;
};

enum { PROP_0, PROP_EMPTY, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitNextStepList, reknit_next_step_list, GTK_TYPE_WIDGET)

static gboolean
is_empty (ReknitNextStepList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->steps)) == 0;
}

static void
on_items (ReknitNextStepList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), !is_empty (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static gboolean
is_done (GBinding     *binding,
         const GValue *from,
         GValue       *to,
         gpointer      user_data)
{
  g_value_set_boolean (to, g_value_get_int64 (from) != 0);
  return TRUE;
}

static void
on_toggled (GtkCheckButton *button,
            gpointer        user_data)
{
  ReknitNextStep *step = user_data;
  gboolean done = gtk_check_button_get_active (button);

  if (done == (reknit_record_get_integer (step, "done") != 0))
    return;

  g_object_set (step, "done", done ? reknit_clock_now (reknit_clock_get_default ()) : (gint64) 0, NULL);
  reknit_store_save (reknit_record_get_store (REKNIT_RECORD (step)), done ? _("Mark Step as Done") : _("Mark Step as Not Done"),
                     step, NULL);
}

static void
on_let_go (GtkButton *button,
           gpointer   user_data)
{
  g_autoptr (ReknitNextStep) step = g_object_ref (user_data);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), REKNIT_TYPE_PRACTICE_PAGE);
  g_autoptr (GError) error = NULL;

  if (reknit_store_delete (reknit_record_get_store (REKNIT_RECORD (step)), _("Let Go of a Step"), step, &error) && page != NULL)
    reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (page), _("Let go of the step"));
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ReknitNextStepList *self = user_data;
  ReknitNextStep *step = item;
  ReknitPartner *partner = reknit_seats_find (self->seats, reknit_record_get_integer (step, "partner"));
  const char *body = reknit_record_get_text (step, "body");
  g_autofree char *done_name = g_strdup_printf (_("Done: %s"), body);
  g_autofree char *drop_name = g_strdup_printf (_("Let go of: %s"), body);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title-lines", 0, "use-markup", FALSE, NULL);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *drop = g_object_new (GTK_TYPE_BUTTON, "label", _("Let Go"), "valign", GTK_ALIGN_CENTER, NULL);

  g_object_bind_property (step, "body", row, "title", G_BINDING_SYNC_CREATE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), partner != NULL ? reknit_partner_get_name (partner) : "");
  g_object_bind_property_full (step, "done", check, "active", G_BINDING_SYNC_CREATE, is_done, NULL, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, done_name, -1);
  reknit_widget_set_spoken_name (drop, drop_name);
  gtk_widget_add_css_class (drop, "flat");
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), step, 0);
  g_signal_connect_object (drop, "clicked", G_CALLBACK (on_let_go), step, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static void
reknit_next_step_list_dispose (GObject *object)
{
  ReknitNextStepList *self = REKNIT_NEXT_STEP_LIST (object);

  if (self->group != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->group));
  self->group = NULL;
  g_clear_object (&self->steps);
  g_clear_object (&self->seats);

  G_OBJECT_CLASS (reknit_next_step_list_parent_class)->dispose (object);
}

static void
reknit_next_step_list_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_EMPTY)
    g_value_set_boolean (value, is_empty (REKNIT_NEXT_STEP_LIST (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
reknit_next_step_list_class_init (ReknitNextStepListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = reknit_next_step_list_dispose;
  object_class->get_property = reknit_next_step_list_get_property;
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
reknit_next_step_list_init (ReknitNextStepList *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  adw_preferences_group_add (self->group, GTK_WIDGET (self->box));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

/**
 * reknit_next_step_list_new:
 * @seats: the seats
 * @query: which steps
 * @title: what stands above them
 *
 * Returns: (transfer floating): a list of them that hides itself while it is empty
 */
GtkWidget *
reknit_next_step_list_new (ReknitSeats *seats,
                           ReknitQuery *query,
                           const char  *title)
{
  ReknitNextStepList *self = g_object_new (REKNIT_TYPE_NEXT_STEP_LIST, NULL);

  self->seats = g_object_ref (seats);
  self->steps = reknit_query_list_new (reknit_seats_get_store (seats), query);
  adw_preferences_group_set_title (self->group, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->steps), make_row, self, NULL);
  g_signal_connect_object (self->steps, "items-changed", G_CALLBACK (on_items), self, G_CONNECT_SWAPPED);
  on_items (self);
  return GTK_WIDGET (self);
}
