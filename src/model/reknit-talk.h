#pragma once

#include "reknit-store.h"
#include "reknit-partner.h"
#include "reknit-talk-pause.h"
#include "reknit-talk-turn.h"

G_BEGIN_DECLS

/**
 * ReknitTalkPhase:
 * @REKNIT_TALK_PHASE_SPEAKING: the speaker has the floor
 * @REKNIT_TALK_PHASE_REFLECTING: the listener says what they heard
 * @REKNIT_TALK_PHASE_CONFIRMING: the speaker confirms or corrects
 * @REKNIT_TALK_PHASE_VALIDATING: the listener says what makes sense in it
 * @REKNIT_TALK_PHASE_CLOSING: each names one thing to take away
 * @REKNIT_TALK_PHASE_ENDED: over
 *
 * The steps of a talk.
 */
typedef enum
{
  REKNIT_TALK_PHASE_SPEAKING,
  REKNIT_TALK_PHASE_REFLECTING,
  REKNIT_TALK_PHASE_CONFIRMING,
  REKNIT_TALK_PHASE_VALIDATING,
  REKNIT_TALK_PHASE_CLOSING,
  REKNIT_TALK_PHASE_ENDED,
} ReknitTalkPhase;

#define REKNIT_TYPE_TALK_PHASE (reknit_talk_phase_get_type ())
GType reknit_talk_phase_get_type (void);

#define REKNIT_TYPE_TALK (reknit_talk_get_type ())
REKNIT_DECLARE_RECORD (ReknitTalk, reknit_talk, REKNIT, TALK)

#define REKNIT_TALK_TURN_SECONDS_DEFAULT (3 * 60)
#define REKNIT_TALK_TURN_SECONDS_MIN     (1 * 60)
#define REKNIT_TALK_TURN_SECONDS_MAX     (10 * 60)
#define REKNIT_TALK_BREAK_SECONDS_MIN    (20 * 60)

ReknitQuery     *reknit_talk_query_past      (void);
ReknitTalk      *reknit_talk_current         (ReknitStore *store);
ReknitTalkTurn  *reknit_talk_get_turn        (ReknitTalk *self);
gint64           reknit_talk_get_remaining   (ReknitTalk *self, gint64 now);
gboolean         reknit_talk_is_running      (ReknitTalk *self);
gboolean         reknit_talk_is_paused       (ReknitTalk *self);
void             reknit_talk_run_clock       (ReknitTalk *self, gint64 now);
void             reknit_talk_hold_clock      (ReknitTalk *self, gint64 now);
gboolean         reknit_talk_begin           (ReknitStore *store, ReknitTalk *self, GError **error);
gboolean         reknit_talk_step            (ReknitTalk *self, ReknitTalkPhase next, GError **error);
gboolean         reknit_talk_pass_floor      (ReknitTalk *self, ReknitPartner *speaker, GError **error);
gboolean         reknit_talk_pause           (ReknitTalk *self, gint64 back_at, GError **error);
gboolean         reknit_talk_resume          (ReknitTalk *self, GError **error);

G_END_DECLS
