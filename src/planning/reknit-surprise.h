#pragma once

#include "reknit-plan.h"

G_BEGIN_DECLS

gboolean   reknit_surprise_hide      (ReknitStore *store, const char *label, ReknitPlan *plan, gint64 planner, GError **error);
gboolean   reknit_surprise_tell      (ReknitStore *store, const char *label, ReknitPlan *plan, GError **error);
GPtrArray *reknit_surprise_list_rows (ReknitPlan *plan);

G_END_DECLS
