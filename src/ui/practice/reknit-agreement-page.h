#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGREEMENT_PAGE (reknit_agreement_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAgreementPage, reknit_agreement_page, REKNIT, AGREEMENT_PAGE, ReknitPracticePage)

/* Works any practice whose tool is "agreement"; the parameter `kind` says which agreement it is. */

void reknit_agreement_page_register (void);

G_END_DECLS
