#pragma once

#include <glib.h>

G_BEGIN_DECLS

GDateWeekday  reknit_week_get_first_day (void);
guint         reknit_week_get_column    (GDateWeekday weekday);

G_END_DECLS
