#pragma once

#include "reknit-content-node.h"
#include "reknit-question.h"

G_BEGIN_DECLS

ReknitQuestion *reknit_question_new_from_node (const ReknitContentNode *node);

G_END_DECLS
