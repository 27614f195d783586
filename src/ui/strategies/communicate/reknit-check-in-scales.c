#include "reknit-check-in-scales.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

static const ReknitCheckInScale scales[REKNIT_N_CHECK_IN_SCALES] = {
  { "closeness", NC_("rating", "Closeness"), N_("How close did you feel to each other?"),
    NC_("end of a scale", "far apart"), NC_("end of a scale", "very close") },
  { "heard", NC_("rating", "Being Heard"), N_("How well did you feel heard?"),
    NC_("end of a scale", "not at all"), NC_("end of a scale", "fully") },
  { "trust", NC_("rating", "Trust"), N_("How much could you lean on each other?"),
    NC_("end of a scale", "not at all"), NC_("end of a scale", "fully") },
  { "affection", NC_("rating", "Affection"), N_("How much warmth was there between you?"),
    NC_("end of a scale", "none"), NC_("end of a scale", "plenty") },
  { "stress", NC_("rating", "Stress from Outside"), N_("How heavy was everything else: work, money, family, health?"),
    NC_("end of a scale", "light"), NC_("end of a scale", "very heavy") },
};

/**
 * reknit_check_in_scale_get:
 * @index: less than %REKNIT_N_CHECK_IN_SCALES
 *
 * Returns: that scale, in the person's language
 */
ReknitCheckInScale
reknit_check_in_scale_get (guint index)
{
  ReknitCheckInScale scale = scales[index];

  scale.title = g_dpgettext2 (GETTEXT_PACKAGE, "rating", scale.title);
  scale.question = _(scale.question);
  scale.low = g_dpgettext2 (GETTEXT_PACKAGE, "end of a scale", scale.low);
  scale.high = g_dpgettext2 (GETTEXT_PACKAGE, "end of a scale", scale.high);
  return scale;
}

/**
 * reknit_check_in_scale_find:
 * @id: the answer's property
 *
 * Returns: the index of that scale; the first one's for what is none
 */
guint
reknit_check_in_scale_find (const char *id)
{
  for (guint i = 0; i < REKNIT_N_CHECK_IN_SCALES; i++)
    if (g_strcmp0 (scales[i].id, id) == 0)
      return i;
  return 0;
}
