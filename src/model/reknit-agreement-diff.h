#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReknitRuleFate:
 * @REKNIT_RULE_FATE_KEPT: stands as it stood
 * @REKNIT_RULE_FATE_MOVED: stands at another place among the others
 * @REKNIT_RULE_FATE_ADDED: is new
 * @REKNIT_RULE_FATE_REMOVED: is no longer there
 *
 * What became of a rule from one revision to another.
 */
typedef enum
{
  REKNIT_RULE_FATE_KEPT,
  REKNIT_RULE_FATE_MOVED,
  REKNIT_RULE_FATE_ADDED,
  REKNIT_RULE_FATE_REMOVED,
} ReknitRuleFate;

/**
 * ReknitRuleChange:
 * @body: the rule
 * @fate: what became of it
 * @number: its number among the rules afterwards, from 1; 0 for a removed one
 *
 * One line of a comparison.
 */
typedef struct
{
  char           *body;
  ReknitRuleFate  fate;
  guint           number;
} ReknitRuleChange;

GPtrArray *reknit_agreement_compare      (const char *const *before, const char *const *after);
guint      reknit_agreement_count_fate   (GPtrArray *changes, ReknitRuleFate fate);

G_END_DECLS
