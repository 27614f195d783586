#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    **reknit_words_split    (const char *text);
gboolean  reknit_words_match    (char **words, const char *text);
char     *reknit_words_to_match (char **words);
char     *reknit_words_excerpt  (const char *text, char **words, guint characters);

G_END_DECLS
