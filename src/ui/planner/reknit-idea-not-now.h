#pragma once

#include "reknit-seats.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void reknit_idea_not_now    (GtkWidget *widget, ReknitSeats *seats, const char *key);
void reknit_idea_bring_back (GtkWidget *widget, ReknitSeats *seats, const char *key);

G_END_DECLS
