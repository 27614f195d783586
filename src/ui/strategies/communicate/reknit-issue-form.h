#pragma once

#include "reknit-issue.h"
#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_ISSUE_FORM (reknit_issue_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIssueForm, reknit_issue_form, REKNIT, ISSUE_FORM, GtkWidget)

/* Signal: done (after it was saved). */

GtkWidget *reknit_issue_form_new (ReknitPracticePage *page, ReknitIssue *issue);

G_END_DECLS
