#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_WEEK_DAYS 7

/**
 * ReknitWeekColumns:
 * @gutter: the width of the times of day beside the columns
 * @column: the width of a column
 * @width: the width of all of it
 * @mirrored: whether it goes from right to left
 *
 * Where the days of a week stand.
 */
typedef struct
{
  int      gutter;
  double   column;
  int      width;
  gboolean mirrored;
} ReknitWeekColumns;

int               reknit_week_columns_get_line  (GtkWidget *widget);
int               reknit_week_columns_get_least (GtkWidget *widget);
ReknitWeekColumns reknit_week_columns_make      (GtkWidget *widget, int width);
double            reknit_week_columns_get_x     (const ReknitWeekColumns *self, double day, double days);
int               reknit_week_columns_find_day  (const ReknitWeekColumns *self, double x);

G_END_DECLS
