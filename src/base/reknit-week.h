#pragma once

#include <glib.h>

G_BEGIN_DECLS

GDateWeekday  reknit_week_get_first_day (void);
guint         reknit_week_get_column    (GDateWeekday weekday);
GDateTime    *reknit_week_begin         (GDateTime *day);

G_END_DECLS
