#include "reknit-idea-rest.h"

#include <string.h>

#define MARK_LENGTH 32

/**
 * ReknitIdeaRest:
 *
 * That somebody said “not now” of an idea: it is suggested to nobody then. Who said it is that person's own, and sealed;
 * what the two said together has no author.
 */
static const ReknitColumn columns[] = {
  { "idea",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
  { "author", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared", REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
};

REKNIT_DEFINE_RECORD (ReknitIdeaRest, reknit_idea_rest, "idea_rest", columns)

/**
 * ReknitIdeaRestMarks:
 *
 * Which ideas rest, for whoever sits there: one row for both, with a mark for each “not now”, in an order that tells
 * nothing of when and by whom it was said. A mark is made from the idea and a chance value, so that it is no word in the
 * file. Who has the file can still find out which ideas rest, as anybody can who sees that they are not suggested.
 */
static const ReknitColumn marks_columns[] = {
  { "marks", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitIdeaRestMarks, reknit_idea_rest_marks, "idea_rest_marks", marks_columns)

/* The chance value is the first of its words. */
static ReknitIdeaRestMarks *
get_marks (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_IDEA_REST_MARKS, NULL, "id");
  ReknitIdeaRestMarks *marks = reknit_store_first (store, query);
  g_autofree char *chance = NULL;

  if (marks != NULL)
    return marks;
  chance = g_uuid_string_random ();
  return g_object_new (REKNIT_TYPE_IDEA_REST_MARKS, "marks", chance, NULL);
}

static char *
make_mark (const char *chance,
           const char *idea)
{
  char *mark = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) chance, strlen (chance), idea, -1);

  mark[MARK_LENGTH] = '\0';
  return mark;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Each “not now” has a mark of its own, so that one can be taken back while the other stays. */
static gboolean
put_mark (ReknitStore  *store,
          const char   *idea,
          gboolean      rests,
          GError      **error)
{
  g_autoptr (ReknitIdeaRestMarks) marks = get_marks (store);
  g_auto (GStrv) words = g_strsplit (reknit_record_get_text (marks, "marks"), " ", -1);
  g_autofree char *mark = make_mark (words[0], idea);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autofree char *text = NULL;
  guint place;

  for (guint i = 1; words[i] != NULL; i++)
    g_ptr_array_add (left, words[i]);
  if (rests)
    g_ptr_array_add (left, mark);
  else if (g_ptr_array_find_with_equal_func (left, mark, g_str_equal, &place))
    g_ptr_array_remove_index (left, place);
  g_ptr_array_sort (left, compare_marks);
  g_ptr_array_insert (left, 0, words[0]);
  g_ptr_array_add (left, NULL);
  text = g_strjoinv (" ", (char **) left->pdata);
  g_object_set (marks, "marks", text, NULL);
  return reknit_store_put (store, REKNIT_RECORD (marks), error);
}

/* What @author may take back: their own, and what the two said together. */
static GPtrArray *
list_rests (ReknitStore *store,
            gint64       author)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_IDEA_REST, "author IS NULL OR author = :author", "author IS NULL, id DESC");

  reknit_query_bind_integer (query, ":author", author);
  return reknit_store_all (store, query);
}

static ReknitIdeaRest *
find_rest (GPtrArray  *rests,
           const char *idea)
{
  for (guint i = 0; i < rests->len; i++)
    if (g_strcmp0 (reknit_record_get_text (rests->pdata[i], "idea"), idea) == 0)
      return rests->pdata[i];
  return NULL;
}

typedef struct
{
  const char *idea;
  gint64      author;
  gboolean    rests;
} Saying;

static gboolean
say (ReknitStore  *store,
     gpointer      data,
     GError      **error)
{
  Saying *saying = data;
  g_autoptr (GPtrArray) rests = list_rests (store, saying->author);
  ReknitIdeaRest *before = find_rest (rests, saying->idea);
  g_autoptr (ReknitIdeaRest) now = NULL;

  if ((before != NULL) == saying->rests)
    return TRUE;
  if (!put_mark (store, saying->idea, saying->rests, error))
    return FALSE;
  if (before != NULL)
    return reknit_store_remove (store, REKNIT_RECORD (before), error);
  now = g_object_new (REKNIT_TYPE_IDEA_REST, "idea", saying->idea, "author", saying->author, NULL);
  return reknit_store_put (store, REKNIT_RECORD (now), error);
}

/**
 * reknit_idea_rest_begin:
 * @store: the store
 * @idea: an idea's key
 * @author: who says “not now”, in their own seat; 0 for the two together
 * @error: return location
 *
 * Lets an idea rest. It is no step that undo takes back: the name of such a step would tell the other of it.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_idea_rest_begin (ReknitStore  *store,
                        const char   *idea,
                        gint64        author,
                        GError      **error)
{
  Saying saying = { idea, author, TRUE };

  return reknit_store_transact (store, NULL, say, &saying, error);
}

/**
 * reknit_idea_rest_end:
 * @store: the store
 * @idea: an idea's key
 * @author: who takes “not now” back; 0 for the two together
 * @error: return location
 *
 * Takes back what @author or the two have said. What the other said of the same idea stays.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_idea_rest_end (ReknitStore  *store,
                      const char   *idea,
                      gint64        author,
                      GError      **error)
{
  Saying saying = { idea, author, FALSE };

  return reknit_store_transact (store, NULL, say, &saying, error);
}

/**
 * reknit_idea_rest_list_own:
 * @store: the store
 * @author: a partner's id, in their own seat; 0 for the two together
 *
 * Returns: (transfer full) (element-type utf8): the keys of the ideas that @author or the two let rest, @author's first
 */
GPtrArray *
reknit_idea_rest_list_own (ReknitStore *store,
                           gint64       author)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rests = list_rests (store, author);

  for (guint i = 0; i < rests->len; i++)
    if (reknit_record_get_text (rests->pdata[i], "idea") != NULL)
      g_ptr_array_add (keys, g_strdup (reknit_record_get_text (rests->pdata[i], "idea")));
  return keys;
}

/**
 * reknit_idea_rest_find:
 * @store: the store
 * @ideas: (array zero-terminated=1): the keys of ideas
 *
 * Returns: (transfer full) (element-type utf8): those of @ideas that are suggested to nobody, as a set
 */
GHashTable *
reknit_idea_rest_find (ReknitStore       *store,
                       const char *const *ideas)
{
  GHashTable *resting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ReknitIdeaRestMarks) marks = get_marks (store);
  g_auto (GStrv) words = g_strsplit (reknit_record_get_text (marks, "marks"), " ", -1);

  if (words[1] == NULL)
    return resting;
  for (guint i = 0; ideas[i] != NULL; i++)
    {
      g_autofree char *mark = make_mark (words[0], ideas[i]);

      if (g_strv_contains ((const char *const *) words + 1, mark))
        g_hash_table_add (resting, g_strdup (ideas[i]));
    }
  return resting;
}
