#include "reknit-task-list.h"

#include "reknit-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reknit-planner.h"
#include "reknit-task-row.h"
#include "reknit-toasts.h"

/**
 * ReknitTaskList:
 *
 * What is to be got ready or packed for a plan, in an order that can be changed, with a row for one thing more. Of a
 * series, what is changed here is changed for the one time that is shown.
 */
struct _ReknitTaskList
{
  GtkWidget            parent_instance;

  ReknitSeats         *seats;
  ReknitOccasion      *occasion;
  char                *list;
  ReknitQueryList     *tasks;

  AdwPreferencesGroup *group;
  GtkListBox          *box;
  GtkWidget           *entry;
};

/* A change while it is made: of one task, by name or by place, or a new one. */
typedef struct
{
  ReknitTaskList *self;
  ReknitPlanTask *task;
  const char     *property;
  GVariant       *value;
  const char     *body;
  int             place;
  gboolean        removes;
} Change;

G_DEFINE_FINAL_TYPE (ReknitTaskList, reknit_task_list, GTK_TYPE_WIDGET)

static GPtrArray *
read_tasks (ReknitTaskList *self,
            ReknitPlan     *plan)
{
  g_autoptr (ReknitQuery) query = reknit_plan_task_query (reknit_record_get_id (REKNIT_RECORD (plan)), self->list);

  return reknit_store_all (reknit_seats_get_store (self->seats), query);
}

static guint
find_place (GPtrArray      *tasks,
            ReknitPlanTask *task)
{
  guint place = 0;

  while (place < tasks->len && tasks->pdata[place] != task)
    place++;
  return place;
}

static gboolean
put_edit (ReknitStore     *store,
          Change          *change,
          ReknitPlanTask  *task,
          GError         **error)
{
  if (change->removes)
    return reknit_store_remove (store, REKNIT_RECORD (task), error);
  if (g_variant_is_of_type (change->value, G_VARIANT_TYPE_INT64))
    g_object_set (task, change->property, g_variant_get_int64 (change->value), NULL);
  else
    g_object_set (task, change->property, g_variant_get_string (change->value, NULL), NULL);
  return reknit_store_put (store, REKNIT_RECORD (task), error);
}

static gboolean
put_places (ReknitStore  *store,
            GPtrArray    *tasks,
            guint         from,
            guint         to,
            GError      **error)
{
  g_ptr_array_insert (tasks, (int) to, g_ptr_array_steal_index (tasks, from));
  for (guint i = 0; i < tasks->len; i++)
    {
      g_object_set (tasks->pdata[i], "position", (gint64) i, NULL);
      if (!reknit_store_put (store, tasks->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_new (ReknitStore  *store,
         Change       *change,
         ReknitPlan   *plan,
         GPtrArray    *tasks,
         GError      **error)
{
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (plan);
  gint64 last = tasks->len > 0 ? reknit_record_get_integer (tasks->pdata[tasks->len - 1], "position") : -1;

  return details == NULL || reknit_plan_task_add (store, details, change->self->list, last + 1, change->body, error);
}

static gboolean
put_change (ReknitStore  *store,
            gpointer      data,
            GError      **error)
{
  Change *change = data;
  ReknitPlan *before = reknit_occasion_get_plan (change->self->occasion);
  g_autoptr (GPtrArray) old = read_tasks (change->self, before);
  g_autoptr (ReknitPlan) plan = reknit_planner_single_out (store, NULL, change->self->occasion, error);
  g_autoptr (GPtrArray) tasks = plan != NULL ? read_tasks (change->self, plan) : NULL;
  guint place = change->task != NULL ? find_place (old, change->task) : 0;

  if (plan == NULL)
    return FALSE;
  if (change->body != NULL)
    return put_new (store, change, plan, tasks, error);
  if (place >= tasks->len)
    return TRUE;
  if (change->property != NULL || change->removes)
    return put_edit (store, change, tasks->pdata[place], error);
  return put_places (store, tasks, place, (guint) CLAMP (change->place, 0, (int) tasks->len - 1), error);
}

/* What could not be saved is not shown as if it had been: a row shows what its task holds. */
static void
show_again (ReknitTaskList *self)
{
  g_autoptr (GPtrArray) tasks = read_tasks (self, reknit_occasion_get_plan (self->occasion));

  for (guint i = 0; i < tasks->len; i++)
    reknit_record_revert (tasks->pdata[i]);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->box)); row != NULL; row = gtk_widget_get_next_sibling (row))
    reknit_task_row_show_task (REKNIT_TASK_ROW (row));
}

static gboolean
make_change (const char *label,
             Change     *change)
{
  g_autoptr (ReknitTaskList) self = g_object_ref (change->self);
  g_autoptr (GError) error = NULL;

  if (reknit_store_transact (reknit_seats_get_store (self->seats), label, put_change, change, &error))
    return TRUE;
  show_again (self);
  reknit_toast (GTK_WIDGET (self), error->message);
  return FALSE;
}

static void
on_edit (ReknitTaskRow  *row,
         const char     *property,
         GVariant       *value,
         ReknitTaskList *self)
{
  Change change = { .self = self, .task = reknit_task_row_get_task (row), .property = property, .value = value };

  make_change (g_str_equal (property, "done") ? _("Check Off") : _("Change What to Get Ready"), &change);
}

static void
on_remove (ReknitTaskRow  *row,
           ReknitTaskList *self)
{
  Change change = { .self = self, .task = reknit_task_row_get_task (row), .removes = TRUE };

  if (make_change (_("Remove From the List"), &change))
    reknit_toast_undo (GTK_WIDGET (self), _("Removed from the list"));
}

static void
move_to (ReknitTaskList *self,
         ReknitPlanTask *task,
         int             place)
{
  Change change = { .self = self, .task = task, .place = place };

  if (place >= 0 && place < (int) g_list_model_get_n_items (G_LIST_MODEL (self->tasks)))
    make_change (_("Change the Order"), &change);
}

static void
on_move (ReknitTaskRow  *row,
         int             by,
         ReknitTaskList *self)
{
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by;
  GtkListBoxRow *there;

  move_to (self, reknit_task_row_get_task (row), place);
  reknit_query_list_refresh (self->tasks);
  there = gtk_list_box_get_row_at_index (self->box, place);
  if (there != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (there));
}

static void
on_dropped (ReknitTaskRow  *row,
            ReknitPlanTask *task,
            ReknitTaskList *self)
{
  move_to (self, task, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
on_entered (ReknitTaskList *self)
{
  g_autofree char *body = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  Change change = { .self = self, .body = body };

  if (*body != '\0' && make_change (_("Add to the List"), &change))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ReknitTaskList *self = user_data;
  GtkWidget *row = reknit_task_row_new (self->seats, item);

  g_signal_connect_object (row, "edit", G_CALLBACK (on_edit), self, 0);
  g_signal_connect_object (row, "move", G_CALLBACK (on_move), self, 0);
  g_signal_connect_object (row, "dropped", G_CALLBACK (on_dropped), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_remove), self, 0);
  return row;
}

static void
update_emptiness (ReknitTaskList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->box), g_list_model_get_n_items (G_LIST_MODEL (self->tasks)) > 0);
}

static void
reknit_task_list_dispose (GObject *object)
{
  ReknitTaskList *self = REKNIT_TASK_LIST (object);

  if (self->group != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->group));
  self->group = NULL;
  g_clear_object (&self->tasks);
  g_clear_object (&self->occasion);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_task_list_parent_class)->dispose (object);
}

static void
reknit_task_list_finalize (GObject *object)
{
  g_free (REKNIT_TASK_LIST (object)->list);
  G_OBJECT_CLASS (reknit_task_list_parent_class)->finalize (object);
}

static void
reknit_task_list_class_init (ReknitTaskListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_task_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_task_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_button (ReknitTaskList *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Add to the List"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add to the List"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_entered), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->entry), button);
}

static void
reknit_task_list_init (ReknitTaskList *self)
{
  GtkWidget *last = gtk_list_box_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->box = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "visible", FALSE, NULL);
  self->entry = adw_entry_row_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (last), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_widget_add_css_class (last, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (last), self->entry);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (column), last);
  adw_preferences_group_add (self->group, column);
  g_signal_connect_swapped (self->entry, "entry-activated", G_CALLBACK (on_entered), self);
  add_button (self);
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

/**
 * reknit_task_list_new:
 * @seats: the seats
 * @list: %REKNIT_PLAN_LIST_READY or %REKNIT_PLAN_LIST_PACKING
 * @title: what stands above it
 * @invitation: what stands in the row for one more
 *
 * Returns: (transfer floating): a list, to be given what it is for
 */
GtkWidget *
reknit_task_list_new (ReknitSeats *seats,
                      const char  *list,
                      const char  *title,
                      const char  *invitation)
{
  ReknitTaskList *self = g_object_new (REKNIT_TYPE_TASK_LIST, NULL);

  self->seats = g_object_ref (seats);
  self->list = g_strdup (list);
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), invitation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/**
 * reknit_task_list_set_occasion:
 * @occasion: what takes place
 *
 * Shows what is to be got ready for it.
 */
void
reknit_task_list_set_occasion (ReknitTaskList *self,
                               ReknitOccasion *occasion)
{
  gint64 plan = reknit_record_get_id (REKNIT_RECORD (reknit_occasion_get_plan (occasion)));
  g_autoptr (ReknitQuery) query = reknit_plan_task_query (plan, self->list);
  gboolean same = self->occasion != NULL && reknit_occasion_get_plan (self->occasion) == reknit_occasion_get_plan (occasion);

  g_set_object (&self->occasion, occasion);
  if (same)
    return;
  if (self->tasks != NULL)
    {
      reknit_query_list_set_query (self->tasks, query);
      return;
    }
  self->tasks = reknit_query_list_new (reknit_seats_get_store (self->seats), query);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->tasks), make_row, self, NULL);
  g_signal_connect_object (self->tasks, "items-changed", G_CALLBACK (update_emptiness), self, G_CONNECT_SWAPPED);
  update_emptiness (self);
}
