#include "reknit-store-private.h"

/* Enough for every query of the program; what is used beyond it is prepared anew. */
#define MAX_IDLE_STATEMENTS 256

struct _ReknitStatement
{
  ReknitStore  *store;
  sqlite3_stmt *stmt;
  int           rc;      /* why it could not be prepared */
};

static void
finalize (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

static sqlite3_stmt *
take_idle (ReknitStore *self,
           const char  *sql)
{
  GPtrArray *idle = g_hash_table_lookup (self->statements, sql);

  if (idle == NULL || idle->len == 0)
    return NULL;
  self->n_idle_statements--;
  return g_ptr_array_steal_index_fast (idle, idle->len - 1);
}

static void
give_idle (ReknitStore  *self,
           sqlite3_stmt *stmt)
{
  GPtrArray *idle;

  if (self->db == NULL || self->n_idle_statements >= MAX_IDLE_STATEMENTS)
    {
      sqlite3_finalize (stmt);
      return;
    }
  idle = g_hash_table_lookup (self->statements, sqlite3_sql (stmt));
  if (idle == NULL)
    {
      idle = g_ptr_array_new_with_free_func (finalize);
      g_hash_table_insert (self->statements, g_strdup (sqlite3_sql (stmt)), idle);
    }
  g_ptr_array_add (idle, stmt);
  self->n_idle_statements++;
}

void
reknit_store_clear_statements (ReknitStore *self)
{
  g_hash_table_remove_all (self->statements);
  self->n_idle_statements = 0;
}

/**
 * reknit_store_prepare:
 * @self: an open store
 * @sql: one statement, written by us; what a person typed is bound
 *
 * A statement that writes may only be stepped inside a transaction. SQL that SQLite does not understand is a
 * bug and ends the program.
 *
 * Returns: (transfer full): the statement, from the store's cache
 */
ReknitStatement *
reknit_store_prepare (ReknitStore *self,
                      const char  *sql)
{
  ReknitStatement *statement;

  g_return_val_if_fail (REKNIT_IS_STORE (self), NULL);
  statement = g_new0 (ReknitStatement, 1);
  statement->store = g_object_ref (self);
  if (self->db == NULL)
    {
      statement->rc = SQLITE_IOERR;
      return statement;
    }
  statement->stmt = take_idle (self, sql);
  if (statement->stmt == NULL)
    statement->rc = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->stmt, NULL);
  if ((statement->rc & 0xff) == SQLITE_ERROR || statement->rc == SQLITE_MISUSE)
    g_error ("%s in: %s", sqlite3_errmsg (self->db), sql);
  return statement;
}

/**
 * reknit_statement_free:
 * @self: (transfer full): a statement
 *
 * Gives the statement back to the cache of its store.
 */
void
reknit_statement_free (ReknitStatement *self)
{
  if (self->stmt != NULL)
    {
      sqlite3_reset (self->stmt);
      sqlite3_clear_bindings (self->stmt);
      give_idle (self->store, self->stmt);
    }
  g_object_unref (self->store);
  g_free (self);
}

sqlite3_stmt *
reknit_statement_get_stmt (ReknitStatement *self)
{
  return self->stmt;
}

static int
find_parameter (ReknitStatement *self,
                const char      *name)
{
  char buffer[64];

  if (g_ascii_isalpha (name[0]))
    {
      g_snprintf (buffer, sizeof buffer, ":%s", name);
      name = buffer;
    }
  return sqlite3_bind_parameter_index (self->stmt, name);
}

static int
get_parameter (ReknitStatement *self,
               const char      *name)
{
  int index;

  if (self->stmt == NULL)
    return 0;
  index = find_parameter (self, name);
  if (index == 0)
    g_error ("There is no parameter %s in: %s", name, sqlite3_sql (self->stmt));
  return index;
}

/* Returns: whether the statement has a parameter @name */
gboolean
reknit_statement_bind_optional (ReknitStatement *self,
                                const char      *name,
                                gint64           value)
{
  int index = self->stmt != NULL ? find_parameter (self, name) : 0;

  return index > 0 && sqlite3_bind_int64 (self->stmt, index, value) == SQLITE_OK;
}

/**
 * reknit_statement_bind_integer:
 * @self: a statement
 * @name: a parameter, with or without its colon
 * @value: its value
 */
void
reknit_statement_bind_integer (ReknitStatement *self,
                               const char      *name,
                               gint64           value)
{
  sqlite3_bind_int64 (self->stmt, get_parameter (self, name), value);
}

/**
 * reknit_statement_bind_real:
 * @self: a statement
 * @name: a parameter, with or without its colon
 * @value: its value
 */
void
reknit_statement_bind_real (ReknitStatement *self,
                            const char      *name,
                            double           value)
{
  sqlite3_bind_double (self->stmt, get_parameter (self, name), value);
}

/**
 * reknit_statement_bind_text:
 * @self: a statement
 * @name: a parameter, with or without its colon
 * @value: (nullable): its value; copied
 */
void
reknit_statement_bind_text (ReknitStatement *self,
                            const char      *name,
                            const char      *value)
{
  sqlite3_bind_text (self->stmt, get_parameter (self, name), value, -1, SQLITE_TRANSIENT);
}

/**
 * reknit_statement_bind_null:
 * @self: a statement
 * @name: a parameter, with or without its colon
 */
void
reknit_statement_bind_null (ReknitStatement *self,
                            const char      *name)
{
  sqlite3_bind_null (self->stmt, get_parameter (self, name));
}

/**
 * reknit_statement_step:
 * @self: a statement
 * @has_row: (out) (optional): whether it stands on a row now
 * @error: return location
 *
 * After the last row the statement stands before the first again.
 *
 * Returns: %FALSE with @error on failure
 */
gboolean
reknit_statement_step (ReknitStatement  *self,
                       gboolean         *has_row,
                       GError          **error)
{
  int rc = self->rc;

  if (has_row != NULL)
    *has_row = FALSE;
  if (self->stmt != NULL)
    {
      if (self->store->depth == 0 && !sqlite3_stmt_readonly (self->stmt))
        g_error ("Written outside a transaction: %s", sqlite3_sql (self->stmt));
      rc = sqlite3_step (self->stmt);
    }
  if (rc == SQLITE_ROW)
    {
      if (has_row != NULL)
        *has_row = TRUE;
      return TRUE;
    }
  if (self->stmt != NULL)
    sqlite3_reset (self->stmt);
  if (rc == SQLITE_DONE)
    return TRUE;
  reknit_store_set_error (error, rc, self->store->db, self->store->path);
  return FALSE;
}

/**
 * reknit_statement_get_integer:
 * @self: a statement that stands on a row
 * @column: from 0 upwards
 *
 * Returns: the value; 0 for NULL
 */
gint64
reknit_statement_get_integer (ReknitStatement *self,
                              int              column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * reknit_statement_get_real:
 * @self: a statement that stands on a row
 * @column: from 0 upwards
 *
 * Returns: the value; 0 for NULL
 */
double
reknit_statement_get_real (ReknitStatement *self,
                           int              column)
{
  return sqlite3_column_double (self->stmt, column);
}

/**
 * reknit_statement_get_text:
 * @self: a statement that stands on a row
 * @column: from 0 upwards
 *
 * Returns: (transfer none) (nullable): the value, which lives until the next step
 */
const char *
reknit_statement_get_text (ReknitStatement *self,
                           int              column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/**
 * reknit_statement_is_null:
 * @self: a statement that stands on a row
 * @column: from 0 upwards
 *
 * Returns: whether the value is NULL
 */
gboolean
reknit_statement_is_null (ReknitStatement *self,
                          int              column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}
