#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

gboolean reknit_demo_fill (ReknitStore *store, int years, GError **error);

G_END_DECLS
