#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"
#include "reknit-talk.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TALK_CLOSE (reknit_talk_close_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTalkClose, reknit_talk_close, REKNIT, TALK_CLOSE, GtkWidget)

/* Signals: stepped, when the talk is over or goes on after all; leave. */

GtkWidget *reknit_talk_close_new (ReknitSeats *seats, ReknitTalk *talk);

G_END_DECLS
