#include "reknit-own-idea.h"

/**
 * ReknitOwnIdea:
 *
 * An idea that one of the two had, beside those that come with the program. What it asks for is a set of traits, as
 * theirs is.
 */
static const ReknitColumn columns[] = {
  { "author",  REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared",  REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "title",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "summary", REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "traits",  REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitOwnIdea, reknit_own_idea, "own_idea", columns)

/**
 * reknit_own_idea_query:
 *
 * Returns: (transfer full): the ideas of the two that the reader may see, the latest first
 */
ReknitQuery *
reknit_own_idea_query (void)
{
  return reknit_query_new (REKNIT_TYPE_OWN_IDEA, NULL, "id DESC");
}

/**
 * reknit_own_idea_get_key:
 * @self: a stored idea
 *
 * Returns: (transfer full): what ratings and plans call it by; no idea of the content is called so
 */
char *
reknit_own_idea_get_key (ReknitOwnIdea *self)
{
  return g_strdup_printf ("own:%" G_GINT64_FORMAT, reknit_record_get_id (REKNIT_RECORD (self)));
}
