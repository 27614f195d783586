#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_HOUSEHOLD (reknit_household_get_type ())
REKNIT_DECLARE_RECORD (ReknitHousehold, reknit_household, REKNIT, HOUSEHOLD)

ReknitHousehold *reknit_household_get (ReknitStore *store);

G_END_DECLS
