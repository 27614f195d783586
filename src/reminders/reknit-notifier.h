#pragma once

#include "reknit-clock.h"
#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_NOTIFIER (reknit_notifier_get_type ())
G_DECLARE_FINAL_TYPE (ReknitNotifier, reknit_notifier, REKNIT, NOTIFIER, GObject)

/* Adds to the application, while it lives: app.snooze-occurrence (axu: occurrences, minutes) and
 * app.skip-occurrence (x). Needs of it: app.start-occurrence (x) and app.show-today. */

ReknitNotifier *reknit_notifier_new             (GApplication *application, ReknitStore *store, ReknitClock *clock);
void            reknit_notifier_set_quiet_hours (ReknitNotifier *self, int from, int until);
void            reknit_notifier_check           (ReknitNotifier *self);
gint64          reknit_notifier_get_next        (ReknitNotifier *self);
gboolean        reknit_notifier_snooze          (ReknitNotifier *self, gint64 occurrence, guint minutes, GError **error);
gboolean        reknit_notifier_skip            (ReknitNotifier *self, gint64 occurrence, GError **error);
void            reknit_notifier_withdraw        (ReknitNotifier *self, gint64 occurrence);
void            reknit_notifier_withdraw_all    (ReknitNotifier *self);

G_END_DECLS
