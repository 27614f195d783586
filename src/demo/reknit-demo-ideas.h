#pragma once

#include "reknit-partner.h"

G_BEGIN_DECLS

gboolean reknit_demo_ideas_of_week (ReknitStore *store, int week, GError **error);
gboolean reknit_demo_ideas_rate    (ReknitStore *store, ReknitPartner *ana, ReknitPartner *ben, GError **error);

G_END_DECLS
