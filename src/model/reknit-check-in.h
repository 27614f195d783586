#pragma once

#include "reknit-store.h"
#include "reknit-check-in-answer.h"
#include "reknit-partner.h"

G_BEGIN_DECLS

/**
 * ReknitCheckInState:
 * @REKNIT_CHECK_IN_STATE_ANSWERING: each answers alone
 * @REKNIT_CHECK_IN_STATE_REVEALED: both answers lie open
 * @REKNIT_CHECK_IN_STATE_CLOSED: talked through
 * @REKNIT_CHECK_IN_STATE_SKIPPED: left out this time
 *
 * How far a check-in has come.
 */
typedef enum
{
  REKNIT_CHECK_IN_STATE_ANSWERING,
  REKNIT_CHECK_IN_STATE_REVEALED,
  REKNIT_CHECK_IN_STATE_CLOSED,
  REKNIT_CHECK_IN_STATE_SKIPPED,
} ReknitCheckInState;

#define REKNIT_TYPE_CHECK_IN_STATE (reknit_check_in_state_get_type ())
GType reknit_check_in_state_get_type (void);

#define REKNIT_TYPE_CHECK_IN (reknit_check_in_get_type ())
REKNIT_DECLARE_RECORD (ReknitCheckIn, reknit_check_in, REKNIT, CHECK_IN)

ReknitQuery         *reknit_check_in_query_history (gint64 reader);
ReknitCheckIn       *reknit_check_in_current       (ReknitStore *store);
ReknitCheckIn       *reknit_check_in_begin         (ReknitStore *store, const char *label, gint64 due,
                                                    gint64 occurrence, GError **error);
ReknitCheckInAnswer *reknit_check_in_get_answer    (ReknitCheckIn *self, ReknitPartner *partner);
gboolean             reknit_check_in_everyone_is_ready (ReknitCheckIn *self);
gboolean             reknit_check_in_is_ready      (ReknitCheckIn *self, ReknitPartner *partner);
gboolean             reknit_check_in_reveal        (ReknitCheckIn *self, GError **error);
gboolean             reknit_check_in_look_back_alone (ReknitCheckIn *self, GError **error);
gboolean             reknit_check_in_skip          (ReknitCheckIn *self, const char *label, GError **error);
gboolean             reknit_check_in_close         (ReknitCheckIn *self, const char *label, GError **error);

G_END_DECLS
