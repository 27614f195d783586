#include "reknit-talk-pause.h"

/**
 * ReknitTalkPause:
 *
 * A break in a talk, with the time that both agreed to be back.
 */
static const ReknitColumn columns[] = {
  { "talk",    REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "back_at", REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "ended",   REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitTalkPause, reknit_talk_pause, "talk_pause", columns)
