#include "reknit-idea-rating.h"

#include "reknit-idea-refusals.h"

/**
 * ReknitIdeaRating:
 *
 * What one of the two thinks of an idea, said blind. Anything warmer than a “no” lies open to the program, which tells
 * the other one of it only where both are warm; a “no” is no row here, but stands among its author's #ReknitIdeaRefusals.
 */
static const ReknitColumn columns[] = {
  { "idea",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "author", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "rating", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitIdeaRating, reknit_idea_rating, "idea_rating", columns)

static const char *const ratings[] = { REKNIT_IDEA_LOVE, REKNIT_IDEA_LIKE, REKNIT_IDEA_MAYBE, REKNIT_IDEA_NO };

static ReknitIdeaRating *
find (ReknitStore *store,
      const char  *idea,
      gint64       author)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_IDEA_RATING, "idea = :idea AND author = :author", NULL);

  reknit_query_bind_text (query, ":idea", idea);
  reknit_query_bind_integer (query, ":author", author);
  return reknit_store_first (store, query);
}

/**
 * reknit_idea_rating_list_rated:
 * @store: the store
 * @author: a partner's id, in their own seat
 * @rating: %REKNIT_IDEA_LOVE, … %REKNIT_IDEA_NO
 *
 * Returns: (transfer full) (element-type utf8): the keys of what @author said that of, what was said last at the end
 */
GPtrArray *
reknit_idea_rating_list_rated (ReknitStore *store,
                               gint64       author,
                               const char  *rating)
{
  g_autoptr (ReknitQuery) query = NULL;
  g_autoptr (GPtrArray) rated = NULL;
  GPtrArray *keys;

  if (g_str_equal (rating, REKNIT_IDEA_NO))
    return reknit_idea_refusals_list (store, author);
  query = reknit_query_new (REKNIT_TYPE_IDEA_RATING, "author = :author AND rating = :rating", "id");
  reknit_query_bind_integer (query, ":author", author);
  reknit_query_bind_text (query, ":rating", rating);
  rated = reknit_store_all (store, query);
  keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rated->len; i++)
    g_ptr_array_add (keys, g_strdup (reknit_record_get_text (rated->pdata[i], "idea")));
  return keys;
}

/**
 * reknit_idea_rating_list_own:
 * @store: the store
 * @author: a partner's id
 *
 * Returns: (transfer full) (element-type utf8 utf8): what @author said, as far as the reader may see that: from the keys
 *   of ideas to ratings
 */
GHashTable *
reknit_idea_rating_list_own (ReknitStore *store,
                             gint64       author)
{
  GHashTable *said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      g_autoptr (GPtrArray) rated = reknit_idea_rating_list_rated (store, author, ratings[i]);

      for (guint j = 0; j < rated->len; j++)
        g_hash_table_insert (said, g_strdup (rated->pdata[j]), g_strdup (ratings[i]));
    }
  return said;
}

/**
 * reknit_idea_rating_look_up:
 * @store: the store
 * @idea: an idea's key
 * @author: a partner's id
 *
 * Returns: (transfer full) (nullable): what @author said of it, as far as the reader may see that
 */
char *
reknit_idea_rating_look_up (ReknitStore *store,
                            const char  *idea,
                            gint64       author)
{
  g_autoptr (GHashTable) said = reknit_idea_rating_list_own (store, author);

  return g_strdup (g_hash_table_lookup (said, idea));
}

typedef struct
{
  const char *idea;
  gint64      author;
  const char *rating;
} Saying;

/* What was refused is written whatever was said, so that the file does not tell when it changed. */
static gboolean
say (ReknitStore  *store,
     gpointer      data,
     GError      **error)
{
  Saying *saying = data;
  gboolean refused = g_strcmp0 (saying->rating, REKNIT_IDEA_NO) == 0;
  g_autoptr (ReknitIdeaRating) before = find (store, saying->idea, saying->author);
  g_autoptr (ReknitIdeaRating) now = NULL;

  if (before != NULL && !reknit_store_remove (store, REKNIT_RECORD (before), error))
    return FALSE;
  if (!reknit_idea_refusals_put (store, saying->author, saying->idea, refused, error))
    return FALSE;
  if (saying->rating == NULL || refused)
    return TRUE;
  now = g_object_new (REKNIT_TYPE_IDEA_RATING, "idea", saying->idea, "author", saying->author, "rating", saying->rating, NULL);
  return reknit_store_put (store, REKNIT_RECORD (now), error);
}

/**
 * reknit_idea_rating_say:
 * @store: the store
 * @label: (nullable): what the step is called when it is undone
 * @idea: an idea's key
 * @author: who says it, in their own seat
 * @rating: (nullable): %REKNIT_IDEA_LOVE, … %REKNIT_IDEA_NO; %NULL to take it back
 * @error: return location
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_idea_rating_say (ReknitStore  *store,
                        const char   *label,
                        const char   *idea,
                        gint64        author,
                        const char   *rating,
                        GError      **error)
{
  Saying saying = { idea, author, rating };

  return reknit_store_transact (store, label, say, &saying, error);
}

static void
match_free (gpointer data)
{
  ReknitIdeaMatch *match = data;

  g_free (match->idea);
  g_free (match->last_done);
  g_free (match);
}

#define WARMTH(rating) "CASE " rating " WHEN 'love' THEN 3 WHEN 'like' THEN 2 ELSE 1 END"

#define DONE_JOINS(idea) " LEFT JOIN plan_details ON plan_details.idea = " idea                                     \
  " LEFT JOIN plan ON plan.id = plan_details.plan AND plan.state = 'done'"

static GPtrArray *
read_matches (ReknitStatement *statement)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func (match_free);
  gboolean has_row;

  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    {
      ReknitIdeaMatch *match = g_new (ReknitIdeaMatch, 1);

      *match = (ReknitIdeaMatch) {
        .idea = g_strdup (reknit_statement_get_text (statement, 0)),
        .warmth = (guint) reknit_statement_get_integer (statement, 1),
        .times_done = (guint) reknit_statement_get_integer (statement, 2),
        .last_done = g_strdup (reknit_statement_get_text (statement, 3)),
      };
      g_ptr_array_add (matches, match);
    }
  return matches;
}

/**
 * reknit_idea_rating_list_matches:
 * @store: the store
 *
 * Returns: (transfer full) (element-type ReknitIdeaMatch): what both would like to do: first what they have not done
 *   for longest, of that the warmest
 */
GPtrArray *
reknit_idea_rating_list_matches (ReknitStore *store)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store,
    "SELECT mine.idea, " WARMTH ("mine.rating") " + " WARMTH ("yours.rating") " AS warmth, count (plan.id), max (plan.starts)"
    " FROM idea_rating AS mine JOIN idea_rating AS yours ON yours.idea = mine.idea AND yours.author > mine.author"
    DONE_JOINS ("mine.idea")
    " GROUP BY mine.idea ORDER BY coalesce (max (plan.starts), ''), warmth DESC, mine.idea");

  return read_matches (statement);
}

/**
 * reknit_idea_rating_list_warm:
 * @store: the store
 * @author: a partner's id
 *
 * For somebody who uses the program alone.
 *
 * Returns: (transfer full) (element-type ReknitIdeaMatch): what @author would like to do, in the order of matches
 */
GPtrArray *
reknit_idea_rating_list_warm (ReknitStore *store,
                              gint64       author)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store,
    "SELECT mine.idea, 2 * " WARMTH ("mine.rating") " AS warmth, count (plan.id), max (plan.starts)"
    " FROM idea_rating AS mine" DONE_JOINS ("mine.idea")
    " WHERE mine.author = :author"
    " GROUP BY mine.idea ORDER BY coalesce (max (plan.starts), ''), warmth DESC, mine.idea");

  reknit_statement_bind_integer (statement, ":author", author);
  return read_matches (statement);
}

/**
 * reknit_idea_rating_list_done:
 * @store: the store
 *
 * Returns: (transfer full) (element-type ReknitIdeaMatch): every idea that was done, whatever was said of it
 */
GPtrArray *
reknit_idea_rating_list_done (ReknitStore *store)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store,
    "SELECT plan_details.idea, 0, count (*), max (plan.starts)"
    " FROM plan_details JOIN plan ON plan.id = plan_details.plan AND plan.state = 'done'"
    " WHERE typeof (plan_details.idea) = 'text' AND plan_details.idea <> '' GROUP BY plan_details.idea");

  return read_matches (statement);
}

/**
 * reknit_idea_rating_list_unwanted:
 * @store: the store
 * @author: a partner's id, in their own seat
 *
 * Returns: (transfer full) (element-type utf8): the keys of the ideas that @author said “no” to, as a set
 */
GHashTable *
reknit_idea_rating_list_unwanted (ReknitStore *store,
                                  gint64       author)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) refused = reknit_idea_refusals_list (store, author);

  for (guint i = 0; i < refused->len; i++)
    g_hash_table_add (keys, g_strdup (refused->pdata[i]));
  return keys;
}
