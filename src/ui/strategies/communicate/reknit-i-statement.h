#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *reknit_i_statement_compose        (const char *picks, const char *situation, const char *reason,
                                               const char *wish);
char       *reknit_i_statement_list_feelings  (const char *picks);
const char *reknit_i_statement_word_strength  (int strength);
const char *reknit_i_statement_name_feeling   (const char *feeling);

G_END_DECLS
