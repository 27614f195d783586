#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_NEXT_STEP (reknit_next_step_get_type ())
REKNIT_DECLARE_RECORD (ReknitNextStep, reknit_next_step, REKNIT, NEXT_STEP)

ReknitQuery *reknit_next_step_query      (gint64 check_in);
ReknitQuery *reknit_next_step_query_open (void);
ReknitQuery *reknit_next_step_query_since_last (gint64 check_in);
ReknitNextStep *reknit_next_step_find    (ReknitStore *store, gint64 check_in, gint64 partner);

G_END_DECLS
