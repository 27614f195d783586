#include "reknit-task-row.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-day-button.h"
#include "reknit-local-time.h"
#include "reknit-menu-names.h"
#include "reknit-occasion-text.h"
#include "reknit-spoken-name.h"
#include "reknit-time-text.h"

/**
 * ReknitTaskRow:
 *
 * Something to get ready: whether it is, who sees to it, and by when. It can be dragged by its handle, and moved by Alt
 * with an arrow.
 */
struct _ReknitTaskRow
{
  AdwActionRow    parent_instance;

  ReknitSeats    *seats;
  ReknitPlanTask *task;
  gboolean        showing;

  GtkWidget      *handle;
  GtkWidget      *check;
  GtkWidget      *day;
  GtkWidget      *menu_button;
};

enum { EDIT, MOVE, DROPPED, REMOVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitTaskRow, reknit_task_row, ADW_TYPE_ACTION_ROW)

static void
edit (ReknitTaskRow *self,
      const char    *property,
      GVariant      *value)
{
  g_autoptr (GVariant) keep = g_variant_ref_sink (value);

  g_signal_emit (self, signals[EDIT], 0, property, keep);
}

static void
on_toggled (ReknitTaskRow *self)
{
  gboolean done = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));

  if (!self->showing)
    edit (self, "done", g_variant_new_int64 (done ? reknit_clock_now (reknit_clock_get_default ()) : 0));
}

static void
on_day_chosen (ReknitTaskRow *self,
               GDateTime     *day)
{
  g_autofree char *text = day != NULL ? g_date_time_format (day, "%Y-%m-%d") : g_strdup ("");

  edit (self, "due", g_variant_new_string (text));
}

static void
on_who (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  edit (REKNIT_TASK_ROW (widget), "partner", g_variant_new_int64 (g_variant_get_int64 (parameter)));
}

static void
on_move (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVE], 0, g_str_equal (name, "task.up") ? -1 : 1);
}

static void
on_remove (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static GdkContentProvider *
on_drag_prepare (ReknitTaskRow *self)
{
  return gdk_content_provider_new_typed (REKNIT_TYPE_PLAN_TASK, self->task);
}

static void
on_drag_begin (ReknitTaskRow *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 12, gtk_widget_get_height (GTK_WIDGET (self)) / 2);
}

static gboolean
on_drop (ReknitTaskRow *self,
         const GValue  *value)
{
  ReknitPlanTask *task = g_value_get_object (value);

  if (task == NULL || task == self->task)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, task);
  return TRUE;
}

static char *
say_when (ReknitPlanTask *task)
{
  const char *due = reknit_record_get_text (task, "due");
  g_autofree char *text = due != NULL && *due != '\0' ? g_strconcat (due, "T12:00:00", NULL) : NULL;
  g_autoptr (GDateTime) day = text != NULL ? reknit_local_time_parse (text) : NULL;
  ReknitClock *clock = reknit_clock_get_default ();
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (clock);
  g_autofree char *name = NULL;

  if (day == NULL)
    return g_strdup ("");
  name = reknit_time_text_for_day (clock, reknit_time_resolve_local (day, zone));
  /* Translators: by when something is to be ready; %s is a day: “by Friday”, “by Sun 29 Nov” */
  return g_strdup_printf (_("by %s"), name);
}

/**
 * reknit_task_row_show_task:
 *
 * Shows its task as it is, whatever was pressed since.
 */
void
reknit_task_row_show_task (ReknitTaskRow *self)
{
  ReknitPartner *partner = reknit_seats_find (self->seats, reknit_record_get_integer (self->task, "partner"));
  const char *body = reknit_record_get_text (self->task, "body");
  g_autofree char *when = say_when (self->task);
  char *pieces[] = { (char *) (partner != NULL ? reknit_partner_get_name (partner) : ""), when, NULL };
  g_autofree char *line = reknit_occasion_text_join (pieces, " · ");
  g_autofree char *ready = g_strdup_printf (_("Ready: %s"), body);
  g_autofree char *more = g_strdup_printf (_("More about %s"), body);
  g_autofree char *by = g_strdup_printf (_("By when: %s"), body);

  self->showing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), body != NULL ? body : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), line);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), reknit_record_get_integer (self->task, "done") != 0);
  self->showing = FALSE;
  reknit_widget_set_spoken_name (self->check, ready);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  g_object_set (self->day, "label", by, NULL);
}

static void
reknit_task_row_dispose (GObject *object)
{
  ReknitTaskRow *self = REKNIT_TASK_ROW (object);

  g_clear_object (&self->task);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_task_row_parent_class)->dispose (object);
}

static void
reknit_task_row_class_init (ReknitTaskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = REKNIT_TYPE_TASK_ROW;

  G_OBJECT_CLASS (klass)->dispose = reknit_task_row_dispose;
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_VARIANT);
  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, REKNIT_TYPE_PLAN_TASK);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "task.who", "x", on_who);
  gtk_widget_class_install_action (widget_class, "task.up", NULL, on_move);
  gtk_widget_class_install_action (widget_class, "task.down", NULL, on_move);
  gtk_widget_class_install_action (widget_class, "task.remove", NULL, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "task.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "task.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "task.remove", NULL);
}

static void
add_drag (ReknitTaskRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (REKNIT_TYPE_PLAN_TASK, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
reknit_task_row_init (ReknitTaskRow *self)
{
  self->handle = g_object_new (GTK_TYPE_IMAGE, "icon-name", "reknit-drag-symbolic", "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  self->day = g_object_new (REKNIT_TYPE_DAY_BUTTON, "clearable", TRUE, "hour", 23, "valign", GTK_ALIGN_CENTER, NULL);
  self->menu_button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "valign", GTK_ALIGN_CENTER, NULL);
  g_object_set (self, "title-lines", 0, "use-markup", FALSE, NULL);
  gtk_widget_add_css_class (self->handle, "dim-label");
  gtk_widget_add_css_class (self->menu_button, "flat");
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_toggled), self);
  g_signal_connect_swapped (self->day, "chosen", G_CALLBACK (on_day_chosen), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->handle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->day);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu_button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->check);
  add_drag (self);
}

static void
add_who (GMenu      *menu,
         const char *label,
         gint64      id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "task.who", "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (ReknitSeats *seats)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) who = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  ReknitPartner *partners[] = { reknit_seats_get_first (seats), reknit_seats_get_second (seats) };

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    if (partners[i] != NULL)
      add_who (who, reknit_partner_get_name (partners[i]), reknit_record_get_id (REKNIT_RECORD (partners[i])));
  add_who (who, C_("who sees to it", "Whoever Can"), 0);
  g_menu_append (places, _("Move Up"), "task.up");
  g_menu_append (places, _("Move Down"), "task.down");
  g_menu_append (places, _("Remove"), "task.remove");
  g_menu_append_section (menu, _("Who Sees to It"), G_MENU_MODEL (who));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  return G_MENU_MODEL (menu);
}

/**
 * reknit_task_row_new:
 * @seats: the seats
 * @task: a task
 *
 * Returns: (transfer floating): a row that shows it as it is
 */
GtkWidget *
reknit_task_row_new (ReknitSeats    *seats,
                     ReknitPlanTask *task)
{
  ReknitTaskRow *self = g_object_new (REKNIT_TYPE_TASK_ROW, NULL);
  g_autoptr (GMenuModel) menu = make_menu (seats);

  self->seats = g_object_ref (seats);
  self->task = g_object_ref (task);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
  reknit_menu_button_name_items (GTK_MENU_BUTTON (self->menu_button));
  g_signal_connect_object (task, "notify", G_CALLBACK (reknit_task_row_show_task), self, G_CONNECT_SWAPPED);
  reknit_task_row_show_task (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_task_row_get_task:
 *
 * Returns: (transfer none): what it shows
 */
ReknitPlanTask *
reknit_task_row_get_task (ReknitTaskRow *self)
{
  return self->task;
}
