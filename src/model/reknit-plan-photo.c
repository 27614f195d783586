#include "reknit-plan-photo.h"

/**
 * ReknitPlanPhoto:
 *
 * A photo from a plan, of both: a JPEG, sized down. It stands in the store itself, so that it is backed up, undone and
 * destroyed as all else is.
 */
static const ReknitColumn columns[] = {
  { "plan",    REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "picture", REKNIT_COLUMN_BYTES, REKNIT_COLUMN_PLAIN },
  { "caption", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
};

REKNIT_DEFINE_RECORD (ReknitPlanPhoto, reknit_plan_photo, "plan_photo", columns)

/**
 * reknit_plan_photo_query:
 * @plan: a plan's id
 *
 * Returns: (transfer full): its photos, in the order they were added
 */
ReknitQuery *
reknit_plan_photo_query (gint64 plan)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_PLAN_PHOTO, "plan = :plan", "id");

  return reknit_query_bind_integer (query, ":plan", plan);
}
