#pragma once

#include "reknit-feeling-entry.h"

G_BEGIN_DECLS

/**
 * ReknitFeelingCount:
 * @feeling: the id of a feeling in the content
 * @count: in how many moments it was felt
 *
 * How often one feeling came.
 */
typedef struct
{
  char  *feeling;
  guint  count;
} ReknitFeelingCount;

void       reknit_feeling_count_free       (ReknitFeelingCount *self);
GPtrArray *reknit_feeling_tally_count      (GPtrArray *entries);
GPtrArray *reknit_feeling_tally_this_month (ReknitStore *store, gint64 author);

G_END_DECLS
