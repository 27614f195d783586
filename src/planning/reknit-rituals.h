#pragma once

#include "reknit-reminder.h"
#include "reknit-ritual.h"
#include "reknit-ritual-mark.h"

G_BEGIN_DECLS

gboolean reknit_rituals_save       (ReknitStore *store, const char *label, ReknitRitual *ritual, const char *reminder_time,
                                    GError **error);
char    *reknit_rituals_dup_reminder_time (ReknitRitual *ritual);
gboolean reknit_rituals_let_go     (ReknitStore *store, const char *label, ReknitRitual *ritual, GError **error);
gboolean reknit_rituals_take_up    (ReknitStore *store, const char *label, ReknitRitual *ritual, GError **error);
gboolean reknit_rituals_mark       (ReknitStore *store, const char *label, ReknitRitual *ritual, GDateTime *day,
                                    gint64 partner, ReknitMarkState state, GError **error);

G_END_DECLS
