#include "reknit-config.h"

#include "reknit-demo-ideas.h"

#include "reknit-clock.h"
#include "reknit-idea-rating.h"
#include "reknit-idea-traits.h"
#include "reknit-own-idea.h"

#include <glib/gi18n-lib.h>

/* What Ana and Ben think of what they could do, and two ideas of their own. */

typedef struct
{
  const char *idea;
  const char *ana;
  const char *ben;
} Rated;

static const Rated rated[] = {
  { "trial-dance-class", REKNIT_IDEA_LOVE, REKNIT_IDEA_MAYBE },
  { "jigsaw", REKNIT_IDEA_LIKE, REKNIT_IDEA_LIKE },
  { "karaoke", REKNIT_IDEA_NO, REKNIT_IDEA_LOVE },
  { "outdoor-cinema", REKNIT_IDEA_LOVE, REKNIT_IDEA_LOVE },
  { "unknown-dish", REKNIT_IDEA_LIKE, REKNIT_IDEA_LOVE },
  { "one-room-of-a-museum", REKNIT_IDEA_LOVE, REKNIT_IDEA_LIKE },
  { "climbing-hall", REKNIT_IDEA_LIKE, REKNIT_IDEA_NO },
  { "evening-swim", REKNIT_IDEA_MAYBE, REKNIT_IDEA_LOVE },
  { "music-up-close", REKNIT_IDEA_LIKE, REKNIT_IDEA_LIKE },
  { "pottery", REKNIT_IDEA_LOVE, NULL },
  { "cafe-game", REKNIT_IDEA_LIKE, REKNIT_IDEA_LOVE },
  { "lookout-hike", NULL, REKNIT_IDEA_LIKE },
  { "roast-chestnuts", REKNIT_IDEA_LOVE, REKNIT_IDEA_LOVE },
  { "poetry-slam", REKNIT_IDEA_MAYBE, NULL },
  { "planetarium", REKNIT_IDEA_LOVE, REKNIT_IDEA_MAYBE },
  { "rowing-boat", REKNIT_IDEA_LIKE, REKNIT_IDEA_LIKE },
};

/* What is said of ideas is each one’s own, also what was said before: it is read in their seat. */
static gboolean
rate (ReknitStore    *store,
      ReknitPartner  *author,
      gboolean        is_ana,
      GError        **error)
{
  gint64 id = reknit_record_get_id (REKNIT_RECORD (author));
  gint64 reader = reknit_store_get_reader (store);
  gboolean done = TRUE;

  reknit_store_set_reader (store, id);
  for (guint i = 0; i < G_N_ELEMENTS (rated) && done; i++)
    {
      const char *rating = is_ana ? rated[i].ana : rated[i].ben;

      done = rating == NULL || reknit_idea_rating_say (store, NULL, rated[i].idea, id, rating, error);
    }
  reknit_store_set_reader (store, reader);
  return done;
}

/**
 * reknit_demo_ideas_rate:
 * @store: the store, in no transaction
 * @ana: one of the couple
 * @ben: the other
 * @error: return location
 *
 * Writes what each of them thinks of what they could do.
 *
 * Returns: %FALSE with @error
 */
gboolean
reknit_demo_ideas_rate (ReknitStore    *store,
                        ReknitPartner  *ana,
                        ReknitPartner  *ben,
                        GError        **error)
{
  return rate (store, ana, TRUE, error) && rate (store, ben, FALSE, error);
}

static gboolean
think_of (ReknitStore       *store,
          const char        *title,
          const char        *summary,
          ReknitIdeaTraits   traits,
          GError           **error)
{
  g_autoptr (ReknitOwnIdea) own =
    g_object_new (REKNIT_TYPE_OWN_IDEA, "title", title, "summary", summary, "traits", (gint64) traits, NULL);

  return reknit_store_put (store, REKNIT_RECORD (own), error);
}

/**
 * reknit_demo_ideas_of_week:
 * @store: the store, in a transaction
 * @week: which week it is, counted from 0
 * @error: return location
 *
 * Writes what they thought of themselves in that week.
 *
 * Returns: %FALSE with @error
 */
gboolean
reknit_demo_ideas_of_week (ReknitStore  *store,
                           int           week,
                           GError      **error)
{
  if (week == 2)
    return think_of (store, _("Breakfast at the harbor"), _("Rolls from the first bakery that is open, and the boats coming in."),
                     REKNIT_IDEA_BUDGET_LOW | REKNIT_IDEA_ENERGY_CALM | REKNIT_IDEA_SETTING_OUTDOORS | REKNIT_IDEA_PLACE_OUT
                     | REKNIT_IDEA_LENGTH_SHORT, error);
  if (week == 5)
    return think_of (store, _("The long game of cards"), _("To be continued, score on the fridge."),
                     REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_ENERGY_CALM | REKNIT_IDEA_SETTING_INDOORS | REKNIT_IDEA_PLACE_HOME
                     | REKNIT_IDEA_LENGTH_EVENING, error);
  return TRUE;
}
