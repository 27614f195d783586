#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_DATES_PAGE (reknit_dates_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitDatesPage, reknit_dates_page, REKNIT, DATES_PAGE, ReknitPracticePage)

void reknit_dates_page_register (void);

G_END_DECLS
