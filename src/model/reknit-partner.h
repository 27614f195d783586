#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PARTNER (reknit_partner_get_type ())
REKNIT_DECLARE_RECORD (ReknitPartner, reknit_partner, REKNIT, PARTNER)

ReknitQuery *reknit_partner_query       (void);
const char  *reknit_partner_get_name    (ReknitPartner *self);
ReknitPartner *reknit_partner_at        (ReknitStore *store, int position);

G_END_DECLS
