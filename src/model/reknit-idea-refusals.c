#include "reknit-idea-refusals.h"

/* Sealed text is padded to such lengths; what is written is as long at once. */
#define PAGE 4096

/**
 * ReknitIdeaRefusals:
 *
 * All that one of the two said “no” to, in one row that is theirs alone and sealed for good. A row for each would tell by
 * their number how much of what is not open was refused, and by its place among the open ones what it was said of. This
 * one is written anew with whatever is rated, and is as long for none as for a hundred.
 */
static const ReknitColumn columns[] = {
  { "author", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "ideas",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
};

REKNIT_DEFINE_RECORD (ReknitIdeaRefusals, reknit_idea_refusals, "idea_refusals", columns)

static ReknitIdeaRefusals *
find (ReknitStore *store,
      gint64       author)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_IDEA_REFUSALS, "author = :author", NULL);

  reknit_query_bind_integer (query, ":author", author);
  return reknit_store_first (store, query);
}

/* The first of its words is a chance value, so that it is another text each time. */
static GPtrArray *
read_ideas (ReknitIdeaRefusals *refusals)
{
  GPtrArray *ideas = g_ptr_array_new_with_free_func (g_free);
  const char *text = refusals != NULL ? reknit_record_get_text (refusals, "ideas") : NULL;
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (ideas, g_strdup (words[i]));
  return ideas;
}

static char *
write_ideas (GPtrArray *ideas)
{
  g_autofree char *chance = g_uuid_string_random ();
  GString *text = g_string_new (chance);

  for (guint i = 0; i < ideas->len; i++)
    g_string_append_printf (text, " %s", (const char *) ideas->pdata[i]);
  while ((text->len + 1) % PAGE != 0)
    g_string_append_c (text, ' ');
  return g_string_free (text, FALSE);
}

/**
 * reknit_idea_refusals_list:
 * @store: the store
 * @author: a partner's id
 *
 * Returns: (transfer full) (element-type utf8): the keys of the ideas that @author said “no” to, in the order in which
 *   that was said; none outside their seat
 */
GPtrArray *
reknit_idea_refusals_list (ReknitStore *store,
                           gint64       author)
{
  g_autoptr (ReknitIdeaRefusals) refusals = find (store, author);

  return read_ideas (refusals);
}

/**
 * reknit_idea_refusals_put:
 * @store: the store, in a transaction
 * @author: a partner's id, in their own seat
 * @idea: an idea's key
 * @refused: whether it is refused from now on
 * @error: return location
 *
 * Writes the row also where nothing of it changes, so that its time tells nothing either.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_idea_refusals_put (ReknitStore  *store,
                          gint64        author,
                          const char   *idea,
                          gboolean      refused,
                          GError      **error)
{
  g_autoptr (ReknitIdeaRefusals) refusals = find (store, author);
  g_autoptr (GPtrArray) ideas = read_ideas (refusals);
  g_autofree char *text = NULL;
  guint place;

  if (g_ptr_array_find_with_equal_func (ideas, idea, g_str_equal, &place))
    g_ptr_array_remove_index (ideas, place);
  if (refused)
    g_ptr_array_add (ideas, g_strdup (idea));
  if (refusals == NULL)
    refusals = g_object_new (REKNIT_TYPE_IDEA_REFUSALS, "author", author, NULL);
  text = write_ideas (ideas);
  g_object_set (refusals, "ideas", text, NULL);
  return reknit_store_put (store, REKNIT_RECORD (refusals), error);
}
