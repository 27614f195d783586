#pragma once

#include <gtk/gtk.h>

#include "reknit-idea-choice.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_IDEA_ROW (reknit_idea_row_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIdeaRow, reknit_idea_row, REKNIT, IDEA_ROW, GtkListBoxRow)

GtkWidget        *reknit_idea_row_new        (ReknitIdeaChoice *choice);
ReknitIdeaChoice *reknit_idea_row_get_choice (ReknitIdeaRow *self);

G_END_DECLS
