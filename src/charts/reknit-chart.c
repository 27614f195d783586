#include "reknit-config.h"

#include "reknit-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  PROP_TITLE = 1,
  PROP_SERIES,
  PROP_CURRENT_POINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/**
 * ReknitChart:
 *
 * What two people said over time, as two strands. The chart is one picture to a screen reader, with the data said
 * in words; with the keyboard, Left and Right walk from one time to the next, Home and End go to the ends, and
 * Escape leaves. `walked` comes with the index and the time whenever another time is looked at.
 */
G_DEFINE_FINAL_TYPE (ReknitChart, reknit_chart, GTK_TYPE_WIDGET)

/* The picture in words is its name, what is looked at its description. */
void
reknit_chart_update_accessible (ReknitChart *self)
{
  g_autofree char *words = reknit_chart_describe (self);
  g_autofree char *stop = self->current >= 0 ? reknit_chart_describe_stop (self, (guint) self->current) : NULL;
  g_autofree char *label = *self->title ? g_strdup_printf (C_("chart", "%s. %s"), self->title, words) : g_strdup (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, stop ? stop : "", -1);
}

static gboolean
refresh (gpointer data)
{
  ReknitChart *self = data;

  self->refresh_id = 0;
  reknit_chart_ensure_fresh (self);
  reknit_chart_update_accessible (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (ReknitChart *self)
{
  self->stale = TRUE;
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_DEFAULT, refresh, self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
unwatch_series (gpointer data, gpointer self)
{
  g_signal_handlers_disconnect_by_func (data, queue_refresh, self);
}

static void
watch_series (ReknitChart *self)
{
  g_ptr_array_foreach (self->watched, unwatch_series, self);
  g_ptr_array_set_size (self->watched, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->series); i++)
    {
      ReknitSeries *series = g_list_model_get_item (self->series, i);

      g_signal_connect_swapped (series, "changed", G_CALLBACK (queue_refresh), self);
      g_ptr_array_add (self->watched, series);
    }
  queue_refresh (self);
}

static double
measure_labels (GArray *ticks, GtkWidget *widget)
{
  int widest = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autoptr (PangoLayout) layout =
        gtk_widget_create_pango_layout (widget, g_array_index (ticks, ReknitTick, i).label);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

/* Where everything stands at the present size. */
void
reknit_chart_prepare_plot (ReknitChart *self, ReknitPlot *plot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double start, end, top, bottom;
  g_autoptr (GArray) ticks = NULL;

  reknit_chart_ensure_fresh (self);
  plot->series = self->series;
  plot->time_axis = self->time_axis;
  plot->value_axis = self->value_axis;
  plot->widget = widget;
  plot->mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  reknit_ink_init (&plot->ink, widget);
  graphene_rect_init (&plot->bounds, 0, 0, (float) width, (float) height);

  top = plot->ink.line_height * 0.6;
  bottom = plot->ink.line_height * 1.6;
  plot->area.size.height = (float) MAX (1, height - top - bottom);
  ticks = reknit_axis_list_ticks (self->value_axis, reknit_plot_get_max_value_ticks (plot));
  start = measure_labels (ticks, widget) + plot->ink.line_height * 0.7;
  end = plot->ink.line_height * 0.6;
  graphene_rect_init (&plot->area, (float) (plot->mirrored ? end : start), (float) top,
                      (float) MAX (1, width - start - end), plot->area.size.height);
}

static void
reknit_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ReknitChart *self = REKNIT_CHART (widget);
  ReknitPlot plot;
  cairo_t *cr;

  reknit_chart_prepare_plot (self, &plot);
  if (plot.area.size.width < plot.ink.line_height || plot.area.size.height < plot.ink.line_height)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &plot.bounds);
  for (guint i = 0; i < self->layers->len; i++)
    reknit_layer_draw (g_ptr_array_index (self->layers, i), &plot, cr);
  if (self->current >= 0)
    reknit_chart_bubble_draw (&plot, cr, g_array_index (self->stops, double, self->current));
  cairo_destroy (cr);
}

static void
reknit_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int line;

  pango_layout_get_pixel_size (layout, NULL, &line);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? line * 7 : line * 8;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? line * 30 : line * 12;
}

static void
reknit_chart_dispose (GObject *object)
{
  ReknitChart *self = REKNIT_CHART (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->series)
    g_signal_handlers_disconnect_by_func (self->series, watch_series, self);
  g_ptr_array_foreach (self->watched, unwatch_series, self);
  g_ptr_array_set_size (self->watched, 0);
  G_OBJECT_CLASS (reknit_chart_parent_class)->dispose (object);
}

static void
reknit_chart_finalize (GObject *object)
{
  ReknitChart *self = REKNIT_CHART (object);

  if (self->describe_destroy)
    self->describe_destroy (self->describe_data);
  g_free (self->title);
  g_clear_object (&self->series);
  g_clear_object (&self->time_axis);
  g_clear_object (&self->value_axis);
  g_ptr_array_unref (self->layers);
  g_ptr_array_unref (self->watched);
  g_array_unref (self->stops);
  G_OBJECT_CLASS (reknit_chart_parent_class)->finalize (object);
}

static void
reknit_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReknitChart *self = REKNIT_CHART (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SERIES:
      g_value_set_object (value, self->series);
      break;
    case PROP_CURRENT_POINT:
      g_value_set_int (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReknitChart *self = REKNIT_CHART (object);

  switch (id)
    {
    case PROP_TITLE:
      reknit_chart_set_title (self, g_value_get_string (value));
      break;
    case PROP_SERIES:
      reknit_chart_set_series (self, g_value_get_object (value));
      break;
    case PROP_CURRENT_POINT:
      reknit_chart_set_current_point (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_chart_class_init (ReknitChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = reknit_chart_dispose;
  object_class->finalize = reknit_chart_finalize;
  object_class->get_property = reknit_chart_get_property;
  object_class->set_property = reknit_chart_set_property;
  widget_class->snapshot = reknit_chart_snapshot;
  widget_class->measure = reknit_chart_measure;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SERIES] = g_param_spec_object ("series", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_CURRENT_POINT] = g_param_spec_int ("current-point", NULL, NULL, -1, G_MAXINT, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_signal_new ("walked", REKNIT_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_INT, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
reknit_chart_init (ReknitChart *self)
{
  self->title = g_strdup ("");
  self->current = -1;
  self->time_axis = reknit_time_axis_new (0, 0);
  self->value_axis = reknit_value_axis_new (0, 10);
  self->stops = g_array_new (FALSE, FALSE, sizeof (double));
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  self->layers = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->layers, reknit_grid_layer_new ());
  g_ptr_array_add (self->layers, reknit_strand_layer_new ());
  g_ptr_array_add (self->layers, reknit_marker_layer_new ());
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  reknit_chart_input_attach (self);
  reknit_chart_set_series (self, NULL);
}

/**
 * reknit_chart_new:
 *
 * Returns: (transfer full): a chart with a grid, strands and markers, values from 0 to 10, and no series
 */
GtkWidget *
reknit_chart_new (void)
{
  return g_object_new (REKNIT_TYPE_CHART, NULL);
}

const char *
reknit_chart_get_title (ReknitChart *self)
{
  g_return_val_if_fail (REKNIT_IS_CHART (self), NULL);

  return self->title;
}

/**
 * reknit_chart_set_title:
 * @title: (nullable): what the chart is about; said, not drawn
 */
void
reknit_chart_set_title (ReknitChart *self, const char *title)
{
  g_return_if_fail (REKNIT_IS_CHART (self));

  title = title ? title : "";
  if (g_str_equal (self->title, title))
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

GListModel *
reknit_chart_get_series (ReknitChart *self)
{
  g_return_val_if_fail (REKNIT_IS_CHART (self), NULL);

  return self->series;
}

/**
 * reknit_chart_set_series:
 * @series: (nullable): of #ReknitSeries, the first one drawn first; %NULL for an empty list of its own
 */
void
reknit_chart_set_series (ReknitChart *self, GListModel *series)
{
  g_autoptr (GListModel) model = NULL;

  g_return_if_fail (REKNIT_IS_CHART (self));

  if (series && series == self->series)
    return;
  model = series ? g_object_ref (series) : G_LIST_MODEL (g_list_store_new (REKNIT_TYPE_SERIES));
  if (self->series)
    g_signal_handlers_disconnect_by_func (self->series, watch_series, self);
  g_set_object (&self->series, model);
  g_signal_connect_swapped (self->series, "items-changed", G_CALLBACK (watch_series), self);
  watch_series (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
}

/**
 * reknit_chart_get_value_axis:
 *
 * Returns: (transfer none): 0 to 10 unless changed
 */
ReknitAxis *
reknit_chart_get_value_axis (ReknitChart *self)
{
  g_return_val_if_fail (REKNIT_IS_CHART (self), NULL);

  return self->value_axis;
}

/**
 * reknit_chart_get_time_axis:
 *
 * Returns: (transfer none): its range is the chart's affair, see reknit_chart_set_time_range()
 */
ReknitAxis *
reknit_chart_get_time_axis (ReknitChart *self)
{
  g_return_val_if_fail (REKNIT_IS_CHART (self), NULL);

  reknit_chart_ensure_fresh (self);
  return self->time_axis;
}

/**
 * reknit_chart_set_time_range:
 * @from: unix seconds
 * @to: unix seconds, later; if it isn't, the range follows the data
 */
void
reknit_chart_set_time_range (ReknitChart *self, double from, double to)
{
  g_return_if_fail (REKNIT_IS_CHART (self));

  self->from = from;
  self->to = to;
  queue_refresh (self);
}

/**
 * reknit_chart_add_layer:
 * @layer: (transfer full): drawn above the others
 */
void
reknit_chart_add_layer (ReknitChart *self, ReknitLayer *layer)
{
  g_return_if_fail (REKNIT_IS_CHART (self));
  g_return_if_fail (REKNIT_IS_LAYER (layer));

  g_ptr_array_add (self->layers, layer);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * reknit_chart_set_describe_func:
 * @func: (nullable) (scope notified): says the data in words; %NULL for the plain way
 */
void
reknit_chart_set_describe_func (ReknitChart *self, ReknitChartDescribeFunc func, gpointer user_data,
                                GDestroyNotify destroy)
{
  g_return_if_fail (REKNIT_IS_CHART (self));

  if (self->describe_destroy)
    self->describe_destroy (self->describe_data);
  self->describe = func;
  self->describe_data = user_data;
  self->describe_destroy = destroy;
  queue_refresh (self);
}

/**
 * reknit_chart_describe:
 *
 * Returns: (transfer full): the data in words, without the title
 */
char *
reknit_chart_describe (ReknitChart *self)
{
  g_return_val_if_fail (REKNIT_IS_CHART (self), NULL);

  return self->describe ? self->describe (self, self->describe_data)
                        : reknit_chart_text_describe (self->series, self->time_axis, self->value_axis);
}

/**
 * reknit_chart_locate:
 * @x: unix seconds
 * @y: a value
 * @where: (out caller-allocates): where that stands, in the chart's px
 *
 * Returns: whether the chart has room to show it
 */
gboolean
reknit_chart_locate (ReknitChart *self, double x, double y, graphene_point_t *where)
{
  ReknitPlot plot;

  g_return_val_if_fail (REKNIT_IS_CHART (self), FALSE);

  reknit_chart_prepare_plot (self, &plot);
  graphene_point_init (where, (float) reknit_plot_get_x (&plot, x), (float) reknit_plot_get_y (&plot, y));
  return gtk_widget_get_width (GTK_WIDGET (self)) > 0;
}
