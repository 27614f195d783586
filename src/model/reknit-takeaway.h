#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TAKEAWAY (reknit_takeaway_get_type ())
REKNIT_DECLARE_RECORD (ReknitTakeaway, reknit_takeaway, REKNIT, TAKEAWAY)

ReknitQuery *reknit_takeaway_query (gint64 talk);

G_END_DECLS
