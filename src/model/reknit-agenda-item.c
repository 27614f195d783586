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
