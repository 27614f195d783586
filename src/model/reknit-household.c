#include "reknit-household.h"

/**
 * ReknitHousehold:
 *
 * What the two decided about the program as such; one row.
 */
static const ReknitColumn columns[] = {
  { "alone",   REKNIT_COLUMN_BOOLEAN, REKNIT_COLUMN_PLAIN },
  { "settled", REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitHousehold, reknit_household, "household", columns)

/**
 * reknit_household_get:
 * @store: the store
 *
 * Returns: (transfer full): the one household; a new one, not yet stored, before the first run has ended
 */
ReknitHousehold *
reknit_household_get (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_HOUSEHOLD, NULL, "id");
  ReknitHousehold *household = reknit_store_first (store, query);

  return household != NULL ? household : g_object_new (REKNIT_TYPE_HOUSEHOLD, NULL);
}
