#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ReknitCalendarEntry:
 * @uid: the same at every export, so that a calendar which has the entry takes the new one in its place; says nothing
 * @sequence: higher whenever the entry was moved or changed
 * @modified: when it was last changed, in seconds since the epoch; 0 if that is not known
 * @summary: what it is
 * @description: (nullable): more about it
 * @location: (nullable): where
 * @all_day: whether it is about days, and the times of @start and @end mean nothing
 * @start: local time of the start; if it repeats, an occurrence of @rule
 * @end: (nullable): local time of the end; if @all_day, the last day. %NULL for a moment, or for one day
 * @zone: (nullable): the Olson name of the zone that the times are meant in, or nothing for wherever the machine is
 * @rule: (nullable): an RRULE without its name, as the reminders keep it; empty for once
 * @except: (element-type GDateTime): starts that @rule gives and that don't take place
 * @alarms: (element-type int): minutes before the start at which to remind; less than 0 is after it
 * @categories: (nullable): what kinds of thing it is
 * @transparent: whether one is free all the same
 *
 * Something with a date, as another calendar understands it. All of it leaves the program: whoever fills it in puts
 * into it what may be read by others, and nothing of a surprise.
 */
typedef struct
{
  char       *uid;
  guint       sequence;
  gint64      modified;
  char       *summary;
  char       *description;
  char       *location;
  gboolean    all_day;
  GDateTime  *start;
  GDateTime  *end;
  char       *zone;
  char       *rule;
  GPtrArray  *except;
  GArray     *alarms;
  GStrv       categories;
  gboolean    transparent;
} ReknitCalendarEntry;

ReknitCalendarEntry *reknit_calendar_entry_new       (const char *uid, const char *summary, GDateTime *start);
void                 reknit_calendar_entry_add_alarm (ReknitCalendarEntry *self, int minutes_before);
void                 reknit_calendar_entry_leave_out (ReknitCalendarEntry *self, GDateTime *start);
void                 reknit_calendar_entry_free      (ReknitCalendarEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitCalendarEntry, reknit_calendar_entry_free)

G_END_DECLS
