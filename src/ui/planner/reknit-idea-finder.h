#pragma once

#include <gtk/gtk.h>

#include "reknit-idea-pool.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_IDEA_FINDER (reknit_idea_finder_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIdeaFinder, reknit_idea_finder, REKNIT, IDEA_FINDER, GtkWidget)

GtkWidget        *reknit_idea_finder_new        (ReknitSeats *seats);
ReknitIdeaTraits  reknit_idea_finder_get_wanted (ReknitIdeaFinder *self);
void              reknit_idea_finder_set_wanted (ReknitIdeaFinder *self, ReknitIdeaTraits wanted);
GListModel       *reknit_idea_finder_get_finds  (ReknitIdeaFinder *self);

G_END_DECLS
