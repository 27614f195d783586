#include "reknit-day-entry.h"

#include "reknit-config.h"

#include <adwaita.h>

#include "reknit-local-time.h"
#include "reknit-occasion-lock.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-partner-badge.h"
#include "reknit-spoken-name.h"

/**
 * ReknitDayEntry:
 *
 * What takes place, in a cell of the calendar. It opens, moves and calls off by the actions `planner.open`,
 * `planner.move` and `planner.call-off`, and can be dragged.
 */
struct _ReknitDayEntry
{
  GtkButton           parent_instance;

  ReknitSeats        *seats;
  ReknitOccasion     *occasion;
  GDateTime          *day;
  const char         *css_class;

  GtkImage           *icon;
  GtkLabel           *title;
  ReknitPartnerBadge *badge;
  GtkLabel           *line;
};

G_DEFINE_FINAL_TYPE (ReknitDayEntry, reknit_day_entry, GTK_TYPE_BUTTON)

/**
 * reknit_occasion_to_target:
 * @occasion: what takes place
 *
 * Returns: (transfer floating): what actions know it by: the id of its plan, and when it begins
 */
GVariant *
reknit_occasion_to_target (ReknitOccasion *occasion)
{
  g_autofree char *starts = reknit_local_time_to_string (reknit_occasion_get_starts (occasion));

  return g_variant_new ("(xs)", reknit_record_get_id (REKNIT_RECORD (reknit_occasion_get_plan (occasion))), starts);
}

/**
 * reknit_occasion_activate:
 * @widget: what it was asked for on
 * @action: the name of an action that takes an occasion
 * @occasion: what takes place
 *
 * Not every version of GTK takes over a target that nobody has, so this keeps it as long as the action runs.
 *
 * Returns: whether there is such an action
 */
gboolean
reknit_occasion_activate (GtkWidget      *widget,
                          const char     *action,
                          ReknitOccasion *occasion)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (reknit_occasion_to_target (occasion));

  return gtk_widget_activate_action_variant (widget, action, target);
}

static gboolean
can_move (ReknitDayEntry *self)
{
  return self->occasion != NULL && reknit_occasion_get_kind (self->occasion) != REKNIT_PLAN_KIND_SPECIAL_DAY
         && !reknit_occasion_is_locked (self->occasion, self->seats);
}

/**
 * reknit_day_entry_move:
 * @days: how many days later; negative for earlier
 *
 * Moves what it shows, as dragging it does.
 *
 * Returns: whether that is something that can be moved
 */
gboolean
reknit_day_entry_move (ReknitDayEntry *self,
                       int             days)
{
  g_autofree char *starts = NULL;

  if (!can_move (self))
    return FALSE;
  starts = reknit_local_time_to_string (reknit_occasion_get_starts (self->occasion));
  return gtk_widget_activate_action (GTK_WIDGET (self), "planner.move", "(xsi)",
                                     reknit_record_get_id (REKNIT_RECORD (reknit_occasion_get_plan (self->occasion))),
                                     starts, days);
}

static void
reknit_day_entry_clicked (GtkButton *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  reknit_occasion_activate (GTK_WIDGET (button), "planner.open", REKNIT_DAY_ENTRY (button)->occasion);
}

static gboolean
on_delete (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return reknit_occasion_activate (widget, "planner.call-off", REKNIT_DAY_ENTRY (widget)->occasion);
}

static GdkContentProvider *
on_drag_prepare (ReknitDayEntry *self)
{
  return can_move (self) ? gdk_content_provider_new_typed (REKNIT_TYPE_DAY_ENTRY, self) : NULL;
}

static void
on_drag_begin (ReknitDayEntry *self,
               GdkDrag        *drag,
               GtkDragSource  *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 12, gtk_widget_get_height (GTK_WIDGET (self)) / 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
on_drag_end (ReknitDayEntry *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

static void
reknit_day_entry_dispose (GObject *object)
{
  ReknitDayEntry *self = REKNIT_DAY_ENTRY (object);

  g_clear_object (&self->occasion);
  g_clear_pointer (&self->day, g_date_time_unref);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_day_entry_parent_class)->dispose (object);
}

static void
reknit_day_entry_class_init (ReknitDayEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_day_entry_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = reknit_day_entry_clicked;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete, NULL);
}

static void
make_child (ReknitDayEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  self->badge = g_object_new (REKNIT_TYPE_PARTNER_BADGE, "mark-only", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  self->line = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_image_set_icon_size (self->icon, GTK_ICON_SIZE_INHERIT);
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "line");
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->badge));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->line));
  gtk_button_set_child (GTK_BUTTON (self), box);
}

static void
reknit_day_entry_init (ReknitDayEntry *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  make_child (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "day-entry");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

/**
 * reknit_day_entry_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): an entry that shows nothing yet
 */
GtkWidget *
reknit_day_entry_new (ReknitSeats *seats)
{
  ReknitDayEntry *self = g_object_new (REKNIT_TYPE_DAY_ENTRY, NULL);

  self->seats = g_object_ref (seats);
  return GTK_WIDGET (self);
}

/**
 * reknit_day_entry_get_occasion:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ReknitOccasion *
reknit_day_entry_get_occasion (ReknitDayEntry *self)
{
  return self->occasion;
}

/**
 * reknit_day_entry_get_day:
 *
 * Returns: (transfer none) (nullable): the day on which it shows it
 */
GDateTime *
reknit_day_entry_get_day (ReknitDayEntry *self)
{
  return self->day;
}

static void
set_style (ReknitDayEntry *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->css_class != NULL)
    gtk_widget_remove_css_class (widget, self->css_class);
  self->css_class = reknit_occasion_text_css_class (self->occasion);
  gtk_widget_add_css_class (widget, self->css_class);
  if (reknit_plan_get_state (reknit_occasion_get_plan (self->occasion)) == REKNIT_PLAN_STATE_DONE)
    gtk_widget_add_css_class (widget, "done");
  else
    gtk_widget_remove_css_class (widget, "done");
}

static gboolean
has_planner (ReknitOccasion *occasion)
{
  ReknitPlanKind kind = reknit_occasion_get_kind (occasion);

  return kind != REKNIT_PLAN_KIND_SPECIAL_DAY && kind != REKNIT_PLAN_KIND_PROTECTED;
}

/**
 * reknit_day_entry_show:
 * @occasion: what takes place
 * @day: the day it is shown on
 *
 * Shows it as it is now.
 */
void
reknit_day_entry_show (ReknitDayEntry *self,
                       ReknitOccasion *occasion,
                       GDateTime      *day)
{
  g_autofree char *title = reknit_plan_dup_title (reknit_occasion_get_plan (occasion));
  g_autofree char *hours = reknit_occasion_text_hours (occasion, day);
  g_autofree char *ready = reknit_occasion_text_ready (occasion);
  g_autofree char *spoken = reknit_occasion_text_spoken (self->seats, occasion, day);
  char *pieces[] = { hours, ready, NULL };
  g_autofree char *line = reknit_occasion_text_join (pieces, " · ");

  g_set_object (&self->occasion, occasion);
  g_date_time_ref (day);
  g_clear_pointer (&self->day, g_date_time_unref);
  self->day = day;

  gtk_image_set_from_icon_name (self->icon, reknit_occasion_text_icon_name (occasion));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->line, line);
  reknit_partner_badge_set_partner (self->badge, reknit_seats_find (self->seats, reknit_occasion_get_planner (occasion)));
  gtk_widget_set_visible (GTK_WIDGET (self->badge), has_planner (occasion));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  reknit_widget_set_spoken_name (GTK_WIDGET (self), spoken);
  set_style (self);
}

/**
 * reknit_day_entry_set_roomy:
 * @roomy: whether there is room for more than one line
 */
void
reknit_day_entry_set_roomy (ReknitDayEntry *self,
                            gboolean        roomy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->line), roomy && *gtk_label_get_label (self->line) != '\0');
  gtk_label_set_wrap (self->title, roomy);
  gtk_label_set_lines (self->title, roomy ? 2 : -1);
}

/**
 * reknit_day_entries_new:
 * @seats: the seats
 * @occasions: (element-type ReknitOccasion): what takes place on a day
 * @day: the day
 *
 * Returns: (transfer floating): all of it below the name of the day, for a popover that closes when one is opened
 */
GtkWidget *
reknit_day_entries_new (ReknitSeats *seats,
                        GPtrArray   *occasions,
                        GDateTime   *day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = reknit_occasion_text_day (day);
  GtkWidget *heading = gtk_label_new (name);

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_size_request (box, 240, -1);
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < occasions->len; i++)
    {
      GtkWidget *entry = reknit_day_entry_new (seats);

      reknit_day_entry_show (REKNIT_DAY_ENTRY (entry), occasions->pdata[i], day);
      gtk_box_append (GTK_BOX (box), entry);
    }
  return box;
}
