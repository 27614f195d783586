#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_LINK (reknit_link_get_type ())
REKNIT_DECLARE_RECORD (ReknitLink, reknit_link, REKNIT, LINK)

ReknitLink  *reknit_link_new        (ReknitRecord *from, ReknitRecord *to);
ReknitQuery *reknit_link_query_of   (ReknitRecord *record);

G_END_DECLS
