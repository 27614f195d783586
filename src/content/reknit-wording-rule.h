#pragma once

#include "reknit-content-node.h"
#include "reknit-wording.h"

G_BEGIN_DECLS

/* The limit is far above what a sentence needs and far below what a hostile one could cost. */
#define REKNIT_WORDING_WHOLE_WORDS "(*LIMIT_MATCH=50000)(?<!\\w)(?:%s)(?!\\w)"

/*
 * ReknitWordingRule:
 * @match: what the rule marks
 * @unless: (nullable): what in the same clause makes it harmless
 */
typedef struct
{
  ReknitWordingKind  kind;
  GRegex            *match;
  GRegex            *unless;
  char              *why;
  char              *softer;
} ReknitWordingRule;

ReknitWordingRule *reknit_wording_rule_new_from_node (const ReknitContentNode *node);
void               reknit_wording_rule_free          (ReknitWordingRule       *self);
GRegex            *reknit_wording_rule_compile       (const ReknitContentNode *node,
                                                      const char              *name,
                                                      const char              *format);

G_END_DECLS
