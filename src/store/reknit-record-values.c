#include "reknit-record-private.h"
#include "reknit-store-private.h"

/* Values by property name, for callers in C. */

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
