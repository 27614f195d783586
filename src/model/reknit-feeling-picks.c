#include "reknit-feeling-picks.h"

/**
 * reknit_feeling_pick_new:
 * @feeling: the id of a feeling in the content
 * @strength: brought into 1 to 5
 *
 * Returns: (transfer full): the pick
 */
ReknitFeelingPick *
reknit_feeling_pick_new (const char *feeling,
                         int         strength)
{
  ReknitFeelingPick *self = g_new (ReknitFeelingPick, 1);

  self->feeling = g_strdup (feeling);
  self->strength = CLAMP (strength, 1, REKNIT_FEELING_STRENGTH_MAX);
  return self;
}

/**
 * reknit_feeling_pick_free:
 * @self: a pick
 */
void
reknit_feeling_pick_free (ReknitFeelingPick *self)
{
  g_free (self->feeling);
  g_free (self);
}

/**
 * reknit_feeling_picks_parse:
 * @text: (nullable): what [func@feeling_picks_to_text] gave; pieces that it could not have given are left out
 *
 * Returns: (transfer full) (element-type ReknitFeelingPick): the picks in their order
 */
GPtrArray *
reknit_feeling_picks_parse (const char *text)
{
  GPtrArray *picks = g_ptr_array_new_with_free_func ((GDestroyNotify) reknit_feeling_pick_free);
  g_auto (GStrv) pieces = g_strsplit (text != NULL ? text : "", " ", -1);

  for (char **piece = pieces; *piece != NULL; piece++)
    {
      char *colon = strchr (*piece, ':');
      guint64 strength;

      if (colon == NULL || colon == *piece
          || !g_ascii_string_to_unsigned (colon + 1, 10, 1, REKNIT_FEELING_STRENGTH_MAX, &strength, NULL))
        continue;

      *colon = '\0';
      g_ptr_array_add (picks, reknit_feeling_pick_new (*piece, (int) strength));
    }

  return picks;
}

/**
 * reknit_feeling_picks_to_text:
 * @picks: (element-type ReknitFeelingPick): picks
 *
 * Returns: (transfer full): them in one line for a row
 */
char *
reknit_feeling_picks_to_text (GPtrArray *picks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < picks->len; i++)
    {
      ReknitFeelingPick *pick = g_ptr_array_index (picks, i);

      g_string_append_printf (text, "%s%s:%d", i > 0 ? " " : "", pick->feeling, pick->strength);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
