#include "reknit-feeling-reply.h"

/**
 * ReknitFeelingReply:
 *
 * What the partner answers to a shared feeling: that they heard it, and what they heard.
 */
static const ReknitColumn columns[] = {
  { "entry",      REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "author",     REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared",     REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "reflection", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
};

REKNIT_DEFINE_RECORD (ReknitFeelingReply, reknit_feeling_reply, "feeling_reply", columns)

/**
 * reknit_feeling_reply_query:
 * @entry: the id of an entry in the journal
 *
 * Returns: (transfer full): the answers to it that the reader may see
 */
ReknitQuery *
reknit_feeling_reply_query (gint64 entry)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_FEELING_REPLY, "entry = :entry", "id"), ":entry", entry);
}
