#include "reknit-store-private.h"

/* Reading: at most one live record of a row, found by its id. */

ReknitStoreTable *
reknit_store_get_table (ReknitStore *self,
                        ReknitTable *table)
{
  ReknitStoreTable *known = self->last_table;

  /* Rows of one table come one after the other. */
  if (known != NULL && known->table == table)
    return known;
  known = g_hash_table_lookup (self->tables, table);
  if (known == NULL)
    {
      known = g_new0 (ReknitStoreTable, 1);
      known->table = table;
      known->live = g_hash_table_new (g_int64_hash, g_int64_equal);
      known->updates = g_array_new (FALSE, FALSE, sizeof (ReknitStoreUpdate));
      g_hash_table_insert (self->tables, table, known);
    }
  self->last_table = known;
  return known;
}

/* A class may be known whose table is not in this store's schema. */
gboolean
reknit_store_has_table (ReknitStore *self,
                        ReknitTable *table)
{
  return sqlite3_table_column_metadata (self->db, "main", table->name, "id", NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
}

void
reknit_store_table_free (ReknitStoreTable *self)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    reknit_record_get_private (record)->store = NULL;
  g_hash_table_unref (self->live);
  sqlite3_finalize (self->select);
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->remove);
  for (guint i = 0; i < self->updates->len; i++)
    sqlite3_finalize (g_array_index (self->updates, ReknitStoreUpdate, i).stmt);
  g_array_unref (self->updates);
  g_free (self);
}

/* The record becomes the live one of its id. */
void
reknit_store_adopt (ReknitStore  *self,
                    ReknitRecord *record)
{
  ReknitStoreTable *known = reknit_store_get_table (self, reknit_record_get_binding (record));
  ReknitRecordPrivate *priv = reknit_record_get_private (record);

  priv->store = self;
  g_hash_table_insert (known->live, &priv->id, record);
}

void
reknit_store_forget (ReknitStore  *self,
                     ReknitRecord *record)
{
  ReknitStoreTable *known = reknit_store_get_table (self, reknit_record_get_binding (record));

  g_hash_table_remove (known->live, &reknit_record_get_private (record)->id);
}

/* Returns: (transfer none) (nullable): the live record of a row, whether or not the row is still there */
ReknitRecord *
reknit_store_lookup (ReknitStore *self,
                     ReknitTable *table,
                     gint64       id)
{
  return g_hash_table_lookup (reknit_store_get_table (self, table)->live, &id);
}

/* A new live record of the row that @stmt stands on: nobody listens to it yet. */
static ReknitRecord *
make_record (ReknitStore  *self,
             ReknitTable  *table,
             gint64        id,
             sqlite3_stmt *stmt)
{
  ReknitRecord *record = g_object_new (table->type, NULL);

  reknit_record_get_private (record)->id = id;
  reknit_store_adopt (self, record);
  reknit_record_fill (record, stmt);
  return record;
}

static sqlite3_stmt *
select_by_id (ReknitStore *self,
              ReknitTable *table,
              gint64       id,
              int         *rc)
{
  ReknitStoreTable *known = reknit_store_get_table (self, table);

  *rc = SQLITE_OK;
  if (known->select == NULL)
    {
      g_autofree char *sql = reknit_table_select_sql (table, "WHERE id = ?1");
      *rc = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &known->select, NULL);
    }
  if (*rc == SQLITE_OK)
    {
      sqlite3_bind_int64 (known->select, 1, id);
      *rc = sqlite3_step (known->select);
    }
  return known->select;
}

static void
report (ReknitStore *self,
        int          rc)
{
  GError *error = NULL;

  if (!reknit_store_check (self, rc, &error))
    reknit_store_report_read (self, error);
}

/* Reads the row again; the record notifies what changed in it. */
void
reknit_store_reload (ReknitStore  *self,
                     ReknitRecord *record)
{
  sqlite3_stmt *stmt;
  int rc;

  g_object_freeze_notify (G_OBJECT (record));
  stmt = select_by_id (self, reknit_record_get_binding (record), reknit_record_get_id (record), &rc);
  if (rc == SQLITE_ROW)
    reknit_record_read (record, stmt);
  else if (rc == SQLITE_DONE)
    reknit_record_forget_row (record);
  sqlite3_reset (stmt);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    report (self, rc);
  g_object_thaw_notify (G_OBJECT (record));
}

void
reknit_store_reload_all (ReknitStore *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter tables, live;
  gpointer known, record;

  if (self->db == NULL)
    return;
  g_hash_table_iter_init (&tables, self->tables);
  while (g_hash_table_iter_next (&tables, NULL, &known))
    {
      g_hash_table_iter_init (&live, ((ReknitStoreTable *) known)->live);
      while (g_hash_table_iter_next (&live, NULL, &record))
        g_ptr_array_add (records, g_object_ref (record));
    }
  for (guint i = 0; i < records->len; i++)
    if (reknit_record_get_store (g_ptr_array_index (records, i)) == self)
      reknit_store_reload (self, g_ptr_array_index (records, i));
}

/* Returns: (transfer full): the record of a row that is known to be, or to have been, there */
ReknitRecord *
reknit_store_take (ReknitStore *self,
                   ReknitTable *table,
                   gint64       id)
{
  ReknitRecord *record = reknit_store_lookup (self, table, id);
  sqlite3_stmt *stmt;
  int rc;

  if (record != NULL)
    return g_object_ref (record);
  stmt = select_by_id (self, table, id, &rc);
  if (rc == SQLITE_ROW)
    record = make_record (self, table, id, stmt);
  sqlite3_reset (stmt);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    report (self, rc);
  return record;
}

/* Returns: (transfer full): a record that only has the id of a row that is not there any more */
ReknitRecord *
reknit_store_make_absent (ReknitStore *self,
                          ReknitTable *table,
                          gint64       id)
{
  ReknitRecord *record = g_object_new (table->type, NULL);

  reknit_record_get_private (record)->id = id;
  reknit_store_adopt (self, record);
  return record;
}

/**
 * reknit_store_find:
 * @self: a store
 * @record_type: a record class
 * @id: the id of a row
 *
 * A row that is private to somebody else is found too, with its sealed columns %NULL.
 *
 * Returns: (transfer full) (type ReknitRecord) (nullable): the live record of that row
 */
gpointer
reknit_store_find (ReknitStore *self,
                   GType        record_type,
                   gint64       id)
{
  g_autoptr (ReknitRecord) record = NULL;

  g_return_val_if_fail (REKNIT_IS_STORE (self), NULL);
  if (self->db == NULL || id == 0)
    return NULL;
  record = reknit_store_take (self, reknit_record_type_get_binding (record_type), id);
  return record != NULL && reknit_record_is_stored (record) ? g_steal_pointer (&record) : NULL;
}

static void
read_rows (ReknitStore *self,
           ReknitQuery *query,
           GPtrArray   *records,
           guint        at_most)
{
  ReknitTable *table = reknit_record_type_get_binding (reknit_query_get_record_type (query));
  g_autoptr (ReknitStatement) statement = NULL;
  sqlite3_stmt *stmt;
  GError *error = NULL;
  gboolean has_row, any_live;

  if (self->db == NULL)
    return;
  /* Each row is read once: where none was alive before, none need be looked for. */
  any_live = g_hash_table_size (reknit_store_get_table (self, table)->live) > 0;
  statement = reknit_store_prepare (self, reknit_query_get_select_sql (query));
  reknit_query_bind (query, statement, self->reader);
  stmt = reknit_statement_get_stmt (statement);
  while (records->len < at_most && reknit_statement_step (statement, &has_row, &error) && has_row)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);
      ReknitRecord *live = any_live ? reknit_store_lookup (self, table, id) : NULL;

      g_ptr_array_add (records, live != NULL ? g_object_ref (live) : make_record (self, table, id, stmt));
    }
  reknit_store_report_read (self, error);
}

/**
 * reknit_store_all:
 * @self: a store
 * @query: what to find
 *
 * Returns: (transfer container) (element-type ReknitRecord): the records, which the array holds
 */
GPtrArray *
reknit_store_all (ReknitStore *self,
                  ReknitQuery *query)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (REKNIT_IS_STORE (self), records);
  read_rows (self, query, records, G_MAXUINT);
  return records;
}

/**
 * reknit_store_first:
 * @self: a store
 * @query: what to find
 *
 * Returns: (transfer full) (type ReknitRecord) (nullable): the first record
 */
gpointer
reknit_store_first (ReknitStore *self,
                    ReknitQuery *query)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (REKNIT_IS_STORE (self), NULL);
  read_rows (self, query, records, 1);
  return records->len > 0 ? g_object_ref (g_ptr_array_index (records, 0)) : NULL;
}

/**
 * reknit_store_count:
 * @self: a store
 * @query: what to count
 *
 * Returns: how many rows it finds
 */
guint
reknit_store_count (ReknitStore *self,
                    ReknitQuery *query)
{
  g_autoptr (ReknitStatement) statement = NULL;
  GError *error = NULL;
  gboolean has_row;
  guint n = 0;

  g_return_val_if_fail (REKNIT_IS_STORE (self), 0);
  if (self->db == NULL)
    return 0;
  statement = reknit_store_prepare (self, reknit_query_get_count_sql (query));
  reknit_query_bind (query, statement, self->reader);
  if (reknit_statement_step (statement, &has_row, &error) && has_row)
    n = (guint) reknit_statement_get_integer (statement, 0);
  reknit_store_report_read (self, error);
  return n;
}
