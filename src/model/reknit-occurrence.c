#include "reknit-occurrence.h"

G_DEFINE_ENUM_TYPE (ReknitOccurrenceState, reknit_occurrence_state,
  G_DEFINE_ENUM_VALUE (REKNIT_OCCURRENCE_STATE_PENDING, "pending"),
  G_DEFINE_ENUM_VALUE (REKNIT_OCCURRENCE_STATE_DONE, "done"),
  G_DEFINE_ENUM_VALUE (REKNIT_OCCURRENCE_STATE_SKIPPED, "skipped"),
  G_DEFINE_ENUM_VALUE (REKNIT_OCCURRENCE_STATE_PASSED, "passed"))

/**
 * ReknitOccurrence:
 *
 * One time that a reminder falls due. Its local time tells it from its siblings; @fired_at is the claim that lets it
 * fire once.
 */
static const ReknitColumn columns[] = {
  { "reminder",  REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "local",     REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "due",       REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "fired_at",  REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "next_fire", REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "state",     REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, reknit_occurrence_state_get_type },
};

REKNIT_DEFINE_RECORD (ReknitOccurrence, reknit_occurrence, "occurrence", columns)

/**
 * reknit_occurrence_query_waiting:
 * @kind: what the reminder calls for, such as %REKNIT_REMINDER_CHECK_IN
 * @now: Unix seconds
 *
 * Returns: (transfer full): the times that have come and were neither done nor left out, the latest first
 */
ReknitQuery *
reknit_occurrence_query_waiting (const char *kind,
                                 gint64      now)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_OCCURRENCE,
                      "state = 'pending' AND due <= :now AND reminder IN (SELECT id FROM reminder WHERE kind = :kind)",
                      "due DESC");

  reknit_query_bind_integer (query, ":now", now);
  return reknit_query_bind_text (query, ":kind", kind);
}

/**
 * reknit_occurrence_find_waiting:
 * @store: the store
 * @kind: what the reminder calls for, such as %REKNIT_REMINDER_CHECK_IN
 * @now: Unix seconds
 *
 * Returns: (transfer full) (nullable): the latest time that has come and was neither done nor left out
 */
ReknitOccurrence *
reknit_occurrence_find_waiting (ReknitStore *store,
                                const char  *kind,
                                gint64       now)
{
  g_autoptr (ReknitQuery) query = reknit_occurrence_query_waiting (kind, now);

  return reknit_store_first (store, query);
}
