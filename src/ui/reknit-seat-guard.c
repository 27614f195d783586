#include "reknit-seat-guard.h"

/**
 * ReknitSeatGuard:
 *
 * Locks the seats when nobody has touched the keyboard for some minutes, and when the computer goes to sleep.
 */
struct _ReknitSeatGuard
{
  GObject          parent_instance;

  ReknitSeats     *seats;
  guint            minutes;
  guint            timer;
  gint64           last_touch;

  GCancellable    *cancellable;
  GDBusConnection *system_bus;
  guint            sleep_subscription;
};

enum { PROP_0, PROP_SEATS, PROP_MINUTES, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReknitSeatGuard, reknit_seat_guard, G_TYPE_OBJECT)

static gboolean
is_key_of_open (ReknitSeats   *seats,
                ReknitPartner *partner)
{
  return partner != NULL
         && reknit_vault_is_open (reknit_seats_get_vault (seats), reknit_record_get_id (REKNIT_RECORD (partner)));
}

static gboolean
has_work (ReknitSeatGuard *self)
{
  return reknit_seats_get_current (self->seats) != NULL
         || is_key_of_open (self->seats, reknit_seats_get_first (self->seats))
         || is_key_of_open (self->seats, reknit_seats_get_second (self->seats));
}

static gboolean
on_timer (gpointer user_data)
{
  ReknitSeatGuard *self = user_data;
  gint64 idle = (g_get_monotonic_time () - self->last_touch) / G_USEC_PER_SEC;
  gint64 allowed = (gint64) self->minutes * 60;

  self->timer = 0;
  if (idle >= allowed)
    reknit_seats_lock (self->seats);
  else
    self->timer = g_timeout_add_seconds ((guint) (allowed - idle), on_timer, self);

  return G_SOURCE_REMOVE;
}

static void
update_timer (ReknitSeatGuard *self)
{
  if (self->minutes == 0 || !has_work (self))
    g_clear_handle_id (&self->timer, g_source_remove);
  else if (self->timer == 0)
    self->timer = g_timeout_add_seconds (self->minutes * 60, on_timer, self);
}

static void
on_seat_taken (ReknitSeatGuard *self)
{
  self->last_touch = g_get_monotonic_time ();
  update_timer (self);
}

static void
on_prepare_for_sleep (GDBusConnection *connection,
                      const char      *sender,
                      const char      *path,
                      const char      *interface,
                      const char      *signal,
                      GVariant        *parameters,
                      gpointer         user_data)
{
  ReknitSeatGuard *self = user_data;
  gboolean going_to_sleep = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &going_to_sleep);
  if (going_to_sleep)
    reknit_seats_lock (self->seats);
}

static void
on_system_bus (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GDBusConnection *bus = g_bus_get_finish (result, NULL);
  ReknitSeatGuard *self = user_data;

  /* No system bus, or no guard any more: the timer is all there is. */
  if (bus == NULL)
    return;

  self->system_bus = bus;
  self->sleep_subscription =
    g_dbus_connection_signal_subscribe (bus, "org.freedesktop.login1", "org.freedesktop.login1.Manager",
                                        "PrepareForSleep", "/org/freedesktop/login1", NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, on_prepare_for_sleep, self, NULL);
}

static void
reknit_seat_guard_constructed (GObject *object)
{
  ReknitSeatGuard *self = REKNIT_SEAT_GUARD (object);

  G_OBJECT_CLASS (reknit_seat_guard_parent_class)->constructed (object);

  g_signal_connect_object (self->seats, "notify::current", G_CALLBACK (on_seat_taken), self, G_CONNECT_SWAPPED);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_system_bus, self);
}

static void
reknit_seat_guard_dispose (GObject *object)
{
  ReknitSeatGuard *self = REKNIT_SEAT_GUARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->sleep_subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->system_bus, self->sleep_subscription);
  self->sleep_subscription = 0;
  g_clear_object (&self->system_bus);
  g_clear_object (&self->seats);

  G_OBJECT_CLASS (reknit_seat_guard_parent_class)->dispose (object);
}

static void
reknit_seat_guard_finalize (GObject *object)
{
  g_object_unref (REKNIT_SEAT_GUARD (object)->cancellable);
  G_OBJECT_CLASS (reknit_seat_guard_parent_class)->finalize (object);
}

static void
reknit_seat_guard_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReknitSeatGuard *self = REKNIT_SEAT_GUARD (object);

  switch (prop_id)
    {
    case PROP_SEATS: g_value_set_object (value, self->seats); break;
    case PROP_MINUTES: g_value_set_uint (value, self->minutes); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_minutes (ReknitSeatGuard *self,
             guint            minutes)
{
  if (self->minutes == minutes)
    return;

  self->minutes = minutes;
  g_clear_handle_id (&self->timer, g_source_remove);
  on_seat_taken (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTES]);
}

static void
reknit_seat_guard_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ReknitSeatGuard *self = REKNIT_SEAT_GUARD (object);

  switch (prop_id)
    {
    case PROP_SEATS: self->seats = g_value_dup_object (value); break;
    case PROP_MINUTES: set_minutes (self, g_value_get_uint (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_seat_guard_class_init (ReknitSeatGuardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = reknit_seat_guard_constructed;
  object_class->dispose = reknit_seat_guard_dispose;
  object_class->finalize = reknit_seat_guard_finalize;
  object_class->get_property = reknit_seat_guard_get_property;
  object_class->set_property = reknit_seat_guard_set_property;

  properties[PROP_SEATS] = g_param_spec_object ("seats", NULL, NULL, REKNIT_TYPE_SEATS,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MINUTES] = g_param_spec_uint ("minutes", NULL, NULL, 0, 24 * 60, 0,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
reknit_seat_guard_init (ReknitSeatGuard *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * reknit_seat_guard_new:
 * @seats: what to guard
 *
 * Returns: (transfer full): a guard that locks on sleep; set `minutes` to have it lock on rest as well
 */
ReknitSeatGuard *
reknit_seat_guard_new (ReknitSeats *seats)
{
  return g_object_new (REKNIT_TYPE_SEAT_GUARD, "seats", seats, NULL);
}

/**
 * reknit_seat_guard_touch:
 *
 * Somebody pressed a key or moved the pointer. Cheap enough for every event: the one timer looks at this time when it
 * ends, and is not set anew.
 */
void
reknit_seat_guard_touch (ReknitSeatGuard *self)
{
  self->last_touch = g_get_monotonic_time ();
  if (self->timer == 0)
    update_timer (self);
}
