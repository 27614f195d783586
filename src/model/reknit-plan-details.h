#pragma once

#include "reknit-plan.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PLAN_DETAILS (reknit_plan_details_get_type ())
REKNIT_DECLARE_RECORD (ReknitPlanDetails, reknit_plan_details, REKNIT, PLAN_DETAILS)

/* No amount of money was said. */
#define REKNIT_MONEY_NONE (-1)

ReknitQuery       *reknit_plan_details_query    (gint64 plan);
ReknitPlanDetails *reknit_plan_details_find     (ReknitPlan *plan);
ReknitPlanDetails *reknit_plan_details_new      (void);

G_END_DECLS
