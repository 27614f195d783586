#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_ANSWER (reknit_check_in_answer_get_type ())
REKNIT_DECLARE_RECORD (ReknitCheckInAnswer, reknit_check_in_answer, REKNIT, CHECK_IN_ANSWER)

#define REKNIT_RATING_NONE (-1)
#define REKNIT_RATING_MAX  10

ReknitCheckInAnswer *reknit_check_in_answer_new   (gint64 check_in, gint64 author);
ReknitQuery         *reknit_check_in_answer_query (gint64 check_in);
ReknitQuery         *reknit_check_in_answer_query_revealed (gint64 author, gint64 since);
gboolean             reknit_check_in_answer_says_anything  (ReknitCheckInAnswer *self);

G_END_DECLS
