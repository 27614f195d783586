#pragma once

#include "reknit-check-in.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

/**
 * ReknitCheckInPhase:
 * @REKNIT_CHECK_IN_PHASE_NONE: no time is chosen
 * @REKNIT_CHECK_IN_PHASE_PAUSED: a time is chosen, and nobody is called
 * @REKNIT_CHECK_IN_PHASE_PLANNED: the next one is known
 * @REKNIT_CHECK_IN_PHASE_DUE: its time has come
 * @REKNIT_CHECK_IN_PHASE_MISSED: its time has passed, and it is offered once more
 * @REKNIT_CHECK_IN_PHASE_ANSWERING: begun; somebody is still to answer
 * @REKNIT_CHECK_IN_PHASE_READY: everyone has answered; they can look together
 * @REKNIT_CHECK_IN_PHASE_REVEALED: the answers lie open, and are talked through
 *
 * How things stand with the check-ins.
 */
typedef enum
{
  REKNIT_CHECK_IN_PHASE_NONE,
  REKNIT_CHECK_IN_PHASE_PAUSED,
  REKNIT_CHECK_IN_PHASE_PLANNED,
  REKNIT_CHECK_IN_PHASE_DUE,
  REKNIT_CHECK_IN_PHASE_MISSED,
  REKNIT_CHECK_IN_PHASE_ANSWERING,
  REKNIT_CHECK_IN_PHASE_READY,
  REKNIT_CHECK_IN_PHASE_REVEALED,
} ReknitCheckInPhase;

/**
 * ReknitCheckInStatus:
 * @phase: how things stand
 * @when: Unix seconds of the one that it is about; 0 for none
 * @until: Unix seconds when that changes by itself; 0 for never
 * @occurrence: the id of what calls for it; 0 for none
 * @check_in: (nullable): the one that is going on
 * @waiting_for: (nullable): who alone is still to answer
 *
 * The same for the practice's card, its page and the first page, read at one moment.
 */
typedef struct
{
  ReknitCheckInPhase  phase;
  gint64              when;
  gint64              until;
  gint64              occurrence;
  ReknitCheckIn      *check_in;
  ReknitPartner      *waiting_for;
} ReknitCheckInStatus;

ReknitCheckInStatus *reknit_check_in_status_read     (ReknitSeats *seats);
void                 reknit_check_in_status_free     (ReknitCheckInStatus *self);
char                *reknit_check_in_status_dup_line (ReknitCheckInStatus *self);
gint64               reknit_check_in_find_next       (ReknitStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitCheckInStatus, reknit_check_in_status_free)

G_END_DECLS
