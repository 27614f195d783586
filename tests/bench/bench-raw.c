#include "bench.h"

/* SQLite by hand: prepared statements, and what was read copied into a struct. */

static void
raw_exec (sqlite3    *db,
          const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static sqlite3_stmt *
raw_prepare (sqlite3    *db,
             const char *sql)
{
  sqlite3_stmt *stmt;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return stmt;
}

static void
raw_step (sqlite3_stmt *stmt)
{
  if (sqlite3_step (stmt) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (stmt)));
  sqlite3_reset (stmt);
}

static void
raw_free_step (gpointer data)
{
  sqlite3_free (data);
}

void
raw_free_entries (Bench *b)
{
  for (int i = 0; i < N_ROWS; i++)
    {
      g_clear_pointer (&b->entries[i].title, g_free);
      g_clear_pointer (&b->entries[i].body, g_free);
    }
}

void
raw_open (Bench      *b,
          const char *path,
          const char *schema)
{
  sqlite3_open (path, &b->raw);
  raw_exec (b->raw, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                    "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
  raw_exec (b->raw, schema);
  b->entries = g_new0 (RawEntry, N_ROWS);
  b->steps = g_ptr_array_new_with_free_func (raw_free_step);
}

void
raw_close (Bench *b)
{
  raw_free_entries (b);
  g_free (b->entries);
  g_ptr_array_unref (b->steps);
  sqlite3_close_v2 (b->raw);
}

static sqlite3_session *
raw_begin (Bench *b)
{
  sqlite3_session *session = NULL;

  raw_exec (b->raw, "BEGIN IMMEDIATE");
  if (b->recording && (sqlite3session_create (b->raw, "main", &session) != SQLITE_OK ||
                       sqlite3session_attach (session, NULL) != SQLITE_OK))
    g_error ("No session");
  return session;
}

static void
raw_commit (Bench           *b,
            sqlite3_session *session)
{
  void *changes = NULL;
  int size;

  if (session != NULL && sqlite3session_changeset (session, &size, &changes) != SQLITE_OK)
    g_error ("No changes");
  raw_exec (b->raw, "COMMIT");
  if (session != NULL)
    sqlite3session_delete (session);
  if (changes != NULL)
    g_ptr_array_add (b->steps, changes);
}

void
raw_insert (Bench *b)
{
  sqlite3_stmt *stmt = raw_prepare (b->raw, "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  sqlite3_session *session = raw_begin (b);

  for (int i = 0; i < N_ROWS; i++)
    {
      RawEntry *entry = &b->entries[i];

      sqlite3_bind_int64 (stmt, 1, entry->id);
      sqlite3_bind_int64 (stmt, 2, entry->created);
      sqlite3_bind_int64 (stmt, 3, entry->modified);
      sqlite3_bind_text (stmt, 4, entry->title, -1, SQLITE_STATIC);
      sqlite3_bind_text (stmt, 5, entry->body, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (stmt, 6, entry->position);
      sqlite3_bind_int64 (stmt, 7, entry->due);
      sqlite3_bind_int64 (stmt, 8, entry->done);
      raw_step (stmt);
    }
  raw_commit (b, session);
  sqlite3_finalize (stmt);
}

void
raw_update (Bench *b)
{
  sqlite3_stmt *stmt = raw_prepare (b->raw, "UPDATE entry SET modified = ?, done = ? WHERE id = ?");

  raw_exec (b->raw, "BEGIN IMMEDIATE");
  for (int i = 0; i < N_ROWS; i++)
    {
      sqlite3_bind_int64 (stmt, 1, 2);
      sqlite3_bind_int64 (stmt, 2, 1);
      sqlite3_bind_int64 (stmt, 3, b->entries[i].id);
      raw_step (stmt);
    }
  raw_exec (b->raw, "COMMIT");
  sqlite3_finalize (stmt);
}

void
raw_save (Bench *b)
{
  sqlite3_stmt *stmt = raw_prepare (b->raw, "UPDATE entry SET modified = ?, position = ? WHERE id = ?");

  for (int i = 0; i < N_COMMITS; i++)
    {
      sqlite3_session *session = raw_begin (b);

      sqlite3_bind_int64 (stmt, 1, 3);
      sqlite3_bind_int64 (stmt, 2, -i - b->recording * N_COMMITS);
      sqlite3_bind_int64 (stmt, 3, b->entries[i * 100].id);
      raw_step (stmt);
      raw_commit (b, session);
    }
  sqlite3_finalize (stmt);
}

static void
raw_read_entry (sqlite3_stmt *stmt,
                RawEntry     *entry)
{
  entry->id = sqlite3_column_int64 (stmt, 0);
  entry->created = sqlite3_column_int64 (stmt, 1);
  entry->modified = sqlite3_column_int64 (stmt, 2);
  entry->title = g_strdup ((const char *) sqlite3_column_text (stmt, 3));
  entry->body = g_strdup ((const char *) sqlite3_column_text (stmt, 4));
  entry->position = sqlite3_column_int64 (stmt, 5);
  entry->due = sqlite3_column_int64 (stmt, 6);
  entry->done = sqlite3_column_int64 (stmt, 7);
}

static void
raw_free_entry (gpointer data)
{
  RawEntry *entry = data;

  g_free (entry->title);
  g_free (entry->body);
  g_free (entry);
}

void
raw_read (Bench *b)
{
  sqlite3_stmt *stmt = raw_prepare (b->raw, "SELECT * FROM entry ORDER BY id");
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (raw_free_entry);

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      RawEntry *entry = g_new0 (RawEntry, 1);

      raw_read_entry (stmt, entry);
      g_ptr_array_add (all, entry);
    }
  g_assert (all->len >= N_ROWS);
  sqlite3_finalize (stmt);
}

static GArray *
raw_ids (Bench *b)
{
  sqlite3_stmt *stmt = raw_prepare (b->raw, "SELECT id FROM entry ORDER BY position");
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);
      g_array_append_val (ids, id);
    }
  sqlite3_finalize (stmt);
  return ids;
}

static void
raw_page (Bench        *b,
          sqlite3_stmt *stmt,
          GArray       *ids,
          guint         first)
{
  for (guint i = first; i < MIN (first + PAGE, ids->len); i++)
    {
      RawEntry *entry = g_new0 (RawEntry, 1);

      sqlite3_bind_int64 (stmt, 1, g_array_index (ids, gint64, i));
      if (sqlite3_step (stmt) == SQLITE_ROW)
        raw_read_entry (stmt, entry);
      sqlite3_reset (stmt);
      raw_free_entry (entry);
    }
}

void
raw_list_open (Bench *b)
{
  g_autoptr (GArray) ids = raw_ids (b);
  sqlite3_stmt *stmt = raw_prepare (b->raw, "SELECT * FROM entry WHERE id = ?");

  raw_page (b, stmt, ids, 0);
  sqlite3_finalize (stmt);
}

void
raw_list_scroll (Bench *b)
{
  g_autoptr (GArray) ids = raw_ids (b);
  sqlite3_stmt *stmt = raw_prepare (b->raw, "SELECT * FROM entry WHERE id = ?");

  for (guint i = 0; i < ids->len; i += PAGE)
    raw_page (b, stmt, ids, i);
  sqlite3_finalize (stmt);
}

void
raw_list_insert (Bench *b)
{
  static gint64 id = 1;
  g_autoptr (GArray) ids = NULL;
  sqlite3_stmt *stmt = raw_prepare (b->raw, "INSERT INTO entry VALUES (?, 1, 1, NULL, NULL, 50000, NULL, 0)");

  sqlite3_bind_int64 (stmt, 1, id++);
  raw_step (stmt);
  sqlite3_finalize (stmt);
  ids = raw_ids (b);
}
