#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_CHECK_IN_SCHEDULE (reknit_check_in_schedule_get_type ())
G_DECLARE_FINAL_TYPE (ReknitCheckInSchedule, reknit_check_in_schedule, REKNIT, CHECK_IN_SCHEDULE, GtkWidget)

GtkWidget *reknit_check_in_schedule_new (ReknitPracticePage *page);

G_END_DECLS
