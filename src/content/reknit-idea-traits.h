#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ReknitIdeaTraits:
 * @REKNIT_IDEA_BUDGET_FREE: costs nothing
 * @REKNIT_IDEA_BUDGET_LOW: costs no more than a small treat
 * @REKNIT_IDEA_BUDGET_MEDIUM: costs as much as an evening out
 * @REKNIT_IDEA_BUDGET_HIGH: is saved up for
 * @REKNIT_IDEA_ENERGY_CALM: can be done when tired
 * @REKNIT_IDEA_ENERGY_MEDIUM: takes some doing
 * @REKNIT_IDEA_ENERGY_LIVELY: makes the heart beat faster
 * @REKNIT_IDEA_SETTING_INDOORS: needs a roof
 * @REKNIT_IDEA_SETTING_OUTDOORS: needs the open air
 * @REKNIT_IDEA_PLACE_HOME: at home, or on its doorstep
 * @REKNIT_IDEA_PLACE_OUT: away from home
 * @REKNIT_IDEA_LENGTH_SHORT: up to an hour
 * @REKNIT_IDEA_LENGTH_EVENING: two to four hours
 * @REKNIT_IDEA_LENGTH_DAY: most of a day
 * @REKNIT_IDEA_LENGTH_GETAWAY: several days
 * @REKNIT_IDEA_SEASON_SPRING: in spring
 * @REKNIT_IDEA_SEASON_SUMMER: in summer
 * @REKNIT_IDEA_SEASON_AUTUMN: in autumn
 * @REKNIT_IDEA_SEASON_WINTER: in winter
 *
 * What an idea asks for. The six facets (budget, energy, setting, place, length, season) stand side by side in one
 * set; a facet of which nothing is in the set leaves it open. What somebody looks for is such a set, too.
 *
 * Ideas of one’s own are stored with these numbers, so that they stay as they are.
 */
typedef enum
{
  REKNIT_IDEA_BUDGET_FREE = 1 << 0,
  REKNIT_IDEA_BUDGET_LOW = 1 << 1,
  REKNIT_IDEA_BUDGET_MEDIUM = 1 << 2,
  REKNIT_IDEA_BUDGET_HIGH = 1 << 3,
  REKNIT_IDEA_ENERGY_CALM = 1 << 4,
  REKNIT_IDEA_ENERGY_MEDIUM = 1 << 5,
  REKNIT_IDEA_ENERGY_LIVELY = 1 << 6,
  REKNIT_IDEA_SETTING_INDOORS = 1 << 7,
  REKNIT_IDEA_SETTING_OUTDOORS = 1 << 8,
  REKNIT_IDEA_PLACE_HOME = 1 << 9,
  REKNIT_IDEA_PLACE_OUT = 1 << 10,
  REKNIT_IDEA_LENGTH_SHORT = 1 << 11,
  REKNIT_IDEA_LENGTH_EVENING = 1 << 12,
  REKNIT_IDEA_LENGTH_DAY = 1 << 13,
  REKNIT_IDEA_LENGTH_GETAWAY = 1 << 14,
  REKNIT_IDEA_SEASON_SPRING = 1 << 15,
  REKNIT_IDEA_SEASON_SUMMER = 1 << 16,
  REKNIT_IDEA_SEASON_AUTUMN = 1 << 17,
  REKNIT_IDEA_SEASON_WINTER = 1 << 18,
} ReknitIdeaTraits;

#define REKNIT_IDEA_BUDGET                                                                                             \
  (REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_BUDGET_LOW | REKNIT_IDEA_BUDGET_MEDIUM | REKNIT_IDEA_BUDGET_HIGH)
#define REKNIT_IDEA_ENERGY (REKNIT_IDEA_ENERGY_CALM | REKNIT_IDEA_ENERGY_MEDIUM | REKNIT_IDEA_ENERGY_LIVELY)
#define REKNIT_IDEA_SETTING (REKNIT_IDEA_SETTING_INDOORS | REKNIT_IDEA_SETTING_OUTDOORS)
#define REKNIT_IDEA_PLACE (REKNIT_IDEA_PLACE_HOME | REKNIT_IDEA_PLACE_OUT)
#define REKNIT_IDEA_LENGTH                                                                                             \
  (REKNIT_IDEA_LENGTH_SHORT | REKNIT_IDEA_LENGTH_EVENING | REKNIT_IDEA_LENGTH_DAY | REKNIT_IDEA_LENGTH_GETAWAY)
#define REKNIT_IDEA_SEASON                                                                                             \
  (REKNIT_IDEA_SEASON_SPRING | REKNIT_IDEA_SEASON_SUMMER | REKNIT_IDEA_SEASON_AUTUMN | REKNIT_IDEA_SEASON_WINTER)

#define REKNIT_TYPE_IDEA_TRAITS (reknit_idea_traits_get_type ())
GType reknit_idea_traits_get_type (void);

gboolean reknit_idea_traits_match (ReknitIdeaTraits traits,
                                   ReknitIdeaTraits wanted);

G_END_DECLS
