#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"
#include "reknit-talk.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TALK_SESSION (reknit_talk_session_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTalkSession, reknit_talk_session, REKNIT, TALK_SESSION, GtkWidget)

/* Signals: leave; ended, when the talk is over. */

GtkWidget  *reknit_talk_session_new      (ReknitSeats *seats, ReknitTalk *talk);
ReknitTalk *reknit_talk_session_get_talk (ReknitTalkSession *self);

G_END_DECLS
