#include "reknit-next-step.h"

/**
 * ReknitNextStep:
 *
 * The one small thing that a partner will do until the next check-in.
 */
static const ReknitColumn columns[] = {
  { "check_in", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "partner",  REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "body",     REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
  { "done",     REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitNextStep, reknit_next_step, "next_step", columns)

/**
 * reknit_next_step_query:
 * @check_in: a check-in's id
 *
 * Returns: (transfer full): the steps that were chosen there
 */
ReknitQuery *
reknit_next_step_query (gint64 check_in)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_NEXT_STEP, "check_in = :check_in", "id"), ":check_in", check_in);
}

/**
 * reknit_next_step_query_open:
 *
 * Returns: (transfer full): the steps that are still to do, the latest first
 */
ReknitQuery *
reknit_next_step_query_open (void)
{
  return reknit_query_new (REKNIT_TYPE_NEXT_STEP, "done IS NULL", "id DESC");
}

/**
 * reknit_next_step_query_since_last:
 * @check_in: the id of a check-in
 *
 * Returns: (transfer full): the steps that were chosen at the check-in before it
 */
ReknitQuery *
reknit_next_step_query_since_last (gint64 check_in)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_NEXT_STEP,
                      "check_in = (SELECT id FROM check_in WHERE state = 'closed' AND id <> :check_in "
                      "ORDER BY due DESC LIMIT 1)", "id");

  return reknit_query_depend (reknit_query_bind_integer (query, ":check_in", check_in), "check_in");
}

/**
 * reknit_next_step_find:
 * @store: the store
 * @check_in: a check-in's id
 * @partner: a partner's id
 *
 * Returns: (transfer full) (nullable): the step that @partner chose there
 */
ReknitNextStep *
reknit_next_step_find (ReknitStore *store,
                       gint64       check_in,
                       gint64       partner)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_NEXT_STEP, "check_in = :check_in AND partner = :partner", NULL);

  reknit_query_bind_integer (query, ":check_in", check_in);
  reknit_query_bind_integer (query, ":partner", partner);
  return reknit_store_first (store, query);
}
