#pragma once

#include "reknit-content-node.h"
#include "reknit-idea.h"

G_BEGIN_DECLS

ReknitIdea *reknit_idea_new_from_node (const ReknitContentNode *node);

G_END_DECLS
