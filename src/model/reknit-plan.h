#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

/**
 * ReknitPlanKind:
 * @REKNIT_PLAN_KIND_DATE: a date of the two, an evening or a getaway of several days
 * @REKNIT_PLAN_KIND_CLOSENESS: a closeness evening
 * @REKNIT_PLAN_KIND_PROTECTED: time kept free for the two
 * @REKNIT_PLAN_KIND_OWN: time kept free for one of them
 * @REKNIT_PLAN_KIND_APPOINTMENT: an appointment with a professional
 * @REKNIT_PLAN_KIND_SPECIAL_DAY: a day that comes back each year
 *
 * What a stretch of time is for.
 */
typedef enum
{
  REKNIT_PLAN_KIND_DATE,
  REKNIT_PLAN_KIND_CLOSENESS,
  REKNIT_PLAN_KIND_PROTECTED,
  REKNIT_PLAN_KIND_OWN,
  REKNIT_PLAN_KIND_APPOINTMENT,
  REKNIT_PLAN_KIND_SPECIAL_DAY,
} ReknitPlanKind;

#define REKNIT_PLAN_N_KINDS (REKNIT_PLAN_KIND_SPECIAL_DAY + 1)
#define REKNIT_PLAN_KIND_BIT(kind) (1u << (kind))
#define REKNIT_PLAN_KINDS_ALL ((1u << REKNIT_PLAN_N_KINDS) - 1)

#define REKNIT_TYPE_PLAN_KIND (reknit_plan_kind_get_type ())
GType reknit_plan_kind_get_type (void);

/**
 * ReknitPlanState:
 * @REKNIT_PLAN_STATE_PLANNED: to come, or not yet told how it was
 * @REKNIT_PLAN_STATE_DONE: it took place
 * @REKNIT_PLAN_STATE_CANCELLED: it was called off; kept because a series would bring it back otherwise
 * @REKNIT_PLAN_STATE_MISSED: it did not take place, as they said; it is theirs to say otherwise later
 *
 * What became of a plan.
 */
typedef enum
{
  REKNIT_PLAN_STATE_PLANNED,
  REKNIT_PLAN_STATE_DONE,
  REKNIT_PLAN_STATE_CANCELLED,
  REKNIT_PLAN_STATE_MISSED,
} ReknitPlanState;

#define REKNIT_TYPE_PLAN_STATE (reknit_plan_state_get_type ())
GType reknit_plan_state_get_type (void);

#define REKNIT_TYPE_PLAN (reknit_plan_get_type ())
REKNIT_DECLARE_RECORD (ReknitPlan, reknit_plan, REKNIT, PLAN)

/* Nothing that is planned here is longer, so that what touches a month is found without reading all years. */
#define REKNIT_PLAN_MAX_DAYS 92

ReknitQuery     *reknit_plan_query_between   (GDateTime *from, GDateTime *until);
ReknitQuery     *reknit_plan_query_series    (GDateTime *until);
ReknitQuery     *reknit_plan_query_exceptions (gint64 series);
ReknitQuery     *reknit_plan_query_done_with (const char *idea);

ReknitPlanKind   reknit_plan_get_kind        (ReknitPlan *self);
ReknitPlanState  reknit_plan_get_state       (ReknitPlan *self);
GDateTime       *reknit_plan_get_starts      (ReknitPlan *self);
GDateTime       *reknit_plan_get_ends        (ReknitPlan *self);
gboolean         reknit_plan_is_series       (ReknitPlan *self);
void             reknit_plan_set_time        (ReknitPlan *self, GDateTime *starts, GDateTime *ends, gboolean all_day);
gboolean         reknit_plan_put_leads       (ReknitPlan *self, const int *lead_minutes, guint n_leads, GError **error);
GArray          *reknit_plan_list_leads      (ReknitPlan *self);

G_END_DECLS
