#pragma once

#include "reknit-ritual.h"
#include "reknit-ritual-strength.h"

G_BEGIN_DECLS

char              *reknit_ritual_day_to_string (GDateTime *day);
gboolean           reknit_ritual_is_due        (ReknitRitual *self, GDateTime *day);
GDateTime         *reknit_ritual_next_due      (ReknitRitual *self, GDateTime *after);
GPtrArray         *reknit_ritual_list_due      (ReknitRitual *self, GDateTime *from, GDateTime *until);
ReknitRitualDay    reknit_ritual_read_day      (ReknitRitual *self, GDateTime *day);
gboolean           reknit_ritual_is_done       (ReknitRitual *self, GDateTime *day);
ReknitRitualStage  reknit_ritual_get_stage     (ReknitRitual *self, GDateTime *today);
GPtrArray         *reknit_rituals_due_on       (ReknitStore *store, const char *kind, GDateTime *day);

G_END_DECLS
