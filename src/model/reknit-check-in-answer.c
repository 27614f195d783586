#include "reknit-check-in-answer.h"

/**
 * ReknitCheckInAnswer:
 *
 * What one partner answers at a check-in, alone. Private until both are revealed. A rating is 0 to 10, or
 * %REKNIT_RATING_NONE.
 */
static const ReknitColumn columns[] = {
  { "check_in",     REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "author",       REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared",       REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "ready",        REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "appreciation", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "closeness",    REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_SEALED },
  { "heard",        REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_SEALED },
  { "trust",        REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_SEALED },
  { "affection",    REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_SEALED },
  { "stress",       REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_SEALED },
  { "went_well",    REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "wish",         REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
};

REKNIT_DEFINE_RECORD (ReknitCheckInAnswer, reknit_check_in_answer, "check_in_answer", columns)

/**
 * reknit_check_in_answer_new:
 * @check_in: a check-in's id
 * @author: who answers
 *
 * Returns: (transfer full): an answer in which nothing has been said yet, not stored
 */
ReknitCheckInAnswer *
reknit_check_in_answer_new (gint64 check_in,
                            gint64 author)
{
  return g_object_new (REKNIT_TYPE_CHECK_IN_ANSWER,
                       "check-in", check_in,
                       "author", author,
                       "closeness", (gint64) REKNIT_RATING_NONE,
                       "heard", (gint64) REKNIT_RATING_NONE,
                       "trust", (gint64) REKNIT_RATING_NONE,
                       "affection", (gint64) REKNIT_RATING_NONE,
                       "stress", (gint64) REKNIT_RATING_NONE,
                       NULL);
}

/**
 * reknit_check_in_answer_query:
 * @check_in: a check-in's id
 *
 * Returns: (transfer full): the answers to it that the reader may see
 */
ReknitQuery *
reknit_check_in_answer_query (gint64 check_in)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_CHECK_IN_ANSWER, "check_in = :check_in", "id");

  return reknit_query_bind_integer (query, ":check_in", check_in);
}

/**
 * reknit_check_in_answer_query_revealed:
 * @author: a partner's id
 * @since: Unix seconds
 *
 * Returns: (transfer full): what @author said at the check-ins from @since on whose answers lie open, the oldest first:
 *   one strand of the chart; somebody who is here alone finds their own there, and nobody else does
 */
ReknitQuery *
reknit_check_in_answer_query_revealed (gint64 author,
                                       gint64 since)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_CHECK_IN_ANSWER,
                      "author = :author AND check_in IN (SELECT id FROM check_in WHERE revealed IS NOT NULL AND due >= :since)",
                      "(SELECT due FROM check_in WHERE check_in.id = check_in_answer.check_in)");

  reknit_query_bind_integer (query, ":since", since);
  return reknit_query_depend (reknit_query_bind_integer (query, ":author", author), "check_in");
}

/**
 * reknit_check_in_answer_says_anything:
 * @self: an answer
 *
 * Returns: whether anything was rated or written
 */
gboolean
reknit_check_in_answer_says_anything (ReknitCheckInAnswer *self)
{
  static const char *const ratings[] = { "closeness", "heard", "trust", "affection", "stress" };
  static const char *const words[] = { "appreciation", "went-well", "wish" };

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    if (reknit_record_get_integer (self, ratings[i]) != REKNIT_RATING_NONE)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *text = reknit_record_get_text (self, words[i]);

      if (text != NULL && *text != '\0')
        return TRUE;
    }

  return FALSE;
}
