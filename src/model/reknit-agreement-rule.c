#include "reknit-agreement-rule.h"

/**
 * ReknitAgreementRule:
 *
 * One sentence of an agreement, at its place.
 */
static const ReknitColumn columns[] = {
  { "revision", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "position", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "body",     REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEARCHED },
};

REKNIT_DEFINE_RECORD (ReknitAgreementRule, reknit_agreement_rule, "agreement_rule", columns)

/**
 * reknit_agreement_rule_query:
 * @revision: the id of a revision
 *
 * Returns: (transfer full): its rules in their order
 */
ReknitQuery *
reknit_agreement_rule_query (gint64 revision)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_AGREEMENT_RULE, "revision = :revision", "position, id");

  return reknit_query_bind_integer (query, ":revision", revision);
}
