#include "reknit-plan-details.h"

/**
 * ReknitPlanDetails:
 *
 * What a plan is about: one row for each plan. It belongs to both, unless it is a surprise: then it is its planner's
 * own and sealed from the other until it is shared. Money is in hundredths of whatever the two pay with,
 * %REKNIT_MONEY_NONE where none was said.
 */
static const ReknitColumn columns[] = {
  { "plan",   REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "author", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared", REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "title",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "idea",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
  { "place",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "notes",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "budget", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_SEALED },
  { "spent",  REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_SEALED },
};

REKNIT_DEFINE_RECORD (ReknitPlanDetails, reknit_plan_details, "plan_details", columns)

/**
 * reknit_plan_details_query:
 * @plan: a plan's id
 *
 * Returns: (transfer full): its details, if the reader may see them
 */
ReknitQuery *
reknit_plan_details_query (gint64 plan)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_PLAN_DETAILS, "plan = :plan", NULL);

  return reknit_query_bind_integer (query, ":plan", plan);
}

/**
 * reknit_plan_details_find:
 * @plan: a stored plan
 *
 * Returns: (transfer full) (nullable): its details; %NULL while they are somebody else's surprise
 */
ReknitPlanDetails *
reknit_plan_details_find (ReknitPlan *plan)
{
  g_autoptr (ReknitQuery) query = reknit_plan_details_query (reknit_record_get_id (REKNIT_RECORD (plan)));

  return reknit_store_first (reknit_record_get_store (REKNIT_RECORD (plan)), query);
}

/**
 * reknit_plan_details_new:
 *
 * Returns: (transfer full): details in which nothing has been said yet, not stored
 */
ReknitPlanDetails *
reknit_plan_details_new (void)
{
  return g_object_new (REKNIT_TYPE_PLAN_DETAILS,
                       "budget", (gint64) REKNIT_MONEY_NONE,
                       "spent", (gint64) REKNIT_MONEY_NONE,
                       NULL);
}
