#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_AGENDA_ENTRY (reknit_agenda_entry_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAgendaEntry, reknit_agenda_entry, REKNIT, AGENDA_ENTRY, GtkWidget)

GtkWidget *reknit_agenda_entry_new (ReknitSeats *seats);

G_END_DECLS
