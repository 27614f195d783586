#include "reknit-local-time.h"

#include <stdlib.h>
#include <string.h>

#define SECONDS_PER_DAY (24 * 60 * 60)

/**
 * reknit_local_time_parse:
 * @text: (nullable): `YYYY-MM-DDTHH:MM:SS`, exactly
 *
 * Returns: (transfer full) (nullable): the local time; %NULL for any other text, and for days and times
 *   that no calendar has
 */
GDateTime *
reknit_local_time_parse (const char *text)
{
  static const char shape[] = "dddd-dd-ddTdd:dd:dd";

  if (text == NULL || strlen (text) != strlen (shape))
    return NULL;
  for (gsize i = 0; shape[i] != '\0'; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return NULL;

  return g_date_time_new_utc (atoi (text), atoi (text + 5), atoi (text + 8),
                              atoi (text + 11), atoi (text + 14), atoi (text + 17));
}

/**
 * reknit_local_time_to_string:
 * @local: a local time
 *
 * Returns: (transfer full): `YYYY-MM-DDTHH:MM:SS`, the same in every language
 */
char *
reknit_local_time_to_string (GDateTime *local)
{
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d",
                          g_date_time_get_year (local), g_date_time_get_month (local),
                          g_date_time_get_day_of_month (local), g_date_time_get_hour (local),
                          g_date_time_get_minute (local), g_date_time_get_second (local));
}

/**
 * reknit_time_zone_offset_at:
 * @zone: where the clock on the wall hangs
 * @unix_seconds: seconds since the epoch, UTC
 *
 * Returns: by how many seconds that clock is ahead of UTC at that moment
 */
int
reknit_time_zone_offset_at (GTimeZone *zone,
                            gint64     unix_seconds)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, unix_seconds));
}

/**
 * reknit_local_time_from_unix:
 * @unix_seconds: seconds since the epoch, UTC
 * @zone: where the clock on the wall hangs
 *
 * Returns: (transfer full): what that clock shows at that moment
 */
GDateTime *
reknit_local_time_from_unix (gint64     unix_seconds,
                             GTimeZone *zone)
{
  return g_date_time_new_from_unix_utc (unix_seconds + reknit_time_zone_offset_at (zone, unix_seconds));
}

/**
 * reknit_local_time_now:
 * @clock: the clock
 *
 * Returns: (transfer full): what the clock on the wall says
 */
GDateTime *
reknit_local_time_now (ReknitClock *clock)
{
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (clock);

  return reknit_local_time_from_unix (reknit_clock_now (clock), zone);
}

/**
 * reknit_time_resolve_local:
 * @local: a local time
 * @zone: the zone in which it is meant
 *
 * When the clocks of @zone show @local. A time that they leap over is moved forward by the size of the leap
 * (02:30 becomes 03:30); of a time that they show twice the first is taken.
 *
 * Returns: seconds since the epoch, UTC
 */
gint64
reknit_time_resolve_local (GDateTime *local,
                           GTimeZone *zone)
{
  /* A day to either side is out of reach of any offset, so the two differ if the clocks change near @local. */
  gint64 reading = g_date_time_to_unix (local);
  gint64 before = reknit_time_zone_offset_at (zone, reading - SECONDS_PER_DAY);
  gint64 after = reknit_time_zone_offset_at (zone, reading + SECONDS_PER_DAY);

  if (reknit_time_zone_offset_at (zone, reading - before) != before &&
      reknit_time_zone_offset_at (zone, reading - after) == after)
    return reading - after;
  return reading - before;
}

/**
 * reknit_time_next_midnight:
 * @clock: the clock
 *
 * Returns: seconds since the epoch, UTC, when the clock on the wall begins to show another date
 */
gint64
reknit_time_next_midnight (ReknitClock *clock)
{
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (clock);
  g_autoptr (GDateTime) now = reknit_local_time_now (clock);
  g_autoptr (GDateTime) today = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                                                     g_date_time_get_day_of_month (now), 0, 0, 0);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (today, 1);

  return reknit_time_resolve_local (tomorrow, zone);
}

/**
 * reknit_time_zone_by_name:
 * @name: (nullable): an Olson name, or nothing for wherever the machine is
 * @clock: the clock that knows where the machine is
 *
 * Returns: (transfer full): that zone; the machine's own if this system does not know @name
 */
GTimeZone *
reknit_time_zone_by_name (const char  *name,
                          ReknitClock *clock)
{
  GTimeZone *zone = NULL;

  if (name != NULL && *name != '\0')
    zone = g_time_zone_new_identifier (name);
  return zone != NULL ? zone : reknit_clock_get_zone (clock);
}
