#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_ISSUE_VIEW (reknit_issue_view_get_type ())
REKNIT_DECLARE_RECORD (ReknitIssueView, reknit_issue_view, REKNIT, ISSUE_VIEW)

ReknitQuery     *reknit_issue_view_query      (gint64 issue);
ReknitIssueView *reknit_issue_view_find       (ReknitStore *store, gint64 issue, gint64 author);
ReknitQuery     *reknit_issue_view_query_left (gint64 author);

G_END_DECLS
