#include "reknit-application-private.h"

#include "reknit-demo.h"
#include "reknit-model.h"

#include <glib/gstdio.h>

/* The store of the program, and what lives as long as it is open. */

/* A week of writing is what a damaged file may cost at most, beside what can be salvaged from it. */
#define BACKUP_INTERVAL (7 * 24 * 3600)
#define BACKUP_DELAY    60

struct _ReknitOpening
{
  GThread      *thread;
  char         *path;
  ReknitSealer *sealer;
  GError       *error;
};

/**
 * reknit_application_get_store_path:
 *
 * Returns: (transfer full): where the couple's own store is, or that of the demonstration, which never mix
 */
char *
reknit_application_get_store_path (ReknitApplication *self)
{
  return g_build_filename (g_get_user_data_dir (), self->demo ? "reknit-demo" : "reknit", "reknit.db", NULL);
}

static gpointer
open_store (gpointer data)
{
  ReknitOpening *opening = data;
  g_autofree char *folder = g_path_get_dirname (opening->path);

  /* What can't be made here is told by the store, which finds it missing. */
  g_mkdir_with_parents (folder, 0700);
  return reknit_store_open (opening->path, opening->sealer, &opening->error);
}

/**
 * reknit_application_begin_opening:
 *
 * Begins to open the store on a thread of its own, since GTK needs longer to be ready than a store to be read through
 * and checked. [method@Application.open_store] waits for it.
 */
void
reknit_application_begin_opening (ReknitApplication *self)
{
  g_return_if_fail (self->opening == NULL && self->store == NULL);

  /* What the store finds out about classes of records, it is to find out once. */
  reknit_model_register ();
  self->vault = reknit_vault_new ();
  self->opening = g_new0 (ReknitOpening, 1);
  self->opening->path = reknit_application_get_store_path (self);
  self->opening->sealer = REKNIT_SEALER (self->vault);
  self->opening->thread = g_thread_new ("store", open_store, self->opening);
}

static ReknitStore *
end_opening (ReknitApplication  *self,
             GError            **error)
{
  ReknitOpening *opening = g_steal_pointer (&self->opening);
  ReknitStore *store = g_thread_join (opening->thread);

  if (opening->error != NULL)
    g_propagate_error (error, opening->error);
  g_free (opening->path);
  g_free (opening);
  return store;
}

static gboolean
fill_demo (ReknitApplication  *self,
           GError            **error)
{
  g_autoptr (ReknitPartner) somebody = reknit_partner_at (self->store, 1);

  return somebody != NULL || reknit_demo_fill (self->store, 1, error);
}

static void
update_quiet_hours (GSettings      *settings,
                    const char     *key,
                    ReknitNotifier *notifier)
{
  gboolean enabled = g_settings_get_boolean (settings, "quiet-hours-enabled");

  reknit_notifier_set_quiet_hours (notifier,
                                   enabled ? (int) g_settings_get_uint (settings, "quiet-from") : 0,
                                   enabled ? (int) g_settings_get_uint (settings, "quiet-until") : 0);
}

static void
begin_reminding (ReknitApplication *self)
{
  const char *const changes[] = { "changed::quiet-hours-enabled", "changed::quiet-from", "changed::quiet-until" };

  /* It looks for what is due once the program rests, which is after a window was drawn. */
  self->notifier = reknit_notifier_new (G_APPLICATION (self), self->store, reknit_clock_get_default ());
  update_quiet_hours (self->settings, NULL, self->notifier);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (self->settings, changes[i], G_CALLBACK (update_quiet_hours), self->notifier, 0);
}

/**
 * reknit_application_open_store:
 * @error: return location; a `REKNIT_STORE_ERROR`
 *
 * Opens the store and all that works on it, if it is not open already.
 *
 * Returns: whether it is open
 */
gboolean
reknit_application_open_store (ReknitApplication  *self,
                               GError            **error)
{
  if (self->store != NULL)
    return TRUE;

  if (self->opening == NULL)
    reknit_application_begin_opening (self);
  self->store = end_opening (self, error);
  if (self->store == NULL || (self->demo && !fill_demo (self, error)))
    {
      reknit_application_close_store (self);
      return FALSE;
    }

  reknit_application_watch_store (self);
  self->seats = reknit_seats_new (self->store, self->vault);
  self->guard = reknit_seat_guard_new (self->seats);
  g_settings_bind (self->settings, "auto-lock-minutes", self->guard, "minutes", G_SETTINGS_BIND_GET);
  begin_reminding (self);
  return TRUE;
}

/**
 * reknit_application_close_store:
 *
 * Locks the seats and closes the store.
 */
void
reknit_application_close_store (ReknitApplication *self)
{
  g_clear_handle_id (&self->backup_timer, g_source_remove);
  if (self->opening != NULL)
    self->store = end_opening (self, NULL);
  if (self->seats != NULL)
    reknit_seats_lock (self->seats);
  g_clear_object (&self->notifier);
  g_clear_object (&self->guard);
  g_clear_object (&self->seats);
  if (self->store != NULL)
    reknit_store_close (self->store, NULL);
  g_clear_object (&self->store);
  g_clear_object (&self->vault);
}

static gboolean
on_backup_time (gpointer user_data)
{
  ReknitApplication *self = user_data;

  self->backup_timer = 0;
  /* A disk without room says so at the next save. */
  reknit_store_backup_when_due (self->store, BACKUP_INTERVAL, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * reknit_application_plan_backup:
 *
 * Makes the weekly backup a while after a window was opened, when it is due.
 */
void
reknit_application_plan_backup (ReknitApplication *self)
{
  if (self->backup_timer == 0)
    self->backup_timer = g_timeout_add_seconds (BACKUP_DELAY, on_backup_time, self);
}
