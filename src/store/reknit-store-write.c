#include "reknit-store-private.h"

/* Writing one record. */

#define MAX_UPDATE_STATEMENTS 32

/* Remembers the record as it is before it is written, for a rollback. */
static void
touch (ReknitStore  *self,
       ReknitRecord *record)
{
  ReknitRecordPrivate *priv = reknit_record_get_private (record);
  ReknitStoreTouch entry = { g_object_ref (record), *priv, !priv->in_transaction };

  priv->in_transaction = TRUE;
  g_array_append_val (self->touched, entry);
}

static sqlite3_stmt *
prepare_once (ReknitStore   *self,
              sqlite3_stmt **stmt,
              char          *sql,
              int           *rc)
{
  *rc = SQLITE_OK;
  if (*stmt == NULL)
    *rc = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, stmt, NULL);
  if (*rc == SQLITE_ERROR)
    g_error ("%s in: %s", sqlite3_errmsg (self->db), sql);
  g_free (sql);
  return *stmt;
}

static sqlite3_stmt *
get_insert (ReknitStore      *self,
            ReknitStoreTable *known,
            int              *rc)
{
  *rc = SQLITE_OK;
  if (known->insert != NULL)
    return known->insert;
  return prepare_once (self, &known->insert, reknit_table_insert_sql (known->table), rc);
}

/* Forms change the same columns again and again: few masks are in use. */
static sqlite3_stmt *
get_update (ReknitStore      *self,
            ReknitStoreTable *known,
            guint64           mask,
            int              *rc)
{
  ReknitStoreUpdate fresh = { mask, NULL };

  *rc = SQLITE_OK;
  for (guint i = 0; i < known->updates->len; i++)
    if (g_array_index (known->updates, ReknitStoreUpdate, i).mask == mask)
      return g_array_index (known->updates, ReknitStoreUpdate, i).stmt;
  if (known->updates->len >= MAX_UPDATE_STATEMENTS)
    {
      sqlite3_finalize (g_array_index (known->updates, ReknitStoreUpdate, 0).stmt);
      g_array_remove_index (known->updates, 0);
    }
  if (prepare_once (self, &fresh.stmt, reknit_table_update_sql (known->table, mask), rc) != NULL)
    g_array_append_val (known->updates, fresh);
  return fresh.stmt;
}

static gboolean
bind_columns (ReknitStore   *self,
              ReknitRecord  *record,
              guint64        mask,
              gint64         id,
              sqlite3_stmt  *stmt,
              GError       **error)
{
  ReknitTable *table = reknit_record_get_binding (record);
  ReknitRecordPrivate *priv = reknit_record_get_private (record);
  gint64 owner = reknit_record_get_owner (record);
  gboolean seals = reknit_record_is_private (record) && reknit_store_must_seal (self, owner);

  for (guint i = 0; i < table->n_columns; i++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << i;
      int parameter = (int) i + 1 + REKNIT_TABLE_FIRST_COLUMN;

      if (!(mask & bit))
        continue;
      if (seals && (table->sealed & bit))
        {
          if (!reknit_store_bind_sealed (self, table, i, owner, id, priv->values[i], stmt, error))
            return FALSE;
        }
      else
        reknit_value_bind (table, i, priv->values[i], stmt, parameter);
    }
  return TRUE;
}

/* Steps a statement whose row the record knows already. */
static gboolean
write_row (ReknitStore   *self,
           ReknitTable   *table,
           gint64         id,
           sqlite3_stmt  *stmt,
           GError       **error)
{
  int rc;

  self->own_table = table->name;
  self->own_id = id;
  rc = sqlite3_step (stmt);
  self->own_table = NULL;
  if (rc != SQLITE_DONE)
    reknit_store_check (self, rc, error);
  sqlite3_reset (stmt);
  return rc == SQLITE_DONE;
}

static gboolean
insert (ReknitStore   *self,
        ReknitRecord  *record,
        GError       **error)
{
  ReknitTable *table = reknit_record_get_binding (record);
  ReknitRecordPrivate *priv = reknit_record_get_private (record);
  gint64 now = reknit_clock_now (reknit_clock_get_default ());
  gint64 id = priv->id != 0 ? priv->id : reknit_store_make_id ();
  gint64 created = priv->created != 0 ? priv->created : now;
  int rc;
  sqlite3_stmt *stmt = get_insert (self, reknit_store_get_table (self, table), &rc);

  if (!reknit_store_check (self, rc, error))
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  sqlite3_bind_int64 (stmt, 2, created);
  sqlite3_bind_int64 (stmt, 3, now);
  if (!bind_columns (self, record, table->all, id, stmt, error) || !write_row (self, table, id, stmt, error))
    return FALSE;
  touch (self, record);
  if (priv->id != id)
    {
      priv->id = id;
      reknit_store_adopt (self, record);
    }
  priv->created = created;
  priv->modified = now;
  priv->stored = TRUE;
  priv->stored_private = reknit_record_is_private (record);
  priv->dirty = 0;
  return TRUE;
}

/* Which columns an UPDATE has to write: when the row becomes private or shared, its sealed ones too. */
static gboolean
get_update_mask (ReknitStore   *self,
                 ReknitRecord  *record,
                 guint64       *mask,
                 GError       **error)
{
  ReknitTable *table = reknit_record_get_binding (record);
  ReknitRecordPrivate *priv = reknit_record_get_private (record);
  gboolean is_private = reknit_record_is_private (record);
  gboolean owner_changes = table->owner >= 0 && (priv->dirty & (G_GUINT64_CONSTANT (1) << table->owner));

  *mask = priv->dirty;
  if (table->sealed != 0 && (is_private != priv->stored_private || owner_changes))
    {
      *mask |= table->sealed;
      self->buries |= is_private && !priv->stored_private &&
                      reknit_store_must_seal (self, reknit_record_get_owner (record));
    }
  if ((*mask & table->sealed) && !priv->readable)
    {
      reknit_store_set_error_code (error, REKNIT_STORE_ERROR_LOCKED, self->path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
update (ReknitStore   *self,
        ReknitRecord  *record,
        GError       **error)
{
  ReknitTable *table = reknit_record_get_binding (record);
  ReknitRecordPrivate *priv = reknit_record_get_private (record);
  gint64 now = reknit_clock_now (reknit_clock_get_default ());
  sqlite3_stmt *stmt;
  guint64 mask;
  int rc;

  if (!get_update_mask (self, record, &mask, error))
    return FALSE;
  stmt = get_update (self, reknit_store_get_table (self, table), mask, &rc);
  if (!reknit_store_check (self, rc, error))
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, priv->id);
  sqlite3_bind_int64 (stmt, 3, now);
  if (!bind_columns (self, record, mask, priv->id, stmt, error) || !write_row (self, table, priv->id, stmt, error))
    return FALSE;
  if (sqlite3_changes (self->db) == 0)
    {
      reknit_store_set_error_code (error, REKNIT_STORE_ERROR_CONFLICT, self->path);
      return FALSE;
    }
  touch (self, record);
  priv->modified = now;
  priv->stored_private = reknit_record_is_private (record);
  priv->dirty = 0;
  return TRUE;
}

/**
 * reknit_store_put:
 * @self: a store, inside a transaction
 * @record: a record; it gets its id here when it is new
 * @error: return location
 *
 * Inserts @record, or updates the columns that are dirty.
 *
 * Returns: %FALSE with @error when the transaction is to be given up
 */
gboolean
reknit_store_put (ReknitStore   *self,
                  ReknitRecord  *record,
                  GError       **error)
{
  ReknitRecordPrivate *priv;

  g_return_val_if_fail (REKNIT_IS_STORE (self) && REKNIT_IS_RECORD (record), FALSE);
  g_return_val_if_fail (self->depth > 0, FALSE);
  priv = reknit_record_get_private (record);
  g_return_val_if_fail (priv->store == NULL || priv->store == self, FALSE);
  if (!priv->stored)
    return insert (self, record, error);
  return priv->dirty == 0 || update (self, record, error);
}

/**
 * reknit_store_remove:
 * @self: a store, inside a transaction
 * @record: a record
 * @error: return location
 *
 * Deletes the row of @record, which keeps its values.
 *
 * Returns: %FALSE with @error when the transaction is to be given up
 */
gboolean
reknit_store_remove (ReknitStore   *self,
                     ReknitRecord  *record,
                     GError       **error)
{
  ReknitTable *table;
  ReknitStoreTable *known;
  ReknitRecordPrivate *priv;
  int rc = SQLITE_OK;

  g_return_val_if_fail (REKNIT_IS_STORE (self) && REKNIT_IS_RECORD (record), FALSE);
  g_return_val_if_fail (self->depth > 0, FALSE);
  priv = reknit_record_get_private (record);
  table = reknit_record_get_binding (record);
  if (!priv->stored)
    return TRUE;
  known = reknit_store_get_table (self, table);
  if (known->remove == NULL)
    prepare_once (self, &known->remove, g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table->name), &rc);
  if (!reknit_store_check (self, rc, error))
    return FALSE;
  sqlite3_bind_int64 (known->remove, 1, priv->id);
  if (!write_row (self, table, priv->id, known->remove, error))
    return FALSE;
  touch (self, record);
  priv->stored = FALSE;
  return TRUE;
}

/**
 * reknit_store_share:
 * @self: a store, inside a transaction
 * @record: a private record
 * @error: return location
 *
 * Shares @record in the name of its owner, who need not be the reader: so that two sealed answers can be laid open
 * in one step. The owner's key must be open; else the error is %REKNIT_STORE_ERROR_LOCKED. Nobody is notified of
 * its text before it is shared.
 *
 * Returns: %FALSE with @error when the transaction is to be given up
 */
gboolean
reknit_store_share (ReknitStore   *self,
                    ReknitRecord  *record,
                    GError       **error)
{
  ReknitTable *table = reknit_record_get_binding (record);
  gint64 reader = self->reader;
  gboolean shared;

  g_return_val_if_fail (self->depth > 0 && table->shared >= 0, FALSE);
  g_object_freeze_notify (G_OBJECT (record));
  self->reader = reknit_record_get_owner (record);
  reknit_store_reload (self, record);
  g_object_set (record, g_param_spec_get_name (table->pspecs[table->shared]),
                reknit_clock_now (reknit_clock_get_default ()), NULL);
  shared = reknit_store_put (self, record, error);
  self->reader = reader;
  if (!shared)
    reknit_record_revert (record);
  g_object_thaw_notify (G_OBJECT (record));
  return shared;
}

static gboolean
put_record (ReknitStore  *self,
            gpointer      record,
            GError      **error)
{
  return reknit_store_put (self, record, error);
}

static gboolean
remove_record (ReknitStore  *self,
               gpointer      record,
               GError      **error)
{
  return reknit_store_remove (self, record, error);
}

/**
 * reknit_store_save:
 * @self: a store
 * @label: (nullable): what a person did, as of [method@Store.transact]
 * @record: (type ReknitRecord): what to save
 * @error: return location
 *
 * A transaction that puts one record. When it fails for a reason that may pass, the record is kept and tried
 * again, and [signal@Store::save-failed] is emitted.
 *
 * Returns: %FALSE with @error when it was not saved; the record is dirty then
 */
gboolean
reknit_store_save (ReknitStore  *self,
                   const char   *label,
                   gpointer      record,
                   GError      **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (REKNIT_IS_STORE (self) && REKNIT_IS_RECORD (record), FALSE);
  if (reknit_record_is_stored (record) && !reknit_record_is_dirty (record))
    return TRUE;
  if (reknit_store_transact (self, label, put_record, record, &failure))
    {
      reknit_store_drop_unsaved (self, record);
      return TRUE;
    }
  if (self->depth == 0)
    reknit_store_keep_unsaved (self, label, record, failure);
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * reknit_store_save_once:
 * @self: a store
 * @label: (nullable): what a person did, as of [method@Store.transact]
 * @record: (type ReknitRecord): what to save
 * @error: return location
 *
 * As [method@Store.save], for what its form holds until it is saved: when it fails, @record is not kept to be tried
 * again, and is as the store has it. Otherwise it would come about by itself, while its form waits to be saved.
 *
 * Returns: %FALSE with @error when it was not saved; a @record that was never stored is as it was filled in then
 */
gboolean
reknit_store_save_once (ReknitStore  *self,
                        const char   *label,
                        gpointer      record,
                        GError      **error)
{
  g_return_val_if_fail (REKNIT_IS_STORE (self) && REKNIT_IS_RECORD (record), FALSE);
  if (reknit_store_transact (self, label, put_record, record, error))
    return TRUE;
  if (reknit_record_is_stored (record))
    reknit_record_revert (record);
  return FALSE;
}

/**
 * reknit_store_delete:
 * @self: a store
 * @label: (nullable): what a person did, as of [method@Store.transact]
 * @record: (type ReknitRecord): what to delete
 * @error: return location
 *
 * A transaction that removes one record, with what its table's references take along.
 *
 * Returns: %FALSE with @error when nothing was deleted
 */
gboolean
reknit_store_delete (ReknitStore  *self,
                     const char   *label,
                     gpointer      record,
                     GError      **error)
{
  g_return_val_if_fail (REKNIT_IS_STORE (self) && REKNIT_IS_RECORD (record), FALSE);
  if (!reknit_store_transact (self, label, remove_record, record, error))
    return FALSE;
  reknit_store_drop_unsaved (self, record);
  return TRUE;
}
