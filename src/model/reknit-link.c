#include "reknit-link.h"

/**
 * ReknitLink:
 *
 * That one record led to another: an issue to a talk, a talk to an agreement. Walked from either end.
 */
static const ReknitColumn columns[] = {
  { "from_table", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "from_id",    REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "to_table",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "to_id",      REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitLink, reknit_link, "link", columns)

/**
 * reknit_link_new:
 * @from: a stored record
 * @to: the stored record that came of it
 *
 * Returns: (transfer full): a link between the two, not yet stored
 */
ReknitLink *
reknit_link_new (ReknitRecord *from,
                 ReknitRecord *to)
{
  return g_object_new (REKNIT_TYPE_LINK,
                       "from-table", reknit_record_type_get_table (G_OBJECT_TYPE (from)),
                       "from-id", reknit_record_get_id (from),
                       "to-table", reknit_record_type_get_table (G_OBJECT_TYPE (to)),
                       "to-id", reknit_record_get_id (to),
                       NULL);
}

/**
 * reknit_link_query_of:
 * @record: a stored record
 *
 * Returns: (transfer full): the links that begin or end at @record
 */
ReknitQuery *
reknit_link_query_of (ReknitRecord *record)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_LINK,
                      "(from_table = :table AND from_id = :id) OR (to_table = :table AND to_id = :id)", "id");

  reknit_query_bind_text (query, ":table", reknit_record_type_get_table (G_OBJECT_TYPE (record)));
  return reknit_query_bind_integer (query, ":id", reknit_record_get_id (record));
}
