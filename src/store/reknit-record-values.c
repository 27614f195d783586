#include "reknit-record-private.h"
#include "reknit-store-private.h"

/* What a record says of itself, and its values by property name, for callers in C. */

/**
 * reknit_record_get_id:
 * @self: a record
 *
 * Returns: the id of its row; 0 before it was first put into a store
 */
gint64
reknit_record_get_id (ReknitRecord *self)
{
  return reknit_record_get_private (self)->id;
}

/**
 * reknit_record_get_created:
 * @self: a record
 *
 * Returns: when the row was made, in Unix seconds
 */
gint64
reknit_record_get_created (ReknitRecord *self)
{
  return reknit_record_get_private (self)->created;
}

/**
 * reknit_record_get_modified:
 * @self: a record
 *
 * Returns: when the row was last written, in Unix seconds
 */
gint64
reknit_record_get_modified (ReknitRecord *self)
{
  return reknit_record_get_private (self)->modified;
}

/**
 * reknit_record_get_store:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the store that it stands in, %NULL before it was put into one and after
 *   that was closed
 */
ReknitStore *
reknit_record_get_store (ReknitRecord *self)
{
  return reknit_record_get_private (self)->store;
}

/**
 * reknit_record_get_owner:
 * @self: a record
 *
 * Returns: the id of the partner whose record it is, 0 for one of both
 */
gint64
reknit_record_get_owner (ReknitRecord *self)
{
  ReknitTable *table = reknit_record_get_binding (self);

  return table->owner >= 0 ? reknit_record_get_private (self)->values[table->owner].integer : 0;
}

/**
 * reknit_record_is_stored:
 * @self: a record
 *
 * Returns: whether there is a row of it
 */
gboolean
reknit_record_is_stored (ReknitRecord *self)
{
  return reknit_record_get_private (self)->stored;
}

/**
 * reknit_record_is_dirty:
 * @self: a record
 *
 * Returns: whether a value was set that is not saved
 */
gboolean
reknit_record_is_dirty (ReknitRecord *self)
{
  return reknit_record_get_private (self)->dirty != 0;
}

/**
 * reknit_record_is_private:
 * @self: a record
 *
 * Returns: whether it has an owner who has not shared it
 */
gboolean
reknit_record_is_private (ReknitRecord *self)
{
  ReknitTable *table = reknit_record_get_binding (self);
  ReknitRecordPrivate *priv = reknit_record_get_private (self);

  return table->owner >= 0 && priv->values[table->owner].integer != 0 &&
         (table->shared < 0 || priv->values[table->shared].integer == 0);
}

/**
 * reknit_record_is_readable:
 * @self: a record
 *
 * Returns: whether its sealed columns could be read; when not, they are %NULL
 */
gboolean
reknit_record_is_readable (ReknitRecord *self)
{
  return reknit_record_get_private (self)->readable;
}

static gboolean
same_name (const char *column,
           const char *property)
{
  for (; *column != '\0' && *property != '\0'; column++, property++)
    if (*column != *property && !(*column == '_' && *property == '-'))
      return FALSE;
  return *column == *property;
}

static gboolean
find_column (gpointer     record,
             const char  *property,
             guint       *column,
             ReknitValue *value)
{
  ReknitTable *table;
  ReknitRecordPrivate *priv;

  g_return_val_if_fail (REKNIT_IS_RECORD (record), FALSE);
  table = reknit_record_get_binding (record);
  priv = reknit_record_get_private (record);
  for (guint i = 0; i < table->n_columns; i++)
    if (same_name (table->columns[i].name, property))
      {
        *column = i;
        *value = priv->values[i];
        if (priv->hidden && (table->sealed & (G_GUINT64_CONSTANT (1) << i)))
          *value = (ReknitValue) { .integer = 0 };
        return TRUE;
      }
  g_critical ("%s has no column %s", G_OBJECT_TYPE_NAME (record), property);
  return FALSE;
}

/**
 * reknit_record_get_text:
 * @record: (type ReknitRecord): a record
 * @property: the property of a TEXT column
 *
 * Returns: (transfer none) (nullable): its value, which lives until it changes
 */
const char *
reknit_record_get_text (gpointer    record,
                        const char *property)
{
  ReknitValue value;
  guint column;

  if (!find_column (record, property, &column, &value))
    return NULL;
  g_return_val_if_fail (reknit_record_get_binding (record)->columns[column].type == REKNIT_COLUMN_TEXT, NULL);
  return value.text;
}

/**
 * reknit_record_get_integer:
 * @record: (type ReknitRecord): a record
 * @property: the property of an INTEGER, TIME, REFERENCE or ENUM column
 *
 * Returns: its value; of a time or a reference 0 for none
 */
gint64
reknit_record_get_integer (gpointer    record,
                           const char *property)
{
  ReknitValue value;
  guint column;

  if (!find_column (record, property, &column, &value))
    return 0;
  switch (reknit_record_get_binding (record)->columns[column].type)
    {
    case REKNIT_COLUMN_INTEGER:
    case REKNIT_COLUMN_BOOLEAN:
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
    case REKNIT_COLUMN_ENUM:
      return value.integer;
    case REKNIT_COLUMN_TEXT:
    case REKNIT_COLUMN_REAL:
    case REKNIT_COLUMN_BYTES:
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * reknit_record_get_real:
 * @record: (type ReknitRecord): a record
 * @property: the property of a REAL column
 *
 * Returns: its value
 */
double
reknit_record_get_real (gpointer    record,
                        const char *property)
{
  ReknitValue value;
  guint column;

  if (!find_column (record, property, &column, &value))
    return 0;
  g_return_val_if_fail (reknit_record_get_binding (record)->columns[column].type == REKNIT_COLUMN_REAL, 0);
  return value.real;
}

/**
 * reknit_record_get_flag:
 * @record: (type ReknitRecord): a record
 * @property: the property of a BOOLEAN column
 *
 * Returns: its value
 */
gboolean
reknit_record_get_flag (gpointer    record,
                        const char *property)
{
  ReknitValue value;
  guint column;

  if (!find_column (record, property, &column, &value))
    return FALSE;
  g_return_val_if_fail (reknit_record_get_binding (record)->columns[column].type == REKNIT_COLUMN_BOOLEAN, FALSE);
  return value.integer != 0;
}

static void
set_default (ReknitRecord *self,
             guint         column)
{
  ReknitTable *table = reknit_record_get_binding (self);

  g_object_set_property (G_OBJECT (self), table->pspecs[column]->name,
                         g_param_spec_get_default_value (table->pspecs[column]));
}

/**
 * reknit_record_revert:
 * @self: a record
 *
 * Takes back what was set and not saved: to what the row holds, or of a record that was never saved, to nothing.
 */
void
reknit_record_revert (ReknitRecord *self)
{
  ReknitRecordPrivate *priv;
  ReknitRecordPrivate before;
  ReknitTable *table;

  g_return_if_fail (REKNIT_IS_RECORD (self));
  priv = reknit_record_get_private (self);
  table = reknit_record_get_binding (self);
  if (priv->dirty == 0)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (priv->stored && priv->store != NULL)
    {
      before = *priv;
      priv->dirty = 0;
      reknit_record_notify_state (self, &before);
      reknit_store_reload (priv->store, self);
    }
  else
    {
      for (guint i = 0; i < table->n_columns; i++)
        if (priv->dirty & (G_GUINT64_CONSTANT (1) << i))
          set_default (self, i);
      before = *priv;
      priv->dirty = 0;
      reknit_record_notify_state (self, &before);
    }
  if (priv->store != NULL)
    reknit_store_drop_unsaved (priv->store, self);
  g_object_thaw_notify (G_OBJECT (self));
}
