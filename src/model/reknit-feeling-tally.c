#include "reknit-feeling-tally.h"

#include "reknit-clock.h"
#include "reknit-feeling-picks.h"
#include "reknit-local-time.h"

/**
 * reknit_feeling_count_free:
 * @self: a count
 */
void
reknit_feeling_count_free (ReknitFeelingCount *self)
{
  g_free (self->feeling);
  g_free (self);
}

static gint
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const ReknitFeelingCount *one = *(ReknitFeelingCount *const *) a;
  const ReknitFeelingCount *two = *(ReknitFeelingCount *const *) b;

  if (one->count != two->count)
    return one->count < two->count ? 1 : -1;
  return g_strcmp0 (one->feeling, two->feeling);
}

static void
count_one (GPtrArray  *counts,
           const char *feeling)
{
  ReknitFeelingCount *count;

  for (guint i = 0; i < counts->len; i++)
    {
      count = g_ptr_array_index (counts, i);
      if (g_str_equal (count->feeling, feeling))
        {
          count->count++;
          return;
        }
    }

  count = g_new (ReknitFeelingCount, 1);
  count->feeling = g_strdup (feeling);
  count->count = 1;
  g_ptr_array_add (counts, count);
}

/**
 * reknit_feeling_tally_count:
 * @entries: (element-type ReknitFeelingEntry): entries of the journal; what can't be read counts nothing
 *
 * Returns: (transfer full) (element-type ReknitFeelingCount): how often each feeling came, the most frequent first
 */
GPtrArray *
reknit_feeling_tally_count (GPtrArray *entries)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) reknit_feeling_count_free);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GPtrArray) picks =
        reknit_feeling_picks_parse (reknit_record_get_text (g_ptr_array_index (entries, i), "feelings"));

      for (guint j = 0; j < picks->len; j++)
        count_one (counts, ((ReknitFeelingPick *) g_ptr_array_index (picks, j))->feeling);
    }

  g_ptr_array_sort (counts, compare_counts);
  return counts;
}

/**
 * reknit_feeling_tally_this_month:
 * @store: the store
 * @author: a partner's id; nobody but them is to be shown it
 *
 * Returns: (transfer full) (element-type ReknitFeelingCount): the tally of @author's moments since the first of the
 *   month
 */
GPtrArray *
reknit_feeling_tally_this_month (ReknitStore *store,
                                 gint64       author)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (reknit_clock_get_default ());
  g_autoptr (GDateTime) first = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now), 1, 0, 0, 0);
  g_autoptr (ReknitQuery) query = reknit_feeling_entry_query_since (author, reknit_time_resolve_local (first, zone));
  g_autoptr (GPtrArray) entries = reknit_store_all (store, query);

  return reknit_feeling_tally_count (entries);
}
