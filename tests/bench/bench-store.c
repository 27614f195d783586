#include "bench.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* The store beside SQLite by hand doing the same, in the same run, on the same disk. Best of some runs each; the
 * ratio is what counts. What can be undone stands beside both: by hand alone, and by hand with SQLite's session
 * extension recording it, which is the same. */

#define N_RUNS 3
#define MIGRATIONS "/io/github/reknit/bench"

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

#define TITLE "What went well this week"
#define BODY "We took a walk after dinner and talked about the summer, which neither of us had planned to do."

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
  raw_open (b, raw_path, g_bytes_get_data (schema, NULL));
  b->records = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
bench_close (Bench *b)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_ptr_array_unref (b->records);
  reknit_store_close (b->store, NULL);
  g_object_unref (b->store);
  raw_close (b);
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

/* As the store makes them, some hundred in a millisecond: the session extension finds rows by their bits. */
static gint64
make_id (gint64 number)
{
  static gint64 last;
  gint64 id = (1800000000000 + number / 300) << 21 | g_random_int_range (0, 1 << 21);

  last = number == 0 || id > last ? id : last + 1;
  return last;
}

static void
prepare_rows (Bench *b)
{
  for (gint64 i = 0; i < N_ROWS; i++)
    {
      g_ptr_array_add (b->records, g_object_new (BENCH_TYPE_ENTRY, "title", TITLE, "body", BODY, "position", i,
                                                 "due", 1800000000 + i, NULL));
      b->entries[i] = (RawEntry) { make_id (i), 1, 1, g_strdup (TITLE), g_strdup (BODY), i, 1800000000 + i, 0 };
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
store_read (Bench *b)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (BENCH_TYPE_ENTRY, NULL, NULL);
  g_autoptr (GPtrArray) all = reknit_store_all (b->store, query);

  g_assert (all->len >= N_ROWS);
}

static ReknitQueryList *
open_list (Bench *b)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (BENCH_TYPE_ENTRY, NULL, "position");

  return reknit_query_list_new (b->store, query);
}

static void
store_list_open (Bench *b)
{
  g_autoptr (ReknitQueryList) list = open_list (b);
  g_autoptr (ReknitRecord) first = g_list_model_get_item (G_LIST_MODEL (list), 0);

  g_assert (first != NULL);
}

static void
store_list_scroll (Bench *b)
{
  g_autoptr (ReknitQueryList) list = open_list (b);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
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
  double      recorded;
} Result;

static void
keep_best (double *best,
           double  time)
{
  *best = *best == 0 ? time : MIN (*best, time);
}

static void
record_time (Result    *result,
             BenchFunc  store,
             BenchFunc  raw,
             Bench     *b)
{
  keep_best (&result->raw, take_time (raw, b));
  keep_best (&result->store, take_time (store, b));
}

static void
record_time_recorded (Result    *result,
                      BenchFunc  raw,
                      Bench     *b)
{
  b->recording = TRUE;
  keep_best (&result->recorded, take_time (raw, b));
  b->recording = FALSE;
}

enum { INSERT, INSERT_UNDO, UPDATE, SAVE, READ, OPEN, SCROLL, LIST_INSERT, N_RESULTS };

static void
run_once (Result *results)
{
  Bench b = { 0 }, undoable = { 0 }, recorded = { 0 };

  bench_open (&b);
  prepare_rows (&b);
  record_time (&results[INSERT], store_insert, raw_insert, &b);
  store_touch (&b);
  record_time (&results[UPDATE], store_update, raw_update, &b);
  record_time (&results[SAVE], store_save, raw_save, &b);
  record_time_recorded (&results[SAVE], raw_save, &b);
  /* From the disk, not from what is alive already. */
  g_ptr_array_set_size (b.records, 0);
  raw_free_entries (&b);
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
  bench_open (&recorded);
  prepare_rows (&recorded);
  record_time_recorded (&results[INSERT_UNDO], raw_insert, &recorded);
  bench_close (&recorded);
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
  printf ("%-36s %10s %10s %7s %12s %7s\n", "", "store ms", "by hand ms", "ratio", "recording ms", "ratio");
  for (int i = 0; i < N_RESULTS; i++)
    {
      printf ("%-36s %10.1f %10.1f %7.2f", results[i].name, results[i].store, results[i].raw,
              results[i].store / results[i].raw);
      if (results[i].recorded > 0)
        printf (" %12.1f %7.2f", results[i].recorded, results[i].store / results[i].recorded);
      printf ("\n");
    }
  return 0;
}
