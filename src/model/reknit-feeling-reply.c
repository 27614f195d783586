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

/**
 * reknit_feeling_reply_find:
 * @store: the store
 * @entry: the id of an entry in the journal
 * @author: a partner's id
 *
 * Returns: (transfer full) (nullable): what @author answered to it, as far as the reader may know
 */
ReknitFeelingReply *
reknit_feeling_reply_find (ReknitStore *store,
                           gint64       entry,
                           gint64       author)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_FEELING_REPLY, "entry = :entry AND author = :author", "id");

  reknit_query_bind_integer (query, ":entry", entry);
  return reknit_store_first (store, reknit_query_bind_integer (query, ":author", author));
}
