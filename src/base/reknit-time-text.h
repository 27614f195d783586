#pragma once

#include "reknit-clock.h"

G_BEGIN_DECLS

char *reknit_time_text_for_moment     (ReknitClock *clock, gint64 unix_seconds);
char *reknit_time_text_for_day        (ReknitClock *clock, gint64 unix_seconds);
char *reknit_time_text_for_distance   (ReknitClock *clock, gint64 unix_seconds);
char *reknit_time_text_for_span       (gint64 seconds);
char *reknit_time_text_for_time       (GDateTime *time);
char *reknit_time_text_for_date       (GDateTime *time);
char *reknit_time_text_for_weekday    (GDateWeekday weekday);

G_END_DECLS
