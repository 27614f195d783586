#include "reknit-record-private.h"

/* Record classes and their tables: what is found out once per class. */

static GPtrArray *tables;
static GHashTable *tables_by_name;

static char *
property_name (const char *column)
{
  return g_strdelimit (g_strdup (column), "_", '-');
}

static GParamSpec *
make_pspec (const ReknitColumn *column,
            GEnumClass         *enum_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
  g_autofree char *name = property_name (column->name);

  switch (column->type)
    {
    case REKNIT_COLUMN_TEXT:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case REKNIT_COLUMN_REAL:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case REKNIT_COLUMN_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case REKNIT_COLUMN_ENUM:
      return g_param_spec_enum (name, NULL, NULL, column->enum_type (), enum_class->values[0].value, flags);
    case REKNIT_COLUMN_BYTES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_BYTES, flags);
    case REKNIT_COLUMN_INTEGER:
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
    default:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    }
}

static char *
make_condition (ReknitTable *table)
{
  const char *owner;

  if (table->owner < 0)
    return NULL;
  owner = table->columns[table->owner].name;
  if (table->shared < 0)
    return g_strdup_printf ("(%s.%s IS NULL OR %s.%s = :reader)", table->name, owner, table->name, owner);
  return g_strdup_printf ("(%s.%s IS NULL OR %s.%s IS NOT NULL OR %s.%s = :reader)", table->name, owner,
                          table->name, table->columns[table->shared].name, table->name, owner);
}

static void
bind_column (ReknitTable       *table,
             guint              i,
             ReknitRecordClass *klass)
{
  const ReknitColumn *column = &table->columns[i];
  guint64 bit = G_GUINT64_CONSTANT (1) << i;

  if (column->type == REKNIT_COLUMN_ENUM)
    table->enums[i] = g_type_class_ref (column->enum_type ());
  table->pspecs[i] = make_pspec (column, table->enums[i]);
  g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, table->pspecs[i]);
  table->all |= bit;
  /* A BLOB in a sealed column is sealed. */
  g_assert (!(column->flags & REKNIT_COLUMN_SEALED) || column->type != REKNIT_COLUMN_BYTES);
  if (column->flags & REKNIT_COLUMN_SEALED)
    table->sealed |= bit;
  if (column->flags & REKNIT_COLUMN_SEARCHED)
    table->searched |= bit;
  if (column->flags & REKNIT_COLUMN_OWNER)
    table->owner = (int) i;
  if (column->flags & REKNIT_COLUMN_SHARED)
    table->shared = (int) i;
}

/**
 * reknit_record_register:
 * @name: the name of a record class, such as `ReknitIssue`
 * @class_init: binds the class to its table
 * @n_columns: how many columns it has
 *
 * Used by %REKNIT_DEFINE_RECORD. An instance has room for its values behind it: a row is one piece of memory.
 *
 * Returns: the class
 */
GType
reknit_record_register (const char     *name,
                        GClassInitFunc  class_init,
                        guint           n_columns)
{
  return g_type_register_static_simple (REKNIT_TYPE_RECORD, g_intern_static_string (name), sizeof (ReknitRecordClass), class_init,
                                        (guint) (sizeof (ReknitRecord) + n_columns * sizeof (ReknitValue)),
                                        reknit_record_init_values, 0);
}

/**
 * reknit_record_class_bind_table:
 * @klass: the class, in its class_init
 * @table: (transfer none): the name of its table, static
 * @columns: (array length=n_columns): its columns, static; `id`, `created` and `modified` are not among them
 * @n_columns: how many
 *
 * Makes a record class of a column table: installs a property for each column.
 */
void
reknit_record_class_bind_table (ReknitRecordClass  *klass,
                                const char         *table,
                                const ReknitColumn *columns,
                                guint               n_columns)
{
  ReknitTable *self = g_new0 (ReknitTable, 1);
  GString *fields = g_string_new (NULL);

  g_assert (n_columns <= REKNIT_TABLE_MAX_COLUMNS);
  *self = (ReknitTable) { .type = G_TYPE_FROM_CLASS (klass), .name = table, .columns = columns,
                          .n_columns = n_columns, .owner = -1, .shared = -1 };
  G_OBJECT_CLASS (klass)->get_property = reknit_record_get_column;
  G_OBJECT_CLASS (klass)->set_property = reknit_record_set_column;
  self->pspecs = g_new0 (GParamSpec *, n_columns);
  self->enums = g_new0 (GEnumClass *, n_columns);
  g_string_append_printf (fields, "%s.id, %s.created, %s.modified", table, table, table);
  for (guint i = 0; i < n_columns; i++)
    {
      bind_column (self, i, klass);
      g_string_append_printf (fields, ", %s.%s", table, columns[i].name);
    }
  g_assert (self->shared < 0 || self->owner >= 0);
  g_assert (self->sealed == 0 || self->owner >= 0);
  self->fields = g_string_free (fields, FALSE);
  self->condition = make_condition (self);
  klass->table = self;

  if (tables == NULL)
    {
      tables = g_ptr_array_new ();
      tables_by_name = g_hash_table_new (g_str_hash, g_str_equal);
    }
  if (g_hash_table_insert (tables_by_name, (gpointer) table, self))
    g_ptr_array_add (tables, self);
}

/* Returns: (nullable): the binding of the class that was bound to the table @name */
ReknitTable *
reknit_table_find (const char *name)
{
  return tables_by_name != NULL ? g_hash_table_lookup (tables_by_name, name) : NULL;
}

/* Returns: (nullable): the bindings of all record classes known so far */
GPtrArray *
reknit_table_list (void)
{
  return tables;
}

ReknitTable *
reknit_record_type_get_binding (GType record_type)
{
  /* A class that is never unreferenced: bindings outlive every store. */
  ReknitRecordClass *klass = g_type_class_peek (record_type);

  if (klass == NULL)
    klass = g_type_class_ref (record_type);
  g_assert (klass->table != NULL);
  return klass->table;
}

/**
 * reknit_record_type_get_table:
 * @record_type: a record class
 *
 * Returns: (transfer none): the name of its table
 */
const char *
reknit_record_type_get_table (GType record_type)
{
  return reknit_record_type_get_binding (record_type)->name;
}

/**
 * reknit_record_type_get_columns:
 * @record_type: a record class
 * @n_columns: (out): how many
 *
 * Returns: (transfer none) (array length=n_columns): its columns
 */
const ReknitColumn *
reknit_record_type_get_columns (GType  record_type,
                                guint *n_columns)
{
  ReknitTable *table = reknit_record_type_get_binding (record_type);

  *n_columns = table->n_columns;
  return table->columns;
}

char *
reknit_table_select_sql (ReknitTable *table,
                         const char  *tail)
{
  return g_strdup_printf ("SELECT %s FROM %s %s", table->fields, table->name, tail);
}

/* Parameters: 1 id, 2 created, 3 modified, then the columns in their order. */
char *
reknit_table_insert_sql (ReknitTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (id, created, modified", table->name);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", %s", table->columns[i].name);
  g_string_append (sql, ") VALUES (?1, ?2, ?3");
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", ?%u", i + 1 + REKNIT_TABLE_FIRST_COLUMN);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* The same parameters as the INSERT, without those of the columns that are not in @mask. */
char *
reknit_table_update_sql (ReknitTable *table,
                         guint64      mask)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET modified = ?3", table->name);
  for (guint i = 0; i < table->n_columns; i++)
    if (mask & (G_GUINT64_CONSTANT (1) << i))
      g_string_append_printf (sql, ", %s = ?%u", table->columns[i].name, i + 1 + REKNIT_TABLE_FIRST_COLUMN);
  g_string_append (sql, " WHERE id = ?1");
  return g_string_free (sql, FALSE);
}
