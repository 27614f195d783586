#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"
#include "reknit-talk.h"

G_BEGIN_DECLS

/* A talk that is over, to be read. Actions that it needs of its page: practice.talked (x: the issue), and
 * practice.delete-talk (x: the talk). */

GtkWidget *reknit_talk_view_new        (ReknitSeats *seats, ReknitTalk *talk);
GtkWidget *reknit_talk_view_create_row (ReknitTalk *talk);

G_END_DECLS
