#pragma once

#include "reknit-plan.h"

G_BEGIN_DECLS

const char *reknit_plan_kind_get_title (ReknitPlanKind kind);
char       *reknit_plan_dup_title      (ReknitPlan *plan);
char       *reknit_plan_dup_open_title (ReknitPlan *plan);

G_END_DECLS
