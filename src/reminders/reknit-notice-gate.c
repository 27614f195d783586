#include "reknit-notice-gate.h"

#define GTK_NAME "org.gtk.Notifications"
#define FREEDESKTOP_NAME "org.freedesktop.Notifications"

/* How much later than the other service GNOME’s own may come at login. */
#define GRACE_SECONDS 2

/**
 * ReknitNoticeGate:
 *
 * Whether anybody would show a notification now. GLib sends into the void without a word, so what must not be lost
 * is kept until the gate is open.
 *
 * GLib also chooses its way of sending once and for all at the first one. On GNOME the better way may come up a moment
 * later than the other, and is waited for.
 */
struct _ReknitNoticeGate
{
  GObject parent_instance;

  GDBusConnection *connection;
  guint gtk_watch;
  guint freedesktop_watch;
  guint grace_source;
  gboolean sandboxed;
  gboolean has_gtk;
  gboolean has_freedesktop;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (ReknitNoticeGate, reknit_notice_gate, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update (ReknitNoticeGate *self)
{
  gboolean open = self->sandboxed || self->has_gtk || (self->has_freedesktop && self->grace_source == 0);

  if (self->open == open)
    return;
  self->open = open;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN]);
}

static void
on_appeared (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         data)
{
  ReknitNoticeGate *self = data;

  if (g_str_equal (name, GTK_NAME))
    self->has_gtk = TRUE;
  else
    self->has_freedesktop = TRUE;
  update (self);
}

static void
on_vanished (GDBusConnection *connection,
             const char      *name,
             gpointer         data)
{
  ReknitNoticeGate *self = data;

  if (g_str_equal (name, GTK_NAME))
    self->has_gtk = FALSE;
  else
    self->has_freedesktop = FALSE;
  update (self);
}

static gboolean
on_grace_over (gpointer data)
{
  ReknitNoticeGate *self = data;

  self->grace_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_gnome (void)
{
  const char *names = g_getenv ("XDG_CURRENT_DESKTOP");
  g_auto (GStrv) desktops = g_strsplit (names != NULL ? names : "", ":", -1);

  return g_strv_contains ((const char *const *) desktops, "GNOME");
}

static void
reknit_notice_gate_finalize (GObject *object)
{
  ReknitNoticeGate *self = REKNIT_NOTICE_GATE (object);

  g_clear_handle_id (&self->gtk_watch, g_bus_unwatch_name);
  g_clear_handle_id (&self->freedesktop_watch, g_bus_unwatch_name);
  g_clear_handle_id (&self->grace_source, g_source_remove);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (reknit_notice_gate_parent_class)->finalize (object);
}

static void
reknit_notice_gate_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, REKNIT_NOTICE_GATE (object)->open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
reknit_notice_gate_class_init (ReknitNoticeGateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = reknit_notice_gate_finalize;
  object_class->get_property = reknit_notice_gate_get_property;

  /**
   * ReknitNoticeGate:open:
   *
   * Whether anybody would show a notification now.
   */
  props[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
reknit_notice_gate_init (ReknitNoticeGate *self)
{
}

/**
 * reknit_notice_gate_new:
 * @connection: (nullable): the session bus; without one nobody ever shows anything
 *
 * Returns: (transfer full): the gate, closed until the bus has answered
 */
ReknitNoticeGate *
reknit_notice_gate_new (GDBusConnection *connection)
{
  ReknitNoticeGate *self = g_object_new (REKNIT_TYPE_NOTICE_GATE, NULL);

  if (connection == NULL)
    return self;
  self->connection = g_object_ref (connection);
  self->sandboxed = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
  self->open = self->sandboxed;
  if (is_gnome ())
    self->grace_source = g_timeout_add_seconds (GRACE_SECONDS, on_grace_over, self);
  self->gtk_watch = g_bus_watch_name_on_connection (connection, GTK_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                    on_appeared, on_vanished, self, NULL);
  self->freedesktop_watch = g_bus_watch_name_on_connection (connection, FREEDESKTOP_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                            on_appeared, on_vanished, self, NULL);
  return self;
}

/**
 * reknit_notice_gate_is_open:
 * @self: a gate
 *
 * Returns: whether anybody would show a notification now
 */
gboolean
reknit_notice_gate_is_open (ReknitNoticeGate *self)
{
  g_return_val_if_fail (REKNIT_IS_NOTICE_GATE (self), FALSE);
  return self->open;
}

/**
 * reknit_notice_gate_knock:
 * @self: a gate
 *
 * Something waits to be shown: asks the bus to start a service for it, as many are only started on demand.
 */
void
reknit_notice_gate_knock (ReknitNoticeGate *self)
{
  g_return_if_fail (REKNIT_IS_NOTICE_GATE (self));

  if (self->open || self->connection == NULL)
    return;
  g_dbus_connection_call (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                          "StartServiceByName", g_variant_new ("(su)", FREEDESKTOP_NAME, 0), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}
