#include "reknit-alarm.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <unistd.h>

/* The linker sends every read() of the library here: setting the machine's clock is nothing for a test to do, so
 * the kernel's answer to that is given in its place. */
static guint n_cancelled_reads;

ssize_t __real_read (int fd, void *buffer, size_t size);
ssize_t __wrap_read (int fd, void *buffer, size_t size);

ssize_t
__wrap_read (int     fd,
             void   *buffer,
             size_t  size)
{
  ssize_t result = __real_read (fd, buffer, size);

  if (n_cancelled_reads == 0 || size != sizeof (guint64))
    return result;
  n_cancelled_reads--;
  errno = ECANCELED;
  return -1;
}

static void
count (ReknitAlarm *alarm,
       guint       *n_rung)
{
  (*n_rung)++;
}

static gboolean
stop (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @n_rung is @expected, at most for so long. Returns the seconds it took. */
static double
run (const guint *n_rung,
     guint        expected,
     guint        milliseconds)
{
  gboolean stopped = FALSE;
  guint source = g_timeout_add (milliseconds, stop, &stopped);
  gint64 start = g_get_monotonic_time ();

  while (!stopped && *n_rung < expected)
    g_main_context_iteration (NULL, TRUE);
  if (!stopped)
    g_source_remove (source);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static gint64
now (void)
{
  return reknit_clock_now (reknit_clock_get_default ());
}

static void
test_rings_in_time (void)
{
  ReknitAlarm *alarm = reknit_alarm_new (reknit_clock_get_default ());
  guint n_rung = 0;
  gint64 time = now () + 1;

  g_signal_connect (alarm, "rang", G_CALLBACK (count), &n_rung);
  reknit_alarm_set (alarm, time);
  g_assert_cmpint (reknit_alarm_get (alarm), ==, time);
  g_assert_cmpfloat (run (&n_rung, 1, 3000), <, 2.0);
  g_assert_cmpuint (n_rung, ==, 1);
  g_assert_cmpint (now (), >=, time);
  run (&n_rung, 2, 300);
  g_assert_cmpuint (n_rung, ==, 1);
  g_assert_finalize_object (alarm);
}

static void
test_rings_at_once_for_the_past (void)
{
  g_autoptr (ReknitAlarm) alarm = reknit_alarm_new (reknit_clock_get_default ());
  guint n_rung = 0;

  g_signal_connect (alarm, "rang", G_CALLBACK (count), &n_rung);
  reknit_alarm_set (alarm, now () - 86400);
  run (&n_rung, 1, 1000);
  g_assert_cmpuint (n_rung, ==, 1);
}

static void
test_can_be_put_off (void)
{
  g_autoptr (ReknitAlarm) alarm = reknit_alarm_new (reknit_clock_get_default ());
  guint n_rung = 0;

  g_signal_connect (alarm, "rang", G_CALLBACK (count), &n_rung);
  reknit_alarm_set (alarm, now () + 1);
  reknit_alarm_set (alarm, 0);
  run (&n_rung, 1, 1500);
  g_assert_cmpuint (n_rung, ==, 0);
}

static void
test_goes_by_the_given_clock (void)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2031-03-30T01:59:59", "Europe/Berlin");
  g_autoptr (ReknitAlarm) alarm = reknit_alarm_new (clock);
  guint n_rung = 0;

  g_signal_connect (alarm, "rang", G_CALLBACK (count), &n_rung);
  reknit_alarm_set (alarm, reknit_clock_now (clock) + 1);
  g_assert_cmpfloat (run (&n_rung, 1, 3000), <, 2.0);
  reknit_alarm_set (alarm, reknit_clock_now (clock) + 60);
  run (&n_rung, 2, 500);
  g_assert_cmpuint (n_rung, ==, 1);
}

static void
test_clock_was_set (void)
{
  g_autoptr (ReknitAlarm) alarm = reknit_alarm_new (reknit_clock_get_default ());
  guint n_rung = 0;

  g_signal_connect (alarm, "rang", G_CALLBACK (count), &n_rung);
  n_cancelled_reads = 1;
  reknit_alarm_set (alarm, now () - 1);
  run (&n_rung, 1, 1000);
  g_assert_cmpuint (n_cancelled_reads, ==, 0);
  g_assert_cmpuint (n_rung, ==, 1);

  /* It was armed again by itself, and so rings a second time without a word from here. */
  run (&n_rung, 2, 1000);
  g_assert_cmpuint (n_rung, ==, 2);
}

static void
test_zone_changed (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("reknit-zone-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "localtime", NULL);
  g_autofree char *fresh = g_build_filename (folder, "fresh", NULL);
  g_autoptr (ReknitAlarm) alarm = NULL;
  guint n_rung = 0;

  g_assert_no_error (error);
  g_assert_cmpint (symlink ("/usr/share/zoneinfo/Europe/Berlin", path), ==, 0);
  alarm = g_object_new (REKNIT_TYPE_ALARM, "clock", reknit_clock_get_default (), "zone-file", path, NULL);
  g_signal_connect (alarm, "rang", G_CALLBACK (count), &n_rung);
  run (&n_rung, 1, 200);
  g_assert_cmpuint (n_rung, ==, 0);

  /* As timedatectl does it: a new link, moved over the old one. */
  g_assert_cmpint (symlink ("/usr/share/zoneinfo/America/New_York", fresh), ==, 0);
  g_assert_cmpint (g_rename (fresh, path), ==, 0);
  run (&n_rung, 1, 5000);
  g_assert_cmpuint (n_rung, >=, 1);

  g_unlink (path);
  g_rmdir (folder);
}

static void
emit_sleep (GDBusConnection *logind,
            gboolean         going_to_sleep)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (logind, NULL, "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
                                 "PrepareForSleep", g_variant_new ("(b)", going_to_sleep), &error);
  g_assert_no_error (error);
}

static void
test_woken_up (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) logind = NULL;
  g_autoptr (GVariant) owned = NULL;
  ReknitAlarm *alarm;
  guint n_rung = 0;

  g_test_dbus_up (bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (bus), TRUE);
  logind = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                                   G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                   G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (logind, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", "org.freedesktop.login1", 0), NULL, 0, -1,
                                       NULL, &error);
  g_assert_no_error (error);

  alarm = reknit_alarm_new (reknit_clock_get_default ());
  g_signal_connect (alarm, "rang", G_CALLBACK (count), &n_rung);
  run (&n_rung, 1, 300);
  emit_sleep (logind, TRUE);
  run (&n_rung, 1, 300);
  g_assert_cmpuint (n_rung, ==, 0);
  emit_sleep (logind, FALSE);
  run (&n_rung, 1, 3000);
  g_assert_cmpuint (n_rung, ==, 1);

  g_assert_finalize_object (alarm);
  emit_sleep (logind, FALSE);
  run (&n_rung, 2, 200);
  g_assert_cmpuint (n_rung, ==, 1);
  g_clear_object (&logind);
  g_test_dbus_stop (bus);
}

/* Finalized before the bus has answered. */
static void
test_short_life (void)
{
  ReknitAlarm *alarm = reknit_alarm_new (reknit_clock_get_default ());
  guint n_rung = 0;

  g_assert_finalize_object (alarm);
  run (&n_rung, 1, 200);
}

static void
test_waiting_costs_nothing (void)
{
  g_autoptr (ReknitAlarm) alarm = reknit_alarm_new (reknit_clock_get_default ());
  struct rusage before;
  struct rusage after;
  guint n_rung = 0;

  reknit_alarm_set (alarm, now () + 86400);
  run (&n_rung, 1, 300);
  getrusage (RUSAGE_SELF, &before);
  run (&n_rung, 1, 3000);
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (after.ru_nvcsw - before.ru_nvcsw, <=, 5);
}

int
main (int argc, char *argv[])
{
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alarm/waiting-costs-nothing", test_waiting_costs_nothing);
  g_test_add_func ("/alarm/rings-in-time", test_rings_in_time);
  g_test_add_func ("/alarm/rings-at-once-for-the-past", test_rings_at_once_for_the_past);
  g_test_add_func ("/alarm/can-be-put-off", test_can_be_put_off);
  g_test_add_func ("/alarm/goes-by-the-given-clock", test_goes_by_the_given_clock);
  g_test_add_func ("/alarm/clock-was-set", test_clock_was_set);
  g_test_add_func ("/alarm/zone-changed", test_zone_changed);
  g_test_add_func ("/alarm/short-life", test_short_life);
  g_test_add_func ("/alarm/woken-up", test_woken_up);
  return g_test_run ();
}
