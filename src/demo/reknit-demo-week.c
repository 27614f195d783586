#include "reknit-config.h"

#include "reknit-demo-week.h"

#include "reknit-occasion-list.h"
#include "reknit-planner.h"
#include "reknit-weekly-aim.h"

#include <glib/gi18n-lib.h>

/* The time that Ana and Ben keep free: a walk yesterday, an evening tomorrow that clashes with Ben's climbing, and the
 * Sundays of the last weeks, most of which they had. */

#define N_SUNDAYS 5

typedef struct
{
  ReknitPlanKind  kind;
  ReknitPlanState state;
  int             day;
  int             from;
  int             until;
  const char     *title;
} Block;

static gint64
id_of (gpointer record)
{
  return reknit_record_get_id (record);
}

static GDateTime *
at (GDateTime *today,
    int        day,
    int        minutes)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (g_date_time_get_year (today), g_date_time_get_month (today),
                                                        g_date_time_get_day_of_month (today), 0, 0, 0);
  g_autoptr (GDateTime) date = g_date_time_add_days (midnight, day);

  return g_date_time_add_minutes (date, minutes);
}

static gboolean
put_block (ReknitStore    *store,
           ReknitPartner  *ben,
           GDateTime      *today,
           const Block    *block,
           GError        **error)
{
  gboolean own = block->kind == REKNIT_PLAN_KIND_OWN;
  g_autoptr (GDateTime) starts = at (today, block->day, block->from);
  g_autoptr (GDateTime) ends = at (today, block->day, block->until);
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  g_autoptr (ReknitPlan) plan = g_object_new (REKNIT_TYPE_PLAN, "kind", block->kind, "state", block->state, "rule", "",
                                              "planner", own ? id_of (ben) : (gint64) 0, NULL);

  reknit_plan_set_time (plan, starts, ends, FALSE);
  g_object_set (details, "title", _(block->title), NULL);
  return reknit_planner_save (store, NULL, plan, details, NULL, 0, error);
}

/* Four of five were had. */
static gboolean
have_sundays (ReknitStore  *store,
              GDateTime    *today,
              GError      **error)
{
  g_autoptr (GDateTime) from = at (today, -7 * N_SUNDAYS, 0);
  g_autoptr (GDateTime) until = at (today, 0, 0);
  g_autoptr (GPtrArray) occasions = reknit_occasions_between (store, REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_PROTECTED), from, until);

  for (guint i = 0; i < occasions->len; i++)
    if (reknit_occasion_is_of_series (occasions->pdata[i])
        && !reknit_planner_set_state (store, NULL, occasions->pdata[i],
                                      i == 1 ? REKNIT_PLAN_STATE_MISSED : REKNIT_PLAN_STATE_DONE, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_aim (ReknitStore    *store,
         ReknitPartner  *partner,
         int             hours,
         GError        **error)
{
  g_autoptr (ReknitWeeklyAim) aim = reknit_weekly_aim_get (store, id_of (partner));

  g_object_set (aim, "minutes", (gint64) hours * 60, NULL);
  return reknit_store_put (store, REKNIT_RECORD (aim), error);
}

/**
 * reknit_demo_weeks:
 * @store: the store, in a transaction, with the dates in it
 * @ana: one of the couple
 * @ben: the other
 * @today: local time
 * @error: return location
 *
 * Writes what the two keep free about today, and what each aims for.
 *
 * Returns: %FALSE with @error
 */
gboolean
reknit_demo_weeks (ReknitStore    *store,
                   ReknitPartner  *ana,
                   ReknitPartner  *ben,
                   GDateTime      *today,
                   GError        **error)
{
  static const Block blocks[] = {
    { REKNIT_PLAN_KIND_PROTECTED, REKNIT_PLAN_STATE_DONE, -1, 17 * 60, 18 * 60 + 30, N_("A walk by the river") },
    { REKNIT_PLAN_KIND_PROTECTED, REKNIT_PLAN_STATE_PLANNED, 1, 10 * 60, 12 * 60, N_("A slow breakfast") },
    { REKNIT_PLAN_KIND_OWN, REKNIT_PLAN_STATE_PLANNED, 1, 11 * 60, 13 * 60, N_("Climbing") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (!put_block (store, ben, today, &blocks[i], error))
      return FALSE;
  return have_sundays (store, today, error) && put_aim (store, ana, 8, error) && put_aim (store, ben, 7, error);
}
