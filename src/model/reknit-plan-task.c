#include "reknit-plan-task.h"

/**
 * ReknitPlanTask:
 *
 * Something to get ready for a plan, or to pack: what, who sees to it, and by which day (`YYYY-MM-DD`). Whose row it is
 * goes by the plan's details: of a surprise, the preparations are one, too.
 */
static const ReknitColumn columns[] = {
  { "plan",     REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "author",   REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared",   REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "list",     REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "position", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "body",     REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "partner",  REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "due",      REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "done",     REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitPlanTask, reknit_plan_task, "plan_task", columns)

/**
 * reknit_plan_task_query:
 * @plan: a plan's id
 * @list: (nullable): %REKNIT_PLAN_LIST_READY or %REKNIT_PLAN_LIST_PACKING; %NULL for both
 *
 * Returns: (transfer full): what is on that list, in its order
 */
ReknitQuery *
reknit_plan_task_query (gint64      plan,
                        const char *list)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_PLAN_TASK, "plan = :plan AND list = coalesce (:list, list)",
                                         "list DESC, position, id");

  reknit_query_bind_text (query, ":list", list);
  return reknit_query_bind_integer (query, ":plan", plan);
}

/**
 * reknit_plan_task_add:
 * @store: the store
 * @details: the stored details of the plan that it is for
 * @list: %REKNIT_PLAN_LIST_READY or %REKNIT_PLAN_LIST_PACKING
 * @position: its place in the list
 * @body: what there is to do
 * @error: return location
 *
 * Puts one thing more on a list, part of a transaction. Whose it is goes by @details.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_plan_task_add (ReknitStore        *store,
                      ReknitPlanDetails  *details,
                      const char         *list,
                      gint64              position,
                      const char         *body,
                      GError            **error)
{
  g_autoptr (ReknitPlanTask) task =
    g_object_new (REKNIT_TYPE_PLAN_TASK, "plan", reknit_record_get_integer (details, "plan"),
                  "author", reknit_record_get_owner (REKNIT_RECORD (details)),
                  "shared", reknit_record_get_integer (details, "shared"),
                  "list", list, "position", position, "body", body, "due", "", NULL);

  return reknit_store_put (store, REKNIT_RECORD (task), error);
}

/**
 * reknit_plan_task_count:
 * @store: the store
 * @plan: a plan's id
 * @list: (nullable): which list; %NULL for both
 * @n_done: (out): how many are seen to
 * @n_all: (out): how many there are
 *
 * Counts what the reader may see.
 */
void
reknit_plan_task_count (ReknitStore *store,
                        gint64       plan,
                        const char  *list,
                        guint       *n_done,
                        guint       *n_all)
{
  g_autoptr (ReknitQuery) query = reknit_plan_task_query (plan, list);
  g_autoptr (GPtrArray) tasks = reknit_store_all (store, query);

  *n_done = 0;
  *n_all = tasks->len;
  for (guint i = 0; i < tasks->len; i++)
    *n_done += reknit_record_get_integer (tasks->pdata[i], "done") != 0;
}
