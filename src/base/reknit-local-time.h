#pragma once

#include "reknit-clock.h"

G_BEGIN_DECLS

/* A local time is a wall-clock reading that belongs to no zone yet: “Sunday the 29th, 19:00”. In memory it is a
 * GDateTime in UTC, so that arithmetic never meets a change of the clocks; in the store it is the text
 * `YYYY-MM-DDTHH:MM:SS`. */

GDateTime *reknit_local_time_parse      (const char *text);
char      *reknit_local_time_to_string  (GDateTime *local);
GDateTime *reknit_local_time_from_unix  (gint64 unix_seconds, GTimeZone *zone);
GDateTime *reknit_local_time_now        (ReknitClock *clock);
gint64     reknit_time_resolve_local    (GDateTime *local, GTimeZone *zone);
gint64     reknit_time_next_midnight    (ReknitClock *clock);
GTimeZone *reknit_time_zone_by_name     (const char *name, ReknitClock *clock);
int        reknit_time_zone_offset_at   (GTimeZone *zone, gint64 unix_seconds);

G_END_DECLS
