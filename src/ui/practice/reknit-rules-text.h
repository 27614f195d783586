#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Rules as they are written: a list of ReknitRuleItem, and the same as one text with a line each. */

#define REKNIT_RULE_LENGTH_MAX 300

char      *reknit_rules_text_join  (GListModel *rules);
GPtrArray *reknit_rules_text_split (const char *text);
char      *reknit_rules_text_check (const char *text, const char *base);

G_END_DECLS
