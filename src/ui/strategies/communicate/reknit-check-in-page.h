#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_PAGE (reknit_check_in_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInPage, reknit_check_in_page, REKNIT, CHECK_IN_PAGE, ReknitPracticePage)

void reknit_check_in_page_register (void);

G_END_DECLS
