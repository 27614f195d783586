#include "reknit-config.h"

#include "reknit-axis.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitTimeAxis:
 *
 * An axis of unix seconds. Its ticks stand at the beginnings of days, months or years of a time zone, by how much
 * room there is. Days are counted from the axis's own beginning, so that what comes every Sunday at seven has its
 * ticks on Sundays at seven.
 */
struct _ReknitTimeAxis
{
  ReknitAxis parent_instance;

  GTimeZone *zone;
};

G_DEFINE_FINAL_TYPE (ReknitTimeAxis, reknit_time_axis, REKNIT_TYPE_AXIS)

typedef struct
{
  guint months;
  guint days;
} Step;

static const Step steps[] = {
  { 0, 1 }, { 0, 2 },  { 0, 7 },  { 0, 14 }, { 1, 0 },   { 2, 0 },   { 3, 0 },
  { 6, 0 }, { 12, 0 }, { 24, 0 }, { 60, 0 }, { 120, 0 }, { 240, 0 }, { 600, 0 },
};

static double
get_seconds (const Step *step)
{
  return (step->days + step->months * 30.436875) * 86400;
}

static void
floor_to_month (GDate *date, const Step *step)
{
  guint month;

  if (step->months == 0)
    return;
  month = g_date_get_year (date) * 12u + (guint) g_date_get_month (date) - 1;
  month -= month % step->months;
  g_date_set_dmy (date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));
}

static char *
format_tick (GDateTime *time, const Step *step)
{
  if (step->months == 0)
    /* Translators: a day on a chart’s time axis, such as ‘22 Nov’. Keep it short. */
    return g_date_time_format (time, C_("chart axis", "%-d %b"));
  if (step->months >= 12 || g_date_time_get_month (time) == 1)
    return g_date_time_format (time, "%Y");
  /* Translators: a month on a chart’s time axis, such as ‘Nov’. */
  return g_date_time_format (time, C_("chart axis", "%b"));
}

static GDateTime *
create_time (GTimeZone *zone, const GDate *date, GDateTime *hour)
{
  return g_date_time_new (zone, g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date),
                          hour ? g_date_time_get_hour (hour) : 0, hour ? g_date_time_get_minute (hour) : 0,
                          hour ? g_date_time_get_seconds (hour) : 0);
}

static void
add_ticks_of_step (ReknitAxis *axis, GArray *ticks, const Step *step)
{
  GTimeZone *zone = reknit_time_axis_get_zone (REKNIT_TIME_AXIS (axis));
  double minimum = reknit_axis_get_minimum (axis), maximum = reknit_axis_get_maximum (axis);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc ((gint64) minimum);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, zone) : NULL;
  GDate date;
  int y, m, d;

  if (!local)
    return;
  g_date_time_get_ymd (local, &y, &m, &d);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  floor_to_month (&date, step);

  while (TRUE)
    {
      g_autoptr (GDateTime) time = create_time (zone, &date, step->days >= 7 ? local : NULL);
      double seconds = time ? (double) g_date_time_to_unix (time) : G_MAXDOUBLE;

      if (seconds > maximum)
        break;
      if (seconds >= minimum)
        reknit_axis_add_tick (axis, ticks, seconds, format_tick (time, step));
      if (step->months > 0)
        g_date_add_months (&date, step->months);
      else
        g_date_add_days (&date, step->days);
    }
}

static void
reknit_time_axis_add_ticks (ReknitAxis *axis, GArray *ticks, guint max_ticks)
{
  double span = reknit_axis_get_maximum (axis) - reknit_axis_get_minimum (axis);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      /* Don't build a thousand labels only to find that they are too many. */
      if (span / get_seconds (&steps[i]) > max_ticks + 2)
        continue;
      g_array_set_size (ticks, 0);
      add_ticks_of_step (axis, ticks, &steps[i]);
      if (ticks->len <= max_ticks)
        return;
    }
  g_array_set_size (ticks, max_ticks);
}

static char *
reknit_time_axis_format (ReknitAxis *axis, double value)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc ((gint64) value);
  g_autoptr (GDateTime) local = NULL;

  if (!utc)
    return g_strdup ("");
  local = g_date_time_to_timezone (utc, reknit_time_axis_get_zone (REKNIT_TIME_AXIS (axis)));
  /* Translators: the day of a point on a chart, such as ‘22 November 2026’. */
  return g_date_time_format (local, C_("chart point", "%-d %B %Y"));
}

static void
reknit_time_axis_finalize (GObject *object)
{
  ReknitTimeAxis *self = REKNIT_TIME_AXIS (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (reknit_time_axis_parent_class)->finalize (object);
}

static void
reknit_time_axis_class_init (ReknitTimeAxisClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_time_axis_finalize;
  REKNIT_AXIS_CLASS (klass)->add_ticks = reknit_time_axis_add_ticks;
  REKNIT_AXIS_CLASS (klass)->format = reknit_time_axis_format;
}

static void
reknit_time_axis_init (ReknitTimeAxis *self)
{
  self->zone = g_time_zone_new_local ();
}

/**
 * reknit_time_axis_new:
 * @minimum: unix seconds
 * @maximum: unix seconds
 *
 * Returns: (transfer full): an axis in the local time zone
 */
ReknitAxis *
reknit_time_axis_new (double minimum, double maximum)
{
  ReknitAxis *self = g_object_new (REKNIT_TYPE_TIME_AXIS, NULL);

  reknit_axis_set_range (self, minimum, maximum);
  return self;
}

/**
 * reknit_time_axis_set_zone:
 * @zone: (nullable): where midnight is looked for; %NULL for the machine's own
 */
void
reknit_time_axis_set_zone (ReknitTimeAxis *self, GTimeZone *zone)
{
  g_return_if_fail (REKNIT_IS_TIME_AXIS (self));

  zone = zone ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  g_time_zone_unref (self->zone);
  self->zone = zone;
}

GTimeZone *
reknit_time_axis_get_zone (ReknitTimeAxis *self)
{
  g_return_val_if_fail (REKNIT_IS_TIME_AXIS (self), NULL);

  return self->zone;
}
