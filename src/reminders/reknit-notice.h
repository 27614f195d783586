#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GNotification *reknit_notice_new           (gint64 occurrence, const char *kind, gboolean plain);
GNotification *reknit_notice_new_together  (const gint64 *occurrences, guint n_occurrences);

G_END_DECLS
