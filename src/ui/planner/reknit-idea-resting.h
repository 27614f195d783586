#pragma once

#include "reknit-seats.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_IDEA_RESTING (reknit_idea_resting_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIdeaResting, reknit_idea_resting, REKNIT, IDEA_RESTING, GtkWidget)

void reknit_idea_resting_show (ReknitIdeaResting *self, ReknitSeats *seats);

G_END_DECLS
