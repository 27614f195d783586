#include "reknit-surprise.h"

#include "reknit-clock.h"
#include "reknit-plan-details.h"
#include "reknit-plan-task.h"

typedef struct
{
  ReknitPlan *plan;
  gint64      planner;
  GPtrArray  *rows;
} Step;

/**
 * reknit_surprise_list_rows:
 * @plan: a stored plan
 *
 * Returns: (transfer full) (element-type ReknitRecord): what is sealed of it while it is a surprise, as far as the reader
 *   may see that
 */
GPtrArray *
reknit_surprise_list_rows (ReknitPlan *plan)
{
  g_autoptr (ReknitQuery) query = reknit_plan_task_query (reknit_record_get_id (REKNIT_RECORD (plan)), NULL);
  GPtrArray *rows = reknit_store_all (reknit_record_get_store (REKNIT_RECORD (plan)), query);
  ReknitPlanDetails *details = reknit_plan_details_find (plan);

  if (details != NULL)
    g_ptr_array_add (rows, details);
  return rows;
}

/* Whose the preparations are goes by whose the details are. */
static gboolean
own_all (ReknitStore  *store,
         gpointer      data,
         GError      **error)
{
  Step *step = data;
  gint64 shared = step->planner == 0 ? reknit_clock_now (reknit_clock_get_default ()) : 0;

  for (guint i = 0; i < step->rows->len; i++)
    {
      if (step->planner != 0)
        g_object_set (step->rows->pdata[i], "author", step->planner, NULL);
      g_object_set (step->rows->pdata[i], "shared", shared, NULL);
      if (!reknit_store_put (store, step->rows->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/* What could not be written must not be told by what is written next. */
static gboolean
take (ReknitStore  *store,
      const char   *label,
      Step         *step,
      GError      **error)
{
  g_autoptr (GPtrArray) rows = reknit_surprise_list_rows (step->plan);
  gboolean done;

  step->rows = rows;
  done = reknit_store_transact (store, label, own_all, step, error);
  for (guint i = 0; i < rows->len && !done; i++)
    reknit_record_revert (rows->pdata[i]);
  return done;
}

/**
 * reknit_surprise_hide:
 * @store: the store
 * @label: what the step is called when it is undone
 * @plan: a plan
 * @planner: who plans it, in their own seat
 * @error: return location
 *
 * Makes a surprise of it: what it is about, and what is to be got ready, is @planner's own from now on and sealed from
 * the other. The calendar shows only that something is planned.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_surprise_hide (ReknitStore  *store,
                      const char   *label,
                      ReknitPlan   *plan,
                      gint64        planner,
                      GError      **error)
{
  Step step = { plan, planner, NULL };

  return take (store, label, &step, error);
}

/**
 * reknit_surprise_tell:
 * @store: the store
 * @label: what the step is called when it is undone
 * @plan: a surprise, in its planner's seat
 * @error: return location
 *
 * Tells what it is about.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_surprise_tell (ReknitStore  *store,
                      const char   *label,
                      ReknitPlan   *plan,
                      GError      **error)
{
  Step step = { plan, 0, NULL };

  return take (store, label, &step, error);
}
