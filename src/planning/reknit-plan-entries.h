#pragma once

#include "reknit-calendar-entry.h"
#include "reknit-plan.h"

G_BEGIN_DECLS

/* What is planned, as another calendar may know it. */

ReknitCalendarEntry *reknit_plan_to_entry   (ReknitPlan *plan);
GPtrArray           *reknit_plan_to_entries (ReknitPlan *plan);
GPtrArray           *reknit_plans_to_entries (ReknitStore *store);

G_END_DECLS
