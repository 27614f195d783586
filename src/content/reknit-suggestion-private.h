#pragma once

#include "reknit-content-node.h"
#include "reknit-suggestion.h"

G_BEGIN_DECLS

ReknitSuggestion *reknit_suggestion_new_from_node (const ReknitContentNode *node);

G_END_DECLS
