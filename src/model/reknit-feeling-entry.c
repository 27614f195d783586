#include "reknit-feeling-entry.h"

/**
 * ReknitFeelingEntry:
 *
 * A moment in the feelings journal: what was felt and how strongly, and the I-statement around it.
 */
static const ReknitColumn columns[] = {
  { "author",    REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared",    REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "felt",      REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "feelings",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
  { "situation", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "reason",    REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "wish",      REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
};

REKNIT_DEFINE_RECORD (ReknitFeelingEntry, reknit_feeling_entry, "feeling_entry", columns)

/**
 * reknit_feeling_entry_query_own:
 * @author: a partner's id
 *
 * Returns: (transfer full): all that @author wrote, the latest first
 */
ReknitQuery *
reknit_feeling_entry_query_own (gint64 author)
{
  return reknit_feeling_entry_query_since (author, 0);
}

/**
 * reknit_feeling_entry_query_since:
 * @author: a partner's id
 * @since: Unix seconds
 *
 * Returns: (transfer full): what @author wrote of moments from @since on, the latest first
 */
ReknitQuery *
reknit_feeling_entry_query_since (gint64 author,
                                  gint64 since)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_FEELING_ENTRY, "author = :author AND felt >= :since", "felt DESC, id DESC");

  reknit_query_bind_integer (query, ":author", author);
  return reknit_query_bind_integer (query, ":since", since);
}

/**
 * reknit_feeling_entry_query_shared:
 *
 * Returns: (transfer full): what either has shared, the latest first
 */
ReknitQuery *
reknit_feeling_entry_query_shared (void)
{
  return reknit_query_new (REKNIT_TYPE_FEELING_ENTRY, "shared IS NOT NULL", "felt DESC, id DESC");
}

/**
 * reknit_feeling_entry_query_told:
 * @reader: a partner's id
 * @since: Unix seconds
 * @waiting: whether to find what was shared from @since on and that @reader has not answered, or all the rest
 *
 * What is older than @since waits no longer: nobody is to be nagged.
 *
 * Returns: (transfer full): what the other one shared with @reader, the latest first
 */
ReknitQuery *
reknit_feeling_entry_query_told (gint64   reader,
                                 gint64   since,
                                 gboolean waiting)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_FEELING_ENTRY,
                      "shared IS NOT NULL AND author <> :reader AND :waiting = (shared >= :since AND NOT"
                      " EXISTS (SELECT 1 FROM feeling_reply WHERE entry = feeling_entry.id AND feeling_reply.author = :reader))",
                      "felt DESC, id DESC");

  reknit_query_bind_integer (query, ":reader", reader);
  reknit_query_bind_integer (query, ":since", since);
  reknit_query_bind_integer (query, ":waiting", waiting ? 1 : 0);
  return reknit_query_depend (query, "feeling_reply");
}
