#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

gboolean reknit_demo_unplugged_of_week (ReknitStore *store, int week, GError **error);

G_END_DECLS
