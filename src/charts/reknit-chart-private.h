#pragma once

#include "reknit-chart.h"

G_BEGIN_DECLS

struct _ReknitChart
{
  GtkWidget parent_instance;

  char       *title;
  GListModel *series;
  ReknitAxis *time_axis;
  ReknitAxis *value_axis;
  GPtrArray  *layers;
  GPtrArray  *watched;
  GArray     *stops;
  double      from;
  double      to;
  int         current;
  gboolean    stale;
  guint       refresh_id;

  ReknitChartDescribeFunc describe;
  gpointer                describe_data;
  GDestroyNotify          describe_destroy;
};

void  reknit_chart_ensure_fresh      (ReknitChart *self);
void  reknit_chart_prepare_plot      (ReknitChart *self, ReknitPlot *plot);
void  reknit_chart_update_accessible (ReknitChart *self);
int   reknit_chart_find_nearest_stop (ReknitChart *self, double x);
void  reknit_chart_input_attach      (ReknitChart *self);

void  reknit_chart_bubble_draw       (const ReknitPlot *plot, cairo_t *cr, double time);
char *reknit_chart_text_describe     (GListModel *series, ReknitAxis *time_axis, ReknitAxis *value_axis);
char *reknit_chart_text_stop         (GListModel *series, ReknitAxis *time_axis, ReknitAxis *value_axis, double time);

G_END_DECLS
