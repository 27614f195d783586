#include "reknit-legend.h"

#include "reknit-ink.h"
#include "reknit-series.h"

/**
 * ReknitLegend:
 *
 * Whose strand is whose: a sample of each line with its marker, and the name beside it.
 */
struct _ReknitLegend
{
  GtkWidget parent_instance;

  GListModel *series;
};

enum
{
  PROP_SERIES = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitLegend, reknit_legend, GTK_TYPE_WIDGET)

static void
draw_sample (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  ReknitSeries *series = REKNIT_SERIES (data);
  ReknitInk ink;
  GdkRGBA color;
  double line;

  reknit_ink_init (&ink, GTK_WIDGET (area));
  color = reknit_ink_for_strand (&ink, reknit_series_get_color (series));
  line = MAX (2, ink.line_height * 0.15);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, line);
  reknit_ink_set_dashes (cr, reknit_series_get_line_style (series), line);
  cairo_move_to (cr, 0, height / 2.0);
  cairo_line_to (cr, width, height / 2.0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  reknit_ink_draw_marker (&ink, cr, reknit_series_get_marker (series), &color, width / 2.0, height / 2.0,
                          ink.line_height * 0.22);
}

static GtkWidget *
create_entry (ReknitLegend *self, ReknitSeries *series)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sample = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (NULL);
  ReknitInk ink;

  reknit_ink_init (&ink, GTK_WIDGET (self));
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), (int) (ink.line_height * 1.8));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), (int) (ink.line_height * 0.9));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sample, g_object_ref (series), g_object_unref);
  g_signal_connect_object (series, "changed", G_CALLBACK (gtk_widget_queue_draw), sample, G_CONNECT_SWAPPED);
  g_object_bind_property (series, "label", label, "label", G_BINDING_SYNC_CREATE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), sample);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
remove_entries (ReknitLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
rebuild (ReknitLegend *self)
{
  remove_entries (self);
  for (guint i = 0; self->series && i < g_list_model_get_n_items (self->series); i++)
    {
      g_autoptr (ReknitSeries) series = g_list_model_get_item (self->series, i);

      gtk_widget_set_parent (create_entry (self, series), GTK_WIDGET (self));
    }
}

static void
reknit_legend_dispose (GObject *object)
{
  ReknitLegend *self = REKNIT_LEGEND (object);

  remove_entries (self);
  if (self->series)
    g_signal_handlers_disconnect_by_func (self->series, rebuild, self);
  g_clear_object (&self->series);
  G_OBJECT_CLASS (reknit_legend_parent_class)->dispose (object);
}

static void
reknit_legend_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SERIES:
      g_value_set_object (value, REKNIT_LEGEND (object)->series);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_legend_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SERIES:
      reknit_legend_set_series (REKNIT_LEGEND (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
reknit_legend_class_init (ReknitLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_legend_dispose;
  object_class->get_property = reknit_legend_get_property;
  object_class->set_property = reknit_legend_set_property;
  properties[PROP_SERIES] = g_param_spec_object ("series", NULL, NULL, G_TYPE_LIST_MODEL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
reknit_legend_init (ReknitLegend *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 18);
}

/**
 * reknit_legend_new:
 *
 * Returns: (transfer full): a legend without series
 */
GtkWidget *
reknit_legend_new (void)
{
  return g_object_new (REKNIT_TYPE_LEGEND, NULL);
}

GListModel *
reknit_legend_get_series (ReknitLegend *self)
{
  g_return_val_if_fail (REKNIT_IS_LEGEND (self), NULL);

  return self->series;
}

/**
 * reknit_legend_set_series:
 * @series: (nullable): of #ReknitSeries, the same as the chart's
 */
void
reknit_legend_set_series (ReknitLegend *self, GListModel *series)
{
  g_return_if_fail (REKNIT_IS_LEGEND (self));

  if (series == self->series)
    return;
  if (self->series)
    g_signal_handlers_disconnect_by_func (self->series, rebuild, self);
  g_set_object (&self->series, series);
  if (self->series)
    g_signal_connect_swapped (self->series, "items-changed", G_CALLBACK (rebuild), self);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
}
