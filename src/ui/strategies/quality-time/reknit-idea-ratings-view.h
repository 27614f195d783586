#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_IDEA_RATINGS_VIEW (reknit_idea_ratings_view_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIdeaRatingsView, reknit_idea_ratings_view, REKNIT, IDEA_RATINGS_VIEW, GtkWidget)

/* Signals: rated (an idea was rated anew, which can be undone), failed (GError *). */

GtkWidget *reknit_idea_ratings_view_new (ReknitSeats *seats);

G_END_DECLS
