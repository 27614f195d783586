#include "reknit-plan-impression.h"

/**
 * ReknitPlanImpression:
 *
 * How a plan was for one of the two (a #ReknitLiked), and what they want to remember. Private until they share it.
 */
static const ReknitColumn columns[] = {
  { "plan",   REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "author", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared", REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "liked",  REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_SEALED },
  { "memory", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
};

REKNIT_DEFINE_RECORD (ReknitPlanImpression, reknit_plan_impression, "plan_impression", columns)

/**
 * reknit_plan_impression_query:
 * @plan: a plan's id
 *
 * Returns: (transfer full): what the reader may see of how it was
 */
ReknitQuery *
reknit_plan_impression_query (gint64 plan)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_PLAN_IMPRESSION, "plan = :plan", "author");

  return reknit_query_bind_integer (query, ":plan", plan);
}

/**
 * reknit_plan_impression_get:
 * @store: the store
 * @plan: a plan's id
 * @author: a partner's id
 *
 * Returns: (transfer full): how it was for @author; a new one, not yet stored, if they have not said
 */
ReknitPlanImpression *
reknit_plan_impression_get (ReknitStore *store,
                            gint64       plan,
                            gint64       author)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_PLAN_IMPRESSION, "plan = :plan AND author = :author", NULL);
  ReknitPlanImpression *impression;

  reknit_query_bind_integer (query, ":plan", plan);
  impression = reknit_store_first (store, reknit_query_bind_integer (query, ":author", author));
  return impression != NULL ? impression
                            : g_object_new (REKNIT_TYPE_PLAN_IMPRESSION, "plan", plan, "author", author, NULL);
}
