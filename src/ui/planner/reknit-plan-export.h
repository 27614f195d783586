#pragma once

#include <gtk/gtk.h>

#include "reknit-hand-over.h"
#include "reknit-store.h"

G_BEGIN_DECLS

void reknit_plan_export_ask     (GtkWidget *widget, GPtrArray *entries, const char *name);
void reknit_plan_export_open    (GtkWidget *widget, ReknitHandOver *hand_over, GPtrArray *entries);
void reknit_plan_export_run     (GtkWidget *widget, ReknitStore *store, gint64 id, ReknitHandOver *hand_over);
ReknitHandOver *reknit_plan_export_make_hand_over (ReknitStore *store);

G_END_DECLS
