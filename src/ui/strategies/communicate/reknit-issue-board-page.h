#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_ISSUE_BOARD_PAGE (reknit_issue_board_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIssueBoardPage, reknit_issue_board_page, REKNIT, ISSUE_BOARD_PAGE, ReknitPracticePage)

void reknit_issue_board_page_register (void);

G_END_DECLS
