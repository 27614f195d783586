#pragma once

#include "reknit-store.h"
#include "reknit-partner.h"
#include "reknit-signature.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGREEMENT_REVISION (reknit_agreement_revision_get_type ())
REKNIT_DECLARE_RECORD (ReknitAgreementRevision, reknit_agreement_revision, REKNIT, AGREEMENT_REVISION)

ReknitQuery     *reknit_agreement_revision_query         (gint64 agreement);
ReknitAgreementRevision *reknit_agreement_revision_get_previous (ReknitAgreementRevision *self);
char           **reknit_agreement_revision_dup_rules     (ReknitAgreementRevision *self);
gboolean         reknit_agreement_revision_is_signed     (ReknitAgreementRevision *self);
gboolean         reknit_agreement_revision_is_complete   (ReknitAgreementRevision *self);
ReknitSignature *reknit_agreement_revision_get_signature (ReknitAgreementRevision *self, ReknitPartner *partner);
gboolean         reknit_agreement_revision_sign          (ReknitAgreementRevision *self, const char *label,
                                                          ReknitPartner *partner, GError **error);
gboolean         reknit_agreement_revision_fill          (ReknitAgreementRevision *self, const char *const *rules,
                                                          GError **error);
gboolean         reknit_agreement_revision_clear         (ReknitAgreementRevision *self, GError **error);
gboolean         reknit_agreement_revision_withdraw      (ReknitAgreementRevision *self, const char *label,
                                                          GError **error);

G_END_DECLS
