#pragma once

#include "reknit-check-in.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

/**
 * ReknitCheckInPlace:
 *
 * The pages of a check-in, in their order.
 */
typedef enum
{
  REKNIT_CHECK_IN_PLACE_OPENING,
  REKNIT_CHECK_IN_PLACE_HAND_OVER,
  REKNIT_CHECK_IN_PLACE_APPRECIATION,
  REKNIT_CHECK_IN_PLACE_RATINGS,
  REKNIT_CHECK_IN_PLACE_WORDS,
  REKNIT_CHECK_IN_PLACE_REVIEW,
  REKNIT_CHECK_IN_PLACE_WAITING,
  REKNIT_CHECK_IN_PLACE_REVEAL,
  REKNIT_CHECK_IN_PLACE_ANSWERS,
  REKNIT_CHECK_IN_PLACE_AGENDA,
  REKNIT_CHECK_IN_PLACE_STEPS,
  REKNIT_CHECK_IN_PLACE_END,
} ReknitCheckInPlace;

#define REKNIT_TYPE_CHECK_IN_PLACE (reknit_check_in_place_get_type ())
GType reknit_check_in_place_get_type (void);

/**
 * ReknitCheckInFacts:
 * @revealed: whether the answers lie open
 * @couple: whether two are here
 * @own_seat: whether somebody sits in their own seat; else both together
 * @ready: whether whoever sits there is ready
 * @everyone_ready: whether both are
 * @begun: whether anybody has begun to answer
 * @left_at: where this seat was left; -1 for nowhere
 *
 * What decides which page is shown.
 */
typedef struct
{
  gboolean revealed;
  gboolean couple;
  gboolean own_seat;
  gboolean ready;
  gboolean everyone_ready;
  gboolean begun;
  int      left_at;
} ReknitCheckInFacts;

ReknitCheckInPlace reknit_check_in_place_decide (const ReknitCheckInFacts *facts);
ReknitCheckInPlace reknit_check_in_place_find   (ReknitSeats *seats, ReknitCheckIn *check_in);
gboolean           reknit_check_in_place_keep   (ReknitSeats *seats, ReknitCheckIn *check_in, ReknitCheckInPlace place,
                                                 GError **error);
void               reknit_check_in_place_forget (ReknitSeats *seats, ReknitCheckIn *check_in);

G_END_DECLS
