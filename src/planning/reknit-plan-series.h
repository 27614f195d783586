#pragma once

#include "reknit-plan.h"

G_BEGIN_DECLS

typedef struct
{
  char *starts;
  char *rule;
} ReknitPlanSeriesTimes;

void       reknit_plan_series_read_times      (ReknitPlan *plan, ReknitPlanSeriesTimes *times);
void       reknit_plan_series_clear_times     (ReknitPlanSeriesTimes *times);
GPtrArray *reknit_plan_series_list_exceptions (ReknitStore *store, ReknitPlan *series);
gboolean   reknit_plan_series_follow          (ReknitStore *store, ReknitPlan *plan, const ReknitPlanSeriesTimes *before,
                                               GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReknitPlanSeriesTimes, reknit_plan_series_clear_times)

G_END_DECLS
