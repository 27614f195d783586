#include "reknit-config.h"
#include "reknit-paths.h"

#include "reknit-autostart.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define ENTRY_NAME REKNIT_APPLICATION_ID ".desktop"

/**
 * ReknitAutostart:
 *
 * Whether the desktop starts Reknit in the background at login, so that reminders come without a window. The entry
 * in the autostart folder is the only truth: who removes it there, or switches it off in the desktop's settings, sees
 * it off here.
 */
struct _ReknitAutostart
{
  GObject parent_instance;

  char *folder;
  char *path;
  GFileMonitor *monitor;
  gboolean enabled;
};

G_DEFINE_FINAL_TYPE (ReknitAutostart, reknit_autostart, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ENABLED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
entry_is_on (const char *path)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  gboolean on;

  if (!g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  if (g_key_file_get_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL))
    return FALSE;
  on = g_key_file_get_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", &error);
  return on || error != NULL;
}

static void
look (ReknitAutostart *self)
{
  gboolean enabled = entry_is_on (self->path);

  if (self->enabled == enabled)
    return;
  self->enabled = enabled;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENABLED]);
}

static void
reknit_autostart_constructed (GObject *object)
{
  ReknitAutostart *self = REKNIT_AUTOSTART (object);
  g_autoptr (GFile) file = NULL;

  G_OBJECT_CLASS (reknit_autostart_parent_class)->constructed (object);

  self->folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  self->path = g_build_filename (self->folder, ENTRY_NAME, NULL);
  self->enabled = entry_is_on (self->path);

  file = g_file_new_for_path (self->path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (look), self);
}

static void
reknit_autostart_finalize (GObject *object)
{
  ReknitAutostart *self = REKNIT_AUTOSTART (object);

  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_free (self->path);
  g_free (self->folder);

  G_OBJECT_CLASS (reknit_autostart_parent_class)->finalize (object);
}

static void
reknit_autostart_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_ENABLED:
      g_value_set_boolean (value, REKNIT_AUTOSTART (object)->enabled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
reknit_autostart_class_init (ReknitAutostartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = reknit_autostart_constructed;
  object_class->finalize = reknit_autostart_finalize;
  object_class->get_property = reknit_autostart_get_property;

  /**
   * ReknitAutostart:enabled:
   *
   * Whether the desktop starts the program in the background at login.
   */
  props[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
reknit_autostart_init (ReknitAutostart *self)
{
}

/**
 * reknit_autostart_new:
 *
 * Returns: (transfer full): the entry of the person who runs the program, as it is
 */
ReknitAutostart *
reknit_autostart_new (void)
{
  return g_object_new (REKNIT_TYPE_AUTOSTART, NULL);
}

/**
 * reknit_autostart_get_enabled:
 * @self: the entry
 *
 * Returns: whether the desktop starts the program in the background at login
 */
gboolean
reknit_autostart_get_enabled (ReknitAutostart *self)
{
  g_return_val_if_fail (REKNIT_IS_AUTOSTART (self), FALSE);
  return self->enabled;
}

/* At login PATH may not have the folder that the program was installed to. */
static char *
find_command (void)
{
  g_autofree char *installed = g_build_filename (REKNIT_BINDIR, "reknit", NULL);
  g_autoptr (GString) command = NULL;

  if (!g_file_test (installed, G_FILE_TEST_IS_EXECUTABLE))
    return g_strdup ("reknit --gapplication-service");

  command = g_string_new ("\"");
  for (const char *c = installed; *c != '\0'; c++)
    {
      if (strchr ("\"`$\\", *c) != NULL)
        g_string_append_c (command, '\\');
      if (*c == '%')
        g_string_append_c (command, '%');
      g_string_append_c (command, *c);
    }
  g_string_append (command, "\" --gapplication-service");
  return g_string_free (g_steal_pointer (&command), FALSE);
}

static gboolean
write_entry (ReknitAutostart  *self,
             GError          **error)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *command = find_command ();
  g_autofree char *data = NULL;
  gsize length;

  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, "Reknit");
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, REKNIT_APPLICATION_ID);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);
  data = g_key_file_to_data (entry, &length, NULL);

  if (g_mkdir_with_parents (self->folder, 0700) < 0)
    {
      int saved = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved),
                   _("The folder “%s” can’t be made: %s"), self->folder, g_strerror (saved));
      return FALSE;
    }
  return g_file_set_contents_full (self->path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

/**
 * reknit_autostart_set_enabled:
 * @self: the entry
 * @enabled: whether the desktop is to start the program in the background at login
 * @error: return location
 *
 * Writes or removes the entry: whole or not at all.
 *
 * Returns: %FALSE with a #GFileError, and everything as it was
 */
gboolean
reknit_autostart_set_enabled (ReknitAutostart  *self,
                              gboolean          enabled,
                              GError          **error)
{
  gboolean done;

  g_return_val_if_fail (REKNIT_IS_AUTOSTART (self), FALSE);

  if (enabled)
    done = write_entry (self, error);
  else
    {
      done = g_unlink (self->path) == 0 || errno == ENOENT;
      if (!done)
        {
          int saved = errno;

          g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved),
                       _("“%s” can’t be removed: %s"), self->path, g_strerror (saved));
        }
    }
  look (self);
  return done;
}
