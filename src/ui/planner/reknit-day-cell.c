#include "reknit-day-cell.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-measure.h"
#include "reknit-occasion-text.h"
#include "reknit-partner-badge.h"

#define SPACING     2
#define MAX_MARKS   3
/* More entries than these are never shown in a cell, however high it is. */
#define MAX_ENTRIES 8
/* In heights of its number: a cell less wide shows marks in place of words. */
#define MIN_WORDS   3.6

/**
 * ReknitDayCell:
 *
 * A day of the calendar: its number, and as much of what takes place as there is room for. The widgets in it are kept
 * and shown anew.
 */
struct _ReknitDayCell
{
  GtkWidget    parent_instance;

  ReknitSeats *seats;
  GDateTime   *day;
  GPtrArray   *occasions;
  gboolean     selected;
  guint        n_shown;

  GtkWidget   *number;
  GtkWidget   *more;
  GtkWidget   *popover;
  GtkWidget   *marks;
  GPtrArray   *entries;
};

G_DEFINE_FINAL_TYPE (ReknitDayCell, reknit_day_cell, GTK_TYPE_WIDGET)

static void
reknit_day_cell_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  ReknitDayCell *self = REKNIT_DAY_CELL (widget);
  int marks_minimum;

  gtk_widget_measure (self->number, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->marks, orientation, -1, &marks_minimum, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum += SPACING + MAX (marks_minimum, 12);
  else
    *minimum = MAX (*minimum, marks_minimum);
  *natural = MAX (*minimum, *natural);
}

static void
show_number (ReknitDayCell *self,
             int            width,
             int            height)
{
  int natural = MIN (reknit_measure_width (self->number), width);

  gtk_widget_size_allocate (self->number,
                            &(GtkAllocation) { gtk_widget_get_direction (self->number) == GTK_TEXT_DIR_RTL ? width - natural : 0,
                                               0, natural, height }, -1);
}

static void
show_marks (ReknitDayCell *self,
            gboolean       shown,
            int            y,
            int            width,
            int            height)
{
  gtk_widget_set_child_visible (self->marks, shown);
  if (shown)
    gtk_widget_size_allocate (self->marks, &(GtkAllocation) { 0, y, width, MAX (height - y, reknit_measure_height (self->marks, -1)) }, -1);
}

/* How many entries fit below each other; with a word of more where not all do. */
static guint
count_fitting (ReknitDayCell *self,
               int            room,
               int            entry_height)
{
  return room < entry_height ? 0 : MIN ((guint) ((room + SPACING) / (entry_height + SPACING)), self->entries->len);
}

static int
allocate_entries (ReknitDayCell *self,
                  int            top,
                  int            width)
{
  int y = top;

  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *entry = g_ptr_array_index (self->entries, i);
      gboolean shown = i < self->n_shown && i < self->occasions->len;

      gtk_widget_set_child_visible (entry, shown);
      if (shown)
        {
          int height = reknit_measure_height (entry, width);

          gtk_widget_size_allocate (entry, &(GtkAllocation) { 0, y, width, height }, -1);
          y += height + SPACING;
        }
    }
  return y;
}

static void
allocate_more (ReknitDayCell *self,
               gboolean       shown,
               int            width,
               int            height)
{
  g_autofree char *text = g_strdup_printf ("+%u", self->occasions->len - self->n_shown);
  int natural, natural_height;

  gtk_widget_set_child_visible (self->more, shown);
  if (!shown)
    return;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more), text);
  natural = reknit_measure_width (self->more);
  natural_height = MAX (height, reknit_measure_height (self->more, natural));
  gtk_widget_size_allocate (self->more,
                            &(GtkAllocation) { gtk_widget_get_direction (self->more) == GTK_TEXT_DIR_RTL ? 0 : width - natural,
                                               (height - natural_height) / 2, natural, natural_height }, -1);
}

/* A title of two lines is cut between words alone, so its longest one has to fit, too. */
static gboolean
has_room (GtkWidget *entry,
          int        width,
          int        height)
{
  int longest;

  gtk_widget_measure (entry, GTK_ORIENTATION_HORIZONTAL, -1, &longest, NULL, NULL, NULL);
  return longest <= width && reknit_measure_height (entry, width) <= height;
}

static void
show_words (ReknitDayCell *self,
            int            top,
            int            width,
            int            height)
{
  gboolean roomy = self->occasions->len == 1;

  for (guint i = 0; i < self->entries->len; i++)
    reknit_day_entry_set_roomy (self->entries->pdata[i], roomy);
  self->n_shown = 0;
  if (self->occasions->len > 0 && self->entries->len > 0)
    {
      if (roomy && !has_room (self->entries->pdata[0], width, height - top))
        reknit_day_entry_set_roomy (self->entries->pdata[0], FALSE);
      self->n_shown = MIN (count_fitting (self, height - top, reknit_measure_height (self->entries->pdata[0], width)),
                           self->occasions->len);
    }
  allocate_entries (self, top, width);
  allocate_more (self, self->occasions->len > self->n_shown, width, top);
}

static void
reknit_day_cell_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  ReknitDayCell *self = REKNIT_DAY_CELL (widget);
  int top = reknit_measure_height (self->number, -1);
  gboolean words = width >= MIN_WORDS * top;

  show_number (self, width, top);
  show_marks (self, !words, top + SPACING, width, height);
  if (words)
    {
      show_words (self, top + SPACING, width, height);
      return;
    }
  self->n_shown = 0;
  allocate_entries (self, 0, width);
  gtk_widget_set_child_visible (self->more, FALSE);
}

static void
on_popover_show (ReknitDayCell *self)
{
  gtk_popover_set_child (GTK_POPOVER (self->popover), reknit_day_entries_new (self->seats, self->occasions, self->day));
}

static void
on_pressed (ReknitDayCell *self,
            int            n_press,
            double         x,
            double         y,
            GtkGesture    *gesture)
{
  g_autofree char *day = g_date_time_format (self->day, "%Y-%m-%d");

  gtk_widget_activate_action (GTK_WIDGET (self), "planner.select", "s", day);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "planner.plan", "s", day);
}

static gboolean
on_drop (ReknitDayCell *self,
         const GValue  *value)
{
  ReknitDayEntry *entry = g_value_get_object (value);
  int days = (int) (g_date_time_difference (self->day, reknit_day_entry_get_day (entry)) / G_TIME_SPAN_DAY);

  return days != 0 && reknit_day_entry_move (entry, days);
}

/* What is there opens; where nothing is, something can be planned; where there is more, one goes among it. */
static gboolean
on_activate (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  ReknitDayCell *self = REKNIT_DAY_CELL (widget);
  g_autofree char *day = g_date_time_format (self->day, "%Y-%m-%d");

  if (self->occasions->len == 0)
    return gtk_widget_activate_action (widget, "planner.plan", "s", day);
  if (self->occasions->len == 1)
    return reknit_occasion_activate (widget, "planner.open", self->occasions->pdata[0]);
  if (self->n_shown > 0)
    return gtk_widget_grab_focus (self->entries->pdata[0]);
  return gtk_widget_activate_action (widget, "planner.list", NULL);
}

static gboolean
on_delete (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  ReknitDayCell *self = REKNIT_DAY_CELL (widget);

  return self->occasions->len == 1
         && reknit_occasion_activate (widget, "planner.call-off", self->occasions->pdata[0]);
}

static void
reknit_day_cell_dispose (GObject *object)
{
  ReknitDayCell *self = REKNIT_DAY_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->entries, 0);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_day_cell_parent_class)->dispose (object);
}

static void
reknit_day_cell_finalize (GObject *object)
{
  ReknitDayCell *self = REKNIT_DAY_CELL (object);

  g_clear_pointer (&self->day, g_date_time_unref);
  g_ptr_array_unref (self->occasions);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (reknit_day_cell_parent_class)->finalize (object);
}

static void
reknit_day_cell_class_init (ReknitDayCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint activating[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  object_class->dispose = reknit_day_cell_dispose;
  object_class->finalize = reknit_day_cell_finalize;
  widget_class->measure = reknit_day_cell_measure;
  widget_class->size_allocate = reknit_day_cell_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "day-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding (widget_class, activating[i], 0, on_activate, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete, NULL);
}

static void
add_controllers (ReknitDayCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDropTarget *target = gtk_drop_target_new (REKNIT_TYPE_DAY_ENTRY, GDK_ACTION_MOVE);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
reknit_day_cell_init (ReknitDayCell *self)
{
  self->occasions = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_ptr_array_new ();
  self->number = gtk_label_new (NULL);
  self->popover = gtk_popover_new ();
  self->more = gtk_menu_button_new ();
  self->marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (self->number, "day-number");
  gtk_widget_add_css_class (self->more, "day-more");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->more), self->popover);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_popover_show), self);
  gtk_widget_set_valign (self->marks, GTK_ALIGN_START);
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  gtk_widget_set_parent (self->marks, GTK_WIDGET (self));
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
}

/**
 * reknit_day_cell_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a cell without a day
 */
GtkWidget *
reknit_day_cell_new (ReknitSeats *seats)
{
  ReknitDayCell *self = g_object_new (REKNIT_TYPE_DAY_CELL, NULL);

  self->seats = g_object_ref (seats);
  for (int i = 0; i < MAX_MARKS; i++)
    gtk_box_append (GTK_BOX (self->marks), g_object_new (REKNIT_TYPE_PARTNER_BADGE, "mark-only", TRUE, "visible", FALSE, NULL));
  return GTK_WIDGET (self);
}

/**
 * reknit_day_cell_get_day:
 *
 * Returns: (transfer none) (nullable): its day
 */
GDateTime *
reknit_day_cell_get_day (ReknitDayCell *self)
{
  return self->day;
}

static void
name_cell (ReknitDayCell *self)
{
  guint n = self->occasions->len;
  g_autofree char *day = reknit_occasion_text_day (self->day);
  g_autofree char *count = n == 0 ? g_strdup (_("nothing planned"))
                                  : g_strdup_printf (ngettext ("%u planned", "%u planned", n), n);
  /* Translators: a day and how much is planned: “Friday 27 November, 2 planned” */
  g_autofree char *name = g_strdup_printf (C_("day and plans", "%1$s, %2$s"), day, count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_class (ReknitDayCell *self,
           const char    *css_class,
           gboolean       set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/**
 * reknit_day_cell_set_day:
 * @day: local time
 * @outside: whether it is of another month
 * @today: whether it is today
 */
void
reknit_day_cell_set_day (ReknitDayCell *self,
                         GDateTime     *day,
                         gboolean       outside,
                         gboolean       today)
{
  g_autofree char *number = g_strdup_printf ("%d", g_date_time_get_day_of_month (day));

  g_date_time_ref (day);
  g_clear_pointer (&self->day, g_date_time_unref);
  self->day = day;
  gtk_label_set_label (GTK_LABEL (self->number), number);
  set_class (self, "outside", outside);
  set_class (self, "today", today);
}

static void
show_marks_of (ReknitDayCell *self)
{
  guint i = 0;

  for (GtkWidget *mark = gtk_widget_get_first_child (self->marks); mark != NULL; mark = gtk_widget_get_next_sibling (mark), i++)
    {
      gtk_widget_set_visible (mark, i < self->occasions->len);
      if (i < self->occasions->len)
        reknit_partner_badge_set_partner (REKNIT_PARTNER_BADGE (mark),
                                          reknit_seats_find (self->seats, reknit_occasion_get_planner (self->occasions->pdata[i])));
    }
}

/**
 * reknit_day_cell_set_occasions:
 * @occasions: (element-type ReknitOccasion): what takes place on its day, in order
 *
 * Shows them as they are now.
 */
void
reknit_day_cell_set_occasions (ReknitDayCell *self,
                               GPtrArray     *occasions)
{
  g_ptr_array_ref (occasions);
  g_ptr_array_unref (self->occasions);
  self->occasions = occasions;
  while (self->entries->len < MIN (occasions->len, MAX_ENTRIES))
    {
      GtkWidget *entry = reknit_day_entry_new (self->seats);

      gtk_widget_insert_before (entry, GTK_WIDGET (self), self->more);
      gtk_widget_set_focusable (entry, self->selected);
      g_ptr_array_add (self->entries, entry);
    }
  for (guint i = 0; i < MIN (self->entries->len, occasions->len); i++)
    reknit_day_entry_show (self->entries->pdata[i], occasions->pdata[i], self->day);
  show_marks_of (self);
  name_cell (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * reknit_day_cell_set_selected:
 * @selected: whether the keys work on this day: only then can it, and what is in it, have the focus
 */
void
reknit_day_cell_set_selected (ReknitDayCell *self,
                              gboolean       selected)
{
  self->selected = selected;
  set_class (self, "selected", selected);
  gtk_widget_set_focusable (GTK_WIDGET (self), selected);
  gtk_widget_set_focusable (self->more, selected);
  for (guint i = 0; i < self->entries->len; i++)
    gtk_widget_set_focusable (self->entries->pdata[i], selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * reknit_day_cell_get_n_shown:
 *
 * Returns: how many entries there is room for
 */
guint
reknit_day_cell_get_n_shown (ReknitDayCell *self)
{
  return self->n_shown;
}

/**
 * reknit_day_cell_get_entry:
 * @position: which one
 *
 * Returns: (transfer none) (nullable): the entry for what takes place on that day
 */
ReknitDayEntry *
reknit_day_cell_get_entry (ReknitDayCell *self,
                           guint          position)
{
  return position < MIN (self->entries->len, self->occasions->len) ? self->entries->pdata[position] : NULL;
}
