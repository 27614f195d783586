#pragma once

#include "reknit-idea.h"
#include "reknit-own-idea.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_IDEA_CHOICE (reknit_idea_choice_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIdeaChoice, reknit_idea_choice, REKNIT, IDEA_CHOICE, GObject)

ReknitIdeaChoice  *reknit_idea_choice_new_for_idea (ReknitIdea *idea);
ReknitIdeaChoice  *reknit_idea_choice_new_for_own  (ReknitOwnIdea *own);
const char        *reknit_idea_choice_get_key      (ReknitIdeaChoice *self);
const char        *reknit_idea_choice_get_title    (ReknitIdeaChoice *self);
const char        *reknit_idea_choice_get_summary  (ReknitIdeaChoice *self);
ReknitIdeaTraits   reknit_idea_choice_get_traits   (ReknitIdeaChoice *self);
gboolean           reknit_idea_choice_is_activity  (ReknitIdeaChoice *self);
gint64             reknit_idea_choice_get_own_id   (ReknitIdeaChoice *self);
const char *const *reknit_idea_choice_get_prepare  (ReknitIdeaChoice *self);

G_END_DECLS
