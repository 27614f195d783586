#pragma once

#include "reknit-content-node.h"
#include "reknit-guidance.h"

G_BEGIN_DECLS

ReknitGuidance *reknit_guidance_new_from_node (const ReknitContentNode *node);

G_END_DECLS
