#pragma once

#include "reknit-occasion.h"
#include "reknit-seats.h"
#include "reknit-week-hours.h"

G_BEGIN_DECLS

char *reknit_week_text_minutes  (int minutes);
char *reknit_week_text_title    (GDateTime *first_day);
char *reknit_week_text_day      (GDateTime *day);
char *reknit_week_text_hours    (const ReknitWeekHours *hours);
char *reknit_week_text_card     (const ReknitWeekHours *hours);
char *reknit_week_text_range    (GDateTime *starts, GDateTime *ends);
char *reknit_week_text_clash    (ReknitOccasion *occasion, GPtrArray *others);
char *reknit_week_text_whose    (ReknitSeats *seats, ReknitOccasion *occasion);
gboolean reknit_week_is_kept    (ReknitOccasion *occasion);
gboolean reknit_week_is_told_of (ReknitOccasion *occasion);

G_END_DECLS
