#pragma once

#include "reknit-occasion.h"

G_BEGIN_DECLS

gboolean   reknit_occasions_clash  (ReknitOccasion *one, ReknitOccasion *other);
GPtrArray *reknit_clashes_find     (ReknitStore *store, ReknitOccasion *occasion);

G_END_DECLS
