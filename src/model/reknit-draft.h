#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_DRAFT (reknit_draft_get_type ())
REKNIT_DECLARE_RECORD (ReknitDraft, reknit_draft, REKNIT, DRAFT)

ReknitDraft *reknit_draft_find (ReknitStore *store, gint64 author, const char *form, gint64 subject);

G_END_DECLS
