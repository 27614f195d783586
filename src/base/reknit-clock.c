#include "reknit-clock.h"

/**
 * ReknitClock:
 *
 * The wall clock and the time zone, in one place. The base class asks the system; [class@TestClock]
 * stands still until a test moves it.
 */
G_DEFINE_TYPE (ReknitClock, reknit_clock, G_TYPE_OBJECT)

static ReknitClock *default_clock;

static gint64
reknit_clock_real_get_real_time (ReknitClock *self)
{
  return g_get_real_time ();
}

static GTimeZone *
reknit_clock_real_get_timezone (ReknitClock *self)
{
  return g_time_zone_new_local ();
}

static void
reknit_clock_class_init (ReknitClockClass *klass)
{
  klass->get_real_time = reknit_clock_real_get_real_time;
  klass->get_timezone = reknit_clock_real_get_timezone;
}

static void
reknit_clock_init (ReknitClock *self)
{
}

/**
 * reknit_clock_get_default:
 *
 * Returns: (transfer none): the clock that the program goes by
 */
ReknitClock *
reknit_clock_get_default (void)
{
  if (default_clock == NULL)
    default_clock = g_object_new (REKNIT_TYPE_CLOCK, NULL);
  return default_clock;
}

/**
 * reknit_clock_set_default:
 * @clock: (nullable): the clock to go by from now on; %NULL for the system's
 */
void
reknit_clock_set_default (ReknitClock *clock)
{
  g_set_object (&default_clock, clock);
}

/**
 * reknit_clock_now_usec:
 * @self: a clock
 *
 * Returns: microseconds since the epoch, UTC
 */
gint64
reknit_clock_now_usec (ReknitClock *self)
{
  g_return_val_if_fail (REKNIT_IS_CLOCK (self), 0);
  return REKNIT_CLOCK_GET_CLASS (self)->get_real_time (self);
}

/**
 * reknit_clock_now:
 * @self: a clock
 *
 * Returns: seconds since the epoch, UTC: the unit of every time in the store
 */
gint64
reknit_clock_now (ReknitClock *self)
{
  return reknit_clock_now_usec (self) / G_USEC_PER_SEC;
}

/**
 * reknit_clock_get_zone:
 * @self: a clock
 *
 * Returns: (transfer full): the time zone of this machine as it is now
 */
GTimeZone *
reknit_clock_get_zone (ReknitClock *self)
{
  g_return_val_if_fail (REKNIT_IS_CLOCK (self), NULL);
  return REKNIT_CLOCK_GET_CLASS (self)->get_timezone (self);
}

/**
 * reknit_clock_to_local:
 * @self: a clock
 * @unix_seconds: seconds since the epoch, UTC
 *
 * Returns: (transfer full): that moment in the clock's time zone
 */
GDateTime *
reknit_clock_to_local (ReknitClock *self,
                       gint64       unix_seconds)
{
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (self);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_seconds);

  return g_date_time_to_timezone (utc, zone);
}

/**
 * reknit_clock_local_now:
 * @self: a clock
 *
 * Returns: (transfer full): now, in the clock's time zone
 */
GDateTime *
reknit_clock_local_now (ReknitClock *self)
{
  return reknit_clock_to_local (self, reknit_clock_now (self));
}

struct _ReknitTestClock
{
  ReknitClock parent_instance;

  gint64 now;
  char *zone;
};

G_DEFINE_FINAL_TYPE (ReknitTestClock, reknit_test_clock, REKNIT_TYPE_CLOCK)

static gint64
reknit_test_clock_get_real_time (ReknitClock *clock)
{
  return REKNIT_TEST_CLOCK (clock)->now;
}

static GTimeZone *
reknit_test_clock_get_timezone (ReknitClock *clock)
{
  return g_time_zone_new_identifier (REKNIT_TEST_CLOCK (clock)->zone);
}

static void
reknit_test_clock_finalize (GObject *object)
{
  g_free (REKNIT_TEST_CLOCK (object)->zone);
  G_OBJECT_CLASS (reknit_test_clock_parent_class)->finalize (object);
}

static void
reknit_test_clock_class_init (ReknitTestClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reknit_test_clock_finalize;
  REKNIT_CLOCK_CLASS (klass)->get_real_time = reknit_test_clock_get_real_time;
  REKNIT_CLOCK_CLASS (klass)->get_timezone = reknit_test_clock_get_timezone;
}

static void
reknit_test_clock_init (ReknitTestClock *self)
{
}

/**
 * reknit_test_clock_new:
 * @local_time: ISO 8601 without a zone, such as `2026-03-28T19:00:00`
 * @zone: an Olson name, such as `Europe/Berlin`
 *
 * Returns: (transfer full): a clock that stands at @local_time in @zone
 */
ReknitClock *
reknit_test_clock_new (const char *local_time,
                       const char *zone)
{
  ReknitTestClock *self = g_object_new (REKNIT_TYPE_TEST_CLOCK, NULL);

  self->zone = g_strdup (zone);
  reknit_test_clock_set (self, local_time);
  return REKNIT_CLOCK (self);
}

/**
 * reknit_test_clock_set:
 * @self: a test clock
 * @local_time: ISO 8601 without a zone, read in the clock's own zone
 */
void
reknit_test_clock_set (ReknitTestClock *self,
                       const char      *local_time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (self->zone);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (local_time, zone);

  g_assert (time != NULL);
  self->now = g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

/**
 * reknit_test_clock_set_zone:
 * @self: a test clock
 * @zone: the Olson name of the zone that the machine has moved to; the moment stays the same
 */
void
reknit_test_clock_set_zone (ReknitTestClock *self,
                            const char      *zone)
{
  g_free (self->zone);
  self->zone = g_strdup (zone);
}

/**
 * reknit_test_clock_advance:
 * @self: a test clock
 * @seconds: how far to move it; negative for a clock that was set back
 */
void
reknit_test_clock_advance (ReknitTestClock *self,
                           gint64           seconds)
{
  self->now += seconds * G_USEC_PER_SEC;
}
