#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_UNPLUGGED (reknit_unplugged_get_type ())
REKNIT_DECLARE_RECORD (ReknitUnplugged, reknit_unplugged, REKNIT, UNPLUGGED)

#define REKNIT_AGREEMENT_PHONE_FREE "phone-free"

ReknitUnplugged *reknit_unplugged_find_running  (ReknitStore *store);
ReknitQuery     *reknit_unplugged_query_past    (void);
ReknitQuery     *reknit_unplugged_query_between (gint64 from, gint64 until);

G_END_DECLS
