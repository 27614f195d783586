#pragma once

#include <gtk/gtk.h>

#include "reknit-axis.h"
#include "reknit-layer.h"
#include "reknit-series.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHART (reknit_chart_get_type ())
G_DECLARE_FINAL_TYPE (ReknitChart, reknit_chart, REKNIT, CHART, GtkWidget)

/**
 * ReknitChartDescribeFunc:
 *
 * Says a chart's data in words, for those who don't see it.
 *
 * Returns: (transfer full): one or a few sentences
 */
typedef char *(*ReknitChartDescribeFunc) (ReknitChart *chart, gpointer user_data);

GtkWidget  *reknit_chart_new               (void);
const char *reknit_chart_get_title         (ReknitChart *self);
void        reknit_chart_set_title         (ReknitChart *self, const char *title);
GListModel *reknit_chart_get_series        (ReknitChart *self);
void        reknit_chart_set_series        (ReknitChart *self, GListModel *series);
ReknitAxis *reknit_chart_get_value_axis    (ReknitChart *self);
ReknitAxis *reknit_chart_get_time_axis     (ReknitChart *self);
void        reknit_chart_set_time_range    (ReknitChart *self, double from, double to);
void        reknit_chart_add_layer         (ReknitChart *self, ReknitLayer *layer);
void        reknit_chart_set_describe_func (ReknitChart *self, ReknitChartDescribeFunc func, gpointer user_data,
                                            GDestroyNotify destroy);
char       *reknit_chart_describe          (ReknitChart *self);
guint       reknit_chart_get_n_stops       (ReknitChart *self);
int         reknit_chart_get_current_point (ReknitChart *self);
void        reknit_chart_set_current_point (ReknitChart *self, int stop);
char       *reknit_chart_describe_stop     (ReknitChart *self, guint stop);
gboolean    reknit_chart_locate            (ReknitChart *self, double x, double y, graphene_point_t *where);

G_END_DECLS
