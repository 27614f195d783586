#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define REKNIT_FEELING_STRENGTH_MAX 5

/**
 * ReknitFeelingPick:
 * @feeling: the id of a feeling in the content
 * @strength: 1 (a touch) to 5 (very strongly)
 *
 * One feeling as it was picked. A row keeps its picks as text, `hurt:3 lonely:2`.
 */
typedef struct
{
  char *feeling;
  int   strength;
} ReknitFeelingPick;

GPtrArray         *reknit_feeling_picks_parse   (const char *text);
char              *reknit_feeling_picks_to_text (GPtrArray *picks);
ReknitFeelingPick *reknit_feeling_pick_new      (const char *feeling, int strength);
void               reknit_feeling_pick_free     (ReknitFeelingPick *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitFeelingPick, reknit_feeling_pick_free)

G_END_DECLS
