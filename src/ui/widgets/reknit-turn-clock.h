#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_TURN_CLOCK (reknit_turn_clock_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTurnClock, reknit_turn_clock, REKNIT, TURN_CLOCK, GtkWidget)

/* Properties, all int64 seconds, named so that they can be bound to those of a talk: total; spent, before the clock
 * was started last; started, the Unix time of that, 0 while it is held; remaining, read-only, never below 0. calm,
 * construct only: counts minutes, not seconds. */

GtkWidget *reknit_turn_clock_new           (void);
gint64     reknit_turn_clock_get_remaining (ReknitTurnClock *self);
void       reknit_turn_clock_tick          (ReknitTurnClock *self);

char      *reknit_turn_clock_format        (gint64 remaining);
char      *reknit_turn_clock_say           (gint64 remaining);
gboolean   reknit_turn_clock_is_moment     (gint64 remaining, gint64 total);

G_END_DECLS
