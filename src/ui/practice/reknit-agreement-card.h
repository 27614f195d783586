#pragma once

#include <gtk/gtk.h>

#include "reknit-agreement.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGREEMENT_CARD (reknit_agreement_card_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAgreementCard, reknit_agreement_card, REKNIT, AGREEMENT_CARD, GtkWidget)

/* What of a revision is shown: its rules alone, with signatures, or with what has changed as well. */
typedef enum
{
  REKNIT_AGREEMENT_CARD_RULES,
  REKNIT_AGREEMENT_CARD_SIGNATURES,
  REKNIT_AGREEMENT_CARD_CHANGES,
} ReknitAgreementCardStyle;

GtkWidget *reknit_agreement_card_new  (ReknitSeats *seats, ReknitAgreementRevision *revision,
                                       ReknitAgreementCardStyle style);

G_END_DECLS
