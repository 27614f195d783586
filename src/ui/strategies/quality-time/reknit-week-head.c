#include "reknit-week-head.h"

#include "reknit-clock.h"
#include "reknit-measure.h"
#include "reknit-month-view.h"
#include "reknit-occasion-text.h"
#include "reknit-week-columns.h"
#include "reknit-week-text.h"

#define GAP 2

/**
 * ReknitWeekHead:
 *
 * The names of the days above their columns, and below them what goes on for whole days.
 */
struct _ReknitWeekHead
{
  GtkWidget    parent_instance;

  ReknitSeats *seats;
  GtkWidget   *days[REKNIT_WEEK_DAYS];
  GPtrArray   *blocks;
  GArray      *places;
};

G_DEFINE_FINAL_TYPE (ReknitWeekHead, reknit_week_head, GTK_TYPE_WIDGET)

typedef struct
{
  int day;
  int row;
} Place;

static int
get_days_height (ReknitWeekHead *self)
{
  int height = 0;

  for (int i = 0; i < REKNIT_WEEK_DAYS; i++)
    height = MAX (height, reknit_measure_height (self->days[i], -1));
  return height;
}

static int
get_row_height (ReknitWeekHead *self)
{
  return reknit_week_columns_get_line (GTK_WIDGET (self)) * 3 / 2;
}

static int
count_rows (ReknitWeekHead *self)
{
  int n = 0;

  for (guint i = 0; i < self->places->len; i++)
    n = MAX (n, g_array_index (self->places, Place, i).row + 1);
  return n;
}

static void
reknit_week_head_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  ReknitWeekHead *self = REKNIT_WEEK_HEAD (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = reknit_week_columns_get_least (widget);
  else
    *minimum = *natural = get_days_height (self) + count_rows (self) * get_row_height (self);
}

static void
reknit_week_head_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ReknitWeekHead *self = REKNIT_WEEK_HEAD (widget);
  ReknitWeekColumns columns = reknit_week_columns_make (widget, width);
  int days_height = get_days_height (self), row_height = get_row_height (self);

  for (int i = 0; i < REKNIT_WEEK_DAYS; i++)
    {
      int least;

      gtk_widget_measure (self->days[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->days[i], &(GtkAllocation) { (int) reknit_week_columns_get_x (&columns, i, 1), 0,
                                                                  MAX ((int) columns.column, least), days_height }, -1);
    }
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      int least_width, least_height;

      gtk_widget_measure (self->blocks->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (self->blocks->pdata[i], GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->blocks->pdata[i],
                                &(GtkAllocation) { (int) reknit_week_columns_get_x (&columns, place->day, 1) + GAP,
                                                   days_height + place->row * row_height,
                                                   MAX ((int) columns.column - 2 * GAP, least_width),
                                                   MAX (row_height - GAP, least_height) }, -1);
    }
}

static void
reknit_week_head_dispose (GObject *object)
{
  ReknitWeekHead *self = REKNIT_WEEK_HEAD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->places, 0);
  g_ptr_array_set_size (self->blocks, 0);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_week_head_parent_class)->dispose (object);
}

static void
reknit_week_head_finalize (GObject *object)
{
  g_array_unref (REKNIT_WEEK_HEAD (object)->places);
  g_ptr_array_unref (REKNIT_WEEK_HEAD (object)->blocks);
  G_OBJECT_CLASS (reknit_week_head_parent_class)->finalize (object);
}

static void
reknit_week_head_class_init (ReknitWeekHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_week_head_dispose;
  G_OBJECT_CLASS (klass)->finalize = reknit_week_head_finalize;
  widget_class->measure = reknit_week_head_measure;
  widget_class->size_allocate = reknit_week_head_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "week-head");
}

static void
reknit_week_head_init (ReknitWeekHead *self)
{
  self->blocks = g_ptr_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (int i = 0; i < REKNIT_WEEK_DAYS; i++)
    {
      self->days[i] = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
      gtk_widget_add_css_class (self->days[i], "week-day");
      gtk_widget_set_parent (self->days[i], GTK_WIDGET (self));
    }
}

/**
 * reknit_week_head_new:
 * @seats: the seats
 *
 * Returns: (transfer floating): a head without a week
 */
GtkWidget *
reknit_week_head_new (ReknitSeats *seats)
{
  ReknitWeekHead *self = g_object_new (REKNIT_TYPE_WEEK_HEAD, NULL);

  self->seats = g_object_ref (seats);
  return GTK_WIDGET (self);
}

static void
show_days (ReknitWeekHead *self,
           GDateTime      *first_day)
{
  g_autoptr (GDateTime) today = reknit_clock_local_now (reknit_clock_get_default ());

  for (int i = 0; i < REKNIT_WEEK_DAYS; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (first_day, i);
      g_autofree char *text = reknit_week_text_day (day);
      g_autofree char *spoken = reknit_occasion_text_day (day);

      gtk_label_set_label (GTK_LABEL (self->days[i]), text);
      gtk_widget_set_tooltip_text (self->days[i], spoken);
      if (reknit_days_equal (day, today))
        gtk_widget_add_css_class (self->days[i], "today");
      else
        gtk_widget_remove_css_class (self->days[i], "today");
    }
}

static void
add_block (ReknitWeekHead *self,
           ReknitOccasion *occasion,
           int             day,
           int             row)
{
  Place place = { day, row };

  if (self->places->len == self->blocks->len)
    {
      GtkWidget *block = reknit_week_block_new (self->seats, FALSE);

      gtk_widget_set_parent (block, GTK_WIDGET (self));
      g_ptr_array_add (self->blocks, block);
    }
  g_array_append_val (self->places, place);
}

/**
 * reknit_week_head_set_occasions:
 * @first_day: local time, the midnight that the week begins with
 * @occasions: (element-type ReknitOccasion): what takes place in it
 *
 * Shows them as they are now.
 */
void
reknit_week_head_set_occasions (ReknitWeekHead *self,
                                GDateTime      *first_day,
                                GPtrArray      *occasions)
{
  int rows[REKNIT_WEEK_DAYS] = { 0 };

  show_days (self, first_day);
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < occasions->len; i++)
    for (int day = 0; day < REKNIT_WEEK_DAYS; day++)
      {
        g_autoptr (GDateTime) from = g_date_time_add_days (first_day, day);
        g_autoptr (GDateTime) until = g_date_time_add_days (from, 1);

        if (!reknit_occasion_is_all_day (occasions->pdata[i]) || !reknit_occasion_overlaps (occasions->pdata[i], from, until))
          continue;
        add_block (self, occasions->pdata[i], day, rows[day]++);
        reknit_week_block_show (self->blocks->pdata[self->places->len - 1], occasions->pdata[i], from, occasions);
      }
  for (guint i = 0; i < self->blocks->len; i++)
    gtk_widget_set_visible (self->blocks->pdata[i], i < self->places->len);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
