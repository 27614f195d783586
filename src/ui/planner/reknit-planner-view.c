#include "reknit-planner-view.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-menu-names.h"
#include "reknit-wrap-box.h"

/* In letters: a window less wide shows the list below a small month, in place of one or the other. */
#define NARROW_LETTERS 60

/**
 * ReknitPlannerView:
 *
 * A month with the way to the next and the last, as a calendar or as a list; where there is little room, as both.
 */
struct _ReknitPlannerView
{
  GtkWidget         parent_instance;

  ReknitSeats      *seats;
  GDateTime        *day;
  gboolean          listing;
  gboolean          narrow;

  GtkWidget        *bar;
  GtkLabel         *name;
  GtkWidget        *faces;
  GtkWidget        *month_button;
  GtkWidget        *list_button;
  ReknitMonthView  *month;
  ReknitAgendaView *agenda;
};

G_DEFINE_FINAL_TYPE (ReknitPlannerView, reknit_planner_view, GTK_TYPE_WIDGET)

static gboolean
is_narrow_at (ReknitPlannerView *self,
              int                width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return width < NARROW_LETTERS * letter / PANGO_SCALE;
}

static void
reknit_planner_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  ReknitPlannerView *self = REKNIT_PLANNER_VIEW (widget);
  GtkWidget *children[] = { GTK_WIDGET (self->month), GTK_WIDGET (self->agenda) };

  /* The list gives way, and the month is left out where it has no room. */
  gtk_widget_measure (self->bar, orientation, -1, minimum, natural, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_natural;

      gtk_widget_measure (children[i], orientation, -1, NULL, &child_natural, NULL, NULL);
      *natural = MAX (*natural, child_natural);
    }
}

static int
measure_minimum (GtkWidget      *widget,
                 GtkOrientation  orientation)
{
  int minimum;

  gtk_widget_measure (widget, orientation, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
allocate (GtkWidget *child,
          gboolean   shown,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_set_child_visible (child, shown);
  if (shown)
    gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, MAX (width, measure_minimum (child, GTK_ORIENTATION_HORIZONTAL)),
                                                       MAX (height, measure_minimum (child, GTK_ORIENTATION_VERTICAL)) }, -1);
}

static void
show_agenda (ReknitPlannerView *self,
             gboolean           shown)
{
  if (shown && !gtk_widget_get_child_visible (GTK_WIDGET (self->agenda)))
    reknit_agenda_view_set_day (self->agenda, self->day);
}

static void
show_name (ReknitPlannerView *self)
{
  g_autofree char *name = g_date_time_format (self->day, self->narrow ? C_("short month of a year", "%b %Y")
                                                                      : C_("month of a year", "%B %Y"));

  if (!g_str_equal (name, gtk_label_get_label (self->name)))
    gtk_label_set_label (self->name, name);
}

static void
reknit_planner_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  ReknitPlannerView *self = REKNIT_PLANNER_VIEW (widget);
  int bar_width, top, strip;

  self->narrow = is_narrow_at (self, width);
  gtk_widget_set_visible (self->faces, !self->narrow);
  reknit_agenda_view_set_below (self->agenda, self->narrow);
  show_name (self);
  bar_width = MAX (width, measure_minimum (self->bar, GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, bar_width, &top, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->bar, &(GtkAllocation) { 0, 0, bar_width, top }, -1);

  if (!self->narrow)
    {
      show_agenda (self, self->listing);
      allocate (GTK_WIDGET (self->month), !self->listing, top, width, height - top);
      allocate (GTK_WIDGET (self->agenda), self->listing, top, width, height - top);
      return;
    }
  /* A month that is too wide, or would leave the list less than two fifths, is left out. */
  strip = measure_minimum (GTK_WIDGET (self->month), GTK_ORIENTATION_VERTICAL);
  if (strip > (height - top) * 3 / 5 || measure_minimum (GTK_WIDGET (self->month), GTK_ORIENTATION_HORIZONTAL) > width)
    strip = 0;
  show_agenda (self, TRUE);
  allocate (GTK_WIDGET (self->month), strip > 0, top, width, strip);
  allocate (GTK_WIDGET (self->agenda), TRUE, top + strip, width, height - top - strip);
}

static gboolean
on_month_key (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  reknit_planner_view_step_month (REKNIT_PLANNER_VIEW (widget), g_variant_get_int32 (arguments));
  return TRUE;
}

static gboolean
on_today_key (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  reknit_planner_view_go_today (REKNIT_PLANNER_VIEW (widget));
  return TRUE;
}

static void
on_face (ReknitPlannerView *self)
{
  reknit_planner_view_set_listing (self, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->list_button)));
}

static void
reknit_planner_view_dispose (GObject *object)
{
  ReknitPlannerView *self = REKNIT_PLANNER_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_planner_view_parent_class)->dispose (object);
}

static void
reknit_planner_view_finalize (GObject *object)
{
  g_clear_pointer (&REKNIT_PLANNER_VIEW (object)->day, g_date_time_unref);
  G_OBJECT_CLASS (reknit_planner_view_parent_class)->finalize (object);
}

static void
reknit_planner_view_class_init (ReknitPlannerViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_planner_view_dispose;
  object_class->finalize = reknit_planner_view_finalize;
  widget_class->measure = reknit_planner_view_measure;
  widget_class->size_allocate = reknit_planner_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "planner-view");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, on_month_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, on_month_key, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_today_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, on_today_key, NULL);
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *icon_name,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
on_previous (ReknitPlannerView *self)
{
  reknit_planner_view_step_month (self, -1);
}

static void
on_next (ReknitPlannerView *self)
{
  reknit_planner_view_step_month (self, 1);
}

static void
add_steps (ReknitPlannerView *self)
{
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *previous = add_button (steps, "go-previous-symbolic", _("Previous Month"));
  GtkWidget *today = gtk_button_new_with_label (_("Today"));
  GtkWidget *next;

  gtk_box_append (GTK_BOX (steps), today);
  next = add_button (steps, "go-next-symbolic", _("Next Month"));
  gtk_widget_add_css_class (steps, "linked");
  gtk_widget_set_valign (steps, GTK_ALIGN_CENTER);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (self->bar), steps);
  g_signal_connect_swapped (previous, "clicked", G_CALLBACK (on_previous), self);
  g_signal_connect_swapped (today, "clicked", G_CALLBACK (reknit_planner_view_go_today), self);
  g_signal_connect_swapped (next, "clicked", G_CALLBACK (on_next), self);
}

static GtkWidget *
add_face (ReknitPlannerView *self,
          const char        *icon_name,
          const char        *name)
{
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "icon-name", icon_name, "tooltip-text", name, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->faces), button);
  return button;
}

static void
add_faces (ReknitPlannerView *self)
{
  self->faces = g_object_new (GTK_TYPE_BOX, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->faces, "linked");
  self->month_button = add_face (self, "reknit-calendar-symbolic", _("Show as Month"));
  self->list_button = add_face (self, "reknit-list-symbolic", _("Show as List"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->month_button), TRUE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->list_button), GTK_TOGGLE_BUTTON (self->month_button));
  g_signal_connect_swapped (self->list_button, "toggled", G_CALLBACK (on_face), self);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (self->bar), self->faces);
}

static void
add_menu (ReknitPlannerView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) calendar = g_menu_item_new (_("Add All to Calendar"), NULL);
  g_autoptr (GMenuItem) file = g_menu_item_new (_("Export All…"), NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "reknit-export-symbolic", "valign", GTK_ALIGN_CENTER,
                                    "tooltip-text", _("Export"), NULL);

  g_menu_item_set_action_and_target (calendar, "planner.hand-over", "x", (gint64) 0);
  g_menu_item_set_action_and_target (file, "planner.export", "x", (gint64) 0);
  g_menu_append_item (menu, calendar);
  g_menu_append_item (menu, file);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  reknit_menu_button_name_items (GTK_MENU_BUTTON (button));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Export"), -1);
  reknit_wrap_box_append (REKNIT_WRAP_BOX (self->bar), button);
}

static void
reknit_planner_view_init (ReknitPlannerView *self)
{
  self->bar = g_object_new (REKNIT_TYPE_WRAP_BOX, "spacing", 9, NULL);
  gtk_widget_add_css_class (self->bar, "planner-bar");
  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "title-2");
  reknit_wrap_box_append (REKNIT_WRAP_BOX (self->bar), GTK_WIDGET (self->name));
  add_steps (self);
  add_faces (self);
  add_menu (self);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

/**
 * reknit_planner_view_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a view on this month
 */
GtkWidget *
reknit_planner_view_new (ReknitSeats *seats)
{
  ReknitPlannerView *self = g_object_new (REKNIT_TYPE_PLANNER_VIEW, "hexpand", TRUE, "vexpand", TRUE, NULL);

  self->seats = g_object_ref (seats);
  self->month = REKNIT_MONTH_VIEW (reknit_month_view_new (seats));
  self->agenda = REKNIT_AGENDA_VIEW (reknit_agenda_view_new (seats));
  gtk_widget_set_parent (GTK_WIDGET (self->month), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->agenda), GTK_WIDGET (self));
  gtk_widget_set_child_visible (GTK_WIDGET (self->agenda), FALSE);
  reknit_planner_view_set_day (self, reknit_month_view_get_day (self->month));
  return GTK_WIDGET (self);
}

/**
 * reknit_planner_view_get_day:
 *
 * Returns: (transfer none): the day that has the keys
 */
GDateTime *
reknit_planner_view_get_day (ReknitPlannerView *self)
{
  return self->day;
}

/**
 * reknit_planner_view_set_day:
 * @day: local time
 *
 * Goes to that day.
 */
void
reknit_planner_view_set_day (ReknitPlannerView *self,
                             GDateTime         *day)
{
  g_date_time_ref (day);
  g_clear_pointer (&self->day, g_date_time_unref);
  self->day = day;
  show_name (self);
  reknit_month_view_set_day (self->month, day);
  if (gtk_widget_get_child_visible (GTK_WIDGET (self->agenda)))
    reknit_agenda_view_set_day (self->agenda, day);
}

/**
 * reknit_planner_view_step_month:
 * @months: how many months later; negative for earlier
 */
void
reknit_planner_view_step_month (ReknitPlannerView *self,
                                int                months)
{
  g_autoptr (GDateTime) day = g_date_time_add_months (self->day, months);

  reknit_planner_view_set_day (self, day);
}

/**
 * reknit_planner_view_go_today:
 *
 * Goes to this day.
 */
void
reknit_planner_view_go_today (ReknitPlannerView *self)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) today = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                                                     g_date_time_get_day_of_month (now), 0, 0, 0);

  reknit_planner_view_set_day (self, today);
}

/**
 * reknit_planner_view_set_listing:
 * @listing: whether to show the list where there is room for one of them only
 */
void
reknit_planner_view_set_listing (ReknitPlannerView *self,
                                 gboolean           listing)
{
  if (self->listing == listing)
    return;
  self->listing = listing;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (listing ? self->list_button : self->month_button), TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * reknit_planner_view_get_month:
 *
 * Returns: (transfer none): the calendar
 */
ReknitMonthView *
reknit_planner_view_get_month (ReknitPlannerView *self)
{
  return self->month;
}

/**
 * reknit_planner_view_get_agenda:
 *
 * Returns: (transfer none): the list
 */
ReknitAgendaView *
reknit_planner_view_get_agenda (ReknitPlannerView *self)
{
  return self->agenda;
}
