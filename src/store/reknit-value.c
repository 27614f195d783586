#include "reknit-record-private.h"

/* One value of one column: how it stands in memory, in SQLite and, before sealing, as text. */

static gboolean
holds_text (ReknitTable *table,
            guint        column)
{
  return table->columns[column].type == REKNIT_COLUMN_TEXT;
}

static gboolean
holds_bytes (ReknitTable *table,
             guint        column)
{
  return table->columns[column].type == REKNIT_COLUMN_BYTES;
}

void
reknit_value_clear (ReknitTable *table,
                    guint        column,
                    ReknitValue *value)
{
  if (holds_text (table, column))
    g_free (value->text);
  else if (holds_bytes (table, column))
    g_clear_pointer (&value->bytes, g_bytes_unref);
  value->integer = 0;
  value->text = NULL;
}

gboolean
reknit_value_is_null (ReknitTable *table,
                      guint        column,
                      ReknitValue  value)
{
  switch (table->columns[column].type)
    {
    case REKNIT_COLUMN_TEXT:
      return value.text == NULL;
    case REKNIT_COLUMN_BYTES:
      return value.bytes == NULL;
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
      return value.integer == 0;
    case REKNIT_COLUMN_INTEGER:
    case REKNIT_COLUMN_REAL:
    case REKNIT_COLUMN_BOOLEAN:
    case REKNIT_COLUMN_ENUM:
    default:
      return FALSE;
    }
}

gboolean
reknit_value_equal (ReknitTable *table,
                    guint        column,
                    ReknitValue  a,
                    ReknitValue  b)
{
  switch (table->columns[column].type)
    {
    case REKNIT_COLUMN_TEXT:
      return g_strcmp0 (a.text, b.text) == 0;
    case REKNIT_COLUMN_BYTES:
      return a.bytes == b.bytes || (a.bytes != NULL && b.bytes != NULL && g_bytes_equal (a.bytes, b.bytes));
    case REKNIT_COLUMN_REAL:
      return a.real == b.real;
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
    case REKNIT_COLUMN_INTEGER:
    case REKNIT_COLUMN_BOOLEAN:
    case REKNIT_COLUMN_ENUM:
    default:
      return a.integer == b.integer;
    }
}

static gint64
enum_from_nick (GEnumClass *klass,
                const char *nick)
{
  GEnumValue *value = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  return value != NULL ? value->value : klass->values[0].value;
}

/* Returns: the value as text for the sealer, %NULL for no value */
char *
reknit_value_to_text (ReknitTable *table,
                      guint        column,
                      ReknitValue  value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (reknit_value_is_null (table, column, value))
    return NULL;
  switch (table->columns[column].type)
    {
    case REKNIT_COLUMN_TEXT:
      return g_strdup (value.text);
    case REKNIT_COLUMN_REAL:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, value.real));
    case REKNIT_COLUMN_ENUM:
      return g_strdup (g_enum_get_value (table->enums[column], (int) value.integer)->value_nick);
    case REKNIT_COLUMN_BYTES:
      return g_base64_encode (g_bytes_get_data (value.bytes, NULL), g_bytes_get_size (value.bytes));
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
    case REKNIT_COLUMN_INTEGER:
    case REKNIT_COLUMN_BOOLEAN:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
    }
}

ReknitValue
reknit_value_from_text (ReknitTable *table,
                        guint        column,
                        const char  *text)
{
  ReknitValue value = { 0 };
  gsize length;

  switch (table->columns[column].type)
    {
    case REKNIT_COLUMN_TEXT:
      value.text = g_strdup (text);
      break;
    case REKNIT_COLUMN_REAL:
      value.real = g_ascii_strtod (text, NULL);
      break;
    case REKNIT_COLUMN_ENUM:
      value.integer = enum_from_nick (table->enums[column], text);
      break;
    case REKNIT_COLUMN_BYTES:
      {
        guchar *data = g_base64_decode (text, &length);
        value.bytes = g_bytes_new_take (data, length);
        break;
      }
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
    case REKNIT_COLUMN_INTEGER:
    case REKNIT_COLUMN_BOOLEAN:
    default:
      value.integer = g_ascii_strtoll (text, NULL, 10);
      break;
    }
  return value;
}

ReknitValue
reknit_value_from_row (ReknitTable  *table,
                       guint         column,
                       sqlite3_stmt *stmt,
                       int           field)
{
  ReknitValue value = { 0 };

  switch (table->columns[column].type)
    {
    case REKNIT_COLUMN_TEXT:
      value.text = g_strdup ((const char *) sqlite3_column_text (stmt, field));
      break;
    case REKNIT_COLUMN_REAL:
      value.real = sqlite3_column_double (stmt, field);
      break;
    case REKNIT_COLUMN_ENUM:
      value.integer = enum_from_nick (table->enums[column], (const char *) sqlite3_column_text (stmt, field));
      break;
    case REKNIT_COLUMN_BYTES:
      if (sqlite3_column_type (stmt, field) != SQLITE_NULL)
        {
          const void *data = sqlite3_column_blob (stmt, field);
          value.bytes = g_bytes_new (data, (gsize) sqlite3_column_bytes (stmt, field));
        }
      break;
    case REKNIT_COLUMN_BOOLEAN:
      value.integer = sqlite3_column_int64 (stmt, field) != 0;
      break;
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
    case REKNIT_COLUMN_INTEGER:
    default:
      value.integer = sqlite3_column_int64 (stmt, field);
      break;
    }
  return value;
}

/* The text and bytes stay the record's, which outlives the step: nothing is copied. */
void
reknit_value_bind (ReknitTable  *table,
                   guint         column,
                   ReknitValue   value,
                   sqlite3_stmt *stmt,
                   int           parameter)
{
  if (reknit_value_is_null (table, column, value))
    {
      sqlite3_bind_null (stmt, parameter);
      return;
    }
  switch (table->columns[column].type)
    {
    case REKNIT_COLUMN_TEXT:
      sqlite3_bind_text (stmt, parameter, value.text, -1, SQLITE_STATIC);
      break;
    case REKNIT_COLUMN_REAL:
      sqlite3_bind_double (stmt, parameter, value.real);
      break;
    case REKNIT_COLUMN_ENUM:
      sqlite3_bind_text (stmt, parameter, g_enum_get_value (table->enums[column], (int) value.integer)->value_nick,
                         -1, SQLITE_STATIC);
      break;
    case REKNIT_COLUMN_BYTES:
      /* A NULL pointer would bind NULL: an empty blob still is one. */
      sqlite3_bind_blob64 (stmt, parameter,
                           g_bytes_get_size (value.bytes) > 0 ? g_bytes_get_data (value.bytes, NULL) : "",
                           g_bytes_get_size (value.bytes), SQLITE_STATIC);
      break;
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
    case REKNIT_COLUMN_INTEGER:
    case REKNIT_COLUMN_BOOLEAN:
    default:
      sqlite3_bind_int64 (stmt, parameter, value.integer);
      break;
    }
}
