#pragma once

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

const char *reknit_occasion_text_icon_name (ReknitOccasion *occasion);
const char *reknit_occasion_text_css_class (ReknitOccasion *occasion);
char       *reknit_occasion_text_hours     (ReknitOccasion *occasion, GDateTime *day);
char       *reknit_occasion_text_span      (ReknitOccasion *occasion);
char       *reknit_occasion_text_moment    (ReknitOccasion *occasion);
char       *reknit_occasion_text_planner   (ReknitSeats *seats, ReknitOccasion *occasion);
char       *reknit_occasion_text_ready     (ReknitOccasion *occasion);
char       *reknit_occasion_text_line      (ReknitSeats *seats, ReknitOccasion *occasion, GDateTime *day);
char       *reknit_occasion_text_spoken    (ReknitSeats *seats, ReknitOccasion *occasion, GDateTime *day);
char       *reknit_occasion_text_day       (GDateTime *day);
char       *reknit_occasion_text_join      (char **pieces, const char *separator);

G_END_DECLS
