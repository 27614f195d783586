#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

void reknit_new_day_watch (gpointer object, GCallback func);

G_END_DECLS
