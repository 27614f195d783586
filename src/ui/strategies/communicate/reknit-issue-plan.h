#pragma once

#include "reknit-issue.h"
#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_ISSUE_PLAN (reknit_issue_plan_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIssuePlan, reknit_issue_plan, REKNIT, ISSUE_PLAN, GtkWidget)

GtkWidget *reknit_issue_plan_new  (void);
void       reknit_issue_plan_show (ReknitIssuePlan *self, ReknitPracticePage *page, ReknitIssue *issue);

G_END_DECLS
