#pragma once

#include "reknit-issue.h"
#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_ISSUE_PAGE (reknit_issue_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIssuePage, reknit_issue_page, REKNIT, ISSUE_PAGE, GtkWidget)

GtkWidget *reknit_issue_page_new (ReknitPracticePage *page, ReknitIssue *issue);

G_END_DECLS
