#include "reknit-alarm.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* So near to its time an alarm looks at the clock itself, once a minute, in case a timer was lost. */
#define NEAR (5 * 60)

/**
 * ReknitAlarm:
 *
 * Wakes the program at a moment of the wall clock. A GLib timeout would not do: its clock stands still while the
 * machine sleeps. Nothing ticks in between, so a program that waits uses no processor time.
 *
 * Whoever is woken asks the clock again: the alarm also rings when someone has set the clock, when the machine has
 * woken up, and when it has moved to another zone.
 */
struct _ReknitAlarm
{
  GObject parent_instance;

  ReknitClock *clock;
  char *zone_file;
  gint64 time;
  int timer;
  guint timer_source;
  guint near_source;
  GFileMonitor *zone_monitor;
  GDBusConnection *system_bus;
  GCancellable *cancellable;
  guint sleep_subscription;
};

G_DEFINE_FINAL_TYPE (ReknitAlarm, reknit_alarm, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CLOCK,
  PROP_ZONE_FILE,
  N_PROPS
};

enum
{
  RANG,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
ring (ReknitAlarm *self)
{
  g_signal_emit (self, signals[RANG], 0);
}

static gboolean
on_near (gpointer data)
{
  ReknitAlarm *self = data;

  if (reknit_clock_now (self->clock) < self->time)
    return G_SOURCE_CONTINUE;
  self->near_source = 0;
  ring (self);
  return G_SOURCE_REMOVE;
}

/* The kernel knows only the wall clock; in a test the given one may stand years away from it. */
static void
arm_timer (ReknitAlarm *self)
{
  gint64 ahead = g_get_real_time () - reknit_clock_now_usec (self->clock) + G_USEC_PER_SEC / 2;
  gint64 offset = ahead / G_USEC_PER_SEC - (ahead % G_USEC_PER_SEC < 0 ? 1 : 0);
  struct itimerspec spec = { .it_value = { .tv_sec = (time_t) MAX (self->time + offset, 1) } };

  if (self->time == 0)
    spec.it_value.tv_sec = 0;
  if (self->timer >= 0 &&
      timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) < 0)
    g_warning ("The timer can’t be set: %s", g_strerror (errno));
}

static gboolean
on_timer (gint         fd,
          GIOCondition condition,
          gpointer     data)
{
  ReknitAlarm *self = data;
  guint64 n_expired;

  if (read (fd, &n_expired, sizeof n_expired) < 0)
    {
      if (errno != ECANCELED)
        return G_SOURCE_CONTINUE;
      arm_timer (self);
    }
  ring (self);
  return G_SOURCE_CONTINUE;
}

static void
on_prepare_for_sleep (GDBusConnection *connection,
                      const char      *sender,
                      const char      *path,
                      const char      *interface,
                      const char      *signal,
                      GVariant        *parameters,
                      gpointer         data)
{
  gboolean going_to_sleep = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &going_to_sleep);
  if (!going_to_sleep)
    ring (data);
}

static void
on_system_bus (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  ReknitAlarm *self = data;

  if (bus == NULL)
    {
      /* The timer notices a long sleep by itself; logind is only quicker. */
      g_debug ("No word of sleep: %s", error->message);
      return;
    }
  self->system_bus = g_steal_pointer (&bus);
  self->sleep_subscription =
    g_dbus_connection_signal_subscribe (self->system_bus, "org.freedesktop.login1", "org.freedesktop.login1.Manager",
                                        "PrepareForSleep", "/org/freedesktop/login1", NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                        on_prepare_for_sleep, self, NULL);
}

static void
watch_zone (ReknitAlarm *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->zone_file);

  self->zone_monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->zone_monitor != NULL)
    g_signal_connect_swapped (self->zone_monitor, "changed", G_CALLBACK (ring), self);
}

static void
reknit_alarm_constructed (GObject *object)
{
  ReknitAlarm *self = REKNIT_ALARM (object);

  G_OBJECT_CLASS (reknit_alarm_parent_class)->constructed (object);

  self->timer = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->timer < 0)
    g_warning ("There is no timer: %s", g_strerror (errno));
  else
    self->timer_source = g_unix_fd_add (self->timer, G_IO_IN, on_timer, self);

  watch_zone (self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_system_bus, self);
}

static void
reknit_alarm_finalize (GObject *object)
{
  ReknitAlarm *self = REKNIT_ALARM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->sleep_subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->system_bus, self->sleep_subscription);
  g_clear_object (&self->system_bus);
  if (self->zone_monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->zone_monitor, self);
  g_clear_object (&self->zone_monitor);
  g_clear_handle_id (&self->near_source, g_source_remove);
  g_clear_handle_id (&self->timer_source, g_source_remove);
  if (self->timer >= 0)
    close (self->timer);
  g_free (self->zone_file);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (reknit_alarm_parent_class)->finalize (object);
}

static void
reknit_alarm_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ReknitAlarm *self = REKNIT_ALARM (object);

  switch (property_id)
    {
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    case PROP_ZONE_FILE:
      self->zone_file = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
reknit_alarm_class_init (ReknitAlarmClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = reknit_alarm_constructed;
  object_class->finalize = reknit_alarm_finalize;
  object_class->set_property = reknit_alarm_set_property;

  /**
   * ReknitAlarm:clock:
   *
   * The clock to go by.
   */
  props[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, REKNIT_TYPE_CLOCK,
                                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * ReknitAlarm:zone-file:
   *
   * The file that says where the machine is.
   */
  props[PROP_ZONE_FILE] = g_param_spec_string ("zone-file", NULL, NULL, "/etc/localtime",
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * ReknitAlarm::rang:
   * @self: an alarm
   *
   * The time has come, or the clock, the zone or the machine's sleep may have changed when that is.
   */
  signals[RANG] = g_signal_new ("rang", REKNIT_TYPE_ALARM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
reknit_alarm_init (ReknitAlarm *self)
{
  self->timer = -1;
  self->cancellable = g_cancellable_new ();
}

/**
 * reknit_alarm_new:
 * @clock: the clock to go by
 *
 * Returns: (transfer full): an alarm that is not set
 */
ReknitAlarm *
reknit_alarm_new (ReknitClock *clock)
{
  return g_object_new (REKNIT_TYPE_ALARM, "clock", clock, NULL);
}

/**
 * reknit_alarm_set:
 * @self: an alarm
 * @unix_seconds: when to ring, UTC; at once if that has passed, 0 for never
 *
 * Sets the one time at which @self rings.
 */
void
reknit_alarm_set (ReknitAlarm *self,
                  gint64       unix_seconds)
{
  gboolean near;

  g_return_if_fail (REKNIT_IS_ALARM (self));

  self->time = unix_seconds;
  arm_timer (self);

  near = unix_seconds != 0 && (self->timer < 0 || unix_seconds - reknit_clock_now (self->clock) < NEAR);
  g_clear_handle_id (&self->near_source, g_source_remove);
  if (near)
    self->near_source = g_timeout_add_seconds (60, on_near, self);
}

/**
 * reknit_alarm_get:
 * @self: an alarm
 *
 * Returns: the Unix seconds that it is set to; 0 for none
 */
gint64
reknit_alarm_get (ReknitAlarm *self)
{
  g_return_val_if_fail (REKNIT_IS_ALARM (self), 0);
  return self->time;
}
