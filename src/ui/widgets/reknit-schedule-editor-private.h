#pragma once

#include "reknit-schedule-editor.h"

G_BEGIN_DECLS

enum { DAILY, WEEKLY, EVERY_FEW_WEEKS, MONTHLY };
enum { SAME_DATE, SAME_WEEKDAY };

void reknit_schedule_editor_fill (ReknitScheduleEditor *self, guint frequency, guint interval, guint weekdays,
                                  guint month_way, GDateTime *start);

G_END_DECLS
