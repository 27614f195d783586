#include "reknit-week-columns.h"

#include "reknit-time-text.h"

/* The head of the week and its hours stand over one another, and measure alike. */

#define GUTTER_SPACE 14
/* In heights of a line: a column less wide says nothing, and the days are shown one below the other. */
#define COLUMN_LINES 4

static void
measure_text (GtkWidget  *widget,
              const char *text,
              int        *width,
              int        *height)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);

  pango_layout_get_pixel_size (layout, width, height);
}

/**
 * reknit_week_columns_get_line:
 * @widget: a part of the week
 *
 * Returns: how high a line of its text is
 */
int
reknit_week_columns_get_line (GtkWidget *widget)
{
  int height;

  measure_text (widget, "0", NULL, &height);
  return height;
}

static int
measure_gutter (GtkWidget *widget)
{
  g_autoptr (GDateTime) evening = g_date_time_new_utc (2001, 1, 1, 22, 0, 0);
  g_autofree char *text = reknit_time_text_for_time (evening);
  int width;

  measure_text (widget, text, &width, NULL);
  return width + GUTTER_SPACE;
}

/**
 * reknit_week_columns_get_least:
 * @widget: a part of the week
 *
 * Returns: how wide it has to be for seven columns
 */
int
reknit_week_columns_get_least (GtkWidget *widget)
{
  return measure_gutter (widget) + REKNIT_WEEK_DAYS * COLUMN_LINES * reknit_week_columns_get_line (widget);
}

/**
 * reknit_week_columns_make:
 * @widget: a part of the week
 * @width: how wide it is
 *
 * Returns: where its columns stand
 */
ReknitWeekColumns
reknit_week_columns_make (GtkWidget *widget,
                          int        width)
{
  int gutter = measure_gutter (widget);

  return (ReknitWeekColumns) {
    .gutter = gutter, .column = MAX (width - gutter, REKNIT_WEEK_DAYS) / (double) REKNIT_WEEK_DAYS, .width = width,
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
}

/**
 * reknit_week_columns_get_x:
 * @day: a column, or a place within one, counted from the first day
 * @days: how many columns what stands there is wide
 *
 * Returns: its left edge
 */
double
reknit_week_columns_get_x (const ReknitWeekColumns *self,
                           double                   day,
                           double                   days)
{
  double x = self->gutter + day * self->column;

  return self->mirrored ? self->width - x - days * self->column : x;
}

/**
 * reknit_week_columns_find_day:
 * @x: a place
 *
 * Returns: the day that stands there, the nearest one beside them
 */
int
reknit_week_columns_find_day (const ReknitWeekColumns *self,
                              double                   x)
{
  double from_start = self->mirrored ? self->width - x : x;

  return CLAMP ((int) ((from_start - self->gutter) / self->column), 0, REKNIT_WEEK_DAYS - 1);
}
