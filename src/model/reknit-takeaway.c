#include "reknit-takeaway.h"

/**
 * ReknitTakeaway:
 *
 * The one thing that each takes away from a talk.
 */
static const ReknitColumn columns[] = {
  { "talk",    REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "partner", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "body",    REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
};

REKNIT_DEFINE_RECORD (ReknitTakeaway, reknit_takeaway, "takeaway", columns)

/**
 * reknit_takeaway_query:
 * @talk: a talk's id
 *
 * Returns: (transfer full): what each took away from it
 */
ReknitQuery *
reknit_takeaway_query (gint64 talk)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_TAKEAWAY, "talk = :talk", "id"), ":talk", talk);
}
