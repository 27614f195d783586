#include "reknit-idea-traits.h"

G_DEFINE_FLAGS_TYPE (ReknitIdeaTraits, reknit_idea_traits,
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_BUDGET_FREE, "budget-free"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_BUDGET_LOW, "budget-low"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_BUDGET_MEDIUM, "budget-medium"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_BUDGET_HIGH, "budget-high"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_ENERGY_CALM, "energy-calm"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_ENERGY_MEDIUM, "energy-medium"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_ENERGY_LIVELY, "energy-lively"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_SETTING_INDOORS, "setting-indoors"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_SETTING_OUTDOORS, "setting-outdoors"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_PLACE_HOME, "place-home"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_PLACE_OUT, "place-out"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_LENGTH_SHORT, "length-short"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_LENGTH_EVENING, "length-evening"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_LENGTH_DAY, "length-day"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_LENGTH_GETAWAY, "length-getaway"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_SEASON_SPRING, "season-spring"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_SEASON_SUMMER, "season-summer"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_SEASON_AUTUMN, "season-autumn"),
                     G_DEFINE_ENUM_VALUE (REKNIT_IDEA_SEASON_WINTER, "season-winter"))

/**
 * reknit_idea_traits_match:
 * @traits: what an idea asks for
 * @wanted: what somebody looks for
 *
 * Several values of one facet are alternatives (free or low), and the facets add up (and outdoors). A facet that
 * either side leaves open fits everything.
 *
 * Returns: whether an idea with @traits is among what is @wanted
 */
gboolean
reknit_idea_traits_match (ReknitIdeaTraits traits,
                          ReknitIdeaTraits wanted)
{
  static const ReknitIdeaTraits facets[] = {
    REKNIT_IDEA_BUDGET, REKNIT_IDEA_ENERGY, REKNIT_IDEA_SETTING,
    REKNIT_IDEA_PLACE, REKNIT_IDEA_LENGTH, REKNIT_IDEA_SEASON,
  };

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      const ReknitIdeaTraits has = traits & facets[i];
      const ReknitIdeaTraits asked = wanted & facets[i];

      if (has != 0 && asked != 0 && (has & asked) == 0)
        return FALSE;
    }

  return TRUE;
}
