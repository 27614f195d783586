#include "reknit-together.h"

enum { CHECK_IN, TALK, AGREEMENT };

static const char sql[] =
  "SELECT 0, closed AS moment FROM check_in WHERE closed IS NOT NULL "
  "UNION ALL SELECT 1, ended FROM talk WHERE ended IS NOT NULL "
  "UNION ALL SELECT 2, max (created) FROM signature GROUP BY revision HAVING count (*) > 1 "
  "ORDER BY moment DESC";

static ReknitTogetherMonth *
get_month (GArray    *months,
           GDateTime *moment,
           guint      limit)
{
  ReknitTogetherMonth month = { g_date_time_get_year (moment), g_date_time_get_month (moment), 0, 0, 0 };
  ReknitTogetherMonth *last = months->len > 0 ? &g_array_index (months, ReknitTogetherMonth, months->len - 1) : NULL;

  if (last != NULL && last->year == month.year && last->month == month.month)
    return last;
  if (months->len == limit)
    return NULL;

  g_array_append_val (months, month);
  return &g_array_index (months, ReknitTogetherMonth, months->len - 1);
}

/**
 * reknit_together_list_months:
 * @store: the store
 * @limit: how many months at most
 *
 * Returns: (transfer full) (element-type ReknitTogetherMonth): the months in which the two did something together, the
 *   latest first
 */
GArray *
reknit_together_list_months (ReknitStore *store,
                             guint        limit)
{
  GArray *months = g_array_new (FALSE, FALSE, sizeof (ReknitTogetherMonth));
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, sql);
  gboolean has_row;

  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    {
      gint64 kind = reknit_statement_get_integer (statement, 0);
      g_autoptr (GDateTime) moment =
        reknit_clock_to_local (reknit_clock_get_default (), reknit_statement_get_integer (statement, 1));
      ReknitTogetherMonth *month = get_month (months, moment, limit);

      if (month == NULL)
        break;
      month->n_check_ins += kind == CHECK_IN;
      month->n_talks += kind == TALK;
      month->n_agreements += kind == AGREEMENT;
    }
  return months;
}
