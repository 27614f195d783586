#include "reknit-store-private.h"

/* Reading that may take long: on a thread of its own, with a connection of its own, which can't write. */

#define BUSY_TIMEOUT_MS 1000
/* How many steps of its machine SQLite takes between two looks at the cancellable. */
#define STEPS_BETWEEN_LOOKS 1000

typedef struct
{
  char                *path;
  ReknitSealer        *sealer;
  gint64               reader;
  ReknitStoreReadFunc  func;
  gpointer             data;
  GDestroyNotify       free_data;
  GDestroyNotify       free_result;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_object (&self->sealer);
  g_free (self->path);
  g_free (self);
}

static int
is_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static ReknitStore *
open_reader (Reading       *self,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (ReknitStore) store = g_object_new (REKNIT_TYPE_STORE, NULL);

  store->path = g_strdup (self->path);
  store->sealer = g_steal_pointer (&self->sealer);
  store->reader = self->reader;
  store->db = reknit_store_connect (self->path, SQLITE_OPEN_READONLY, error);
  if (store->db == NULL)
    return NULL;
  sqlite3_busy_timeout (store->db, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (store->db, STEPS_BETWEEN_LOOKS, is_cancelled, cancellable);
  if (!reknit_store_exec (store, "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY", error))
    return NULL;
  return g_steal_pointer (&store);
}

static void
keep_first (ReknitStore   *store,
            const GError  *failure,
            GError       **error)
{
  if (*error == NULL)
    *error = g_error_copy (failure);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Reading *self = data;
  GError *error = NULL;
  ReknitStore *store = open_reader (self, cancellable, &error);
  gpointer result = NULL;

  if (store != NULL)
    {
      g_signal_connect (store, "read-failed", G_CALLBACK (keep_first), &error);
      result = self->func (store, self->data);
      g_object_unref (store);
    }
  if (error == NULL)
    {
      g_task_return_pointer (task, result, self->free_result);
      return;
    }
  if (result != NULL)
    self->free_result (result);
  g_task_return_error (task, error);
}

/* What was read from a seat is not for the one that is taken now. */
static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ReknitStore *self = g_task_get_source_object (task);
  GDestroyNotify free_result = ((Reading *) g_task_get_task_data (G_TASK (result)))->free_result;
  GError *error = NULL;
  gpointer read = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    {
      if (error->domain == REKNIT_STORE_ERROR)
        reknit_store_emit_read_failed (self, error);
      g_task_return_error (task, error);
    }
  else if (GPOINTER_TO_UINT (g_task_get_task_data (task)) == self->view)
    {
      g_task_return_pointer (task, read, free_result);
    }
  else
    {
      if (read != NULL)
        free_result (read);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Somebody else reads now");
    }
}

/**
 * reknit_store_read_async:
 * @self: a store
 * @func: (scope async): reads, on a thread of its own, from a store that is only its own and can't be written to; it
 *   must leave nothing behind that belongs to that store, such as a record
 * @data: for @func
 * @free_data: (nullable): frees @data
 * @free_result: frees what @func returns
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread when it is done
 * @user_data: for @callback
 *
 * Reads as the reader of now sees the store, without a pause for whoever is at the screen. What a person typed on and
 * what can't be read end it early. When a seat was taken or a key opened or closed meanwhile, it was in vain.
 */
void
reknit_store_read_async (ReknitStore         *self,
                         ReknitStoreReadFunc  func,
                         gpointer             data,
                         GDestroyNotify       free_data,
                         GDestroyNotify       free_result,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  /* Not of the store: the last hold on a task may be let go in its thread, where the store must not end. */
  g_autoptr (GTask) reading = g_task_new (NULL, cancellable, on_read, g_object_ref (task));
  Reading *what = g_new (Reading, 1);

  g_task_set_source_tag (task, reknit_store_read_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (self->view), NULL);
  *what = (Reading) { g_strdup (self->path), self->sealer != NULL ? g_object_ref (self->sealer) : NULL, self->reader,
                      func, data, free_data, free_result };
  g_task_set_task_data (reading, what, reading_free);
  g_task_run_in_thread (reading, read_in_thread);
}

/**
 * reknit_store_read_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was read; %NULL with a `REKNIT_STORE_ERROR`, which [signal@Store::read-failed]
 *   has told, or %G_IO_ERROR_CANCELLED
 */
gpointer
reknit_store_read_finish (ReknitStore   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
