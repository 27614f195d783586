#pragma once

#include "reknit-agreement.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

/**
 * ReknitAgreementTexts:
 * @kind: the kind of agreement
 * @suggestions: the list in the content to start from; %NULL for none
 * @title: what it is called
 * @empty_title: what stands on the page while there is none
 * @empty_text: what it is good for
 * @alone_text: what one can do with it alone
 *
 * What the page of an agreement says, by its kind. All translated.
 */
typedef struct
{
  const char *kind;
  const char *suggestions;
  const char *title;
  const char *empty_title;
  const char *empty_text;
  const char *alone_text;
} ReknitAgreementTexts;

const ReknitAgreementTexts *reknit_agreement_texts_for_kind  (const char *kind);
char *reknit_agreement_text_for_missing   (ReknitSeats *seats, ReknitAgreementRevision *revision);
char *reknit_agreement_text_for_signature (ReknitAgreementRevision *revision, ReknitPartner *partner);
char *reknit_agreement_text_for_changes   (GPtrArray *changes);
char *reknit_agreement_text_for_card      (ReknitSeats *seats, const char *kind);

G_END_DECLS
