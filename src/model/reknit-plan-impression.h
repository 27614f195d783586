#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

/**
 * ReknitLiked:
 * @REKNIT_LIKED_UNSAID: nothing was said
 * @REKNIT_LIKED_NOT: not for me
 * @REKNIT_LIKED_FAIR: all right
 * @REKNIT_LIKED_GOOD: good
 * @REKNIT_LIKED_WONDERFUL: wonderful
 *
 * How a time together was for one of the two.
 */
typedef enum
{
  REKNIT_LIKED_UNSAID,
  REKNIT_LIKED_NOT,
  REKNIT_LIKED_FAIR,
  REKNIT_LIKED_GOOD,
  REKNIT_LIKED_WONDERFUL,
} ReknitLiked;

#define REKNIT_TYPE_PLAN_IMPRESSION (reknit_plan_impression_get_type ())
REKNIT_DECLARE_RECORD (ReknitPlanImpression, reknit_plan_impression, REKNIT, PLAN_IMPRESSION)

ReknitQuery          *reknit_plan_impression_query (gint64 plan);
ReknitPlanImpression *reknit_plan_impression_get   (ReknitStore *store, gint64 plan, gint64 author);

G_END_DECLS
