#include "reknit-idea-words.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-idea-rating.h"

/* What can be said of an idea. */

static const struct
{
  const char *rating;
  const char *label;
} ratings[REKNIT_IDEA_N_RATINGS] = {
  { REKNIT_IDEA_LOVE, NC_("rating of an idea", "Love") },
  { REKNIT_IDEA_LIKE, NC_("rating of an idea", "Like") },
  { REKNIT_IDEA_MAYBE, NC_("rating of an idea", "Maybe") },
  { REKNIT_IDEA_NO, NC_("rating of an idea", "No") },
};

/**
 * reknit_idea_words_get_rating:
 * @index: less than %REKNIT_IDEA_N_RATINGS
 *
 * Returns: the rating, as it is stored
 */
const char *
reknit_idea_words_get_rating (guint index)
{
  return ratings[index].rating;
}

/**
 * reknit_idea_words_get_label:
 * @index: less than %REKNIT_IDEA_N_RATINGS
 *
 * Returns: the rating in a word, translated
 */
const char *
reknit_idea_words_get_label (guint index)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "rating of an idea", ratings[index].label);
}
