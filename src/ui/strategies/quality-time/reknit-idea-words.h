#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define REKNIT_IDEA_N_RATINGS 4

/* From the warmest to the coolest. */
const char *reknit_idea_words_get_rating (guint index);
const char *reknit_idea_words_get_label  (guint index);

G_END_DECLS
