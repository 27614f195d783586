#pragma once

#include "reknit-calendar-entry.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_HAND_OVER (reknit_hand_over_get_type ())
G_DECLARE_FINAL_TYPE (ReknitHandOver, reknit_hand_over, REKNIT, HAND_OVER, GObject)

ReknitHandOver *reknit_hand_over_new      (const char *name);
GFile          *reknit_hand_over_calendar (ReknitHandOver *self, GPtrArray *entries, GError **error);
void            reknit_hand_over_clear    (ReknitHandOver *self);

G_END_DECLS
