#pragma once

#include <gtk/gtk.h>

#include "reknit-ritual.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_RITUAL_MARKS (reknit_ritual_marks_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRitualMarks, reknit_ritual_marks, REKNIT, RITUAL_MARKS, GtkWidget)

GtkWidget *reknit_ritual_marks_new (ReknitSeats *seats, ReknitRitual *ritual, GDateTime *day, gboolean with_missed);

G_END_DECLS
