#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_FEELINGS_PAGE (reknit_feelings_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitFeelingsPage, reknit_feelings_page, REKNIT, FEELINGS_PAGE, ReknitPracticePage)

void reknit_feelings_page_register (void);

G_END_DECLS
