#pragma once

#include "reknit-issue.h"
#include "reknit-practice-page.h"

G_BEGIN_DECLS

GtkWidget *reknit_issue_left_new      (ReknitPracticePage *page, ReknitIssue *issue);
GtkWidget *reknit_issue_left_new_card (ReknitSeats *seats, ReknitRecord *view);

G_END_DECLS
