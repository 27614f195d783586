#pragma once

#include "reknit-choice-row.h"

G_BEGIN_DECLS

#define REKNIT_REPEAT_ONCE "once"

void  reknit_repeat_fill      (ReknitChoiceRow *row, const char *rule, GDateTime *starts);
char *reknit_repeat_make_rule (const char *choice, GDateTime *starts);
char *reknit_repeat_yearly    (GDateTime *day);

G_END_DECLS
