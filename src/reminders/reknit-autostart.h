#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_AUTOSTART (reknit_autostart_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAutostart, reknit_autostart, REKNIT, AUTOSTART, GObject)

/* Properties: enabled (boolean, read-only, notified exactly on change). */

ReknitAutostart *reknit_autostart_new         (void);
gboolean         reknit_autostart_get_enabled (ReknitAutostart *self);
gboolean         reknit_autostart_set_enabled (ReknitAutostart *self, gboolean enabled, GError **error);

G_END_DECLS
