#pragma once

#include <gtk/gtk.h>

#include "reknit-check-in.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGENDA_WALK (reknit_agenda_walk_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAgendaWalk, reknit_agenda_walk, REKNIT, AGENDA_WALK, GtkWidget)

GtkWidget  *reknit_agenda_walk_new       (ReknitSeats *seats, ReknitCheckIn *check_in);
const char *reknit_agenda_find_practice  (const char *table);

G_END_DECLS
