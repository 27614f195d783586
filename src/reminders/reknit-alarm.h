#pragma once

#include "reknit-clock.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_ALARM (reknit_alarm_get_type ())
G_DECLARE_FINAL_TYPE (ReknitAlarm, reknit_alarm, REKNIT, ALARM, GObject)

/* Properties: zone-file (construct only), the file that says where the machine is.
 * Signals: rang (), when the time has come, and whenever the clock, the zone or the machine's sleep may have
 * changed when that is. */

ReknitAlarm *reknit_alarm_new    (ReknitClock *clock);
void         reknit_alarm_set    (ReknitAlarm *self, gint64 unix_seconds);
gint64       reknit_alarm_get    (ReknitAlarm *self);

G_END_DECLS
