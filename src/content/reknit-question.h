#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ReknitQuestionDepth:
 * @REKNIT_QUESTION_DEPTH_LIGHT: to warm up with
 * @REKNIT_QUESTION_DEPTH_WARM: asks for more than a fact
 * @REKNIT_QUESTION_DEPTH_DEEP: needs a quiet evening
 *
 * How far a question goes.
 */
typedef enum
{
  REKNIT_QUESTION_DEPTH_LIGHT,
  REKNIT_QUESTION_DEPTH_WARM,
  REKNIT_QUESTION_DEPTH_DEEP,
} ReknitQuestionDepth;

#define REKNIT_TYPE_QUESTION_DEPTH (reknit_question_depth_get_type ())
GType reknit_question_depth_get_type (void);

#define REKNIT_TYPE_QUESTION (reknit_question_get_type ())
G_DECLARE_FINAL_TYPE (ReknitQuestion, reknit_question, REKNIT, QUESTION, GObject)

const char          *reknit_question_get_id    (ReknitQuestion *self);
const char          *reknit_question_get_text  (ReknitQuestion *self);
ReknitQuestionDepth  reknit_question_get_depth (ReknitQuestion *self);

G_END_DECLS
