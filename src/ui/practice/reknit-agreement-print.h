#pragma once

#include <gtk/gtk.h>

#include "reknit-agreement.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

GtkPrintOperation *reknit_agreement_print_new (ReknitSeats *seats, ReknitAgreementRevision *revision, const char *title);

G_END_DECLS
