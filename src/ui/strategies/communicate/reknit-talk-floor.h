#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"
#include "reknit-talk.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TALK_FLOOR (reknit_talk_floor_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTalkFloor, reknit_talk_floor, REKNIT, TALK_FLOOR, GtkWidget)

/* Signals: stepped, when the talk has gone on to another step; pause, leave. */

GtkWidget *reknit_talk_floor_new (ReknitSeats *seats, ReknitTalk *talk);

G_END_DECLS
