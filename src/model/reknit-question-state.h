#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_QUESTION_STATE (reknit_question_state_get_type ())
REKNIT_DECLARE_RECORD (ReknitQuestionState, reknit_question_state, REKNIT, QUESTION_STATE)

ReknitQuestionState *reknit_question_state_get (ReknitStore *store, const char *question);

G_END_DECLS
