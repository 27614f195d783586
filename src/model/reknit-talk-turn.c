#include "reknit-talk-turn.h"

/**
 * ReknitTalkTurn:
 *
 * One turn of a talk: who spoke, what the listener heard, and whether that was it.
 */
static const ReknitColumn columns[] = {
  { "talk",       REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "speaker",    REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "seconds",    REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "reflection", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
  { "correction", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
  { "confirmed",  REKNIT_COLUMN_BOOLEAN, REKNIT_COLUMN_PLAIN },
  { "validation", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
};

REKNIT_DEFINE_RECORD (ReknitTalkTurn, reknit_talk_turn, "talk_turn", columns)

/**
 * reknit_talk_turn_query:
 * @talk: a talk's id
 *
 * Returns: (transfer full): its turns, the first first
 */
ReknitQuery *
reknit_talk_turn_query (gint64 talk)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_TALK_TURN, "talk = :talk", "id"), ":talk", talk);
}
