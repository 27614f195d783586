#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TALK_TURN (reknit_talk_turn_get_type ())
REKNIT_DECLARE_RECORD (ReknitTalkTurn, reknit_talk_turn, REKNIT, TALK_TURN)

ReknitQuery *reknit_talk_turn_query (gint64 talk);

G_END_DECLS
