#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"
#include "reknit-talk.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TALK_FORM (reknit_talk_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTalkForm, reknit_talk_form, REKNIT, TALK_FORM, GtkWidget)

/* Property: topic, what was typed. Signal: begin (ReknitTalk), a new one that is not stored yet. */

GtkWidget *reknit_talk_form_new          (ReknitSeats *seats);
void       reknit_talk_form_choose_issue (ReknitTalkForm *self, gint64 issue);
void       reknit_talk_form_clear        (ReknitTalkForm *self);

G_END_DECLS
