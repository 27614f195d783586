#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_FEELING_ENTRY (reknit_feeling_entry_get_type ())
REKNIT_DECLARE_RECORD (ReknitFeelingEntry, reknit_feeling_entry, REKNIT, FEELING_ENTRY)

ReknitQuery *reknit_feeling_entry_query_own    (gint64 author);
ReknitQuery *reknit_feeling_entry_query_shared (void);
ReknitQuery *reknit_feeling_entry_query_told   (gint64 reader, gint64 since, gboolean waiting);
ReknitQuery *reknit_feeling_entry_query_since  (gint64 author, gint64 since);

G_END_DECLS
