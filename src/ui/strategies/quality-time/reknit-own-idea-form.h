#pragma once

#include <gtk/gtk.h>

#include "reknit-own-idea.h"
#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_OWN_IDEA_FORM (reknit_own_idea_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitOwnIdeaForm, reknit_own_idea_form, REKNIT, OWN_IDEA_FORM, GtkWidget)

/* Signals: done (gboolean: whether it was deleted), failed (GError *). */

GtkWidget *reknit_own_idea_form_new (ReknitSeats *seats, ReknitOwnIdea *idea);

G_END_DECLS
