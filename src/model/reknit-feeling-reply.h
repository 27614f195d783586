#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_FEELING_REPLY (reknit_feeling_reply_get_type ())
REKNIT_DECLARE_RECORD (ReknitFeelingReply, reknit_feeling_reply, REKNIT, FEELING_REPLY)

ReknitQuery        *reknit_feeling_reply_query (gint64 entry);
ReknitFeelingReply *reknit_feeling_reply_find  (ReknitStore *store, gint64 entry, gint64 author);

G_END_DECLS
