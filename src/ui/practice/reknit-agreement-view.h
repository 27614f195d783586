#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGREEMENT_VIEW (reknit_agreement_view_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAgreementView, reknit_agreement_view, REKNIT, AGREEMENT_VIEW, GtkWidget)

GtkWidget *reknit_agreement_view_new (ReknitPracticePage *page, const char *kind);

G_END_DECLS
