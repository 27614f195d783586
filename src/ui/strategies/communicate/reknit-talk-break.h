#pragma once

#include <gtk/gtk.h>

#include "reknit-talk.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TALK_BREAK (reknit_talk_break_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTalkBreak, reknit_talk_break, REKNIT, TALK_BREAK, GtkWidget)

/* Signals: resume, leave. */

GtkWidget *reknit_talk_break_new  (ReknitTalk *talk);
void       reknit_talk_break_tick (ReknitTalkBreak *self);

G_END_DECLS
