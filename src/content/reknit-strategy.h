#pragma once

#include <gio/gio.h>

#include "reknit-guidance.h"

G_BEGIN_DECLS

/**
 * ReknitPracticeSeat:
 * @REKNIT_PRACTICE_SEAT_EITHER: works in any seat
 * @REKNIT_PRACTICE_SEAT_OWN: needs one partner's own seat
 * @REKNIT_PRACTICE_SEAT_JOINT: needs the seat of both together
 *
 * In which seat a practice can be used.
 */
typedef enum
{
  REKNIT_PRACTICE_SEAT_EITHER,
  REKNIT_PRACTICE_SEAT_OWN,
  REKNIT_PRACTICE_SEAT_JOINT,
} ReknitPracticeSeat;

#define REKNIT_TYPE_PRACTICE_SEAT (reknit_practice_seat_get_type ())
GType reknit_practice_seat_get_type (void);

#define REKNIT_TYPE_STRATEGY (reknit_strategy_get_type ())
G_DECLARE_FINAL_TYPE (ReknitStrategy, reknit_strategy, REKNIT, STRATEGY, GObject)

const char *reknit_strategy_get_id        (ReknitStrategy *self);
const char *reknit_strategy_get_title     (ReknitStrategy *self);
const char *reknit_strategy_get_name      (ReknitStrategy *self);
const char *reknit_strategy_get_summary   (ReknitStrategy *self);
const char *reknit_strategy_get_icon_name (ReknitStrategy *self);
const char *reknit_strategy_get_group     (ReknitStrategy *self);
GListModel *reknit_strategy_get_practices (ReknitStrategy *self);

#define REKNIT_TYPE_PRACTICE (reknit_practice_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPractice, reknit_practice, REKNIT, PRACTICE, GObject)

const char         *reknit_practice_get_id        (ReknitPractice *self);
const char         *reknit_practice_get_title     (ReknitPractice *self);
const char         *reknit_practice_get_summary   (ReknitPractice *self);
const char         *reknit_practice_get_icon_name (ReknitPractice *self);
const char         *reknit_practice_get_tool      (ReknitPractice *self);
ReknitPracticeSeat  reknit_practice_get_seat      (ReknitPractice *self);
ReknitStrategy     *reknit_practice_get_strategy  (ReknitPractice *self);
const char         *reknit_practice_get_parameter (ReknitPractice *self,
                                                   const char     *name);
ReknitGuidance     *reknit_practice_load_guidance (ReknitPractice *self);

G_END_DECLS
