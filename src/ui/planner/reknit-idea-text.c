#include "reknit-idea-text.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-local-time.h"
#include "reknit-time-text.h"

/* What an idea asks for, in words. */

/* Where other words than among the feelings may be right: “Calm”. */
#define CONTEXT "idea"

static const ReknitIdeaFacet facets[REKNIT_IDEA_N_FACETS] = {
  { REKNIT_IDEA_BUDGET, N_("Budget"), N_("Any Budget"),
    { { REKNIT_IDEA_BUDGET_FREE, NC_ ("idea", "Free") }, { REKNIT_IDEA_BUDGET_LOW, NC_ ("idea", "A Small Treat") },
      { REKNIT_IDEA_BUDGET_MEDIUM, NC_ ("idea", "An Evening Out") }, { REKNIT_IDEA_BUDGET_HIGH, NC_ ("idea", "Saved Up For") } } },
  { REKNIT_IDEA_ENERGY, N_("Energy"), N_("Any Energy"),
    { { REKNIT_IDEA_ENERGY_CALM, NC_ ("idea", "Calm") }, { REKNIT_IDEA_ENERGY_MEDIUM, NC_ ("idea", "Some Effort") },
      { REKNIT_IDEA_ENERGY_LIVELY, NC_ ("idea", "Lively") } } },
  { REKNIT_IDEA_SETTING, N_("Indoors or Outdoors"), N_("Indoors or Outdoors"),
    { { REKNIT_IDEA_SETTING_INDOORS, NC_ ("idea", "Indoors") }, { REKNIT_IDEA_SETTING_OUTDOORS, NC_ ("idea", "Outdoors") } } },
  { REKNIT_IDEA_PLACE, N_("At Home or Out"), N_("At Home or Out"),
    { { REKNIT_IDEA_PLACE_HOME, NC_ ("idea", "At Home") }, { REKNIT_IDEA_PLACE_OUT, NC_ ("idea", "Out") } } },
  { REKNIT_IDEA_SEASON, N_("Season"), N_("Any Season"),
    { { REKNIT_IDEA_SEASON_SPRING, NC_ ("idea", "Spring") }, { REKNIT_IDEA_SEASON_SUMMER, NC_ ("idea", "Summer") },
      { REKNIT_IDEA_SEASON_AUTUMN, NC_ ("idea", "Autumn") }, { REKNIT_IDEA_SEASON_WINTER, NC_ ("idea", "Winter") } } },
  { REKNIT_IDEA_LENGTH, N_("Length"), N_("Any Length"),
    { { REKNIT_IDEA_LENGTH_SHORT, NC_ ("idea", "Up to an Hour") }, { REKNIT_IDEA_LENGTH_EVENING, NC_ ("idea", "An Evening") },
      { REKNIT_IDEA_LENGTH_DAY, NC_ ("idea", "A Day") }, { REKNIT_IDEA_LENGTH_GETAWAY, NC_ ("idea", "Several Days") } } },
};

/**
 * reknit_idea_text_get_facet:
 * @index: less than %REKNIT_IDEA_N_FACETS
 *
 * Returns: (transfer none): one side of what an idea asks for
 */
const ReknitIdeaFacet *
reknit_idea_text_get_facet (guint index)
{
  g_return_val_if_fail (index < REKNIT_IDEA_N_FACETS, NULL);

  return &facets[index];
}

/**
 * reknit_idea_text_get_label:
 * @value: a value of a facet
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
reknit_idea_text_get_label (const ReknitIdeaValue *value)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, value->label);
}

/* Of several values of one facet, such as three seasons, all are said. */
static void
append_facet (GString               *text,
              const ReknitIdeaFacet *facet,
              ReknitIdeaTraits       traits)
{
  gboolean began = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (facet->values) && facet->values[i].trait != 0; i++)
    if ((traits & facet->values[i].trait) != 0)
      {
        if (text->len > 0)
          g_string_append (text, began ? ", " : " · ");
        g_string_append (text, reknit_idea_text_get_label (&facet->values[i]));
        began = TRUE;
      }
}

/**
 * reknit_idea_text_traits:
 * @traits: what an idea asks for
 *
 * Returns: (transfer full): “Free · Calm · Indoors · At Home”; empty for what leaves all open
 */
char *
reknit_idea_text_traits (ReknitIdeaTraits traits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    append_facet (text, &facets[i], traits);
  return g_string_free (text, FALSE);
}

/**
 * reknit_idea_text_done:
 * @match: an idea, and how often it was done
 *
 * Returns: (transfer full): “Done twice, last on 3 May”
 */
char *
reknit_idea_text_done (const ReknitIdeaMatch *match)
{
  g_autoptr (GDateTime) local = match->last_done != NULL ? reknit_local_time_parse (match->last_done) : NULL;
  g_autofree char *day = NULL;

  if (match->times_done == 0 || local == NULL)
    return g_strdup (_("Not done yet"));
  day = reknit_time_text_for_date (local);
  /* Translators: %u is how often something was done, %s is a day: “3 May” */
  return g_strdup_printf (ngettext ("Done %u time, last: %s", "Done %u times, last: %s", match->times_done), match->times_done, day);
}
