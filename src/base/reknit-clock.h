#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_CLOCK (reknit_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (ReknitClock, reknit_clock, REKNIT, CLOCK, GObject)

/**
 * ReknitClockClass:
 * @get_real_time: microseconds since the epoch, UTC
 * @get_timezone: (transfer full): the zone that people on this machine live in now
 *
 * What the time is. Everything that asks for the time asks a clock, so that a test can hold its hands.
 */
struct _ReknitClockClass
{
  GObjectClass parent_class;

  gint64     (*get_real_time) (ReknitClock *self);
  GTimeZone *(*get_timezone)  (ReknitClock *self);
};

ReknitClock *reknit_clock_get_default (void);
void         reknit_clock_set_default (ReknitClock *clock);
gint64       reknit_clock_now         (ReknitClock *self);
gint64       reknit_clock_now_usec    (ReknitClock *self);
GTimeZone   *reknit_clock_get_zone    (ReknitClock *self);
GDateTime   *reknit_clock_local_now   (ReknitClock *self);
GDateTime   *reknit_clock_to_local    (ReknitClock *self, gint64 unix_seconds);

#define REKNIT_TYPE_TEST_CLOCK (reknit_test_clock_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTestClock, reknit_test_clock, REKNIT, TEST_CLOCK, ReknitClock)

ReknitClock *reknit_test_clock_new      (const char *local_time, const char *zone);
void         reknit_test_clock_set      (ReknitTestClock *self, const char *local_time);
void         reknit_test_clock_set_zone (ReknitTestClock *self, const char *zone);
void         reknit_test_clock_advance  (ReknitTestClock *self, gint64 seconds);

G_END_DECLS
