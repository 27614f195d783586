#pragma once

#include "reknit-seats.h"
#include "reknit-talk.h"

G_BEGIN_DECLS

char *reknit_talk_text_for_summary  (ReknitTalk *talk);
char *reknit_talk_text_for_standing (ReknitSeats *seats, ReknitTalk *talk);
char *reknit_talk_text_for_card     (ReknitSeats *seats);
char *reknit_talk_text_for_quote    (const char *text);

G_END_DECLS
