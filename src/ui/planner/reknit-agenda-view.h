#pragma once

#include <gtk/gtk.h>

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGENDA_VIEW (reknit_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAgendaView, reknit_agenda_view, REKNIT, AGENDA_VIEW, GtkWidget)

GtkWidget  *reknit_agenda_view_new       (ReknitSeats *seats);
void        reknit_agenda_view_set_day   (ReknitAgendaView *self, GDateTime *day);
void        reknit_agenda_view_set_below (ReknitAgendaView *self, gboolean below);
GListModel *reknit_agenda_view_get_model (ReknitAgendaView *self);

G_END_DECLS
