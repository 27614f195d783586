#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_IDEA_RATING (reknit_idea_rating_get_type ())
REKNIT_DECLARE_RECORD (ReknitIdeaRating, reknit_idea_rating, REKNIT, IDEA_RATING)

#define REKNIT_IDEA_LOVE  "love"
#define REKNIT_IDEA_LIKE  "like"
#define REKNIT_IDEA_MAYBE "maybe"
#define REKNIT_IDEA_NO    "no"

/**
 * ReknitIdeaMatch:
 * @idea: an idea's key
 * @warmth: 2 where both would do it perhaps, up to 6 where both would love to
 * @times_done: how often they have done it
 * @last_done: (nullable): local time when they last began it
 *
 * Something that both would like to do.
 */
typedef struct
{
  char *idea;
  guint warmth;
  guint times_done;
  char *last_done;
} ReknitIdeaMatch;

GPtrArray   *reknit_idea_rating_list_rated   (ReknitStore *store, gint64 author, const char *rating);
GHashTable  *reknit_idea_rating_list_own     (ReknitStore *store, gint64 author);
char        *reknit_idea_rating_look_up      (ReknitStore *store, const char *idea, gint64 author);
gboolean     reknit_idea_rating_say          (ReknitStore *store, const char *label, const char *idea, gint64 author,
                                              const char *rating, GError **error);
GPtrArray   *reknit_idea_rating_list_matches (ReknitStore *store);
GPtrArray   *reknit_idea_rating_list_warm    (ReknitStore *store, gint64 author);
GPtrArray   *reknit_idea_rating_list_done    (ReknitStore *store);
GHashTable  *reknit_idea_rating_list_unwanted (ReknitStore *store, gint64 author);

G_END_DECLS
