#pragma once

#include "reknit-plan.h"
#include "reknit-plan-details.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_OCCASION (reknit_occasion_get_type ())
G_DECLARE_FINAL_TYPE (ReknitOccasion, reknit_occasion, REKNIT, OCCASION, GObject)

ReknitOccasion    *reknit_occasion_new            (ReknitPlan *plan, GDateTime *starts, GDateTime *ends, guint number);
ReknitOccasion    *reknit_occasion_new_for_plan   (ReknitPlan *plan);
ReknitPlan        *reknit_occasion_get_plan       (ReknitOccasion *self);
GDateTime         *reknit_occasion_get_starts     (ReknitOccasion *self);
GDateTime         *reknit_occasion_get_ends       (ReknitOccasion *self);
gboolean           reknit_occasion_is_all_day     (ReknitOccasion *self);
gboolean           reknit_occasion_is_of_series   (ReknitOccasion *self);
ReknitPlanKind     reknit_occasion_get_kind       (ReknitOccasion *self);
gint64             reknit_occasion_get_planner    (ReknitOccasion *self);
ReknitPlanDetails *reknit_occasion_get_details    (ReknitOccasion *self);
gboolean           reknit_occasion_is_surprise    (ReknitOccasion *self);
gboolean           reknit_occasion_is_open_to     (ReknitOccasion *self, gint64 partner);
int                reknit_occasion_compare        (ReknitOccasion *self, ReknitOccasion *other);
gboolean           reknit_occasion_equal          (ReknitOccasion *self, ReknitOccasion *other);
gboolean           reknit_occasion_overlaps       (ReknitOccasion *self, GDateTime *from, GDateTime *until);

G_END_DECLS
