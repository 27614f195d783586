#pragma once

#include "reknit-plan-details.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PLAN_TASK (reknit_plan_task_get_type ())
REKNIT_DECLARE_RECORD (ReknitPlanTask, reknit_plan_task, REKNIT, PLAN_TASK)

#define REKNIT_PLAN_LIST_READY   "ready"
#define REKNIT_PLAN_LIST_PACKING "packing"

ReknitQuery *reknit_plan_task_query          (gint64 plan, const char *list);
gboolean     reknit_plan_task_add            (ReknitStore *store, ReknitPlanDetails *details, const char *list, gint64 position,
                                              const char *body, GError **error);
void         reknit_plan_task_count          (ReknitStore *store, gint64 plan, const char *list, guint *n_done, guint *n_all);

G_END_DECLS
