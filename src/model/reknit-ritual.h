#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_RITUAL (reknit_ritual_get_type ())
REKNIT_DECLARE_RECORD (ReknitRitual, reknit_ritual, REKNIT, RITUAL)

#define REKNIT_RITUAL_DAILY     "daily"
#define REKNIT_RITUAL_AFFECTION "affection"

ReknitQuery *reknit_ritual_query_kept  (const char *kind);
ReknitQuery *reknit_ritual_query_ended (const char *kind);

G_END_DECLS
