#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_IDEA_REFUSALS (reknit_idea_refusals_get_type ())
REKNIT_DECLARE_RECORD (ReknitIdeaRefusals, reknit_idea_refusals, REKNIT, IDEA_REFUSALS)

GPtrArray *reknit_idea_refusals_list (ReknitStore *store, gint64 author);
gboolean   reknit_idea_refusals_put  (ReknitStore *store, gint64 author, const char *idea, gboolean refused, GError **error);

G_END_DECLS
