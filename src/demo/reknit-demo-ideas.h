#pragma once

#include "reknit-partner.h"

G_BEGIN_DECLS

gboolean reknit_demo_ideas_of_week (ReknitStore *store, ReknitPartner *ana, ReknitPartner *ben, int week, GError **error);

G_END_DECLS
