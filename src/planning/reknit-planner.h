#pragma once

#include "reknit-occasion.h"

G_BEGIN_DECLS

/* What a person does to a plan. Each is one step that can be undone by its label. */

gboolean    reknit_planner_save       (ReknitStore *store, const char *label, ReknitPlan *plan, ReknitPlanDetails *details,
                                       const int *lead_minutes, guint n_leads, GError **error);
ReknitPlan *reknit_planner_single_out (ReknitStore *store, const char *label, ReknitOccasion *occasion, GError **error);
gboolean    reknit_planner_set_time   (ReknitStore *store, const char *label, ReknitOccasion *occasion, GDateTime *starts,
                                       GDateTime *ends, gboolean all_day, GError **error);
gboolean    reknit_planner_set_state  (ReknitStore *store, const char *label, ReknitOccasion *occasion,
                                       ReknitPlanState state, GError **error);
gboolean    reknit_planner_call_off   (ReknitStore *store, const char *label, ReknitOccasion *occasion, GError **error);
gboolean    reknit_planner_remove     (ReknitStore *store, const char *label, ReknitPlan *plan, GError **error);
ReknitPlan *reknit_planner_repeat     (ReknitStore *store, const char *label, ReknitPlan *plan, GDateTime *starts,
                                       GError **error);

G_END_DECLS
