#include "reknit-agreement-revision.h"

/**
 * ReknitAgreementRevision:
 *
 * One wording of an agreement, with the signatures that were given to it and to no other.
 */
static const ReknitColumn columns[] = {
  { "agreement", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "number",    REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitAgreementRevision, reknit_agreement_revision, "agreement_revision", columns)

#include "reknit-agreement-rule.h"

/**
 * reknit_agreement_revision_query:
 * @agreement: an agreement's id
 *
 * Returns: (transfer full): its revisions, the newest first
 */
ReknitQuery *
reknit_agreement_revision_query (gint64 agreement)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_AGREEMENT_REVISION, "agreement = :agreement", "number DESC");

  return reknit_query_bind_integer (query, ":agreement", agreement);
}

/**
 * reknit_agreement_revision_get_previous:
 * @self: a stored revision
 *
 * Returns: (transfer full) (nullable): the revision that held before this one: the newest older one that every
 *   partner has signed
 */
ReknitAgreementRevision *
reknit_agreement_revision_get_previous (ReknitAgreementRevision *self)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_AGREEMENT_REVISION,
                      "agreement = :agreement AND number < :number"
                      " AND (SELECT count (*) FROM signature WHERE revision = agreement_revision.id)"
                      " >= (SELECT count (*) FROM partner)",
                      "number DESC");

  reknit_query_bind_integer (query, ":agreement", reknit_record_get_integer (self, "agreement"));
  reknit_query_bind_integer (query, ":number", reknit_record_get_integer (self, "number"));
  return reknit_store_first (reknit_record_get_store (REKNIT_RECORD (self)), query);
}

/**
 * reknit_agreement_revision_dup_rules:
 * @self: a stored revision
 *
 * Returns: (transfer full) (array zero-terminated=1): its rules in their order
 */
char **
reknit_agreement_revision_dup_rules (ReknitAgreementRevision *self)
{
  g_autoptr (ReknitQuery) query = reknit_agreement_rule_query (reknit_record_get_id (REKNIT_RECORD (self)));
  g_autoptr (GPtrArray) rules = reknit_store_all (reknit_record_get_store (REKNIT_RECORD (self)), query);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < rules->len; i++)
    {
      const char *body = reknit_record_get_text (g_ptr_array_index (rules, i), "body");

      g_strv_builder_add (builder, body != NULL ? body : "");
    }
  return g_strv_builder_end (builder);
}

static guint
count_signatures (ReknitAgreementRevision *self)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_SIGNATURE, "revision = :revision", NULL);

  reknit_query_bind_integer (query, ":revision", reknit_record_get_id (REKNIT_RECORD (self)));
  return reknit_store_count (reknit_record_get_store (REKNIT_RECORD (self)), query);
}

/**
 * reknit_agreement_revision_is_signed:
 * @self: a stored revision
 *
 * Returns: whether anybody has signed it, so that it can no longer change
 */
gboolean
reknit_agreement_revision_is_signed (ReknitAgreementRevision *self)
{
  return count_signatures (self) > 0;
}

/**
 * reknit_agreement_revision_is_complete:
 * @self: a stored revision
 *
 * Returns: whether every partner has signed it
 */
gboolean
reknit_agreement_revision_is_complete (ReknitAgreementRevision *self)
{
  g_autoptr (ReknitQuery) partners = reknit_partner_query ();

  return count_signatures (self) >= reknit_store_count (reknit_record_get_store (REKNIT_RECORD (self)), partners);
}

/**
 * reknit_agreement_revision_get_signature:
 * @self: a stored revision
 * @partner: one of the two
 *
 * Returns: (transfer full) (nullable): @partner's signature under it
 */
ReknitSignature *
reknit_agreement_revision_get_signature (ReknitAgreementRevision *self,
                                         ReknitPartner           *partner)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_SIGNATURE, "revision = :revision AND partner = :partner", NULL);

  reknit_query_bind_integer (query, ":revision", reknit_record_get_id (REKNIT_RECORD (self)));
  reknit_query_bind_integer (query, ":partner", reknit_record_get_id (REKNIT_RECORD (partner)));
  return reknit_store_first (reknit_record_get_store (REKNIT_RECORD (self)), query);
}

/**
 * reknit_agreement_revision_sign:
 * @self: a stored revision
 * @label: what the step is called when it is undone
 * @partner: who signs; the caller sees to it that they sit in their own seat
 * @error: return location
 *
 * Returns: %FALSE with @error when it could not be written, or was signed already
 */
gboolean
reknit_agreement_revision_sign (ReknitAgreementRevision  *self,
                                const char               *label,
                                ReknitPartner            *partner,
                                GError                  **error)
{
  g_autoptr (ReknitSignature) signature =
    g_object_new (REKNIT_TYPE_SIGNATURE,
                  "revision", reknit_record_get_id (REKNIT_RECORD (self)),
                  "partner", reknit_record_get_id (REKNIT_RECORD (partner)),
                  NULL);

  return reknit_store_save (reknit_record_get_store (REKNIT_RECORD (self)), label, signature, error);
}

/**
 * reknit_agreement_revision_fill:
 * @self: a stored revision without rules
 * @rules: (array zero-terminated=1): the rules, in their order
 * @error: return location
 *
 * Only inside a transaction.
 *
 * Returns: %FALSE with @error when they could not be written
 */
gboolean
reknit_agreement_revision_fill (ReknitAgreementRevision  *self,
                                const char *const        *rules,
                                GError                  **error)
{
  ReknitStore *store = reknit_record_get_store (REKNIT_RECORD (self));

  for (gint64 position = 0; rules[position] != NULL; position++)
    {
      g_autoptr (ReknitAgreementRule) rule =
        g_object_new (REKNIT_TYPE_AGREEMENT_RULE,
                      "revision", reknit_record_get_id (REKNIT_RECORD (self)),
                      "position", position,
                      "body", rules[position],
                      NULL);

      if (!reknit_store_put (store, REKNIT_RECORD (rule), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * reknit_agreement_revision_clear:
 * @self: a stored revision that nobody has signed
 * @error: return location
 *
 * Takes its rules out. Only inside a transaction.
 *
 * Returns: %FALSE with @error when that could not be written
 */
gboolean
reknit_agreement_revision_clear (ReknitAgreementRevision  *self,
                                 GError                  **error)
{
  ReknitStore *store = reknit_record_get_store (REKNIT_RECORD (self));
  g_autoptr (ReknitQuery) query = reknit_agreement_rule_query (reknit_record_get_id (REKNIT_RECORD (self)));
  g_autoptr (GPtrArray) rules = reknit_store_all (store, query);

  for (guint i = 0; i < rules->len; i++)
    if (!reknit_store_remove (store, g_ptr_array_index (rules, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
withdraw (ReknitStore  *store,
          gpointer      data,
          GError      **error)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (REKNIT_TYPE_SIGNATURE, "revision = :revision", "id");
  g_autoptr (GPtrArray) signatures = NULL;

  reknit_query_bind_integer (query, ":revision", reknit_record_get_id (data));
  signatures = reknit_store_all (store, query);
  for (guint i = 0; i < signatures->len; i++)
    if (!reknit_store_remove (store, g_ptr_array_index (signatures, i), error))
      return FALSE;

  return reknit_agreement_revision_clear (data, error) && reknit_store_remove (store, data, error);
}

/**
 * reknit_agreement_revision_withdraw:
 * @self: a stored revision that is not in force
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Takes a proposal back, with the signature that it may have.
 *
 * Returns: %FALSE with @error when that could not be written
 */
gboolean
reknit_agreement_revision_withdraw (ReknitAgreementRevision  *self,
                                    const char               *label,
                                    GError                  **error)
{
  return reknit_store_transact (reknit_record_get_store (REKNIT_RECORD (self)), label, withdraw, self, error);
}
