#include "reknit-store-private.h"

#include <string.h>

/* What a transaction changes, with the values before and after, written down in SQLite's changeset format while it
 * happens. The session extension gives the same, but asks for the schema and reads each row once more for it, which
 * takes longer than to save a record. Only the common rules of our tables are needed here: the first column is
 * the id and the key, and an id never changes. */

struct _ReknitCapture
{
  GByteArray *changes;
  GByteArray *after;       /* of the row that is being written down */
  char       *table;       /* that the changes at the end belong to */
  guint       n_sections;  /* of one table each */
  int         rc;
};

ReknitCapture *
reknit_capture_new (void)
{
  ReknitCapture *self = g_new0 (ReknitCapture, 1);

  self->changes = g_byte_array_new ();
  self->after = g_byte_array_new ();
  return self;
}

void
reknit_capture_free (ReknitCapture *self)
{
  g_byte_array_unref (self->changes);
  g_byte_array_unref (self->after);
  g_free (self->table);
  g_free (self);
}

static void
append_byte (GByteArray *to,
             int         byte)
{
  guint8 data = (guint8) byte;

  g_byte_array_append (to, &data, 1);
}

/* Seven bits a byte, the highest first; all but the last are marked. */
static void
append_length (GByteArray *to,
               guint       length)
{
  for (int shift = 28; shift > 0; shift -= 7)
    if (length >> shift > 0)
      append_byte (to, ((length >> shift) & 0x7f) | 0x80);
  append_byte (to, length & 0x7f);
}

static void
append_value (GByteArray    *to,
              sqlite3_value *value)
{
  int type = sqlite3_value_type (value);
  double real = sqlite3_value_double (value);
  guint64 bits = (guint64) sqlite3_value_int64 (value);
  guint length;

  append_byte (to, type);
  switch (type)
    {
    case SQLITE_FLOAT:
    case SQLITE_INTEGER:
      if (type == SQLITE_FLOAT)
        memcpy (&bits, &real, sizeof bits);
      bits = GUINT64_TO_BE (bits);
      g_byte_array_append (to, (const guint8 *) &bits, sizeof bits);
      break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      length = (guint) sqlite3_value_bytes (value);
      append_length (to, length);
      if (length > 0)
        g_byte_array_append (to, sqlite3_value_blob (value), length);
      break;
    case SQLITE_NULL:
    default:
      break;
    }
}

/* The value of a @column on one side of the change. */
static void
append_column (ReknitCapture *self,
               GByteArray    *to,
               sqlite3       *db,
               int            column,
               int          (*get) (sqlite3 *, int, sqlite3_value **))
{
  sqlite3_value *value = NULL;
  int rc = get (db, column, &value);

  if (rc == SQLITE_OK)
    append_value (to, value);
  else
    self->rc = rc;
}

/* Both sides of a row; what did not change is left out, but for the id. Returns: whether anything did */
static gboolean
append_update (ReknitCapture *self,
               sqlite3       *db,
               int            n_columns)
{
  GByteArray *before = self->changes, *after = self->after;
  gboolean changed = FALSE;

  g_byte_array_set_size (after, 0);
  for (int i = 0; i < n_columns; i++)
    {
      guint old = before->len, new = after->len, length;

      append_column (self, before, db, i, sqlite3_preupdate_old);
      append_column (self, after, db, i, sqlite3_preupdate_new);
      length = before->len - old;
      if (length != after->len - new || memcmp (before->data + old, after->data + new, length) != 0)
        {
          changed = TRUE;
          continue;
        }
      g_byte_array_set_size (after, new);
      append_byte (after, 0);
      if (i == 0)
        continue;
      g_byte_array_set_size (before, old);
      append_byte (before, 0);
    }
  g_byte_array_append (before, after->data, after->len);
  return changed;
}

static void
begin_section (ReknitCapture *self,
               const char    *table,
               int            n_columns)
{
  g_free (self->table);
  self->table = g_strdup (table);
  self->n_sections++;
  append_byte (self->changes, 'T');
  append_length (self->changes, (guint) n_columns);
  for (int i = 0; i < n_columns; i++)
    append_byte (self->changes, i == 0);
  g_byte_array_append (self->changes, (const guint8 *) table, (guint) strlen (table) + 1);
}

/* To be called by the preupdate hook. */
void
reknit_capture_add (ReknitCapture *self,
                    sqlite3       *db,
                    int            operation,
                    const char    *table)
{
  guint mark = self->changes->len;
  int n_columns = sqlite3_preupdate_count (db);

  if (self->table == NULL || strcmp (self->table, table) != 0)
    begin_section (self, table, n_columns);
  append_byte (self->changes, operation);
  append_byte (self->changes, sqlite3_preupdate_depth (db) > 0);
  if (operation == SQLITE_UPDATE)
    {
      if (!append_update (self, db, n_columns))
        reknit_capture_rewind (self, mark);
      return;
    }
  for (int i = 0; i < n_columns; i++)
    append_column (self, self->changes, db, i,
                   operation == SQLITE_INSERT ? sqlite3_preupdate_new : sqlite3_preupdate_old);
}

/* Returns: where it stands, for reknit_capture_rewind () */
guint
reknit_capture_get_mark (ReknitCapture *self)
{
  return self->changes->len;
}

/* Forgets what came after @mark, because it was taken back. */
void
reknit_capture_rewind (ReknitCapture *self,
                       guint          mark)
{
  if (self->changes->len == mark)
    return;
  g_byte_array_set_size (self->changes, mark);
  g_clear_pointer (&self->table, g_free);
}

/* One section for each table, and one change for each row. */
static int
merge (gconstpointer   data,
       guint           length,
       GBytes        **merged)
{
  sqlite3_changegroup *group = NULL;
  void *output = NULL;
  int size = 0, rc;

  rc = sqlite3changegroup_new (&group);
  if (rc == SQLITE_OK)
    rc = sqlite3changegroup_add (group, (int) length, (void *) data);
  if (rc == SQLITE_OK)
    rc = sqlite3changegroup_output (group, &size, &output);
  if (rc == SQLITE_OK && size > 0)
    *merged = g_bytes_new_with_free_func (output, (gsize) size, sqlite3_free, output);
  else
    sqlite3_free (output);
  if (group != NULL)
    sqlite3changegroup_delete (group);
  return rc;
}

/* @repeats: whether a row may have changed more than once
 * @changes: (out) (nullable): the changeset, %NULL when nothing changed after all
 *
 * Returns: a result code of SQLite */
int
reknit_capture_finish (ReknitCapture  *self,
                       gboolean        repeats,
                       GBytes        **changes)
{
  *changes = NULL;
  if (self->rc != SQLITE_OK || self->changes->len == 0)
    return self->rc;
  if (self->changes->len > G_MAXINT)
    return SQLITE_NOMEM;
  if (repeats || self->n_sections > 1)
    return merge (self->changes->data, self->changes->len, changes);
  *changes = g_byte_array_free_to_bytes (self->changes);
  self->changes = g_byte_array_new ();
  return SQLITE_OK;
}
