#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_LEGEND (reknit_legend_get_type ())
G_DECLARE_FINAL_TYPE (ReknitLegend, reknit_legend, REKNIT, LEGEND, GtkWidget)

GtkWidget  *reknit_legend_new        (void);
GListModel *reknit_legend_get_series (ReknitLegend *self);
void        reknit_legend_set_series (ReknitLegend *self, GListModel *series);

G_END_DECLS
