#include "reknit-weekly-aim.h"

/**
 * ReknitWeeklyAim:
 *
 * How much time together in a week one of the two wants to promise.
 */
static const ReknitColumn columns[] = {
  { "partner", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "minutes", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitWeeklyAim, reknit_weekly_aim, "weekly_aim", columns)

/**
 * reknit_weekly_aim_get:
 * @store: the store
 * @partner: a partner's id
 *
 * Returns: (transfer full): what @partner said; a new one, not yet stored, if they have not
 */
ReknitWeeklyAim *
reknit_weekly_aim_get (ReknitStore *store,
                       gint64       partner)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_WEEKLY_AIM, "partner = :partner", NULL);
  ReknitWeeklyAim *aim = reknit_store_first (store, reknit_query_bind_integer (query, ":partner", partner));

  return aim != NULL ? aim : g_object_new (REKNIT_TYPE_WEEKLY_AIM, "partner", partner, NULL);
}

/**
 * reknit_weekly_aim_get_minutes:
 * @store: the store
 *
 * Returns: the aim of the two: the smaller of their numbers, which is what both said yes to; 0 until everyone has said
 */
int
reknit_weekly_aim_get_minutes (ReknitStore *store)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT min (coalesce (minutes, 0)) FROM partner LEFT JOIN weekly_aim ON partner = partner.id");
  gboolean has_row;

  if (!reknit_statement_step (statement, &has_row, NULL) || !has_row)
    return 0;
  return (int) reknit_statement_get_integer (statement, 0);
}
