#define _GNU_SOURCE
#include "store-util.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* What comes back of a damaged file. */

static void
test_salvage (TestFile      *f,
              gconstpointer  data)
{
  g_autofree char *fresh = g_strconcat (f->path, ".fresh", NULL);
  g_autoptr (ReknitQuery) notes = reknit_query_new (TEST_TYPE_NOTE, NULL, NULL);
  g_autoptr (ReknitQuery) remarks = reknit_query_new (TEST_TYPE_REMARK, NULL, NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  ReknitStore *store = test_store_open (f->folder, NULL);
  guint n_rows, n_notes;

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (ReknitRecord) note = test_note_save (store, NULL, "a note of some length, so that it takes its room", i);

      if (i % 100 == 0)
        {
          g_autoptr (ReknitRecord) remark =
            g_object_new (TEST_TYPE_REMARK, "note", reknit_record_get_id (note), "body", "lighthouse", NULL);
          test_save (store, NULL, remark);
        }
    }
  test_store_close (store);
  test_file_overwrite (f->path, 30 * 4096, 4096);
  test_file_overwrite (f->path, 45 * 4096, 4096);
  before = test_file_read (f->path);
  g_assert_true (reknit_store_salvage (f->path, fresh, TEST_MIGRATIONS, &n_rows, &error));
  g_assert_no_error (error);
  after = test_file_read (f->path);
  g_assert_true (g_bytes_equal (before, after));
  store = reknit_store_open_full (fresh, NULL, TEST_MIGRATIONS, &error);
  g_assert_no_error (error);
  n_notes = reknit_store_count (store, notes);
  g_test_message ("%u of 2000 notes came back", n_notes);
  g_assert_cmpuint (n_notes, >=, 1800);
  g_assert_cmpuint (reknit_store_count (store, remarks), ==, 20);
  g_assert_cmpuint (n_rows, >=, n_notes + 20);
  hits = reknit_store_search (store, "light", 100);
  g_assert_cmpuint (hits->len, ==, 20);
  test_store_close (store);
}

static gboolean
add_tables (ReknitStore *store,
            gpointer     data,
            GError     **error)
{
  for (int i = 100; i < 200; i++)
    {
      g_autofree char *sql = g_strdup_printf ("CREATE TABLE later_%d (id INTEGER PRIMARY KEY, what_is_of_no_matter TEXT) STRICT", i);
      g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, sql);

      if (!reknit_statement_step (statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* The page that says where the last tables are. */
static off_t
find_page (const char *path,
           const char *text)
{
  g_autoptr (GBytes) bytes = test_file_read (path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *found = memmem (data, size, text, strlen (text));

  g_assert_nonnull (found);
  return (found - data) / 4096 * 4096;
}

/* Where the damage is in what tells of the tables, those that are still known come back. */
static void
test_salvage_without_all_of_the_schema (TestFile      *f,
                                        gconstpointer  data)
{
  g_autofree char *fresh = g_strconcat (f->path, ".fresh", NULL);
  g_autoptr (ReknitQuery) notes = reknit_query_new (TEST_TYPE_NOTE, NULL, NULL);
  g_autoptr (GError) error = NULL;
  ReknitStore *store;
  guint n_rows;

  store = test_store_open (f->folder, NULL);
  for (int i = 0; i < 40; i++)
    g_object_unref (test_note_save (store, NULL, "a note", i));
  reknit_store_transact (store, NULL, add_tables, NULL, &error);
  g_assert_no_error (error);
  test_store_close (store);
  test_file_overwrite (f->path, find_page (f->path, "CREATE TABLE later_199"), 4096);
  g_assert_true (reknit_store_salvage (f->path, fresh, TEST_MIGRATIONS, &n_rows, &error));
  g_assert_no_error (error);
  store = reknit_store_open_full (fresh, NULL, TEST_MIGRATIONS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reknit_store_count (store, notes), ==, 40);
  test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  reknit_store_register_type (TEST_TYPE_REMARK);
  g_test_add ("/salvage/rows", TestFile, NULL, test_file_set_up, test_salvage, test_file_tear_down);
  g_test_add ("/salvage/without-all-of-the-schema", TestFile, NULL, test_file_set_up, test_salvage_without_all_of_the_schema, test_file_tear_down);
  return g_test_run ();
}
