#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_OVERVIEW (reknit_check_in_overview_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInOverview, reknit_check_in_overview, REKNIT, CHECK_IN_OVERVIEW, GtkWidget)

GtkWidget *reknit_check_in_overview_new (ReknitPracticePage *page);

G_END_DECLS
