#include "reknit-store-private.h"

/* Transactions: everything that a commit or a rollback has to put in order. */

static void
touch_clear (gpointer data)
{
  g_object_unref (((ReknitStoreTouch *) data)->record);
}

GArray *
reknit_store_new_touched (void)
{
  GArray *touched = g_array_new (FALSE, FALSE, sizeof (ReknitStoreTouch));

  g_array_set_clear_func (touched, touch_clear);
  return touched;
}

static void
on_row_changed (void          *data,
                int            operation,
                const char    *database,
                const char    *table,
                sqlite3_int64  id)
{
  ReknitStore *self = data;
  gboolean own;

  if (self->changes == NULL || g_str_has_prefix (table, REKNIT_STORE_OWN_PREFIX))
    return;
  own = self->own_table != NULL && self->own_id == id && strcmp (self->own_table, table) == 0;
  reknit_change_set_add (self->changes, table, id, !own);
  /* A trigger that writes the same row again makes it foreign. */
  if (own)
    self->own_table = NULL;
}

static gint64
read_data_version (ReknitStore *self)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (self, "PRAGMA data_version");
  gboolean has_row;

  return reknit_statement_step (statement, &has_row, NULL) && has_row ? reknit_statement_get_integer (statement, 0) : 0;
}

/* Begins to collect what changes. */
void
reknit_store_watch (ReknitStore *self)
{
  sqlite3_update_hook (self->db, on_row_changed, self);
  self->data_version = read_data_version (self);
}

/* Another process may have the file open too. What it wrote is seen when we write next. */
static void
notice_others (ReknitStore *self)
{
  gint64 version = read_data_version (self);

  self->others_wrote |= version != self->data_version;
  self->data_version = version;
}

static int
session_filter (void       *data,
                const char *table)
{
  return reknit_store_captures_table (table);
}

static gboolean
open_session (ReknitStore  *self,
              GError      **error)
{
  int rc = sqlite3session_create (self->db, "main", &self->session);

  if (rc == SQLITE_OK)
    rc = sqlite3session_attach (self->session, NULL);
  if (rc == SQLITE_OK)
    sqlite3session_table_filter (self->session, session_filter, self);
  return reknit_store_check (self, rc, error);
}

static void
end_transaction (ReknitStore *self)
{
  self->depth = 0;
  self->buries = FALSE;
  self->own_table = NULL;
  g_clear_pointer (&self->session, sqlite3session_delete);
}

/* @captures: whether a changeset is wanted for an undo step */
gboolean
reknit_store_begin (ReknitStore  *self,
                    gboolean      captures,
                    GError      **error)
{
  g_assert (self->depth == 0);
  if (self->db == NULL)
    {
      reknit_store_set_error_code (error, REKNIT_STORE_ERROR_IO, self->path);
      return FALSE;
    }
  if (!reknit_store_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (captures && !open_session (self, error))
    {
      end_transaction (self);
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  self->depth = 1;
  self->changes = reknit_change_set_new ();
  notice_others (self);
  return TRUE;
}

/* Text that was opened for the transaction, and stays private, is hidden again. */
static void
hide_again (ReknitStore  *self,
            ReknitRecord *record)
{
  ReknitRecordPrivate *priv = reknit_record_get_private (record);

  if (priv->stored && priv->stored_private && !priv->hidden && priv->store == self && self->db != NULL)
    reknit_store_reload (self, record);
}

/* What was put or removed since then is dirty again, as if it had not been; nobody was told of it yet. */
static void
restore_touched (ReknitStore *self,
                 guint        since)
{
  for (guint i = self->touched->len; i > since; i--)
    {
      ReknitStoreTouch *touch = &g_array_index (self->touched, ReknitStoreTouch, i - 1);
      ReknitRecordPrivate *priv = reknit_record_get_private (touch->record);
      ReknitRecordPrivate now = *priv;

      if (priv->id != touch->before.id)
        reknit_store_forget (self, touch->record);
      priv->id = touch->before.id;
      priv->store = touch->before.store;
      priv->created = touch->before.created;
      priv->modified = touch->before.modified;
      priv->stored = touch->before.stored;
      priv->stored_private = touch->before.stored_private;
      priv->dirty = touch->before.dirty | now.dirty;
      if (touch->first)
        {
          priv->in_transaction = FALSE;
          reknit_record_notify_state (touch->record, &touch->before);
        }
      hide_again (self, touch->record);
    }
  g_array_set_size (self->touched, since);
}

static void
reload_foreign (ReknitStore     *self,
                ReknitChangeSet *changes)
{
  for (guint i = 0; i < reknit_change_set_get_n_tables (changes); i++)
    {
      ReknitTable *table = reknit_table_find (reknit_change_set_get_table (changes, i));
      GArray *ids = reknit_change_set_get_foreign (changes, i);

      if (table == NULL || g_hash_table_size (reknit_store_get_table (self, table)->live) == 0)
        continue;
      for (guint j = 0; j < ids->len && self->db != NULL; j++)
        {
          ReknitRecord *live = reknit_store_lookup (self, table, g_array_index (ids, gint64, j));
          g_autoptr (ReknitRecord) record = live != NULL ? g_object_ref (live) : NULL;

          if (record != NULL)
            reknit_store_reload (self, record);
        }
    }
}

void
reknit_store_rollback (ReknitStore *self)
{
  g_autoptr (ReknitChangeSet) changes = NULL;

  /* SQLite rolls back by itself when the disk fails. */
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  end_transaction (self);
  changes = g_steal_pointer (&self->changes);
  restore_touched (self, 0);
  /* Who was read inside the transaction holds what never came to be. */
  reload_foreign (self, changes);
}

/* What was put is clean now, and says so. */
static void
settle_touched (ReknitStore *self,
                GArray      *touched)
{
  for (guint i = 0; i < touched->len; i++)
    {
      ReknitStoreTouch *touch = &g_array_index (touched, ReknitStoreTouch, i);
      ReknitRecordPrivate *priv = reknit_record_get_private (touch->record);

      if (!touch->first)
        continue;
      priv->in_transaction = FALSE;
      reknit_record_notify_state (touch->record, &touch->before);
      /* Written for somebody who is not reading: it is not to be seen any longer. */
      if (priv->stored && priv->stored_private && priv->store == self &&
          !reknit_store_may_read (self, reknit_record_get_owner (touch->record)))
        reknit_store_reload (self, touch->record);
    }
}

static gboolean
finish (ReknitStore  *self,
        GBytes      **captured,
        GError      **error)
{
  void *data = NULL;
  int size = 0;

  reknit_change_set_seal (self->changes);
  if ((self->buries && !reknit_store_mark_purge (self, error)) ||
      !reknit_store_index_changes (self, self->changes, error))
    return FALSE;
  if (captured != NULL && self->session != NULL)
    {
      if (!reknit_store_check (self, sqlite3session_changeset (self->session, &size, &data), error))
        return FALSE;
      if (size > 0)
        *captured = g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
      else
        sqlite3_free (data);
    }
  if (reknit_store_exec (self, "COMMIT", error))
    return TRUE;
  if (captured != NULL)
    g_clear_pointer (captured, g_bytes_unref);
  return FALSE;
}

/* @captured: (out) (optional): the changeset, %NULL when nothing changed */
gboolean
reknit_store_commit (ReknitStore  *self,
                     GBytes      **captured,
                     GError      **error)
{
  g_autoptr (ReknitChangeSet) changes = NULL;
  g_autoptr (GArray) touched = NULL;

  if (!finish (self, captured, error))
    {
      reknit_store_rollback (self);
      return FALSE;
    }
  end_transaction (self);
  changes = g_steal_pointer (&self->changes);
  touched = self->touched;
  self->touched = reknit_store_new_touched ();
  if (self->must_purge)
    reknit_store_purge (self, NULL);
  settle_touched (self, touched);
  reload_foreign (self, changes);
  if (!reknit_change_set_is_empty (changes))
    reknit_store_emit_changed (self, changes);
  if (self->others_wrote && self->depth == 0)
    {
      self->others_wrote = FALSE;
      reknit_store_keys_changed (self);
    }
  return TRUE;
}

/* A transaction inside another: a savepoint, so that its failure leaves the outer one whole. */
static gboolean
transact_nested (ReknitStore      *self,
                 ReknitStoreFunc   func,
                 gpointer          user_data,
                 GError          **error)
{
  guint touched = self->touched->len;
  gboolean done;

  if (!reknit_store_exec (self, "SAVEPOINT nested", error))
    return FALSE;
  self->depth++;
  done = func (self, user_data, error);
  self->depth--;
  if (done)
    return reknit_store_exec (self, "RELEASE nested", error);
  sqlite3_exec (self->db, "ROLLBACK TO nested; RELEASE nested", NULL, NULL, NULL);
  restore_touched (self, touched);
  return FALSE;
}

static gboolean
transact (ReknitStore      *self,
          const char       *label,
          ReknitStoreFunc   func,
          gpointer          user_data,
          GError          **error)
{
  g_autoptr (GBytes) captured = NULL;

  if (!reknit_store_begin (self, label != NULL, error))
    return FALSE;
  if (!func (self, user_data, error))
    {
      reknit_store_rollback (self);
      return FALSE;
    }
  if (!reknit_store_commit (self, &captured, error))
    return FALSE;
  if (captured != NULL)
    reknit_store_push_step (self, label, captured);
  if (self->unsaved->len > 0 && !self->retrying)
    reknit_store_schedule_retry (self, TRUE);
  return TRUE;
}

/**
 * reknit_store_transact:
 * @self: a store
 * @label: (nullable): what a person did, translated, in the words of its undo; %NULL for bookkeeping that nobody
 *   undoes
 * @func: (scope call): puts and removes records
 * @user_data: for @func
 * @error: return location
 *
 * Runs @func inside a transaction. Either all of it is committed, and told once with [signal@Store::changed], or
 * nothing is, and the records that it put are dirty as before. Inside another transaction it becomes a part of it.
 * Where the caller does not ask for the error, [signal@Store::save-failed] tells of it.
 *
 * Returns: %FALSE with @error when nothing was changed
 */
gboolean
reknit_store_transact (ReknitStore      *self,
                       const char       *label,
                       ReknitStoreFunc   func,
                       gpointer          user_data,
                       GError          **error)
{
  g_autoptr (ReknitStore) keep = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (REKNIT_IS_STORE (self), FALSE);
  keep = g_object_ref (self);
  if (self->depth > 0)
    return transact_nested (self, func, user_data, error);
  if (transact (self, label, func, user_data, &failure))
    return TRUE;

  if (error == NULL)
    reknit_store_emit_save_failed (self, label, failure);
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
