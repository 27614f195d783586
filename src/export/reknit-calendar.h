#pragma once

#include "reknit-calendar-entry.h"

G_BEGIN_DECLS

char     *reknit_calendar_to_text (GPtrArray *entries);
gboolean  reknit_calendar_write   (GFile *file, GPtrArray *entries, GError **error);

G_END_DECLS
