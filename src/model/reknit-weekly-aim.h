#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEKLY_AIM (reknit_weekly_aim_get_type ())
REKNIT_DECLARE_RECORD (ReknitWeeklyAim, reknit_weekly_aim, REKNIT, WEEKLY_AIM)

ReknitWeeklyAim *reknit_weekly_aim_get         (ReknitStore *store, gint64 partner);
int              reknit_weekly_aim_get_minutes (ReknitStore *store);

G_END_DECLS
