#pragma once

#include <gtk/gtk.h>

#include "reknit-idea-pool.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_IDEA_DRAW (reknit_idea_draw_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIdeaDraw, reknit_idea_draw, REKNIT, IDEA_DRAW, GtkWidget)

/* Properties: label (of the button that draws first), plan-action (what plans an idea, with its key),
 * find-action (nullable: what opens the finder, beside it). */

void        reknit_idea_draw_set_choices (ReknitIdeaDraw *self, ReknitSeats *seats, GPtrArray *choices);
const char *reknit_idea_draw_get_key     (ReknitIdeaDraw *self);

G_END_DECLS
