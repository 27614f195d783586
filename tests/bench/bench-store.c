#include "reknit-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

/* The store beside SQLite by hand doing the same, in the same run, on the same disk. Best of some runs each; the
 * ratio is what counts. By hand means: prepared statements, and what was read copied into a struct. */

#define N_ROWS 100000
#define N_COMMITS 500
#define N_RUNS 3
#define MIGRATIONS "/io/github/reknit/bench"
#define PAGE 64

#define BENCH_TYPE_ENTRY (bench_entry_get_type ())
REKNIT_DECLARE_RECORD (BenchEntry, bench_entry, BENCH, ENTRY)

static const ReknitColumn columns[] = {
  { "title",    REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "body",     REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "position", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "due",      REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "done",     REKNIT_COLUMN_BOOLEAN, REKNIT_COLUMN_PLAIN },
};
REKNIT_DEFINE_RECORD (BenchEntry, bench_entry, "entry", columns)

typedef struct
{
  gint64 id, created, modified;
  char *title, *body;
  gint64 position, due, done;
} RawEntry;

typedef struct
{
  char        *folder;
  ReknitStore *store;
  sqlite3     *raw;
  GPtrArray   *records;
  RawEntry    *entries;
} Bench;

#define TITLE "What went well this week"
#define BODY "We took a walk after dinner and talked about the summer, which neither of us had planned to do."

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
bench_open (Bench *b)
{
  g_autofree char *path = NULL;
  g_autofree char *raw_path = NULL;
  g_autoptr (GBytes) schema = g_resources_lookup_data (MIGRATIONS "/001.sql", 0, NULL);

  b->folder = g_dir_make_tmp ("reknit-bench-XXXXXX", NULL);
  path = g_build_filename (b->folder, "store.db", NULL);
  raw_path = g_build_filename (b->folder, "raw.db", NULL);
  b->store = reknit_store_open_full (path, NULL, MIGRATIONS, NULL);
  sqlite3_open (raw_path, &b->raw);
  raw_exec (b->raw, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                    "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
  raw_exec (b->raw, g_bytes_get_data (schema, NULL));
  b->records = g_ptr_array_new_with_free_func (g_object_unref);
  b->entries = g_new0 (RawEntry, N_ROWS);
}

static void
free_entries (RawEntry *entries)
{
  for (int i = 0; i < N_ROWS; i++)
    {
      g_clear_pointer (&entries[i].title, g_free);
      g_clear_pointer (&entries[i].body, g_free);
    }
}

static void
bench_close (Bench *b)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_ptr_array_unref (b->records);
  free_entries (b->entries);
  g_free (b->entries);
  reknit_store_close (b->store, NULL);
  g_object_unref (b->store);
  sqlite3_close_v2 (b->raw);
  dir = g_dir_open (b->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (b->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (b->folder);
  g_free (b->folder);
}

/* Insert: objects and structs are there before, as they are when a person has typed them. */

static gboolean
put_all (ReknitStore  *store,
         gpointer      data,
         GError      **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!reknit_store_put (store, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

static void
prepare_rows (Bench *b)
{
  for (gint64 i = 0; i < N_ROWS; i++)
    {
      g_ptr_array_add (b->records, g_object_new (BENCH_TYPE_ENTRY, "title", TITLE, "body", BODY, "position", i,
                                                 "due", 1800000000 + i, NULL));
      b->entries[i] = (RawEntry) { (1800000000000 + i) << 21, 1, 1, g_strdup (TITLE), g_strdup (BODY), i,
                                   1800000000 + i, 0 };
    }
}

static void
store_insert (Bench *b)
{
  if (!reknit_store_transact (b->store, NULL, put_all, b->records, NULL))
    g_error ("Not inserted");
}

static void
store_insert_labelled (Bench *b)
{
  if (!reknit_store_transact (b->store, "Insert", put_all, b->records, NULL))
    g_error ("Not inserted");
}

static void
raw_insert (Bench *b)
{
  sqlite3_stmt *stmt = raw_prepare (b->raw, "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

  raw_exec (b->raw, "BEGIN IMMEDIATE");
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
  raw_exec (b->raw, "COMMIT");
  sqlite3_finalize (stmt);
}

static void
store_touch (Bench *b)
{
  for (guint i = 0; i < b->records->len; i++)
    g_object_set (g_ptr_array_index (b->records, i), "done", TRUE, NULL);
}

static void
store_update (Bench *b)
{
  if (!reknit_store_transact (b->store, NULL, put_all, b->records, NULL))
    g_error ("Not updated");
}

static void
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

/* One commit for each change, as when a person saves. */

static void
store_save (Bench *b)
{
  for (int i = 0; i < N_COMMITS; i++)
    {
      ReknitRecord *record = g_ptr_array_index (b->records, i * 100);

      g_object_set (record, "position", -1 - reknit_record_get_integer (record, "position"), NULL);
      if (!reknit_store_save (b->store, "Save", record, NULL))
        g_error ("Not saved");
    }
}

static void
raw_save (Bench *b)
{
  sqlite3_stmt *stmt = raw_prepare (b->raw, "UPDATE entry SET modified = ?, position = ? WHERE id = ?");

  for (int i = 0; i < N_COMMITS; i++)
    {
      raw_exec (b->raw, "BEGIN IMMEDIATE");
      sqlite3_bind_int64 (stmt, 1, 3);
      sqlite3_bind_int64 (stmt, 2, -i);
      sqlite3_bind_int64 (stmt, 3, b->entries[i * 100].id);
      raw_step (stmt);
      raw_exec (b->raw, "COMMIT");
    }
  sqlite3_finalize (stmt);
}

static void
store_read (Bench *b)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (BENCH_TYPE_ENTRY, NULL, NULL);
  g_autoptr (GPtrArray) all = reknit_store_all (b->store, query);

  g_assert (all->len >= N_ROWS);
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

static void
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

static ReknitQueryList *
open_list (Bench *b)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (BENCH_TYPE_ENTRY, NULL, "position");

  return reknit_query_list_new (b->store, query);
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
store_list_open (Bench *b)
{
  g_autoptr (ReknitQueryList) list = open_list (b);
  g_autoptr (ReknitRecord) first = g_list_model_get_item (G_LIST_MODEL (list), 0);

  g_assert (first != NULL);
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

static void
raw_list_open (Bench *b)
{
  g_autoptr (GArray) ids = raw_ids (b);
  sqlite3_stmt *stmt = raw_prepare (b->raw, "SELECT * FROM entry WHERE id = ?");

  raw_page (b, stmt, ids, 0);
  sqlite3_finalize (stmt);
}

static void
store_list_scroll (Bench *b)
{
  g_autoptr (ReknitQueryList) list = open_list (b);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
}

static void
raw_list_scroll (Bench *b)
{
  g_autoptr (GArray) ids = raw_ids (b);
  sqlite3_stmt *stmt = raw_prepare (b->raw, "SELECT * FROM entry WHERE id = ?");

  for (guint i = 0; i < ids->len; i += PAGE)
    raw_page (b, stmt, ids, i);
  sqlite3_finalize (stmt);
}

static ReknitQueryList *watched;

static void
store_list_insert (Bench *b)
{
  g_autoptr (ReknitRecord) record = g_object_new (BENCH_TYPE_ENTRY, "position", G_GINT64_CONSTANT (50000), NULL);

  if (!reknit_store_save (b->store, "Add", record, NULL))
    g_error ("Not added");
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
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

typedef void (*BenchFunc) (Bench *b);

static double
take_time (BenchFunc  func,
           Bench     *b)
{
  gint64 start = g_get_monotonic_time ();

  func (b);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

typedef struct
{
  const char *name;
  double      store;
  double      raw;
} Result;

static void
record_time (Result    *result,
             BenchFunc  store,
             BenchFunc  raw,
             Bench     *b)
{
  double by_hand = take_time (raw, b);
  double by_store = take_time (store, b);

  result->store = result->store == 0 ? by_store : MIN (result->store, by_store);
  result->raw = result->raw == 0 ? by_hand : MIN (result->raw, by_hand);
}

enum { INSERT, INSERT_UNDO, UPDATE, SAVE, READ, OPEN, SCROLL, LIST_INSERT, N_RESULTS };

static void
run_once (Result *results)
{
  Bench b = { 0 }, undoable = { 0 };

  bench_open (&b);
  prepare_rows (&b);
  record_time (&results[INSERT], store_insert, raw_insert, &b);
  store_touch (&b);
  record_time (&results[UPDATE], store_update, raw_update, &b);
  record_time (&results[SAVE], store_save, raw_save, &b);
  /* From the disk, not from what is alive already. */
  g_ptr_array_set_size (b.records, 0);
  free_entries (b.entries);
  record_time (&results[READ], store_read, raw_read, &b);
  record_time (&results[OPEN], store_list_open, raw_list_open, &b);
  record_time (&results[SCROLL], store_list_scroll, raw_list_scroll, &b);
  watched = open_list (&b);
  record_time (&results[LIST_INSERT], store_list_insert, raw_list_insert, &b);
  g_clear_object (&watched);
  bench_close (&b);

  bench_open (&undoable);
  prepare_rows (&undoable);
  record_time (&results[INSERT_UNDO], store_insert_labelled, raw_insert, &undoable);
  bench_close (&undoable);
}

int
main (void)
{
  Result results[N_RESULTS] = {
    [INSERT] = { "insert 100,000 rows, one commit" }, [INSERT_UNDO] = { "the same, and remembered for undo" },
    [UPDATE] = { "update 100,000 rows, one commit" }, [SAVE] = { "500 saves, a commit each" },
    [READ] = { "read 100,000 rows" }, [OPEN] = { "open a list of 100,000, sorted" },
    [SCROLL] = { "scroll it to the end" }, [LIST_INSERT] = { "insert a row into the open list" },
  };

  for (int run = 0; run < N_RUNS; run++)
    run_once (results);
  printf ("%-36s %10s %10s %7s\n", "", "store ms", "by hand ms", "ratio");
  for (int i = 0; i < N_RESULTS; i++)
    printf ("%-36s %10.1f %10.1f %7.2f\n", results[i].name, results[i].store, results[i].raw,
            results[i].store / results[i].raw);
  return 0;
}
