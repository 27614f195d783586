#pragma once

#include "reknit-partner.h"

G_BEGIN_DECLS

gboolean reknit_demo_rituals (ReknitStore *store, ReknitPartner *ana, ReknitPartner *ben, GDateTime *today, GError **error);

G_END_DECLS
