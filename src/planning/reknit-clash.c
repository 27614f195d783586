#include "reknit-clash.h"

#include "reknit-occasion-list.h"

static gboolean
is_either (ReknitPlanKind one,
           ReknitPlanKind other,
           ReknitPlanKind kind)
{
  return one == kind || other == kind;
}

static gboolean
is_ours (ReknitPlanKind kind)
{
  return kind == REKNIT_PLAN_KIND_DATE || kind == REKNIT_PLAN_KIND_CLOSENESS || kind == REKNIT_PLAN_KIND_PROTECTED;
}

/* Time kept free for the two is what their dates are for, and own time of each may well be at once. */
static gboolean
can_share_time (ReknitOccasion *one,
                ReknitOccasion *other)
{
  ReknitPlanKind this = reknit_occasion_get_kind (one);
  ReknitPlanKind that = reknit_occasion_get_kind (other);

  if (is_either (this, that, REKNIT_PLAN_KIND_SPECIAL_DAY))
    return TRUE;
  if (is_either (this, that, REKNIT_PLAN_KIND_PROTECTED))
    return is_ours (this) && is_ours (that) && this != that;
  return this == REKNIT_PLAN_KIND_OWN && that == REKNIT_PLAN_KIND_OWN
         && reknit_occasion_get_planner (one) != reknit_occasion_get_planner (other);
}

static gboolean
was_missed (ReknitOccasion *occasion)
{
  return reknit_plan_get_state (reknit_occasion_get_plan (occasion)) == REKNIT_PLAN_STATE_MISSED;
}

/**
 * reknit_occasions_clash:
 * @one: an occasion
 * @other: another
 *
 * Returns: whether the two want the same time and can't both have it
 */
gboolean
reknit_occasions_clash (ReknitOccasion *one,
                        ReknitOccasion *other)
{
  return reknit_occasion_get_plan (one) != reknit_occasion_get_plan (other)
         && reknit_occasion_overlaps (one, reknit_occasion_get_starts (other), reknit_occasion_get_ends (other))
         && !can_share_time (one, other) && !was_missed (one) && !was_missed (other);
}

/**
 * reknit_clashes_find:
 * @store: the store
 * @occasion: an occasion; its plan need not be stored
 *
 * Returns: (transfer full) (element-type ReknitOccasion): what stands in its way, in order
 */
GPtrArray *
reknit_clashes_find (ReknitStore    *store,
                     ReknitOccasion *occasion)
{
  g_autoptr (GPtrArray) there = reknit_occasions_between (store, REKNIT_PLAN_KINDS_ALL,
                                                          reknit_occasion_get_starts (occasion),
                                                          reknit_occasion_get_ends (occasion));
  GPtrArray *clashes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < there->len; i++)
    if (reknit_occasions_clash (occasion, there->pdata[i]))
      g_ptr_array_add (clashes, g_object_ref (there->pdata[i]));
  return clashes;
}
