#pragma once

#include <gtk/gtk.h>

#include "reknit-axis.h"
#include "reknit-ink.h"

G_BEGIN_DECLS

/**
 * ReknitPlot:
 * @series: of #ReknitSeries
 * @time_axis: what runs across
 * @value_axis: what runs upwards
 * @area: where the data may stand, in the chart's coordinates
 * @bounds: the whole chart
 * @mirrored: whether time runs from right to left
 * @ink: the colours
 * @widget: for measuring text
 *
 * All that a layer needs to know of the chart that it is drawn on.
 */
typedef struct
{
  GListModel     *series;
  ReknitAxis     *time_axis;
  ReknitAxis     *value_axis;
  graphene_rect_t area;
  graphene_rect_t bounds;
  gboolean        mirrored;
  ReknitInk       ink;
  GtkWidget      *widget;
} ReknitPlot;

double reknit_plot_get_x (const ReknitPlot *plot, double time);
double reknit_plot_get_y (const ReknitPlot *plot, double value);
guint  reknit_plot_get_max_time_ticks  (const ReknitPlot *plot);
guint  reknit_plot_get_max_value_ticks (const ReknitPlot *plot);

#define REKNIT_TYPE_LAYER (reknit_layer_get_type ())
G_DECLARE_DERIVABLE_TYPE (ReknitLayer, reknit_layer, REKNIT, LAYER, GObject)

/**
 * ReknitLayerClass:
 * @draw: draw this layer's share
 */
struct _ReknitLayerClass
{
  GObjectClass parent_class;

  void (*draw) (ReknitLayer *self, const ReknitPlot *plot, cairo_t *cr);
};

void reknit_layer_draw (ReknitLayer *self, const ReknitPlot *plot, cairo_t *cr);

#define REKNIT_TYPE_GRID_LAYER (reknit_grid_layer_get_type ())
G_DECLARE_FINAL_TYPE (ReknitGridLayer, reknit_grid_layer, REKNIT, GRID_LAYER, ReknitLayer)
ReknitLayer *reknit_grid_layer_new (void);

#define REKNIT_TYPE_STRAND_LAYER (reknit_strand_layer_get_type ())
G_DECLARE_FINAL_TYPE (ReknitStrandLayer, reknit_strand_layer, REKNIT, STRAND_LAYER, ReknitLayer)
ReknitLayer *reknit_strand_layer_new (void);

#define REKNIT_TYPE_MARKER_LAYER (reknit_marker_layer_get_type ())
G_DECLARE_FINAL_TYPE (ReknitMarkerLayer, reknit_marker_layer, REKNIT, MARKER_LAYER, ReknitLayer)
ReknitLayer *reknit_marker_layer_new (void);

G_END_DECLS
