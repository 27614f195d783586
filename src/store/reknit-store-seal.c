#include "reknit-store-private.h"

#include <string.h>

/* Private text: who may read it, how it is written, and that nothing of it is left behind. */

/* Returns: whether the reader may read what is private to @owner, now */
gboolean
reknit_store_may_read (ReknitStore *self,
                       gint64       owner)
{
  return self->reader == owner &&
         (!reknit_store_must_seal (self, owner) || reknit_sealer_is_open (self->sealer, owner));
}

gboolean
reknit_store_must_seal (ReknitStore *self,
                        gint64       owner)
{
  return self->sealer != NULL && reknit_sealer_has_key (self->sealer, owner);
}

/* Returns: (transfer full) (nullable): the text of the BLOB in @field */
char *
reknit_store_unseal (ReknitStore  *self,
                     gint64        owner,
                     const char   *table,
                     gint64        id,
                     const char   *column,
                     sqlite3_stmt *stmt,
                     int           field)
{
  const void *data = sqlite3_column_blob (stmt, field);
  g_autoptr (GBytes) sealed = g_bytes_new (data, (gsize) sqlite3_column_bytes (stmt, field));

  if (self->sealer == NULL || !reknit_sealer_is_open (self->sealer, owner))
    return NULL;
  return reknit_sealer_open (self->sealer, owner, table, id, column, sealed, NULL);
}

static void
free_wiped (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

static gboolean
bind_text_sealed (ReknitStore   *self,
                  gint64         owner,
                  const char    *table,
                  gint64         id,
                  const char    *column,
                  const char    *text,
                  sqlite3_stmt  *stmt,
                  int            parameter,
                  GError       **error)
{
  g_autoptr (GBytes) sealed = NULL;

  if (reknit_sealer_is_open (self->sealer, owner))
    sealed = reknit_sealer_seal (self->sealer, owner, table, id, column, text, NULL);
  if (sealed == NULL)
    {
      reknit_store_set_error_code (error, REKNIT_STORE_ERROR_LOCKED, self->path);
      return FALSE;
    }
  sqlite3_bind_blob64 (stmt, parameter, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), SQLITE_TRANSIENT);
  return TRUE;
}

gboolean
reknit_store_bind_sealed (ReknitStore   *self,
                          ReknitTable   *table,
                          guint          column,
                          gint64         owner,
                          gint64         id,
                          ReknitValue    value,
                          sqlite3_stmt  *stmt,
                          GError       **error)
{
  int parameter = (int) column + 1 + REKNIT_TABLE_FIRST_COLUMN;
  char *text = reknit_value_to_text (table, column, value);
  gboolean bound = TRUE;

  if (text == NULL)
    sqlite3_bind_null (stmt, parameter);
  else
    bound = bind_text_sealed (self, owner, table->name, id, table->columns[column].name, text, stmt, parameter, error);
  free_wiped (text);
  return bound;
}

/* Written in the transaction that seals, so that a crash before the purge is made good at the next opening. */
gboolean
reknit_store_mark_purge (ReknitStore  *self,
                         GError      **error)
{
  self->must_purge = TRUE;
  return reknit_store_exec (self, "INSERT INTO store_meta (name, value) VALUES ('purge', 1) ON CONFLICT DO NOTHING",
                            error);
}

static gboolean
empty_log (ReknitStore  *self,
           GError      **error)
{
  int rc = sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

  return reknit_store_check (self, rc, error);
}

/* Makes sure that no byte of a deleted or sealed text is left in any of the files: secure_delete zeroes what is
 * freed, but not every copy that balancing a page leaves in it. */
gboolean
reknit_store_purge (ReknitStore  *self,
                    GError      **error)
{
  g_return_val_if_fail (self->depth == 0, FALSE);
  if (!reknit_store_squeeze_index (self, error) ||
      !reknit_store_exec (self, "VACUUM", error) ||
      !empty_log (self, error) ||
      !reknit_store_exec (self, "DELETE FROM store_meta WHERE name = 'purge'", error))
    return FALSE;
  self->must_purge = FALSE;
  return reknit_store_replace_backups (self, error);
}

typedef struct
{
  ReknitStore  *store;
  gint64        owner;
  GError      **error;
} Resealing;

/* Parameters: 1 id, then the columns; COALESCE leaves those that are sealed already, or empty. */
static void
make_reseal_sql (ReknitTable  *table,
                 char        **select_sql,
                 char        **update_sql)
{
  GString *select = g_string_new ("SELECT id");
  GString *update = g_string_new (NULL);
  guint n = 1;

  g_string_append_printf (update, "UPDATE %s SET ", table->name);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->sealed & (G_GUINT64_CONSTANT (1) << i))
      {
        const char *name = table->columns[i].name;

        g_string_append_printf (select, ", CASE typeof (%s) WHEN 'blob' THEN NULL ELSE %s END", name, name);
        n++;
        g_string_append_printf (update, "%s%s = coalesce (?%u, %s)", n > 2 ? ", " : "", name, n, name);
      }
  g_string_append_printf (select, " FROM %s WHERE %s = ?1", table->name, table->columns[table->owner].name);
  if (table->shared >= 0)
    g_string_append_printf (select, " AND %s IS NULL", table->columns[table->shared].name);
  g_string_append (update, " WHERE id = ?1");
  *select_sql = g_string_free (select, FALSE);
  *update_sql = g_string_free (update, FALSE);
}

static gboolean
reseal_row (Resealing    *context,
            ReknitTable  *table,
            sqlite3_stmt *row,
            sqlite3_stmt *update)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  gboolean open = FALSE;
  int field = 0;

  sqlite3_clear_bindings (update);
  sqlite3_bind_int64 (update, 1, id);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->sealed & (G_GUINT64_CONSTANT (1) << i))
      {
        const char *text = (const char *) sqlite3_column_text (row, ++field);

        if (text == NULL)
          continue;
        open = TRUE;
        if (!bind_text_sealed (context->store, context->owner, table->name, id, table->columns[i].name, text, update,
                               field + 1, context->error))
          return FALSE;
      }
  return !open || (sqlite3_step (update), reknit_store_check (context->store, sqlite3_reset (update), context->error));
}

static gboolean
reseal_table (Resealing   *context,
              ReknitTable *table)
{
  g_autofree char *select_sql = NULL;
  g_autofree char *update_sql = NULL;
  sqlite3_stmt *select = NULL, *update = NULL;
  sqlite3 *db = context->store->db;
  gboolean done = FALSE;
  int rc;

  make_reseal_sql (table, &select_sql, &update_sql);
  rc = sqlite3_prepare_v2 (db, select_sql, -1, &select, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_prepare_v2 (db, update_sql, -1, &update, NULL);
  if (reknit_store_check (context->store, rc, context->error))
    {
      sqlite3_bind_int64 (select, 1, context->owner);
      done = TRUE;
      while (done && (rc = sqlite3_step (select)) == SQLITE_ROW)
        done = reseal_row (context, table, select, update);
      done = done && reknit_store_check (context->store, rc, context->error);
    }
  sqlite3_finalize (select);
  sqlite3_finalize (update);
  return done;
}

typedef struct
{
  gint64           owner;
  ReknitStoreFunc  keep;
  gpointer         user_data;
} NewKey;

static gboolean
reseal_tables (ReknitStore  *self,
               gpointer      user_data,
               GError      **error)
{
  NewKey *key = user_data;
  Resealing context = { self, key->owner, error };
  GPtrArray *tables = reknit_table_list ();

  if (key->keep != NULL && !key->keep (self, key->user_data, error))
    return FALSE;
  self->buries = TRUE;
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      ReknitTable *table = g_ptr_array_index (tables, i);

      if (table->sealed != 0 && reknit_store_has_table (self, table) && !reseal_table (&context, table))
        return FALSE;
    }
  return TRUE;
}

/**
 * reknit_store_reseal:
 * @self: a store
 * @owner: a partner who was just given a key, which is open
 * @keep: (nullable) (scope call): writes down how the key is opened, in the transaction that seals by it
 * @user_data: for @keep
 * @error: return location
 *
 * Seals what is private to @owner and stands open until now, and sees to it that no byte of it is left: not in the
 * file, not in its log, not in an automatic backup, not in what can be undone. What can't be wiped on a full disk is
 * wiped with the next commit, or when the store is opened next.
 *
 * Returns: %FALSE with @error when nothing was sealed, and nothing kept
 */
gboolean
reknit_store_reseal (ReknitStore      *self,
                     gint64            owner,
                     ReknitStoreFunc   keep,
                     gpointer          user_data,
                     GError          **error)
{
  NewKey key = { owner, keep, user_data };

  g_return_val_if_fail (REKNIT_IS_STORE (self) && self->depth == 0, FALSE);
  if (!reknit_store_must_seal (self, owner) || !reknit_sealer_is_open (self->sealer, owner))
    {
      reknit_store_set_error_code (error, REKNIT_STORE_ERROR_LOCKED, self->path);
      return FALSE;
    }
  if (!reknit_store_transact (self, NULL, reseal_tables, &key, error))
    return FALSE;
  reknit_store_clear_steps (self);
  return TRUE;
}

typedef struct
{
  ReknitRecord    *record;
  ReknitChangeSet *changes;
} Destroying;

static gboolean
destroy_record (ReknitStore  *self,
                gpointer      user_data,
                GError      **error)
{
  Destroying *context = user_data;

  self->buries = TRUE;
  context->changes = reknit_change_set_ref (self->changes);
  return reknit_store_remove (self, context->record, error);
}

/**
 * reknit_store_destroy:
 * @self: a store
 * @record: (type ReknitRecord): what nobody is to read again
 * @error: return location
 *
 * Deletes @record, with what its table's references take along, so that it can't be undone and no byte of it is
 * left in the files of the store and its automatic backups.
 *
 * Returns: %FALSE with @error when something of it may be left
 */
gboolean
reknit_store_destroy (ReknitStore  *self,
                      gpointer      record,
                      GError      **error)
{
  Destroying context = { record, NULL };
  gboolean done;

  g_return_val_if_fail (REKNIT_IS_STORE (self) && REKNIT_IS_RECORD (record) && self->depth == 0, FALSE);
  done = reknit_store_transact (self, NULL, destroy_record, &context, error);
  if (done)
    {
      reknit_store_drop_steps (self, context.changes);
      reknit_store_drop_unsaved (self, record);
      done = !self->must_purge || reknit_store_purge (self, error);
    }
  g_clear_pointer (&context.changes, reknit_change_set_unref);
  return done;
}
