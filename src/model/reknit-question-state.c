#include "reknit-question-state.h"

/**
 * ReknitQuestionState:
 *
 * What became of a question card: shown, talked about.
 */
static const ReknitColumn columns[] = {
  { "question", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "shown",    REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "talked",   REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitQuestionState, reknit_question_state, "question_state", columns)

/**
 * reknit_question_state_get:
 * @store: the store
 * @question: the id of a question in the content
 *
 * Returns: (transfer full): its state; a new one, not yet stored, for a question that has not come up
 */
ReknitQuestionState *
reknit_question_state_get (ReknitStore *store,
                           const char  *question)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_QUESTION_STATE, "question = :question", NULL);
  ReknitQuestionState *state = reknit_store_first (store, reknit_query_bind_text (query, ":question", question));

  return state != NULL ? state : g_object_new (REKNIT_TYPE_QUESTION_STATE, "question", question, NULL);
}
