#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ReknitNewDayFunc:
 * @object: what watches
 *
 * Called when the date has become another.
 */
typedef void (*ReknitNewDayFunc) (gpointer object);

void reknit_new_day_watch (gpointer object, ReknitNewDayFunc func);

G_END_DECLS
