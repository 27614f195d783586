#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_UNPLUGGED (reknit_unplugged_get_type ())
REKNIT_DECLARE_RECORD (ReknitUnplugged, reknit_unplugged, REKNIT, UNPLUGGED)

#define REKNIT_AGREEMENT_PHONE_FREE "phone-free"

/* A day and a night: who wants longer begins again. */
#define REKNIT_UNPLUGGED_MAX_MINUTES (24 * 60)

ReknitUnplugged *reknit_unplugged_find_running  (ReknitStore *store);
ReknitQuery     *reknit_unplugged_query_past    (void);
ReknitQuery     *reknit_unplugged_query_between (gint64 from, gint64 until);
gint64           reknit_unplugged_get_end       (ReknitStore *store, gint64 now);
gboolean         reknit_unplugged_settle        (ReknitStore *store, gint64 now, GError **error);
ReknitUnplugged *reknit_unplugged_begin         (ReknitStore *store, int minutes, GError **error);
gboolean         reknit_unplugged_end           (ReknitUnplugged *self, GError **error);

G_END_DECLS
