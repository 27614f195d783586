#pragma once

#include <gtk/gtk.h>

#include "reknit-agreement.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

/* The versions of an agreement: a row for each, and the page of one. */

GtkWidget *reknit_agreement_history_create_row  (ReknitSeats *seats, ReknitAgreementRevision *revision);
GtkWidget *reknit_agreement_history_create_page (ReknitSeats *seats, ReknitAgreementRevision *revision);
char      *reknit_agreement_history_name        (ReknitAgreementRevision *revision);

G_END_DECLS
