#pragma once

#include "reknit-clock.h"

G_BEGIN_DECLS

/*
 * ReknitCalendarZone:
 * @zone: the zone
 * @id: what it is called in the file
 * @first: the first moment in it that the file speaks of
 * @last: the last one
 */
typedef struct
{
  GTimeZone *zone;
  char      *id;
  gint64     first;
  gint64     last;
} ReknitCalendarZone;

ReknitCalendarZone *reknit_calendar_zone_new   (GTimeZone *zone);
void                reknit_calendar_zone_cover (ReknitCalendarZone *self, GDateTime *local);
void                reknit_calendar_zone_write (ReknitCalendarZone *self, GString *lines);
void                reknit_calendar_zone_free  (ReknitCalendarZone *self);

G_END_DECLS
