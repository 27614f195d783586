#pragma once

#include "reknit-partner.h"

G_BEGIN_DECLS

gboolean reknit_demo_date_of_week (ReknitStore *store, ReknitPartner *ana, ReknitPartner *ben, GDateTime *first_day, int week,
                                   GError **error);
gboolean reknit_demo_dates_ahead  (ReknitStore *store, ReknitPartner *ana, ReknitPartner *ben, GDateTime *today,
                                   GError **error);

G_END_DECLS
