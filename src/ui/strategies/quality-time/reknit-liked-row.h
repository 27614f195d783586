#pragma once

#include <gtk/gtk.h>

#include "reknit-idea-choice.h"
#include "reknit-idea-rating.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

GtkWidget *reknit_liked_row_new (ReknitSeats *seats, const ReknitIdeaMatch *match, ReknitIdeaChoice *choice);

G_END_DECLS
