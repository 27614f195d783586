#pragma once

#include <gio/gio.h>

#include "reknit-idea-traits.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_IDEA (reknit_idea_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIdea, reknit_idea, REKNIT, IDEA, GObject)

const char        *reknit_idea_get_id       (ReknitIdea *self);
const char        *reknit_idea_get_title    (ReknitIdea *self);
const char        *reknit_idea_get_summary  (ReknitIdea *self);
ReknitIdeaTraits   reknit_idea_get_traits   (ReknitIdea *self);
gboolean           reknit_idea_get_activity (ReknitIdea *self);
const char *const *reknit_idea_get_prepare  (ReknitIdea *self);

G_END_DECLS
