#pragma once

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

char      *reknit_occasion_draft_make_form   (ReknitOccasion *occasion, const char *form, gboolean for_one);
gint64     reknit_occasion_draft_get_subject (ReknitOccasion *occasion);
gboolean   reknit_occasion_draft_is_for_all  (ReknitSeats *seats, ReknitOccasion *occasion, const char *form);
char      *reknit_occasion_draft_write_shift (ReknitOccasion *occasion, GDateTime *starts, GDateTime *ends, gboolean all_day);
GDateTime *reknit_occasion_draft_read_shift  (ReknitOccasion *occasion, const char *shift, GDateTime **ends, gboolean *all_day);

G_END_DECLS
