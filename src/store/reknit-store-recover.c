#include "reknit-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>

/* Damaged files: set aside, never overwritten, and what can still be read carried into a fresh one. */

/* How often a walk may begin again behind a place that can't be read, in one table. */
#define MAX_WALKS 20000

/**
 * reknit_store_set_aside:
 * @path: a file that is no store, or a damaged one
 * @set_aside: (out) (optional): where it is now
 * @error: return location
 *
 * Renames the file, with what SQLite keeps beside it, so that a fresh one can take its place.
 *
 * Returns: %FALSE with @error when it is still there
 */
gboolean
reknit_store_set_aside (const char  *path,
                        char       **set_aside,
                        GError     **error)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (reknit_clock_now (reknit_clock_get_default ()));
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *aside = NULL;
  int n = 0;

  do
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%s-%02d", path, time, n++);
    }
  while (g_file_test (aside, G_FILE_TEST_EXISTS));
  if (g_rename (path, aside) != 0)
    {
      reknit_store_set_error_code (error, errno == ENOSPC ? REKNIT_STORE_ERROR_FULL : REKNIT_STORE_ERROR_READ_ONLY, path);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

      g_rename (from, to);
    }
  if (set_aside != NULL)
    *set_aside = g_steal_pointer (&aside);
  return TRUE;
}

typedef struct
{
  sqlite3      *from;
  sqlite3_stmt *forward;    /* :low < id <= :high, rising */
  sqlite3_stmt *backward;
  sqlite3_stmt *insert;
  guint         n_columns;
  guint         n_rows;
  guint         n_walks;
} Walk;

static void
carry_row (Walk         *self,
           sqlite3_stmt *row)
{
  for (guint i = 0; i < self->n_columns; i++)
    sqlite3_bind_value (self->insert, (int) i + 1, sqlite3_column_value (row, (int) i));
  /* A row that breaks the rules of its table is one that was not read right. */
  if (sqlite3_step (self->insert) == SQLITE_DONE && sqlite3_changes (sqlite3_db_handle (self->insert)) > 0)
    self->n_rows++;
  sqlite3_reset (self->insert);
}

/* Carries rows over until one can't be read. Returns: whether all were; *last is the last one otherwise */
static gboolean
walk (Walk         *self,
      sqlite3_stmt *stmt,
      gint64        low,
      gint64        high,
      gint64       *last)
{
  int rc;

  self->n_walks++;
  sqlite3_bind_int64 (stmt, 1, low);
  sqlite3_bind_int64 (stmt, 2, high);
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      *last = sqlite3_column_int64 (stmt, 0);
      carry_row (self, stmt);
    }
  sqlite3_reset (stmt);
  return rc == SQLITE_DONE;
}

/* Walks from both ends towards a place that can't be read, then on both sides of the middle of what is left. */
static void
walk_range (Walk   *self,
            gint64  low,
            gint64  high)
{
  gint64 first_bad = low, last_bad = high, middle;

  if (low >= high || self->n_walks >= MAX_WALKS || walk (self, self->forward, low, high, &first_bad))
    return;
  walk (self, self->backward, first_bad, high, &last_bad);
  if (last_bad == high && first_bad == low && high - low <= 1)
    return;
  middle = first_bad + (last_bad - first_bad) / 2;
  if (middle == first_bad || middle == last_bad)
    return;
  walk_range (self, first_bad, middle);
  walk_range (self, middle, last_bad);
}

static char *
list_columns (sqlite3    *db,
              const char *table,
              guint      *n_columns,
              GString    *marks)
{
  GString *columns = g_string_new (NULL);
  sqlite3_stmt *stmt = NULL;

  *n_columns = 0;
  if (sqlite3_prepare_v2 (db, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", -1, &stmt, NULL) == SQLITE_OK)
    {
      sqlite3_bind_text (stmt, 1, table, -1, SQLITE_STATIC);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          g_string_append_printf (columns, "%s\"%s\"", *n_columns > 0 ? ", " : "", sqlite3_column_text (stmt, 0));
          g_string_append (marks, *n_columns > 0 ? ", ?" : "?");
          (*n_columns)++;
        }
    }
  sqlite3_finalize (stmt);
  return g_string_free (columns, FALSE);
}

static gboolean
walk_open (Walk       *self,
           sqlite3    *from,
           sqlite3    *to,
           const char *table)
{
  g_autoptr (GString) marks = g_string_new (NULL);
  /* The columns that both have: the damaged file may be older. */
  g_autofree char *columns = list_columns (from, table, &self->n_columns, marks);
  g_autofree char *forward = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE rowid > ?1 AND rowid <= ?2 ORDER BY rowid",
                                              columns, table);
  g_autofree char *backward = g_strconcat (forward, " DESC", NULL);
  g_autofree char *insert = g_strdup_printf ("INSERT OR IGNORE INTO \"%s\" (%s) VALUES (%s)", table, columns, marks->str);

  self->from = from;
  return self->n_columns > 0 &&
         sqlite3_prepare_v2 (from, forward, -1, &self->forward, NULL) == SQLITE_OK &&
         sqlite3_prepare_v2 (from, backward, -1, &self->backward, NULL) == SQLITE_OK &&
         sqlite3_prepare_v2 (to, insert, -1, &self->insert, NULL) == SQLITE_OK;
}

static guint
salvage_table (sqlite3    *from,
               sqlite3    *to,
               const char *table)
{
  Walk self = { 0 };

  if (walk_open (&self, from, to, table))
    walk_range (&self, -1, G_MAXINT64);
  sqlite3_finalize (self.forward);
  sqlite3_finalize (self.backward);
  sqlite3_finalize (self.insert);
  return self.n_rows;
}

/* What refers to a row that was lost refers to nothing then, or goes too where it may not. */
static gboolean
release_orphan (sqlite3    *db,
                const char *table,
                gint64      id,
                int         key)
{
  g_autofree char *find = g_strdup_printf ("SELECT \"from\" FROM pragma_foreign_key_list ('%s') WHERE id = %d", table, key);
  g_autofree char *remove = g_strdup_printf ("DELETE FROM \"%s\" WHERE rowid = %" G_GINT64_FORMAT, table, id);
  sqlite3_stmt *stmt = NULL;
  gboolean released = FALSE;

  if (sqlite3_prepare_v2 (db, find, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_autofree char *clear = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE rowid = %" G_GINT64_FORMAT,
                                                table, sqlite3_column_text (stmt, 0), id);
      released = sqlite3_exec (db, clear, NULL, NULL, NULL) == SQLITE_OK;
    }
  sqlite3_finalize (stmt);
  return released || sqlite3_exec (db, remove, NULL, NULL, NULL) == SQLITE_OK;
}

static gboolean
release_orphans (sqlite3 *db)
{
  gboolean found = TRUE, released = TRUE;

  while (found && released)
    {
      sqlite3_stmt *stmt = NULL;

      found = sqlite3_prepare_v2 (db, "SELECT \"table\", rowid, fkid FROM pragma_foreign_key_check", -1, &stmt, NULL) ==
              SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW;
      if (found)
        {
          g_autofree char *table = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
          gint64 id = sqlite3_column_int64 (stmt, 1);
          int key = sqlite3_column_int (stmt, 2);

          sqlite3_finalize (g_steal_pointer (&stmt));
          released = release_orphan (db, table, id, key);
        }
      sqlite3_finalize (stmt);
    }
  return released;
}

static GPtrArray *
list_tables (sqlite3 *db)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' "
                          "AND name NOT LIKE 'store!_%' ESCAPE '!'", -1, &stmt, NULL) == SQLITE_OK)
    while (sqlite3_step (stmt) == SQLITE_ROW)
      g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  sqlite3_finalize (stmt);
  return tables;
}

static gboolean
salvage_into (ReknitStore  *fresh,
              sqlite3      *damaged,
              guint        *n_rows,
              GError      **error)
{
  g_autoptr (GPtrArray) tables = list_tables (fresh->db);

  if (!reknit_store_exec (fresh, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    *n_rows += salvage_table (damaged, fresh->db, g_ptr_array_index (tables, i));
  release_orphans (fresh->db);
  return reknit_store_exec (fresh, "INSERT INTO store_meta (name, value) VALUES ('reindex', 1) ON CONFLICT DO NOTHING;"
                            "COMMIT; PRAGMA foreign_keys = ON", error);
}

/**
 * reknit_store_salvage:
 * @damaged: a damaged store's file, which is only read
 * @fresh: a file that is not there yet
 * @migrations: the resource path of the folder with the numbered scripts
 * @n_rows: (out): how many rows were carried over
 * @error: return location
 *
 * Makes a new store of every row of a damaged one that can still be read. References to rows that are lost are
 * cleared.
 *
 * Returns: %FALSE with @error when @fresh could not be made or written
 */
gboolean
reknit_store_salvage (const char  *damaged,
                           const char  *fresh,
                           const char  *migrations,
                           guint       *n_rows,
                           GError     **error)
{
  g_autoptr (ReknitStore) store = NULL;
  sqlite3 *from;
  gboolean done;

  *n_rows = 0;
  from = reknit_store_connect (damaged, SQLITE_OPEN_READONLY, error);
  if (from == NULL)
    return FALSE;
  /* Or a page of the schema that can't be read would hide the tables on all others. */
  sqlite3_exec (from, "PRAGMA writable_schema = ON", NULL, NULL, NULL);
  store = reknit_store_open_bare (fresh, migrations, error);
  done = store != NULL && salvage_into (store, from, n_rows, error);
  sqlite3_close_v2 (from);
  return done;
}

/* The damaged file stays in its place until the new one is whole. */
static void
salvage_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const char *path = data;
  g_autofree char *fresh = g_strconcat (path, ".salvaged", NULL);
  GError *error = NULL;
  guint n_rows;

  reknit_store_file_remove (fresh);
  if (!reknit_store_salvage (path, fresh, REKNIT_STORE_MIGRATIONS, &n_rows, &error) ||
      !reknit_store_set_aside (path, NULL, &error))
    {
      reknit_store_file_remove (fresh);
      g_task_return_error (task, error);
    }
  else if (g_rename (fresh, path) != 0)
    {
      reknit_store_set_error_code (&error, REKNIT_STORE_ERROR_READ_ONLY, path);
      g_task_return_error (task, error);
    }
  else
    {
      g_task_return_boolean (task, TRUE);
    }
}

/**
 * reknit_store_salvage_async:
 * @path: a damaged store's file, which nobody has open
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Puts a new store in its place, of every row that can still be read, and sets the damaged one aside. That may take
 * long, on a thread of its own.
 */
void
reknit_store_salvage_async (const char          *path,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, reknit_store_salvage_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, salvage_in_thread);
}

/**
 * reknit_store_salvage_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: %FALSE with @error when the new store could not be made or written, and the damaged one is where it was
 */
gboolean
reknit_store_salvage_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, reknit_store_salvage_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
