#include "reknit-chart-private.h"

#include <math.h>

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
collect_stops (ReknitChart *self)
{
  guint kept = 0;

  g_array_set_size (self->stops, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->series); i++)
    {
      g_autoptr (ReknitSeries) series = g_list_model_get_item (self->series, i);

      for (guint j = 0; j < reknit_series_get_n_points (series); j++)
        g_array_append_val (self->stops, reknit_series_get_point (series, j)->x);
    }
  g_array_sort (self->stops, compare_doubles);
  for (guint i = 0; i < self->stops->len; i++)
    {
      double *stops = (double *) (gpointer) self->stops->data;

      if (i == 0 || stops[i] != stops[kept - 1])
        stops[kept++] = stops[i];
    }
  g_array_set_size (self->stops, kept);
}

static void
fit_time_axis (ReknitChart *self)
{
  const double half_week = 3.5 * 24 * 60 * 60;
  double from = self->from, to = self->to;

  if (from >= to && self->stops->len > 0)
    {
      from = g_array_index (self->stops, double, 0);
      to = g_array_index (self->stops, double, self->stops->len - 1);
      if (from == to)
        {
          from -= half_week;
          to += half_week;
        }
    }
  reknit_axis_set_range (self->time_axis, from, to);
}

/* Stops and range are found only when somebody looks, so that filling a series point by point stays cheap. */
void
reknit_chart_ensure_fresh (ReknitChart *self)
{
  if (!self->stale)
    return;
  self->stale = FALSE;
  collect_stops (self);
  fit_time_axis (self);
  if (self->current >= (int) self->stops->len)
    reknit_chart_set_current_point (self, -1);
}

/* The stop that a pointer at @x, in px, looks at, or -1 if there is none. */
int
reknit_chart_find_nearest_stop (ReknitChart *self, double x)
{
  double best = INFINITY;
  int nearest = -1;
  ReknitPlot plot;

  reknit_chart_prepare_plot (self, &plot);
  for (guint i = 0; i < self->stops->len; i++)
    {
      double distance = fabs (reknit_plot_get_x (&plot, g_array_index (self->stops, double, i)) - x);

      if (distance < best)
        {
          best = distance;
          nearest = (int) i;
        }
    }
  return nearest;
}

/**
 * reknit_chart_get_n_stops:
 *
 * Returns: at how many times anything was asked, in any series
 */
guint
reknit_chart_get_n_stops (ReknitChart *self)
{
  g_return_val_if_fail (REKNIT_IS_CHART (self), 0);

  reknit_chart_ensure_fresh (self);
  return self->stops->len;
}

/**
 * reknit_chart_describe_stop:
 * @stop: index of a time, the earliest first
 *
 * Returns: (transfer full) (nullable): the date, what each said, and the notes
 */
char *
reknit_chart_describe_stop (ReknitChart *self, guint stop)
{
  g_return_val_if_fail (REKNIT_IS_CHART (self), NULL);

  reknit_chart_ensure_fresh (self);
  if (stop >= self->stops->len)
    return NULL;
  return reknit_chart_text_stop (self->series, self->time_axis, self->value_axis,
                                 g_array_index (self->stops, double, stop));
}

/**
 * reknit_chart_get_current_point:
 *
 * Returns: index of the time that is looked at, or -1
 */
int
reknit_chart_get_current_point (ReknitChart *self)
{
  g_return_val_if_fail (REKNIT_IS_CHART (self), -1);

  return self->current;
}

/**
 * reknit_chart_set_current_point:
 * @stop: index of a time, or -1 for none
 */
void
reknit_chart_set_current_point (ReknitChart *self, int stop)
{
  g_return_if_fail (REKNIT_IS_CHART (self));

  reknit_chart_ensure_fresh (self);
  stop = stop < (int) self->stops->len ? MAX (stop, -1) : -1;
  if (self->current == stop)
    return;
  self->current = stop;
  reknit_chart_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "current-point");
  if (stop >= 0)
    g_signal_emit_by_name (self, "walked", stop, g_array_index (self->stops, double, stop));
}
