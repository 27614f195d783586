#include "reknit-draft.h"

/**
 * ReknitDraft:
 *
 * Text that was typed and not yet saved. It has an owner and is never shared, so that it is sealed from its first
 * letter on; without an owner it belongs to the seat of both.
 */
static const ReknitColumn columns[] = {
  { "author",  REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "form",    REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "subject", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "body",    REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
};

REKNIT_DEFINE_RECORD (ReknitDraft, reknit_draft, "draft", columns)

/**
 * reknit_draft_find:
 * @store: the store
 * @author: whose draft; 0 for both
 * @form: the form it was typed into
 * @subject: the record that the form edits; 0 for a new one
 *
 * Returns: (transfer full) (nullable): what was left there
 */
ReknitDraft *
reknit_draft_find (ReknitStore *store,
                   gint64       author,
                   const char  *form,
                   gint64       subject)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_DRAFT, "coalesce (author, 0) = :author AND form = :form AND subject = :subject", NULL);

  reknit_query_bind_integer (query, ":author", author);
  reknit_query_bind_text (query, ":form", form);
  reknit_query_bind_integer (query, ":subject", subject);
  return reknit_store_first (store, query);
}
