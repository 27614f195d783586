#include "reknit-month-view.h"

#include "reknit-config.h"

#include "reknit-clock.h"
#include "reknit-occasion-list.h"
#include "reknit-occasion-text.h"
#include "reknit-time-text.h"
#include "reknit-week.h"
#include "reknit-weekday-label.h"

#define N_DAYS  7
#define N_WEEKS 6
#define N_CELLS (N_DAYS * N_WEEKS)

/**
 * ReknitMonthView:
 *
 * A month as six weeks of cells, one of which has the keys: arrows go from day to day, Alt with an arrow moves what is
 * planned. The cells stay; another month is other days in them.
 */
struct _ReknitMonthView
{
  GtkWidget           parent_instance;

  ReknitSeats        *seats;
  ReknitOccasionList *occasions;
  GDateTime          *day;
  GDateTime          *first;

  GtkWidget          *head;
  GtkWidget          *body;
  ReknitDayCell      *cells[N_CELLS];
};

G_DEFINE_FINAL_TYPE (ReknitMonthView, reknit_month_view, GTK_TYPE_WIDGET)

/**
 * reknit_days_equal:
 * @one: local time
 * @other: local time
 *
 * Returns: whether both are on the same day
 */
gboolean
reknit_days_equal (GDateTime *one,
                   GDateTime *other)
{
  return g_date_time_get_year (one) == g_date_time_get_year (other)
         && g_date_time_get_day_of_year (one) == g_date_time_get_day_of_year (other);
}

static GDateTime *
find_first_day (GDateTime *day)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day), 1, 0, 0, 0);

  return g_date_time_add_days (first, -(int) reknit_week_get_column ((GDateWeekday) g_date_time_get_day_of_week (first)));
}

/* What goes on for several days stands in the cell of each. */
static void
fill_cells (ReknitMonthView *self)
{
  GListModel *model = G_LIST_MODEL (self->occasions);
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (int i = 0; i < N_CELLS; i++)
    g_ptr_array_add (days, g_ptr_array_new_with_free_func (g_object_unref));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ReknitOccasion) occasion = g_list_model_get_item (model, i);
      GTimeSpan from = g_date_time_difference (reknit_occasion_get_starts (occasion), self->first);
      GTimeSpan until = g_date_time_difference (reknit_occasion_get_ends (occasion), self->first) - 1;

      for (int day = (int) MAX (from / G_TIME_SPAN_DAY, 0); day <= until / G_TIME_SPAN_DAY && day < N_CELLS; day++)
        g_ptr_array_add (days->pdata[day], g_object_ref (occasion));
    }
  for (int i = 0; i < N_CELLS; i++)
    reknit_day_cell_set_occasions (self->cells[i], days->pdata[i]);
}

static void
show_days (ReknitMonthView *self)
{
  g_autoptr (GDateTime) until = g_date_time_add_days (self->first, N_CELLS);
  g_autoptr (GDateTime) today = reknit_clock_local_now (reknit_clock_get_default ());

  for (int i = 0; i < N_CELLS; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (self->first, i);

      reknit_day_cell_set_day (self->cells[i], day, g_date_time_get_month (day) != g_date_time_get_month (self->day),
                               reknit_days_equal (day, today));
    }
  reknit_occasion_list_set_range (self->occasions, self->first, until);
  fill_cells (self);
}

static gboolean
has_focus (ReknitMonthView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/**
 * reknit_month_view_set_day:
 * @day: local time
 *
 * Shows the month of @day, and gives that day the keys.
 */
void
reknit_month_view_set_day (ReknitMonthView *self,
                           GDateTime       *day)
{
  g_autoptr (GDateTime) first = find_first_day (day);
  gboolean focused = has_focus (self);
  gboolean same_month = self->day != NULL && g_date_time_get_month (self->day) == g_date_time_get_month (day)
                        && g_date_time_get_year (self->day) == g_date_time_get_year (day);

  g_date_time_ref (day);
  g_clear_pointer (&self->day, g_date_time_unref);
  self->day = day;
  if (!same_month)
    {
      g_clear_pointer (&self->first, g_date_time_unref);
      self->first = g_date_time_ref (first);
      show_days (self);
    }
  for (int i = 0; i < N_CELLS; i++)
    if (reknit_days_equal (reknit_day_cell_get_day (self->cells[i]), day))
      reknit_day_cell_set_selected (self->cells[i], TRUE);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (reknit_month_view_find_cell (self, day)));
  for (int i = 0; i < N_CELLS; i++)
    if (!reknit_days_equal (reknit_day_cell_get_day (self->cells[i]), day))
      reknit_day_cell_set_selected (self->cells[i], FALSE);
}

/**
 * reknit_month_view_get_day:
 *
 * Returns: (transfer none) (nullable): the day that has the keys
 */
GDateTime *
reknit_month_view_get_day (ReknitMonthView *self)
{
  return self->day;
}

/**
 * reknit_month_view_find_cell:
 * @day: local time
 *
 * Returns: (transfer none) (nullable): its cell, if it is shown
 */
ReknitDayCell *
reknit_month_view_find_cell (ReknitMonthView *self,
                             GDateTime       *day)
{
  for (int i = 0; i < N_CELLS; i++)
    if (reknit_days_equal (reknit_day_cell_get_day (self->cells[i]), day))
      return self->cells[i];
  return NULL;
}

/**
 * reknit_month_view_focus:
 * @plan: the id of a plan; 0 for the day itself
 *
 * Gives the focus to what is planned on the day that has the keys, or to the day.
 */
void
reknit_month_view_focus (ReknitMonthView *self,
                         gint64           plan)
{
  ReknitDayCell *cell = reknit_month_view_find_cell (self, self->day);

  /* At once: what was just moved is not there yet. */
  reknit_occasion_list_refresh (self->occasions);
  fill_cells (self);
  for (guint i = 0; i < reknit_day_cell_get_n_shown (cell); i++)
    {
      ReknitDayEntry *entry = reknit_day_cell_get_entry (cell, i);
      ReknitOccasion *occasion = entry != NULL ? reknit_day_entry_get_occasion (entry) : NULL;

      if (occasion != NULL && reknit_record_get_id (REKNIT_RECORD (reknit_occasion_get_plan (occasion))) == plan
          && gtk_widget_grab_focus (GTK_WIDGET (entry)))
        return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static gboolean
reknit_month_view_grab_focus (GtkWidget *widget)
{
  reknit_month_view_focus (REKNIT_MONTH_VIEW (widget), 0);
  return TRUE;
}

static int
count_days (ReknitMonthView *self,
            guint            key)
{
  int forth = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Left: return -forth;
    case GDK_KEY_Right: return forth;
    case GDK_KEY_Up: return -N_DAYS;
    default: return N_DAYS;
    }
}

static gboolean
on_arrow (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  ReknitMonthView *self = REKNIT_MONTH_VIEW (widget);
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *text = NULL;
  guint key;

  g_variant_get (arguments, "u", &key);
  day = g_date_time_add_days (self->day, count_days (self, key));
  text = g_date_time_format (day, "%Y-%m-%d");
  return gtk_widget_activate_action (widget, "planner.select", "s", text);
}

/* What has the focus; with the focus on the day, what stands there alone. */
static ReknitDayEntry *
find_entry (ReknitMonthView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  ReknitDayCell *cell = reknit_month_view_find_cell (self, self->day);

  if (REKNIT_IS_DAY_ENTRY (focus))
    return REKNIT_DAY_ENTRY (focus);
  return reknit_day_cell_get_entry (cell, 1) == NULL ? reknit_day_cell_get_entry (cell, 0) : NULL;
}

static gboolean
on_alt_arrow (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  ReknitMonthView *self = REKNIT_MONTH_VIEW (widget);
  ReknitDayEntry *entry = find_entry (self);
  guint key;

  g_variant_get (arguments, "u", &key);
  return entry != NULL && reknit_day_entry_move (entry, count_days (self, key));
}

static void
reknit_month_view_dispose (GObject *object)
{
  ReknitMonthView *self = REKNIT_MONTH_VIEW (object);

  g_clear_object (&self->occasions);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_month_view_parent_class)->dispose (object);
}

static void
reknit_month_view_finalize (GObject *object)
{
  ReknitMonthView *self = REKNIT_MONTH_VIEW (object);

  g_clear_pointer (&self->day, g_date_time_unref);
  g_clear_pointer (&self->first, g_date_time_unref);
  G_OBJECT_CLASS (reknit_month_view_parent_class)->finalize (object);
}

static void
reknit_month_view_class_init (ReknitMonthViewClass *klass)
{
  static const guint arrows[][2] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left }, { GDK_KEY_Right, GDK_KEY_KP_Right }, { GDK_KEY_Up, GDK_KEY_KP_Up }, { GDK_KEY_Down, GDK_KEY_KP_Down },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_month_view_dispose;
  object_class->finalize = reknit_month_view_finalize;
  widget_class->grab_focus = reknit_month_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "month-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (guint j = 0; j < 2; j++)
      {
        gtk_widget_class_add_binding (widget_class, arrows[i][j], 0, on_arrow, "u", arrows[i][0]);
        gtk_widget_class_add_binding (widget_class, arrows[i][j], GDK_ALT_MASK, on_alt_arrow, "u", arrows[i][0]);
      }
}

static void
add_weekday (ReknitMonthView *self,
             int              column)
{
  int weekday = ((int) reknit_week_get_first_day () - 1 + column) % N_DAYS + 1;
  GtkWidget *label = reknit_weekday_label_new ((GDateWeekday) weekday, 0);

  gtk_widget_add_css_class (label, "weekday");
  gtk_grid_attach (GTK_GRID (self->head), label, column, 0, 1, 1);
}

static void
reknit_month_view_init (ReknitMonthView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->head = g_object_new (GTK_TYPE_GRID, "column-homogeneous", TRUE, NULL);
  self->body = g_object_new (GTK_TYPE_GRID, "column-homogeneous", TRUE, "row-homogeneous", TRUE, "vexpand", TRUE, NULL);
  for (int i = 0; i < N_DAYS; i++)
    add_weekday (self, i);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

/**
 * reknit_month_view_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a view on this month
 */
GtkWidget *
reknit_month_view_new (ReknitSeats *seats)
{
  ReknitMonthView *self = g_object_new (REKNIT_TYPE_MONTH_VIEW, NULL);
  ReknitClock *clock = reknit_clock_get_default ();
  g_autoptr (GDateTime) now = reknit_clock_local_now (clock);
  g_autoptr (GDateTime) today = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                                                     g_date_time_get_day_of_month (now), 0, 0, 0);

  self->seats = g_object_ref (seats);
  self->occasions = reknit_occasion_list_new (reknit_seats_get_store (seats), REKNIT_PLAN_KINDS_ALL);
  for (int i = 0; i < N_CELLS; i++)
    {
      self->cells[i] = REKNIT_DAY_CELL (reknit_day_cell_new (seats));
      g_object_set (self->cells[i], "hexpand", TRUE, "vexpand", TRUE, NULL);
      gtk_grid_attach (GTK_GRID (self->body), GTK_WIDGET (self->cells[i]), i % N_DAYS, i / N_DAYS, 1, 1);
    }
  reknit_month_view_set_day (self, today);
  /* Comes after items-changed, too. */
  g_signal_connect_object (self->occasions, "details-changed", G_CALLBACK (fill_cells), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
