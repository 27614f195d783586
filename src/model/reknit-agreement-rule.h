#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGREEMENT_RULE (reknit_agreement_rule_get_type ())
REKNIT_DECLARE_RECORD (ReknitAgreementRule, reknit_agreement_rule, REKNIT, AGREEMENT_RULE)

ReknitQuery *reknit_agreement_rule_query (gint64 revision);

G_END_DECLS
