#include "reknit-together.h"

#include <stdio.h>

/* Numbered as in #ReknitTogether. What has a moment is told as seconds since 1970; what has a day of its own, wherever the
 * clock stood, as its month already. */
static const char moments[] =
  "SELECT 0, closed FROM check_in WHERE closed IS NOT NULL "
  "UNION ALL SELECT 1, ended FROM talk WHERE ended IS NOT NULL "
  "UNION ALL SELECT 2, max (created) FROM signature GROUP BY revision HAVING count (*) > 1 "
  "UNION ALL SELECT 5, ended FROM unplugged WHERE ended IS NOT NULL";

static const char days[] =
  "SELECT 3, substr (starts, 1, 7), count (*) FROM plan WHERE kind IN ('date', 'closeness') AND state = 'done' GROUP BY 2 "
  "UNION ALL SELECT 4, substr (day, 1, 7), count (*) FROM "
  "(SELECT day FROM ritual_mark WHERE state = 'done' GROUP BY ritual, day HAVING max (partner IS NULL) OR count (*) > 1) "
  "GROUP BY 2";

static const char *const tables[] = { "check_in", "talk", "signature", "unplugged", "plan", "ritual_mark" };

/* The latest first. */
static ReknitTogetherMonth *
get_month (GArray *months,
           int     year,
           int     month)
{
  const ReknitTogetherMonth fresh = { .year = year, .month = month };
  guint i;

  for (i = 0; i < months->len; i++)
    {
      ReknitTogetherMonth *there = &g_array_index (months, ReknitTogetherMonth, i);

      if (there->year == year && there->month == month)
        return there;
      if (there->year < year || (there->year == year && there->month < month))
        break;
    }
  g_array_insert_val (months, i, fresh);
  return &g_array_index (months, ReknitTogetherMonth, i);
}

static void
count_moments (GArray      *months,
               ReknitStore *store)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, moments);
  gboolean has_row;

  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    {
      g_autoptr (GDateTime) moment =
        reknit_clock_to_local (reknit_clock_get_default (), reknit_statement_get_integer (statement, 1));

      get_month (months, g_date_time_get_year (moment), g_date_time_get_month (moment))
        ->counts[reknit_statement_get_integer (statement, 0)]++;
    }
}

static void
count_days (GArray      *months,
            ReknitStore *store)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, days);
  gboolean has_row;
  int year, month;

  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    if (sscanf (reknit_statement_get_text (statement, 1), "%d-%d", &year, &month) == 2)
      get_month (months, year, month)->counts[reknit_statement_get_integer (statement, 0)] +=
        (guint) reknit_statement_get_integer (statement, 2);
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

  count_moments (months, store);
  count_days (months, store);
  if (months->len > limit)
    g_array_set_size (months, limit);
  return months;
}

/**
 * reknit_together_is_about:
 * @changes: what changed
 *
 * Returns: whether the two may have done something together
 */
gboolean
reknit_together_is_about (ReknitChangeSet *changes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (reknit_change_set_has_table (changes, tables[i]))
      return TRUE;

  return FALSE;
}
