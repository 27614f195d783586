#include "reknit-week-view.h"

#include "reknit-config.h"

#include "reknit-clock.h"
#include "reknit-occasion-list.h"
#include "reknit-place.h"
#include "reknit-week.h"
#include "reknit-week-head.h"

/* The hours never get less room than this many lines. */
#define LEAST_LINES 16
#define TICK_SECONDS 60

/**
 * ReknitWeekView:
 *
 * A week: as seven columns of hours where there is room for them, else as a list of seven days. Both show the same, and
 * how wide the view is decides which of them is there.
 */
struct _ReknitWeekView
{
  GtkWidget           parent_instance;

  ReknitOccasionList *occasions;
  GDateTime          *first_day;
  int                 shown_on;
  guint               tick_source;
  gboolean            wide;

  GtkWidget          *columns;
  GtkWidget          *head;
  GtkWidget          *scroller;
  GtkWidget          *grid;
  GtkWidget          *list;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitWeekView, reknit_week_view, GTK_TYPE_WIDGET)

static gboolean
is_wide_at (ReknitWeekView *self,
            int             width)
{
  return width >= reknit_week_columns_get_least (self->head);
}

static GtkSizeRequestMode
reknit_week_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
reknit_week_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  ReknitWeekView *self = REKNIT_WEEK_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->list, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, reknit_week_columns_get_least (self->head));
    }
  else if (for_size < 0 || is_wide_at (self, for_size))
    {
      gtk_widget_measure (self->columns, orientation, for_size, minimum, natural, NULL, NULL);
      *minimum += LEAST_LINES * reknit_week_columns_get_line (widget);
      *natural = MAX (*natural, *minimum);
    }
  else
    {
      gtk_widget_measure (self->list, orientation, for_size, minimum, natural, NULL, NULL);
    }
}

static void
reknit_week_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ReknitWeekView *self = REKNIT_WEEK_VIEW (widget);
  gboolean wide = is_wide_at (self, width);
  GtkWidget *shown = wide ? self->columns : self->list;

  self->wide = wide;
  gtk_widget_set_child_visible (self->columns, wide);
  gtk_widget_set_child_visible (self->list, !wide);
  gtk_widget_size_allocate (shown, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static gint64
id_of (ReknitOccasion *occasion)
{
  return reknit_record_get_id (REKNIT_RECORD (reknit_occasion_get_plan (occasion)));
}

static ReknitWeekBlock *
find_in (GtkWidget *widget,
         gint64     plan,
         GDateTime *starts)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (REKNIT_IS_WEEK_BLOCK (widget))
    {
      ReknitOccasion *occasion = reknit_week_block_get_occasion (REKNIT_WEEK_BLOCK (widget));

      return id_of (occasion) == plan && (starts == NULL || g_date_time_equal (reknit_occasion_get_starts (occasion), starts))
             ? REKNIT_WEEK_BLOCK (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      ReknitWeekBlock *found = find_in (child, plan, starts);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * reknit_week_view_find_block:
 * @plan: the id of a plan
 * @starts: (nullable): local time when it begins
 *
 * Returns: (transfer none) (nullable): the first block of it that is shown
 */
ReknitWeekBlock *
reknit_week_view_find_block (ReknitWeekView *self,
                             gint64          plan,
                             GDateTime      *starts)
{
  return find_in (self->wide ? self->columns : self->list, plan, starts);
}

/* In the list, what stands nearest before what has gone, or else the first. */
static ReknitWeekBlock *
find_near (GtkWidget       *widget,
           GDateTime       *starts,
           ReknitWeekBlock *near)
{
  if (!gtk_widget_get_visible (widget))
    return near;
  if (REKNIT_IS_WEEK_BLOCK (widget))
    return near == NULL || g_date_time_compare (reknit_week_block_get_day (REKNIT_WEEK_BLOCK (widget)), starts) <= 0
           ? REKNIT_WEEK_BLOCK (widget) : near;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    near = find_near (child, starts, near);
  return near;
}

static GtkWidget *
get_focus (ReknitWeekView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

static GPtrArray *
list_occasions (ReknitWeekView *self)
{
  GListModel *model = G_LIST_MODEL (self->occasions);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (all, g_list_model_get_item (model, i));
  return all;
}

static int
get_today (void)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());

  return g_date_time_get_day_of_year (now);
}

/* The blocks are kept and show something else: the focus goes along with what had it. */
static void
fill (ReknitWeekView *self)
{
  g_autoptr (GPtrArray) all = list_occasions (self);
  GtkWidget *focus = get_focus (self);
  g_autoptr (ReknitOccasion) focused =
    REKNIT_IS_WEEK_BLOCK (focus) ? g_object_ref (reknit_week_block_get_occasion (REKNIT_WEEK_BLOCK (focus))) : NULL;

  self->shown_on = get_today ();
  reknit_week_grid_set_occasions (REKNIT_WEEK_GRID (self->grid), self->first_day, all);
  reknit_week_head_set_occasions (REKNIT_WEEK_HEAD (self->head), self->first_day, all);
  reknit_week_list_set_occasions (REKNIT_WEEK_LIST (self->list), self->first_day, all);
  if (focused != NULL)
    reknit_week_view_focus (self, focused);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * reknit_week_view_refresh:
 *
 * Looks now rather than in idle.
 */
void
reknit_week_view_refresh (ReknitWeekView *self)
{
  reknit_occasion_list_refresh (self->occasions);
  fill (self);
}

/**
 * reknit_week_view_focus:
 * @occasion: what takes place
 *
 * Gives the focus to its block, or to the hours where it is not there any more.
 */
void
reknit_week_view_focus (ReknitWeekView *self,
                        ReknitOccasion *occasion)
{
  ReknitWeekBlock *block = reknit_week_view_find_block (self, id_of (occasion), reknit_occasion_get_starts (occasion));

  if (block == NULL)
    block = reknit_week_view_find_block (self, id_of (occasion), NULL);
  if (block == NULL && !self->wide)
    block = find_near (self->list, reknit_occasion_get_starts (occasion), NULL);
  if (block != NULL)
    reknit_place_choose (GTK_WIDGET (block));
  else if (self->wide)
    reknit_place_choose (self->grid);
}

/* The mark of the present goes on, and after midnight it is another day. */
static gboolean
on_tick (gpointer data)
{
  ReknitWeekView *self = data;

  if (self->shown_on != get_today ())
    fill (self);
  gtk_widget_queue_draw (self->grid);
  return G_SOURCE_CONTINUE;
}

static void
reknit_week_view_map (GtkWidget *widget)
{
  ReknitWeekView *self = REKNIT_WEEK_VIEW (widget);

  GTK_WIDGET_CLASS (reknit_week_view_parent_class)->map (widget);
  on_tick (self);
  self->tick_source = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

static void
reknit_week_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&REKNIT_WEEK_VIEW (widget)->tick_source, g_source_remove);
  GTK_WIDGET_CLASS (reknit_week_view_parent_class)->unmap (widget);
}

static void
reknit_week_view_dispose (GObject *object)
{
  ReknitWeekView *self = REKNIT_WEEK_VIEW (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_object (&self->occasions);
  g_clear_pointer (&self->columns, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->first_day, g_date_time_unref);
  G_OBJECT_CLASS (reknit_week_view_parent_class)->dispose (object);
}

static void
reknit_week_view_class_init (ReknitWeekViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_week_view_dispose;
  widget_class->get_request_mode = reknit_week_view_get_request_mode;
  widget_class->map = reknit_week_view_map;
  widget_class->unmap = reknit_week_view_unmap;
  widget_class->measure = reknit_week_view_measure;
  widget_class->size_allocate = reknit_week_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "week-view");
  signals[CHANGED] = g_signal_new ("changed", REKNIT_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
reknit_week_view_init (ReknitWeekView *self)
{
}

static void
make_children (ReknitWeekView *self,
               ReknitSeats    *seats)
{
  self->columns = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->head = reknit_week_head_new (seats);
  self->grid = reknit_week_grid_new (seats);
  self->list = reknit_week_list_new (seats);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->grid, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (self->columns), self->head);
  gtk_box_append (GTK_BOX (self->columns), self->scroller);
  gtk_widget_set_parent (self->columns, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/**
 * reknit_week_view_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a view on this week
 */
GtkWidget *
reknit_week_view_new (ReknitSeats *seats)
{
  ReknitWeekView *self = g_object_new (REKNIT_TYPE_WEEK_VIEW, NULL);
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());

  make_children (self, seats);
  self->occasions = reknit_occasion_list_new (reknit_seats_get_store (seats), REKNIT_PLAN_KINDS_ALL | REKNIT_OCCASIONS_MISSED);
  reknit_week_view_show_day (self, now);
  /* Comes after items-changed, too. */
  g_signal_connect_object (self->occasions, "details-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * reknit_week_view_get_first_day:
 *
 * Returns: (transfer none): local time, the midnight that the week begins with
 */
GDateTime *
reknit_week_view_get_first_day (ReknitWeekView *self)
{
  return self->first_day;
}

/**
 * reknit_week_view_show_day:
 * @day: local time
 *
 * Shows the week of @day.
 */
void
reknit_week_view_show_day (ReknitWeekView *self,
                           GDateTime      *day)
{
  g_autoptr (GDateTime) first_day = reknit_week_begin (day);
  g_autoptr (GDateTime) until = g_date_time_add_days (first_day, REKNIT_WEEK_DAYS);

  g_clear_pointer (&self->first_day, g_date_time_unref);
  self->first_day = g_steal_pointer (&first_day);
  reknit_occasion_list_set_range (self->occasions, self->first_day, until);
  fill (self);
}

/**
 * reknit_week_view_is_wide:
 *
 * Returns: whether it shows columns of hours
 */
gboolean
reknit_week_view_is_wide (ReknitWeekView *self)
{
  return self->wide;
}

/**
 * reknit_week_view_get_grid:
 *
 * Returns: (transfer none): its hours
 */
ReknitWeekGrid *
reknit_week_view_get_grid (ReknitWeekView *self)
{
  return REKNIT_WEEK_GRID (self->grid);
}
