#pragma once

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

gboolean       reknit_occasion_is_locked     (ReknitOccasion *occasion, ReknitSeats *seats);
char          *reknit_occasion_text_lock     (ReknitOccasion *occasion, ReknitSeats *seats);
ReknitPartner *reknit_seats_get_own_time_of  (ReknitSeats *seats);

G_END_DECLS
