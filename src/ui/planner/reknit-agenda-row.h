#pragma once

#include <gtk/gtk.h>

#include "reknit-occasion.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGENDA_ROW (reknit_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAgendaRow, reknit_agenda_row, REKNIT, AGENDA_ROW, GtkWidget)

GtkWidget      *reknit_agenda_row_new          (ReknitSeats *seats);
void            reknit_agenda_row_show         (ReknitAgendaRow *self, ReknitOccasion *occasion, ReknitOccasion *before);
ReknitOccasion *reknit_agenda_row_get_occasion (ReknitAgendaRow *self);

G_END_DECLS
