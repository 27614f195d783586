#pragma once

#include "reknit-issue.h"
#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_ISSUE_VIEWS (reknit_issue_views_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIssueViews, reknit_issue_views, REKNIT, ISSUE_VIEWS, GtkWidget)

GtkWidget *reknit_issue_views_new  (void);
void       reknit_issue_views_show (ReknitIssueViews *self, ReknitPracticePage *page, ReknitIssue *issue);

G_END_DECLS
