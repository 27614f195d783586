#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PLAN_TASK (reknit_plan_task_get_type ())
REKNIT_DECLARE_RECORD (ReknitPlanTask, reknit_plan_task, REKNIT, PLAN_TASK)

#define REKNIT_PLAN_LIST_READY   "ready"
#define REKNIT_PLAN_LIST_PACKING "packing"

ReknitQuery *reknit_plan_task_query          (gint64 plan, const char *list);
void         reknit_plan_task_count          (ReknitStore *store, gint64 plan, const char *list, guint *n_done, guint *n_all);

G_END_DECLS
