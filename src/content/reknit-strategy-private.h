#pragma once

#include "reknit-content-node.h"
#include "reknit-strategy.h"

G_BEGIN_DECLS

ReknitStrategy *reknit_strategy_new_from_node       (const ReknitContentNode *node);
ReknitGuidance *reknit_strategy_load_guidance       (ReknitStrategy          *self,
                                                     const char              *practice_id);
gboolean        reknit_strategy_is_guidance_loaded  (ReknitStrategy          *self);
ReknitPractice *reknit_practice_new_from_node       (ReknitStrategy          *strategy,
                                                     const ReknitContentNode *node);
void            reknit_practice_forget_strategy     (ReknitPractice          *self);

G_END_DECLS
