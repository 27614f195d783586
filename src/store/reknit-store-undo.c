#include "reknit-store-private.h"

/* Undo and redo: the changesets of labelled transactions, in memory, newest first. */

#define MAX_STEPS 100

static void
step_free (gpointer data)
{
  ReknitStoreStep *step = data;

  g_free (step->label);
  g_bytes_unref (step->changes);
  g_free (step);
}

static gboolean
take_label (GQueue  *steps,
            char   **label)
{
  ReknitStoreStep *top = g_queue_peek_head (steps);
  const char *now = top != NULL ? top->label : NULL;

  if (g_strcmp0 (now, *label) == 0)
    return FALSE;
  g_free (*label);
  *label = g_strdup (now);
  return TRUE;
}

static void
update_labels (ReknitStore *self)
{
  ReknitStoreStep *top = g_queue_peek_head (&self->undo);
  gboolean undo = take_label (&self->undo, &self->undo_label);
  gboolean redo = take_label (&self->redo, &self->redo_label);
  guint64 last_step = top != NULL ? top->number : 0;
  gboolean moved = self->last_step != last_step;

  self->last_step = last_step;
  if (moved)
    reknit_store_notify_last_step (self);
  if (undo)
    reknit_store_notify_undo (self);
  if (redo)
    reknit_store_notify_redo (self);
}

/* Returns: whether changes of @table belong into undo steps */
gboolean
reknit_store_captures_table (const char *table)
{
  return !g_str_has_prefix (table, REKNIT_STORE_OWN_PREFIX);
}

void
reknit_store_push_step (ReknitStore *self,
                        const char  *label,
                        GBytes      *changes)
{
  ReknitStoreStep *step = g_new0 (ReknitStoreStep, 1);

  step->number = ++self->n_steps;
  step->label = g_strdup (label);
  step->changes = g_bytes_ref (changes);
  g_queue_push_head (&self->undo, step);
  g_queue_clear_full (&self->redo, step_free);
  while (self->undo.length > MAX_STEPS)
    step_free (g_queue_pop_tail (&self->undo));
  update_labels (self);
}

void
reknit_store_clear_steps (ReknitStore *self)
{
  g_queue_clear_full (&self->undo, step_free);
  g_queue_clear_full (&self->redo, step_free);
  update_labels (self);
}

static sqlite3_changeset_iter *
open_changes (GBytes *changes)
{
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (changes, &size);

  return sqlite3changeset_start (&iter, (int) size, (void *) data) == SQLITE_OK ? iter : NULL;
}

/* The old or else the new value of a column in a change; NULL where it does not say. */
static sqlite3_value *
get_value (sqlite3_changeset_iter *iter,
           int                     operation,
           int                     column)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, column, &value);
  else
    sqlite3changeset_old (iter, column, &value);
  return value;
}

static gboolean
touches_row (GBytes          *bytes,
             ReknitChangeSet *rows)
{
  sqlite3_changeset_iter *iter = open_changes (bytes);
  gboolean touches = FALSE;

  while (iter != NULL && !touches && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      unsigned char *key;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      sqlite3changeset_pk (iter, &key, &n_columns);
      for (int i = 0; i < n_columns && !touches; i++)
        if (key[i])
          touches = reknit_change_set_has_row (rows, table, sqlite3_value_int64 (get_value (iter, operation, i)));
    }
  sqlite3changeset_finalize (iter);
  return touches;
}

static void
drop_from (GQueue          *steps,
           ReknitChangeSet *rows)
{
  for (GList *link = steps->head, *next; link != NULL; link = next)
    {
      next = link->next;
      if (touches_row (((ReknitStoreStep *) link->data)->changes, rows))
        {
          step_free (link->data);
          g_queue_delete_link (steps, link);
        }
    }
}

/* Forgets the steps that hold a value of @rows. */
void
reknit_store_drop_steps (ReknitStore     *self,
                         ReknitChangeSet *rows)
{
  drop_from (&self->undo, rows);
  drop_from (&self->redo, rows);
  update_labels (self);
}

/* Whether applying the changes seals a text that stands open in the file. */
static gboolean
buries_text (GBytes *bytes)
{
  sqlite3_changeset_iter *iter = open_changes (bytes);
  gboolean buries = FALSE;

  while (iter != NULL && !buries && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      for (int i = 0; operation == SQLITE_UPDATE && i < n_columns && !buries; i++)
        {
          sqlite3_value *before = NULL, *after = NULL;

          sqlite3changeset_old (iter, i, &before);
          sqlite3changeset_new (iter, i, &after);
          buries = before != NULL && after != NULL && sqlite3_value_type (after) == SQLITE_BLOB &&
                   sqlite3_value_type (before) != SQLITE_BLOB && sqlite3_value_type (before) != SQLITE_NULL;
        }
    }
  sqlite3changeset_finalize (iter);
  return buries;
}

static gboolean
same_value (sqlite3_value *a,
            sqlite3_value *b)
{
  int type = sqlite3_value_type (a);

  if (type != sqlite3_value_type (b))
    return FALSE;
  switch (type)
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      return sqlite3_value_int64 (a) == sqlite3_value_int64 (b);
    case SQLITE_FLOAT:
      return sqlite3_value_double (a) == sqlite3_value_double (b);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
    default:
      return sqlite3_value_bytes (a) == sqlite3_value_bytes (b) &&
             memcmp (sqlite3_value_blob (a), sqlite3_value_blob (b), (gsize) sqlite3_value_bytes (a)) == 0;
    }
}

/* The column that every write changes, and that no conflict is about. Every table begins alike. */
#define MODIFIED_COLUMN 2

/* Whether a foreign key empties the column when what it refers to goes. */
static gboolean
is_emptied (ReknitStore *self,
            const char  *table,
            int          column)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (self,
    "SELECT 1 FROM pragma_table_info (:table) JOIN pragma_foreign_key_list (:table) ON \"from\" = name "
    "WHERE cid = :column AND on_delete = 'SET NULL'");
  gboolean has_row;

  reknit_statement_bind_text (statement, "table", table);
  reknit_statement_bind_integer (statement, "column", column);
  return reknit_statement_step (statement, &has_row, NULL) && has_row;
}

/* Whether a column in the file is as the step found it, or already as the step leaves it: a foreign key may have
 * taken the row along with another one of the same step. */
static gboolean
column_fits (ReknitStore            *self,
             sqlite3_changeset_iter *iter,
             const char             *table,
             int                     operation,
             int                     column)
{
  sqlite3_value *before = NULL, *after = NULL, *there = NULL;

  if (operation != SQLITE_INSERT)
    sqlite3changeset_old (iter, column, &before);
  if (operation != SQLITE_DELETE)
    sqlite3changeset_new (iter, column, &after);
  sqlite3changeset_conflict (iter, column, &there);
  if (there == NULL || (before == NULL && after == NULL) ||
      (before != NULL && same_value (before, there)) || (after != NULL && same_value (after, there)))
    return TRUE;
  return before != NULL && sqlite3_value_type (there) == SQLITE_NULL && is_emptied (self, table, column);
}

static gboolean
row_fits (ReknitStore            *self,
          sqlite3_changeset_iter *iter,
          const char             *table,
          int                     operation,
          int                     n_columns)
{
  for (int i = 0; i < n_columns; i++)
    if (i != MODIFIED_COLUMN && !column_fits (self, iter, table, operation, i))
      return FALSE;
  return TRUE;
}

/* Only what is already as the step wants it, such as a row that a foreign key took along, is no conflict. */
static int
on_conflict (void                   *data,
             int                     kind,
             sqlite3_changeset_iter *iter)
{
  ReknitStore *self = data;
  const char *table;
  int n_columns, operation, indirect;

  if (kind == SQLITE_CHANGESET_FOREIGN_KEY)
    return SQLITE_CHANGESET_ABORT;
  sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
  if (kind == SQLITE_CHANGESET_NOTFOUND && operation == SQLITE_DELETE)
    return SQLITE_CHANGESET_OMIT;
  if ((kind != SQLITE_CHANGESET_DATA && kind != SQLITE_CHANGESET_CONFLICT) ||
      !row_fits (self, iter, table, operation, n_columns))
    return SQLITE_CHANGESET_ABORT;
  return kind == SQLITE_CHANGESET_DATA ? SQLITE_CHANGESET_REPLACE : SQLITE_CHANGESET_OMIT;
}

static gboolean
apply (ReknitStore  *self,
       GBytes       *changes,
       GError      **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changes, &size);
  int rc;

  if (!reknit_store_begin (self, FALSE, error))
    return FALSE;
  self->buries = buries_text (changes);
  rc = sqlite3changeset_apply (self->db, (int) size, (void *) data, NULL, on_conflict, self);
  if (rc == SQLITE_OK)
    return reknit_store_commit (self, NULL, error);
  if ((rc & 0xff) == SQLITE_ABORT || (rc & 0xff) == SQLITE_CONSTRAINT)
    reknit_store_set_error_code (error, REKNIT_STORE_ERROR_CONFLICT, self->path);
  else
    reknit_store_set_error (error, rc, self->db, self->path);
  reknit_store_rollback (self);
  return FALSE;
}

static GBytes *
invert (GBytes *changes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changes, &size);
  void *inverted;
  int inverted_size;

  if (sqlite3changeset_invert ((int) size, data, &inverted_size, &inverted) != SQLITE_OK)
    g_error ("Out of memory");
  return g_bytes_new_with_free_func (inverted, (gsize) inverted_size, sqlite3_free, inverted);
}

static gboolean
move_step (ReknitStore  *self,
           GQueue       *from,
           GQueue       *to,
           gboolean      inverts,
           GError      **error)
{
  g_autoptr (ReknitStore) keep = g_object_ref (self);
  ReknitStoreStep *step = g_queue_peek_head (from);
  g_autoptr (GBytes) changes = NULL;
  GList *link;

  if (step == NULL)
    return TRUE;
  changes = inverts ? invert (step->changes) : g_bytes_ref (step->changes);
  /* Off the stack first: who hears of the change may ask what can be undone next. */
  link = g_queue_pop_head_link (from);
  if (!apply (self, changes, error))
    {
      g_queue_push_head_link (from, link);
      return FALSE;
    }
  g_queue_push_head_link (to, link);
  update_labels (self);
  return TRUE;
}

/**
 * reknit_store_undo:
 * @self: a store
 * @error: return location
 *
 * Undoes the newest labelled transaction that was not undone yet; nothing when there is none.
 *
 * Returns: %FALSE with @error, %REKNIT_STORE_ERROR_CONFLICT when what it changed was changed since; nothing is
 *   changed then
 */
gboolean
reknit_store_undo (ReknitStore  *self,
                   GError      **error)
{
  g_return_val_if_fail (REKNIT_IS_STORE (self) && self->depth == 0, FALSE);
  return move_step (self, &self->undo, &self->redo, TRUE, error);
}

/**
 * reknit_store_redo:
 * @self: a store
 * @error: return location
 *
 * Does again what was undone last; nothing when there is none.
 *
 * Returns: %FALSE with @error, as [method@Store.undo]
 */
gboolean
reknit_store_redo (ReknitStore  *self,
                   GError      **error)
{
  g_return_val_if_fail (REKNIT_IS_STORE (self) && self->depth == 0, FALSE);
  return move_step (self, &self->redo, &self->undo, FALSE, error);
}
