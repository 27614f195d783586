#include "reknit-surprise.h"

#include "reknit-clock.h"
#include "reknit-plan-details.h"
#include "reknit-plan-task.h"

typedef struct
{
  ReknitPlan *plan;
  gint64      planner;
} Step;

/* Whose the preparations are goes by whose the details are. */
static gboolean
own_all (ReknitStore  *store,
         gpointer      data,
         GError      **error)
{
  Step *step = data;
  gint64 shared = step->planner == 0 ? reknit_clock_now (reknit_clock_get_default ()) : 0;
  g_autoptr (ReknitQuery) query = reknit_plan_task_query (reknit_record_get_id (REKNIT_RECORD (step->plan)), NULL);
  g_autoptr (GPtrArray) rows = reknit_store_all (store, query);
  ReknitPlanDetails *details = reknit_plan_details_find (step->plan);

  if (details != NULL)
    g_ptr_array_add (rows, details);
  for (guint i = 0; i < rows->len; i++)
    {
      if (step->planner != 0)
        g_object_set (rows->pdata[i], "author", step->planner, NULL);
      g_object_set (rows->pdata[i], "shared", shared, NULL);
      if (!reknit_store_put (store, rows->pdata[i], error))
        {
          reknit_record_revert (rows->pdata[i]);
          return FALSE;
        }
    }
  return TRUE;
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
  Step step = { plan, planner };

  return reknit_store_transact (store, label, own_all, &step, error);
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
  Step step = { plan, 0 };

  return reknit_store_transact (store, label, own_all, &step, error);
}
