#include "reknit-calendar-zone-private.h"

#include "reknit-calendar-lines-private.h"
#include "reknit-local-time.h"

#include <stdlib.h>
#include <string.h>

/* A file tells the changes of its clocks itself, for programs that don't know the zone or know it otherwise: from a
 * year before the file needs them, so that there is one to begin with, until it can be seen how they go on for ever.
 * It begins in 2000 at the latest, where programs look that want to know which zone it is. */
#define DAY (24 * 60 * 60)
#define YEAR (366 * DAY)
#define YEARS_AHEAD 2
#define BEGINNING G_GINT64_CONSTANT (946684800)
/* The end of 2037, until when every change is written down. GLib misreads the rule that some zones go by afterwards. */
#define END_OF_KNOWLEDGE G_GINT64_CONSTANT (2145916800)
#define LONGEST_STEP (2 * 60 * 60)
#define ENOUGH_TO_BELIEVE 3

#define LOCAL "%Y%m%dT%H%M%S"

/* Changes of the clocks that are one as far as a file can tell: by the same amount, and either at @moments or, if they
 * go @on for ever, each year on the first such weekday of a month that is not before a day from @low to @high. */
typedef struct
{
  GTimeZone *zone;
  int        from;
  int        to;
  int        interval;
  GArray    *moments;
  gboolean   on;
  int        low;
  int        high;
} Change;

static void
change_free (Change *self)
{
  g_array_unref (self->moments);
  g_free (self);
}

static Change *
change_new (GTimeZone *zone,
            gint64     moment,
            int        from)
{
  Change *self = g_new0 (Change, 1);

  self->zone = zone;
  self->from = from;
  self->to = reknit_time_zone_offset_at (zone, moment);
  self->interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment);
  self->moments = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->moments, moment);
  return self;
}

/* What the clocks showed when they were about to be changed. */
static GDateTime *
change_get_shown (const Change *self,
                  guint         index)
{
  return g_date_time_new_from_unix_utc (g_array_index (self->moments, gint64, index) + self->from);
}

static int
days_in_month (GDateTime *time)
{
  return g_date_get_days_in_month ((GDateMonth) g_date_time_get_month (time), (GDateYear) g_date_time_get_year (time));
}

static gboolean
is_a_year_later (GDateTime *earlier,
                 GDateTime *later)
{
  return g_date_time_get_year (earlier) + 1 == g_date_time_get_year (later) &&
         g_date_time_get_month (earlier) == g_date_time_get_month (later) &&
         g_date_time_get_day_of_week (earlier) == g_date_time_get_day_of_week (later) &&
         g_date_time_get_hour (earlier) == g_date_time_get_hour (later) &&
         g_date_time_get_minute (earlier) == g_date_time_get_minute (later);
}

static gboolean
is_same_step (const Change *self,
              const Change *other)
{
  return self->from == other->from && self->to == other->to &&
         g_str_equal (g_time_zone_get_abbreviation (self->zone, self->interval),
                      g_time_zone_get_abbreviation (other->zone, other->interval));
}

/* Goes on with the change that came last year on the same weekday; else it is one of its own. */
static void
add_to_series (GPtrArray *series,
               Change    *change)
{
  g_autoptr (GDateTime) shown = change_get_shown (change, 0);

  change->low = MAX (g_date_time_get_day_of_month (shown) - 6, 1);
  change->high = MIN (g_date_time_get_day_of_month (shown), days_in_month (shown) - 6);
  for (guint i = 0; i < series->len; i++)
    {
      Change *earlier = g_ptr_array_index (series, i);
      g_autoptr (GDateTime) last = change_get_shown (earlier, earlier->moments->len - 1);

      if (is_same_step (earlier, change) && is_a_year_later (last, shown) &&
          MAX (earlier->low, change->low) <= MIN (earlier->high, change->high))
        {
          earlier->low = MAX (earlier->low, change->low);
          earlier->high = MIN (earlier->high, change->high);
          g_array_append_vals (earlier->moments, change->moments->data, 1);
          change_free (change);
          return;
        }
    }
  g_ptr_array_add (series, change);
}

/* The first moment of the day from @start on at which the clocks are as they are at its end. */
static gint64
find_moment (GTimeZone *zone,
             gint64     start)
{
  int after = reknit_time_zone_offset_at (zone, start + DAY);
  gint64 low = start;
  gint64 high = start + DAY;

  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (reknit_time_zone_offset_at (zone, middle) == after)
        high = middle;
      else
        low = middle;
    }
  return high;
}

static gboolean
goes_on (const Change *change,
         gint64        until)
{
  guint n = change->moments->len;

  return n >= ENOUGH_TO_BELIEVE && g_array_index (change->moments, gint64, n - 1) + YEAR + 7 * DAY >= until;
}

static GPtrArray *
find_series (ReknitCalendarZone *self,
             gint64              from,
             gint64              until)
{
  GPtrArray *series = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  int before = reknit_time_zone_offset_at (self->zone, from);

  for (gint64 day = from; day < until; day += DAY)
    {
      int after = reknit_time_zone_offset_at (self->zone, day + DAY);

      if (after == before)
        continue;
      add_to_series (series, change_new (self->zone, find_moment (self->zone, day), before));
      before = after;
    }
  return series;
}

/* Only what goes on for ever stays a series: there are programs that can't read one that ends. The moments of the
 * others stand together, before it. */
static GPtrArray *
find_changes (ReknitCalendarZone *self,
              gint64              from,
              gint64              until)
{
  g_autoptr (GPtrArray) series = find_series (self, from, until);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);

  if (series->len == 0 || g_array_index (((Change *) series->pdata[0])->moments, gint64, 0) > self->first)
    g_ptr_array_add (changes, change_new (self->zone, from, reknit_time_zone_offset_at (self->zone, from)));
  while (series->len > 0)
    {
      Change *change = g_ptr_array_steal_index (series, 0);
      guint found = changes->len;

      change->on = goes_on (change, until);
      for (guint i = 0; !change->on && found == changes->len && i < changes->len; i++)
        if (!((Change *) changes->pdata[i])->on && is_same_step (changes->pdata[i], change))
          found = i;
      if (found == changes->len)
        {
          g_ptr_array_add (changes, change);
          continue;
        }
      g_array_append_vals (((Change *) changes->pdata[found])->moments, change->moments->data, change->moments->len);
      change_free (change);
    }
  return changes;
}

static void
write_offset (GString    *lines,
              const char *name,
              int         offset)
{
  int seconds = abs (offset);
  g_autofree char *rest = seconds % 60 != 0 ? g_strdup_printf ("%02d", seconds % 60) : g_strdup ("");

  reknit_calendar_lines_add (lines, "%s:%c%02d%02d%s", name, offset < 0 ? '-' : '+', seconds / 3600, seconds / 60 % 60, rest);
}

static void
write_moments (GString      *lines,
               const Change *change)
{
  for (guint i = 1; i < change->moments->len; i++)
    {
      g_autoptr (GDateTime) shown = change_get_shown (change, i);
      g_autofree char *text = g_date_time_format (shown, LOCAL);

      reknit_calendar_lines_add (lines, "RDATE:%s", text);
    }
}

/* The plainest rule that fits: the last of a month, the first to the fourth, else one of seven days. */
static void
write_rule (GString      *lines,
            const Change *change,
            GDateTime    *first)
{
  static const char *const weekdays[] = { NULL, "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const char *weekday = weekdays[g_date_time_get_day_of_week (first)];
  int month = g_date_time_get_month (first);
  int nth = change->high == days_in_month (first) - 6 ? -1 : (change->low + 5) / 7 + 1;
  int day = change->low;

  if (nth == -1 || nth * 7 - 6 <= change->high)
    reknit_calendar_lines_add (lines, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", month, nth, weekday);
  else
    reknit_calendar_lines_add (lines, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d,%d,%d,%d,%d,%d,%d;BYDAY=%s", month,
                               day, day + 1, day + 2, day + 3, day + 4, day + 5, day + 6, weekday);
}

/* Where the clocks are put back in spring, as in Ireland's law, or by a day, as in Samoa, many programs are lost if
 * that is not called by what it looks like. */
static gboolean
looks_like_summer (const Change *change)
{
  return change->to > change->from && change->to - change->from <= LONGEST_STEP;
}

static void
write_change (GString      *lines,
              const Change *change)
{
  const char *kind = looks_like_summer (change) ? "DAYLIGHT" : "STANDARD";
  g_autoptr (GDateTime) first = change_get_shown (change, 0);
  g_autofree char *text = g_date_time_format (first, LOCAL);

  reknit_calendar_lines_add (lines, "BEGIN:%s", kind);
  reknit_calendar_lines_add (lines, "DTSTART:%s", text);
  if (change->on)
    write_rule (lines, change, first);
  else
    write_moments (lines, change);
  write_offset (lines, "TZOFFSETFROM", change->from);
  write_offset (lines, "TZOFFSETTO", change->to);
  reknit_calendar_lines_add_text (lines, "TZNAME", g_time_zone_get_abbreviation (change->zone, change->interval));
  reknit_calendar_lines_add (lines, "END:%s", kind);
}

/*
 * reknit_calendar_zone_new:
 * @zone: a zone
 *
 * Returns: (transfer full): the zone as a file may speak of it, which covers nothing yet
 */
ReknitCalendarZone *
reknit_calendar_zone_new (GTimeZone *zone)
{
  ReknitCalendarZone *self = g_new0 (ReknitCalendarZone, 1);
  const char *name = g_time_zone_get_identifier (zone);

  self->zone = g_time_zone_ref (zone);
  /* The machine's own may be called by a file or by its rules, with signs that would end the name. */
  self->id = g_strdup (g_str_equal (name, "Etc/UTC") ? REKNIT_CALENDAR_UTC : name + strspn (name, ":/"));
  g_strcanon (self->id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/_+-", '-');
  self->first = G_MAXINT64;
  self->last = G_MININT64;
  return self;
}

/*
 * reknit_calendar_zone_cover:
 * @self: a zone
 * @local: a time that the file gives in @self
 */
void
reknit_calendar_zone_cover (ReknitCalendarZone *self,
                            GDateTime          *local)
{
  gint64 moment = reknit_time_resolve_local (local, self->zone);

  self->first = MIN (self->first, moment);
  self->last = MAX (self->last, moment);
}

/*
 * reknit_calendar_zone_write:
 * @self: a zone
 * @lines: the file so far
 *
 * Adds what the clocks of @self show at all the times it covers, and later.
 */
void
reknit_calendar_zone_write (ReknitCalendarZone *self,
                            GString            *lines)
{
  gint64 from = MIN (self->first - YEAR, BEGINNING);
  gint64 until = MAX (self->last + YEARS_AHEAD * YEAR, END_OF_KNOWLEDGE);
  g_autoptr (GPtrArray) changes = NULL;

  if (g_str_equal (self->id, REKNIT_CALENDAR_UTC))
    return;
  changes = find_changes (self, from, until);
  reknit_calendar_lines_add (lines, "BEGIN:VTIMEZONE");
  reknit_calendar_lines_add (lines, "TZID:%s", self->id);
  for (guint i = 0; i < changes->len; i++)
    write_change (lines, g_ptr_array_index (changes, i));
  reknit_calendar_lines_add (lines, "END:VTIMEZONE");
}

/*
 * reknit_calendar_zone_free:
 * @self: (transfer full): a zone
 */
void
reknit_calendar_zone_free (ReknitCalendarZone *self)
{
  g_time_zone_unref (self->zone);
  g_free (self->id);
  g_free (self);
}
