#pragma once

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

gboolean       reknit_occasion_may_be_called_off (ReknitOccasion *occasion, ReknitSeats *seats);
char          *reknit_seats_dup_own_time_audience (ReknitSeats *seats);
gboolean       reknit_occasion_can_be_read   (ReknitOccasion *occasion);
gboolean       reknit_occasion_is_locked     (ReknitOccasion *occasion, ReknitSeats *seats);
char          *reknit_occasion_text_lock     (ReknitOccasion *occasion, ReknitSeats *seats);
ReknitPartner *reknit_seats_get_own_time_of  (ReknitSeats *seats);

G_END_DECLS
