#include "reknit-store-private.h"

/* That the schema, which is written by hand, says the same as a record class. For tests of the model. */

static const char *
declared_type (const ReknitColumn *column)
{
  if (column->flags & REKNIT_COLUMN_SEALED)
    return "ANY";
  switch (column->type)
    {
    case REKNIT_COLUMN_TEXT:
    case REKNIT_COLUMN_ENUM:
      return "TEXT";
    case REKNIT_COLUMN_REAL:
      return "REAL";
    case REKNIT_COLUMN_BYTES:
      return "BLOB";
    case REKNIT_COLUMN_INTEGER:
    case REKNIT_COLUMN_BOOLEAN:
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
    default:
      return "INTEGER";
    }
}

static gboolean
mismatch (GError     **error,
          const char  *format,
          ...) G_GNUC_PRINTF (2, 3);

static gboolean
mismatch (GError     **error,
          const char  *format,
          ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_CONSTRAINT, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
check_column (ReknitTable         *table,
              const ReknitColumn  *column,
              const char          *type,
              gboolean             not_null,
              GError             **error)
{
  if (g_strcmp0 (type, declared_type (column)) != 0)
    return mismatch (error, "%s.%s is %s, not %s", table->name, column->name, type, declared_type (column));
  if (not_null && (column->type == REKNIT_COLUMN_TIME || column->type == REKNIT_COLUMN_BYTES ||
                   (column->flags & (REKNIT_COLUMN_SHARED | REKNIT_COLUMN_SEALED))))
    return mismatch (error, "%s.%s has to take NULL", table->name, column->name);
  return TRUE;
}

static gboolean
find_column (ReknitTable *table,
             const char  *name,
             guint       *index)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (strcmp (table->columns[i].name, name) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
check_row (ReknitTable      *table,
           guint             number,
           ReknitStatement  *statement,
           guint64          *found,
           GError          **error)
{
  static const char *const state[REKNIT_TABLE_FIRST_COLUMN] = { "id", "created", "modified" };
  const char *name = reknit_statement_get_text (statement, 0);
  guint index;

  if (number < G_N_ELEMENTS (state))
    return strcmp (name, state[number]) == 0 ||
           mismatch (error, "%s: column %u is %s, not %s", table->name, number, name, state[number]);
  if (!find_column (table, name, &index))
    return mismatch (error, "%s has no property for %s.%s", g_type_name (table->type), table->name, name);
  *found |= G_GUINT64_CONSTANT (1) << index;
  return check_column (table, &table->columns[index], reknit_statement_get_text (statement, 1),
                       reknit_statement_get_integer (statement, 2) != 0, error);
}

static gboolean
check_strict (ReknitStore  *self,
              ReknitTable  *table,
              GError      **error)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (self, "SELECT strict, wr FROM pragma_table_list WHERE schema = 'main' AND name = :name");
  gboolean has_row;

  reknit_statement_bind_text (statement, "name", table->name);
  if (!reknit_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return mismatch (error, "There is no table %s", table->name);
  if (!reknit_statement_get_integer (statement, 0) || reknit_statement_get_integer (statement, 1))
    return mismatch (error, "%s has to be STRICT and to have a rowid", table->name);
  return TRUE;
}

/**
 * reknit_store_check_table:
 * @self: a store
 * @record_type: a record class
 * @error: return location
 *
 * Compares the table of a record class with its columns. For tests; the messages are for who writes schemas.
 *
 * Returns: %FALSE with @error when they differ
 */
gboolean
reknit_store_check_table (ReknitStore  *self,
                          GType         record_type,
                          GError      **error)
{
  ReknitTable *table = reknit_record_type_get_binding (record_type);
  g_autoptr (ReknitStatement) statement = NULL;
  guint64 found = 0;
  gboolean has_row;

  if (!check_strict (self, table, error))
    return FALSE;
  statement = reknit_store_prepare (self, "SELECT name, type, \"notnull\" FROM pragma_table_info (:name) ORDER BY cid");
  reknit_statement_bind_text (statement, "name", table->name);
  for (guint number = 0; ; number++)
    {
      if (!reknit_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      if (!check_row (table, number, statement, &found, error))
        return FALSE;
    }
  for (guint i = 0; i < table->n_columns; i++)
    if (!(found & (G_GUINT64_CONSTANT (1) << i)))
      return mismatch (error, "%s has no column %s", table->name, table->columns[i].name);
  return TRUE;
}
