#pragma once

#include "reknit-content-node.h"
#include "reknit-feeling.h"

G_BEGIN_DECLS

ReknitFeelingFamily *reknit_feeling_family_new_from_node (const ReknitContentNode *node);

G_END_DECLS
