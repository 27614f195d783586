#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PLAN_PHOTO (reknit_plan_photo_get_type ())
REKNIT_DECLARE_RECORD (ReknitPlanPhoto, reknit_plan_photo, REKNIT, PLAN_PHOTO)

ReknitQuery *reknit_plan_photo_query (gint64 plan);

G_END_DECLS
