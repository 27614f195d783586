#pragma once

#include "reknit-partner.h"

G_BEGIN_DECLS

gboolean reknit_demo_agreements_of_week (ReknitStore *store, ReknitPartner *ana, ReknitPartner *ben, int week, int n_weeks, GError **error);

G_END_DECLS
