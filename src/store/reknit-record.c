#include "reknit-record-private.h"
#include "reknit-store-private.h"

/**
 * ReknitRecord:
 *
 * A row as an object. A class names its table and columns once, and has from then on a property for each column,
 * whose value the record holds; the store reads and writes them. There is at most one live record of a row, and
 * it notifies exactly the properties that a commit changed.
 *
 * A value that was set and not yet saved is *dirty*: it stays, whatever else happens to the row.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ReknitRecord, reknit_record, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_CREATED,
  PROP_MODIFIED,
  PROP_IS_STORED,
  PROP_IS_DIRTY,
  PROP_IS_PRIVATE,
  PROP_IS_READABLE,
  PROP_LAST
};
#define STATE_PROPERTY(id) (state_pspecs[(id) - PROP_ID])
static GParamSpec *state_pspecs[PROP_LAST - PROP_ID];

ReknitRecordPrivate *
reknit_record_get_private (ReknitRecord *self)
{
  return reknit_record_get_instance_private (self);
}

ReknitTable *
reknit_record_get_binding (ReknitRecord *self)
{
  return REKNIT_RECORD_GET_CLASS (self)->table;
}

static inline guint64
bit (guint column)
{
  return G_GUINT64_CONSTANT (1) << column;
}

/* What may be shown of a column: nothing of a sealed one of a row that is somebody else's. */
static ReknitValue
visible_value (ReknitTable         *table,
               ReknitRecordPrivate *priv,
               guint                column)
{
  if (priv->hidden && (table->sealed & bit (column)))
    return (ReknitValue) { .integer = 0 };
  return priv->values[column];
}

static void
value_to_gvalue (ReknitTable *table,
                 guint        column,
                 ReknitValue  held,
                 GValue      *value)
{
  switch (table->columns[column].type)
    {
    case REKNIT_COLUMN_TEXT:
      g_value_set_string (value, held.text);
      break;
    case REKNIT_COLUMN_REAL:
      g_value_set_double (value, held.real);
      break;
    case REKNIT_COLUMN_BOOLEAN:
      g_value_set_boolean (value, held.integer != 0);
      break;
    case REKNIT_COLUMN_ENUM:
      g_value_set_enum (value, (int) held.integer);
      break;
    case REKNIT_COLUMN_BYTES:
      g_value_set_boxed (value, held.bytes);
      break;
    case REKNIT_COLUMN_INTEGER:
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
    default:
      g_value_set_int64 (value, held.integer);
      break;
    }
}

static ReknitValue
value_from_gvalue (ReknitTable  *table,
                   guint         column,
                   const GValue *value)
{
  switch (table->columns[column].type)
    {
    case REKNIT_COLUMN_TEXT:
      return (ReknitValue) { .text = g_value_dup_string (value) };
    case REKNIT_COLUMN_REAL:
      return (ReknitValue) { .real = g_value_get_double (value) };
    case REKNIT_COLUMN_BOOLEAN:
      return (ReknitValue) { .integer = g_value_get_boolean (value) };
    case REKNIT_COLUMN_ENUM:
      return (ReknitValue) { .integer = g_value_get_enum (value) };
    case REKNIT_COLUMN_BYTES:
      return (ReknitValue) { .bytes = g_value_dup_boxed (value) };
    case REKNIT_COLUMN_INTEGER:
    case REKNIT_COLUMN_TIME:
    case REKNIT_COLUMN_REFERENCE:
    default:
      return (ReknitValue) { .integer = g_value_get_int64 (value) };
    }
}

static void
reknit_record_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ReknitRecord *self = REKNIT_RECORD (object);
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, priv->id);
      break;
    case PROP_CREATED:
      g_value_set_int64 (value, priv->created);
      break;
    case PROP_MODIFIED:
      g_value_set_int64 (value, priv->modified);
      break;
    case PROP_IS_STORED:
      g_value_set_boolean (value, priv->stored);
      break;
    case PROP_IS_DIRTY:
      g_value_set_boolean (value, priv->dirty != 0);
      break;
    case PROP_IS_PRIVATE:
      g_value_set_boolean (value, reknit_record_is_private (self));
      break;
    case PROP_IS_READABLE:
      g_value_set_boolean (value, priv->readable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

void
reknit_record_get_column (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  ReknitRecord *self = REKNIT_RECORD (object);
  ReknitTable *table = reknit_record_get_binding (self);

  value_to_gvalue (table, property_id - 1,
                   visible_value (table, reknit_record_get_instance_private (self), property_id - 1), value);
}

static void
set_column (ReknitRecord *self,
            guint         column,
            const GValue *gvalue)
{
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);
  ReknitTable *table = reknit_record_get_binding (self);
  ReknitValue value = value_from_gvalue (table, column, gvalue);
  ReknitRecordPrivate before = *priv;
  gboolean was_private = reknit_record_is_private (self);

  if (reknit_value_equal (table, column, priv->values[column], value))
    {
      reknit_value_clear (table, column, &value);
      return;
    }
  reknit_value_clear (table, column, &priv->values[column]);
  priv->values[column] = value;
  priv->dirty |= bit (column);
  g_object_freeze_notify (G_OBJECT (self));
  if (!priv->hidden || !(table->sealed & bit (column)))
    g_object_notify_by_pspec (G_OBJECT (self), table->pspecs[column]);
  if (reknit_record_is_private (self) != was_private)
    g_object_notify_by_pspec (G_OBJECT (self), STATE_PROPERTY (PROP_IS_PRIVATE));
  /* Inside a transaction nothing is said of the state until it has ended. */
  if (!priv->in_transaction)
    reknit_record_notify_state (self, &before);
  g_object_thaw_notify (G_OBJECT (self));
}

void
reknit_record_set_column (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  set_column (REKNIT_RECORD (object), property_id - 1, value);
}

/* Of each class by itself, because only then it is known where the values are. */
void
reknit_record_init_values (GTypeInstance *instance,
                           gpointer       klass)
{
  ReknitRecord *self = (ReknitRecord *) instance;
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);
  ReknitTable *table = ((ReknitRecordClass *) klass)->table;

  priv->values = (ReknitValue *) (self + 1);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->enums[i] != NULL)
      priv->values[i].integer = table->enums[i]->values[0].value;
}

static void
reknit_record_dispose (GObject *object)
{
  ReknitRecord *self = REKNIT_RECORD (object);
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);

  if (priv->store != NULL)
    reknit_store_forget (priv->store, self);
  priv->store = NULL;
  G_OBJECT_CLASS (reknit_record_parent_class)->dispose (object);
}

static void
reknit_record_finalize (GObject *object)
{
  ReknitRecord *self = REKNIT_RECORD (object);
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);
  ReknitTable *table = reknit_record_get_binding (self);

  for (guint i = 0; i < table->n_columns; i++)
    reknit_value_clear (table, i, &priv->values[i]);
  G_OBJECT_CLASS (reknit_record_parent_class)->finalize (object);
}

static void
reknit_record_class_init (ReknitRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = reknit_record_get_property;
  object_class->dispose = reknit_record_dispose;
  object_class->finalize = reknit_record_finalize;

  STATE_PROPERTY (PROP_ID) = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  STATE_PROPERTY (PROP_CREATED) = g_param_spec_int64 ("created", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  STATE_PROPERTY (PROP_MODIFIED) = g_param_spec_int64 ("modified", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  STATE_PROPERTY (PROP_IS_STORED) = g_param_spec_boolean ("is-stored", NULL, NULL, FALSE, flags);
  STATE_PROPERTY (PROP_IS_DIRTY) = g_param_spec_boolean ("is-dirty", NULL, NULL, FALSE, flags);
  STATE_PROPERTY (PROP_IS_PRIVATE) = g_param_spec_boolean ("is-private", NULL, NULL, FALSE, flags);
  STATE_PROPERTY (PROP_IS_READABLE) = g_param_spec_boolean ("is-readable", NULL, NULL, TRUE, flags);
  for (guint id = PROP_ID; id < PROP_LAST; id++)
    g_object_class_install_property (object_class, id, STATE_PROPERTY (id));
}

static void
reknit_record_init (ReknitRecord *self)
{
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);

  priv->readable = TRUE;
}

/* Notifies what differs from @before of the properties that are no columns. */
void
reknit_record_notify_state (ReknitRecord              *self,
                            const ReknitRecordPrivate *before)
{
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);
  GObject *object = G_OBJECT (self);

  if (priv->id != before->id)
    g_object_notify_by_pspec (object, STATE_PROPERTY (PROP_ID));
  if (priv->created != before->created)
    g_object_notify_by_pspec (object, STATE_PROPERTY (PROP_CREATED));
  if (priv->modified != before->modified)
    g_object_notify_by_pspec (object, STATE_PROPERTY (PROP_MODIFIED));
  if (priv->stored != before->stored)
    g_object_notify_by_pspec (object, STATE_PROPERTY (PROP_IS_STORED));
  if ((priv->dirty != 0) != (before->dirty != 0))
    g_object_notify_by_pspec (object, STATE_PROPERTY (PROP_IS_DIRTY));
  if (priv->readable != before->readable)
    g_object_notify_by_pspec (object, STATE_PROPERTY (PROP_IS_READABLE));
}

/* Reads a sealed column: %FALSE when there is a value that can't be read. */
static gboolean
read_sealed (ReknitRecordPrivate *priv,
             ReknitTable         *table,
             guint                column,
             sqlite3_stmt        *stmt,
             gint64               owner,
             ReknitValue         *value)
{
  int field = (int) column + REKNIT_TABLE_FIRST_COLUMN;
  g_autofree char *text = NULL;

  *value = (ReknitValue) { .integer = 0 };
  if (sqlite3_column_type (stmt, field) == SQLITE_NULL)
    return TRUE;
  if (priv->hidden)
    return FALSE;
  if (sqlite3_column_type (stmt, field) != SQLITE_BLOB)
    {
      *value = reknit_value_from_row (table, column, stmt, field);
      return TRUE;
    }
  text = reknit_store_unseal (priv->store, owner, table->name, priv->id, table->columns[column].name, stmt, field);
  if (text == NULL)
    return FALSE;
  *value = reknit_value_from_text (table, column, text);
  return TRUE;
}

static ReknitValue
read_value (ReknitRecordPrivate *priv,
            ReknitTable         *table,
            guint                column,
            sqlite3_stmt        *stmt,
            gint64               owner,
            gboolean            *readable)
{
  ReknitValue value;

  if (!(table->sealed & bit (column)))
    return reknit_value_from_row (table, column, stmt, (int) column + REKNIT_TABLE_FIRST_COLUMN);
  if (!read_sealed (priv, table, column, stmt, owner, &value))
    *readable = FALSE;
  return value;
}

/* Takes @value over; notifies when what may be seen of the column changes. */
static void
take_value (ReknitRecord *self,
            guint         column,
            ReknitValue   value,
            ReknitValue   seen)
{
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);
  ReknitTable *table = reknit_record_get_binding (self);
  ReknitValue old = priv->values[column];

  if (priv->dirty & bit (column))
    {
      /* What was typed and not saved is kept, even where it may not be seen now. */
      reknit_value_clear (table, column, &value);
      value = old;
      old = (ReknitValue) { .integer = 0 };
    }
  priv->values[column] = value;
  if (!reknit_value_equal (table, column, seen, visible_value (table, priv, column)))
    g_object_notify_by_pspec (G_OBJECT (self), table->pspecs[column]);
  reknit_value_clear (table, column, &old);
}

static void
read_columns (ReknitRecord *self,
              sqlite3_stmt *stmt,
              gint64        owner,
              gboolean      was_hidden)
{
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);
  ReknitTable *table = reknit_record_get_binding (self);
  gboolean readable = TRUE;

  for (guint i = 0; i < table->n_columns; i++)
    {
      ReknitValue value = read_value (priv, table, i, stmt, owner, &readable);
      ReknitValue seen = priv->values[i];

      if (was_hidden && (table->sealed & bit (i)))
        seen = (ReknitValue) { .integer = 0 };
      take_value (self, i, value, seen);
    }
  priv->readable = readable && !priv->hidden;
}

/* Takes over what is no column, and who may see the rest. Returns: the owner */
static gint64
read_state (ReknitRecordPrivate *priv,
            ReknitTable         *table,
            sqlite3_stmt        *stmt)
{
  gint64 owner = 0;

  priv->created = sqlite3_column_int64 (stmt, 1);
  priv->modified = sqlite3_column_int64 (stmt, 2);
  priv->stored = TRUE;
  priv->stored_private = FALSE;
  if (table->owner >= 0)
    {
      owner = sqlite3_column_int64 (stmt, table->owner + REKNIT_TABLE_FIRST_COLUMN);
      priv->stored_private = owner != 0 && (table->shared < 0 ||
        sqlite3_column_int64 (stmt, table->shared + REKNIT_TABLE_FIRST_COLUMN) == 0);
    }
  priv->hidden = priv->stored_private && !reknit_store_may_read (priv->store, owner);
  return owner;
}

/* Takes over the row that @stmt stands on, generated by reknit_table_select_sql (). The caller has frozen
 * notification, because a handler may want to read with the same statement. */
void
reknit_record_read (ReknitRecord *self,
                    sqlite3_stmt *stmt)
{
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);
  ReknitRecordPrivate before = *priv;
  gboolean was_private = reknit_record_is_private (self);
  gint64 owner = read_state (priv, reknit_record_get_binding (self), stmt);

  read_columns (self, stmt, owner, before.hidden);
  if (reknit_record_is_private (self) != was_private)
    g_object_notify_by_pspec (G_OBJECT (self), STATE_PROPERTY (PROP_IS_PRIVATE));
  reknit_record_notify_state (self, &before);
}

/* The same for a record that was just made, to which nobody listens yet. */
void
reknit_record_fill (ReknitRecord *self,
                    sqlite3_stmt *stmt)
{
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);
  ReknitTable *table = reknit_record_get_binding (self);
  gint64 owner = read_state (priv, table, stmt);
  gboolean readable = TRUE;

  for (guint i = 0; i < table->n_columns; i++)
    priv->values[i] = read_value (priv, table, i, stmt, owner, &readable);
  priv->readable = readable && !priv->hidden;
}

/* The row has gone; what it held stays, for whoever still looks at it. */
void
reknit_record_forget_row (ReknitRecord *self)
{
  ReknitRecordPrivate *priv = reknit_record_get_instance_private (self);
  ReknitRecordPrivate before = *priv;

  priv->stored = FALSE;
  reknit_record_notify_state (self, &before);
}
