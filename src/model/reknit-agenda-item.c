#include "reknit-agenda-item.h"

/**
 * ReknitAgendaItem:
 *
 * Something to come to at the next check-in.
 */
static const ReknitColumn columns[] = {
  { "check_in",     REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "raised_by",    REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "body",         REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
  { "source_table", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "source_id",    REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "done",         REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitAgendaItem, reknit_agenda_item, "agenda_item", columns)

/**
 * reknit_agenda_item_query_open:
 *
 * Returns: (transfer full): what waits for the next check-in, the oldest first
 */
ReknitQuery *
reknit_agenda_item_query_open (void)
{
  return reknit_query_new (REKNIT_TYPE_AGENDA_ITEM, "done IS NULL", "id");
}

/**
 * reknit_agenda_item_query_of:
 * @check_in: a check-in's id
 *
 * Returns: (transfer full): what was talked about there
 */
ReknitQuery *
reknit_agenda_item_query_of (gint64 check_in)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_AGENDA_ITEM, "check_in = :check_in AND done IS NOT NULL", "id");

  return reknit_query_bind_integer (query, ":check_in", check_in);
}

/**
 * reknit_agenda_item_query_to_do:
 * @check_in: the id of the check-in that is going on
 *
 * An item that is kept for the next time belongs to the check-in that kept it, and is not done.
 *
 * Returns: (transfer full): what has not been come to there yet, the oldest first
 */
ReknitQuery *
reknit_agenda_item_query_to_do (gint64 check_in)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_AGENDA_ITEM, "done IS NULL AND coalesce (check_in, 0) <> :check_in", "id");

  return reknit_query_bind_integer (query, ":check_in", check_in);
}
