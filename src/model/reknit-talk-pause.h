#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TALK_PAUSE (reknit_talk_pause_get_type ())
REKNIT_DECLARE_RECORD (ReknitTalkPause, reknit_talk_pause, REKNIT, TALK_PAUSE)

G_END_DECLS
