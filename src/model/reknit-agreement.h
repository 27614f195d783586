#pragma once

#include "reknit-store.h"
#include "reknit-agreement-revision.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGREEMENT (reknit_agreement_get_type ())
REKNIT_DECLARE_RECORD (ReknitAgreement, reknit_agreement, REKNIT, AGREEMENT)

#define REKNIT_AGREEMENT_GROUND_RULES "ground-rules"

ReknitAgreement         *reknit_agreement_find          (ReknitStore *store, const char *kind);
ReknitAgreementRevision *reknit_agreement_get_latest    (ReknitAgreement *self);
ReknitAgreementRevision *reknit_agreement_get_in_force  (ReknitAgreement *self);
ReknitAgreementRevision *reknit_agreement_revise        (ReknitStore *store, const char *label, const char *kind,
                                                         const char *const *rules, GError **error);

G_END_DECLS
