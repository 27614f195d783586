#include "reknit-ritual.h"

/**
 * ReknitRitual:
 *
 * Something that the two do again and again: after what (the cue) they do what (the deed), on which days, and whether
 * each marks it for themselves or once for both.
 */
static const ReknitColumn columns[] = {
  { "kind",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "cue",    REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
  { "deed",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
  { "rule",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "starts", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "each",   REKNIT_COLUMN_BOOLEAN, REKNIT_COLUMN_PLAIN },
  { "ended",  REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitRitual, reknit_ritual, "ritual", columns)

/**
 * reknit_ritual_query_kept:
 * @kind: (nullable): %REKNIT_RITUAL_DAILY or another; %NULL for all
 *
 * Returns: (transfer full): the rituals that go on, in the order they were begun
 */
ReknitQuery *
reknit_ritual_query_kept (const char *kind)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_RITUAL, "ended IS NULL AND kind = coalesce (:kind, kind)", "id");

  return reknit_query_bind_text (query, ":kind", kind);
}

/**
 * reknit_ritual_query_ended:
 * @kind: %REKNIT_RITUAL_DAILY or another
 *
 * Returns: (transfer full): the rituals that were let go, the latest first
 */
ReknitQuery *
reknit_ritual_query_ended (const char *kind)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_RITUAL, "ended IS NOT NULL AND kind = :kind", "ended DESC");

  return reknit_query_bind_text (query, ":kind", kind);
}
