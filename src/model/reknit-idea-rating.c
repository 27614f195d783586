#include "reknit-idea-rating.h"

#include "reknit-clock.h"

/**
 * ReknitIdeaRating:
 *
 * What one of the two thinks of an idea, said blind. A “no” is its author's own and sealed, for good, together with what
 * it was said of: that a row is sealed at all says “no”. Anything warmer lies open to the program, which tells the other
 * one of it only where both are warm.
 */
static const ReknitColumn columns[] = {
  { "idea",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
  { "author", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared", REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "rating", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
};

REKNIT_DEFINE_RECORD (ReknitIdeaRating, reknit_idea_rating, "idea_rating", columns)

/**
 * reknit_idea_rating_query_own:
 * @author: a partner's id
 *
 * Returns: (transfer full): what @author has rated; asked in their own seat
 */
ReknitQuery *
reknit_idea_rating_query_own (gint64 author)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_IDEA_RATING, "author = :author", "id"), ":author", author);
}

/* What is sealed can't be looked for in the file. */
static ReknitIdeaRating *
find (ReknitStore *store,
      const char  *idea,
      gint64       author)
{
  g_autoptr (ReknitQuery) query = reknit_idea_rating_query_own (author);
  g_autoptr (GPtrArray) ratings = reknit_store_all (store, query);

  for (guint i = 0; i < ratings->len; i++)
    if (g_strcmp0 (reknit_record_get_text (ratings->pdata[i], "idea"), idea) == 0)
      return g_object_ref (ratings->pdata[i]);
  return NULL;
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
  g_autoptr (ReknitQuery) query = reknit_idea_rating_query_own (author);
  g_autoptr (GPtrArray) ratings = reknit_store_all (store, query);

  for (guint i = 0; i < ratings->len; i++)
    {
      const char *idea = reknit_record_get_text (ratings->pdata[i], "idea");
      const char *rating = reknit_record_get_text (ratings->pdata[i], "rating");

      if (idea != NULL && rating != NULL)
        g_hash_table_insert (said, g_strdup (idea), g_strdup (rating));
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
  g_autoptr (ReknitIdeaRating) rating = find (store, idea, author);

  return rating != NULL ? g_strdup (reknit_record_get_text (rating, "rating")) : NULL;
}

typedef struct
{
  const char *idea;
  gint64      author;
  const char *rating;
} Saying;

/* Never a change of the row: a “no” must not be told from the trace of a warmer word, nor the other way round. */
static gboolean
say (ReknitStore  *store,
     gpointer      data,
     GError      **error)
{
  Saying *saying = data;
  gboolean warm = g_strcmp0 (saying->rating, REKNIT_IDEA_NO) != 0;
  g_autoptr (ReknitIdeaRating) before = find (store, saying->idea, saying->author);
  g_autoptr (ReknitIdeaRating) now = NULL;

  if (before != NULL && !reknit_store_remove (store, REKNIT_RECORD (before), error))
    return FALSE;
  if (saying->rating == NULL)
    return TRUE;

  now = g_object_new (REKNIT_TYPE_IDEA_RATING, "idea", saying->idea, "author", saying->author, "rating", saying->rating,
                      "shared", warm ? reknit_clock_now (reknit_clock_get_default ()) : (gint64) 0, NULL);
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
    " WHERE mine.shared IS NOT NULL AND yours.shared IS NOT NULL"
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
    " WHERE mine.shared IS NOT NULL AND mine.author = :author"
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
  GHashTable *said = reknit_idea_rating_list_own (store, author);
  GHashTableIter iter;
  gpointer rating;

  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, NULL, &rating))
    if (!g_str_equal (rating, REKNIT_IDEA_NO))
      g_hash_table_iter_remove (&iter);
  return said;
}
