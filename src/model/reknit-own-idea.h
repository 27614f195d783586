#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_OWN_IDEA (reknit_own_idea_get_type ())
REKNIT_DECLARE_RECORD (ReknitOwnIdea, reknit_own_idea, REKNIT, OWN_IDEA)

ReknitQuery *reknit_own_idea_query   (void);
char        *reknit_own_idea_get_key (ReknitOwnIdea *self);

G_END_DECLS
