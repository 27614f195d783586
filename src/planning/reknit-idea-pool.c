#include "reknit-idea-pool.h"

#include <string.h>

#include "reknit-clock.h"
#include "reknit-content.h"
#include "reknit-idea-rest.h"
#include "reknit-local-time.h"

#define LATELY_DAYS 60

/* Everything there is to do: the ideas of the program and those of the couple’s own. */

/**
 * reknit_idea_pool_find:
 * @store: the store
 * @key: what a rating or a plan calls an idea by
 *
 * Returns: (transfer full) (nullable): the idea, if there still is one
 */
ReknitIdeaChoice *
reknit_idea_pool_find (ReknitStore *store,
                       const char  *key)
{
  ReknitIdea *idea;
  g_autoptr (ReknitOwnIdea) own = NULL;

  if (!g_str_has_prefix (key, "own:"))
    {
      idea = reknit_content_find_idea (reknit_content_get_default (), key);
      return idea != NULL ? reknit_idea_choice_new_for_idea (idea) : NULL;
    }
  own = reknit_store_find (store, REKNIT_TYPE_OWN_IDEA, g_ascii_strtoll (key + strlen ("own:"), NULL, 10));
  return own != NULL ? reknit_idea_choice_new_for_own (own) : NULL;
}

/* The same order for both, so that they speak of the same; mixed, so that it stays lively. */
static int
compare_mixed (gconstpointer a,
               gconstpointer b)
{
  ReknitIdeaChoice *first = *(ReknitIdeaChoice *const *) a;
  ReknitIdeaChoice *second = *(ReknitIdeaChoice *const *) b;
  gboolean own_first = reknit_idea_choice_get_own_id (first) != 0;
  gboolean own_second = reknit_idea_choice_get_own_id (second) != 0;
  guint hash_first = g_str_hash (reknit_idea_choice_get_key (first)) * 2654435761u;
  guint hash_second = g_str_hash (reknit_idea_choice_get_key (second)) * 2654435761u;

  if (own_first != own_second)
    return own_first ? -1 : 1;
  return (hash_first > hash_second) - (hash_first < hash_second);
}

/**
 * reknit_idea_pool_list:
 * @store: the store
 *
 * Returns: (transfer full) (element-type ReknitIdeaChoice): all ideas, those of the couple’s own first
 */
GPtrArray *
reknit_idea_pool_list (ReknitStore *store)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ReknitQuery) query = reknit_own_idea_query ();
  g_autoptr (GPtrArray) own = reknit_store_all (store, query);
  GListModel *ideas = reknit_content_get_ideas (reknit_content_get_default ());

  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (choices, reknit_idea_choice_new_for_own (own->pdata[i]));
  for (guint i = 0; i < g_list_model_get_n_items (ideas); i++)
    {
      g_autoptr (ReknitIdea) idea = g_list_model_get_item (ideas, i);

      g_ptr_array_add (choices, reknit_idea_choice_new_for_idea (idea));
    }
  g_ptr_array_sort (choices, compare_mixed);
  return choices;
}

/* So many are asked of both before others are: two who rate a handful now and then soon meet. */
#define ROUND 30

typedef struct
{
  ReknitIdeaChoice *choice;
  char             *place;
} Placed;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Placed *) a)->place, ((const Placed *) b)->place);
}

static void
clear_place (gpointer data)
{
  g_free (((Placed *) data)->place);
}

/* Mixes within each round; the rounds are the same for both. */
static GPtrArray *
shuffle (GPtrArray  *choices,
         gint64      author,
         const char *chance)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  GPtrArray *shuffled = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_set_clear_func (placed, clear_place);
  for (guint i = 0; i < choices->len; i++)
    {
      ReknitIdeaChoice *choice = choices->pdata[i];
      g_autofree char *asked = g_strdup_printf ("%" G_GINT64_FORMAT " %s", author, reknit_idea_choice_get_key (choice));
      g_autofree char *mixed = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) chance, strlen (chance), asked, -1);
      Placed place = { choice, g_strdup_printf ("%05u %s", i / ROUND, mixed) };

      g_array_append_val (placed, place);
    }
  g_array_sort (placed, compare_places);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (shuffled, g_object_ref (g_array_index (placed, Placed, i).choice));
  return shuffled;
}

/* What somebody said “not now” to, of all there is; it is the same for whoever asks, so that nobody sees who it was. */
static GHashTable *
list_resting (ReknitStore *store)
{
  g_autoptr (GPtrArray) choices = reknit_idea_pool_list (store);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (keys, (gpointer) reknit_idea_choice_get_key (choices->pdata[i]));
  g_ptr_array_add (keys, NULL);
  return reknit_idea_rest_find (store, (const char *const *) keys->pdata);
}

/**
 * reknit_idea_pool_list_unrated:
 * @store: the store
 * @author: a partner's id, in their own seat
 * @chance: a chance value that is kept nowhere; with another one the order is another
 *
 * The order within a round is @author’s own and nobody can find it out: from what was rated before and after something
 * that was not, it could else be told that it was refused.
 *
 * Returns: (transfer full) (element-type ReknitIdeaChoice): what @author has said nothing of yet, but
 *   for what is not to be suggested now
 */
GPtrArray *
reknit_idea_pool_list_unrated (ReknitStore *store,
                               gint64       author,
                               const char  *chance)
{
  g_autoptr (GPtrArray) all = reknit_idea_pool_list (store);
  g_autoptr (GHashTable) rated = reknit_idea_rating_list_own (store, author);
  g_autoptr (GHashTable) resting = list_resting (store);
  GPtrArray *choices;

  for (guint i = all->len; i > 0; i--)
    if (!reknit_idea_choice_is_activity (all->pdata[i - 1]))
      g_ptr_array_remove_index (all, i - 1);
  choices = shuffle (all, author, chance);
  for (guint i = choices->len; i > 0; i--)
    if (g_hash_table_contains (rated, reknit_idea_choice_get_key (choices->pdata[i - 1]))
        || g_hash_table_contains (resting, reknit_idea_choice_get_key (choices->pdata[i - 1])))
      g_ptr_array_remove_index (choices, i - 1);
  return choices;
}

/**
 * reknit_idea_pool_list_liked:
 * @store: the store
 * @alone: 0 for a couple; the id of somebody who is there alone
 *
 * Returns: (transfer full) (element-type ReknitIdeaMatch): what both would like to do, of the ideas that still are there
 *   and may be suggested now
 */
GPtrArray *
reknit_idea_pool_list_liked (ReknitStore *store,
                             gint64       alone)
{
  GPtrArray *matches = alone != 0 ? reknit_idea_rating_list_warm (store, alone) : reknit_idea_rating_list_matches (store);

  g_autoptr (GHashTable) resting = list_resting (store);

  for (guint i = matches->len; i > 0; i--)
    {
      const ReknitIdeaMatch *match = matches->pdata[i - 1];
      g_autoptr (ReknitIdeaChoice) choice = reknit_idea_pool_find (store, match->idea);

      if (choice == NULL || g_hash_table_contains (resting, match->idea))
        g_ptr_array_remove_index (matches, i - 1);
    }
  return matches;
}

static GHashTable *
list_matched (ReknitStore *store)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) matches = reknit_idea_rating_list_matches (store);

  for (guint i = 0; i < matches->len; i++)
    g_hash_table_add (keys, g_strdup (((const ReknitIdeaMatch *) matches->pdata[i])->idea));
  return keys;
}

/**
 * reknit_idea_pool_left_out:
 * @store: the store
 * @reader: whose seat is taken; 0 for together
 *
 * What the reader said “no” to, and what anybody said “not now” to. The other’s “no” changes nothing here: what was
 * missing would tell of it. It keeps an idea from what both like, which is all that is picked for them. “Not now” is the
 * same for all seats: if an idea came up in one of them only, the other would be known for it.
 *
 * Returns: (transfer full) (element-type utf8): the keys, as a set
 */
GHashTable *
reknit_idea_pool_left_out (ReknitStore *store,
                           gint64       reader)
{
  GHashTable *left_out = list_resting (store);
  g_autoptr (GHashTable) unwanted = reader != 0 ? reknit_idea_rating_list_unwanted (store, reader) : NULL;
  GHashTableIter iter;
  gpointer key;

  if (unwanted == NULL)
    return left_out;
  g_hash_table_iter_init (&iter, unwanted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (left_out, g_strdup (key));
  return left_out;
}

typedef struct
{
  ReknitIdeaChoice *choice;
  int               tier;
  guint32           lot;
} Lot;

static int
compare_lots (gconstpointer a,
              gconstpointer b)
{
  const Lot *first = a;
  const Lot *second = b;

  if (first->tier != second->tier)
    return first->tier - second->tier;
  return (first->lot > second->lot) - (first->lot < second->lot);
}

static GHashTable *
list_done_lately (ReknitStore *store)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) done = reknit_idea_rating_list_done (store);
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) since = g_date_time_add_days (now, -LATELY_DAYS);
  g_autofree char *limit = g_date_time_format (since, "%Y-%m-%dT%H:%M:%S");

  for (guint i = 0; i < done->len; i++)
    {
      const ReknitIdeaMatch *match = done->pdata[i];

      if (g_strcmp0 (match->last_done, limit) >= 0)
        g_hash_table_add (keys, g_strdup (match->idea));
    }
  return keys;
}

/**
 * reknit_idea_pool_draw:
 * @store: the store
 * @choices: (element-type ReknitIdeaChoice): what to draw from
 *
 * Draws lots: first from what both like and did not do lately, then from the rest, and last from what they did lately.
 * What only one of them has rated counts as if it were not rated, so that the order gives nothing away.
 *
 * Returns: (transfer full) (element-type ReknitIdeaChoice): all of them, in the order in which they were drawn
 */
GPtrArray *
reknit_idea_pool_draw (ReknitStore *store,
                       GPtrArray   *choices)
{
  GPtrArray *drawn = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) matched = list_matched (store);
  g_autoptr (GHashTable) lately = list_done_lately (store);
  g_autoptr (GArray) lots = g_array_new (FALSE, FALSE, sizeof (Lot));

  for (guint i = 0; i < choices->len; i++)
    {
      const char *key = reknit_idea_choice_get_key (choices->pdata[i]);
      Lot lot = { choices->pdata[i], g_hash_table_contains (matched, key) ? 0 : 1, g_random_int () };

      if (g_hash_table_contains (lately, key))
        lot.tier = 2;
      g_array_append_val (lots, lot);
    }
  g_array_sort (lots, compare_lots);
  for (guint i = 0; i < lots->len; i++)
    g_ptr_array_add (drawn, g_object_ref (g_array_index (lots, Lot, i).choice));
  return drawn;
}
