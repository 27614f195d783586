#include "reknit-agreement.h"

/**
 * ReknitAgreement:
 *
 * A text that both sign. What it says stands in its revisions.
 */
static const ReknitColumn columns[] = {
  { "kind",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "ended", REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitAgreement, reknit_agreement, "agreement", columns)

/**
 * reknit_agreement_find:
 * @store: the store
 * @kind: such as %REKNIT_AGREEMENT_GROUND_RULES
 *
 * Returns: (transfer full) (nullable): the agreement of that kind that has not been ended
 */
ReknitAgreement *
reknit_agreement_find (ReknitStore *store,
                       const char  *kind)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_AGREEMENT, "kind = :kind AND ended IS NULL", "id DESC");

  return reknit_store_first (store, reknit_query_bind_text (query, ":kind", kind));
}

/**
 * reknit_agreement_get_latest:
 * @self: a stored agreement
 *
 * Returns: (transfer full) (nullable): its newest revision, signed or not
 */
ReknitAgreementRevision *
reknit_agreement_get_latest (ReknitAgreement *self)
{
  ReknitRecord *record = REKNIT_RECORD (self);
  g_autoptr (ReknitQuery) query = reknit_agreement_revision_query (reknit_record_get_id (record));

  return reknit_store_first (reknit_record_get_store (record), query);
}

/**
 * reknit_agreement_get_in_force:
 * @self: a stored agreement
 *
 * Returns: (transfer full) (nullable): its newest revision that every partner has signed: what holds while a
 *   change still waits for a signature
 */
ReknitAgreementRevision *
reknit_agreement_get_in_force (ReknitAgreement *self)
{
  ReknitRecord *record = REKNIT_RECORD (self);
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_AGREEMENT_REVISION,
                      "agreement = :agreement AND (SELECT count (*) FROM signature WHERE revision = agreement_revision.id)"
                      " >= (SELECT count (*) FROM partner)",
                      "number DESC");

  reknit_query_bind_integer (query, ":agreement", reknit_record_get_id (record));
  return reknit_store_first (reknit_record_get_store (record), query);
}

typedef struct
{
  const char *kind;
  const char *const *rules;
  ReknitAgreementRevision *revision;
} Revising;

static ReknitAgreementRevision *
open_revision (ReknitStore      *store,
               ReknitAgreement  *agreement,
               GError          **error)
{
  g_autoptr (ReknitAgreementRevision) latest = reknit_agreement_get_latest (agreement);
  g_autoptr (ReknitAgreementRevision) next = NULL;

  if (latest != NULL && !reknit_agreement_revision_is_signed (latest))
    return reknit_agreement_revision_clear (latest, error) ? g_steal_pointer (&latest) : NULL;

  next = g_object_new (REKNIT_TYPE_AGREEMENT_REVISION,
                       "agreement", reknit_record_get_id (REKNIT_RECORD (agreement)),
                       "number", latest != NULL ? reknit_record_get_integer (latest, "number") + 1 : (gint64) 1,
                       NULL);
  return reknit_store_put (store, REKNIT_RECORD (next), error) ? g_steal_pointer (&next) : NULL;
}

static gboolean
revise (ReknitStore  *store,
        gpointer      data,
        GError      **error)
{
  Revising *revising = data;
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (store, revising->kind);

  if (agreement == NULL)
    {
      agreement = g_object_new (REKNIT_TYPE_AGREEMENT, "kind", revising->kind, NULL);
      if (!reknit_store_put (store, REKNIT_RECORD (agreement), error))
        return FALSE;
    }

  revising->revision = open_revision (store, agreement, error);
  return revising->revision != NULL && reknit_agreement_revision_fill (revising->revision, revising->rules, error);
}

/**
 * reknit_agreement_revise:
 * @store: the store
 * @label: what the step is called when it is undone
 * @kind: such as %REKNIT_AGREEMENT_GROUND_RULES; an agreement of that kind is begun if there is none
 * @rules: (array zero-terminated=1): its rules from now on, in their order
 * @error: return location
 *
 * Writes the rules into a new revision, which nobody has signed. A revision that nobody has signed yet is
 * written over: there was no word to keep. A signed one is never touched.
 *
 * Returns: (transfer full) (nullable): the revision to sign, or %NULL with @error
 */
ReknitAgreementRevision *
reknit_agreement_revise (ReknitStore        *store,
                         const char         *label,
                         const char         *kind,
                         const char *const  *rules,
                         GError            **error)
{
  Revising revising = { kind, rules, NULL };

  if (!reknit_store_transact (store, label, revise, &revising, error))
    g_clear_object (&revising.revision);

  return revising.revision;
}
