#include "reknit-unplugged.h"

/**
 * ReknitUnplugged:
 *
 * Time without devices: for how long, since when, until when, and when it was really over. While it runs the program
 * calls nobody.
 */
static const ReknitColumn columns[] = {
  { "minutes", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "started", REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "ends",    REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "ended",   REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitUnplugged, reknit_unplugged, "unplugged", columns)

/**
 * reknit_unplugged_find_running:
 * @store: the store
 *
 * Returns: (transfer full) (nullable): the time that was begun and not ended, its end come or not
 */
ReknitUnplugged *
reknit_unplugged_find_running (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_UNPLUGGED, "started IS NOT NULL AND ended IS NULL", "id DESC");

  return reknit_store_first (store, query);
}

/**
 * reknit_unplugged_query_past:
 *
 * Returns: (transfer full): what is over, the latest first
 */
ReknitQuery *
reknit_unplugged_query_past (void)
{
  return reknit_query_new (REKNIT_TYPE_UNPLUGGED, "ended IS NOT NULL", "started DESC");
}

/**
 * reknit_unplugged_query_between:
 * @from: Unix seconds
 * @until: Unix seconds, not included
 *
 * Returns: (transfer full): what is over and has a part in that time
 */
ReknitQuery *
reknit_unplugged_query_between (gint64 from,
                                gint64 until)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_UNPLUGGED, "started < :until AND ended > :from", "started");

  reknit_query_bind_integer (query, ":from", from);
  return reknit_query_bind_integer (query, ":until", until);
}
