#include "store-util.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The store as a file: modes, versions, damage, backups. */

static void
write_file (const char *path,
            GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
fill (TestFile *f,
      int      n_notes)
{
  ReknitStore *store = test_store_open (f->folder, NULL);

  for (int i = 0; i < n_notes; i++)
    g_object_unref (test_note_save (store, NULL, "a note of some length, so that it takes its room on a page", i));
  test_store_close (store);
}

static void
assert_refused (TestFile          *f,
                const char       *migrations,
                ReknitStoreError  code)
{
  g_autoptr (GBytes) before = test_file_read (f->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (reknit_store_open_full (f->path, NULL, migrations, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, (int) code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  after = test_file_read (f->path);
  g_assert_true (g_bytes_equal (before, after));
}

static guint
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
test_modes (TestFile      *f,
            gconstpointer  data)
{
  ReknitStore *store;
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *backup = g_build_filename (folder, "copy", NULL);
  mode_t mask = umask (0);

  store = test_store_open (f->folder, NULL);
  g_object_unref (test_note_save (store, NULL, "one", 1));
  g_assert_true (reknit_store_backup (store, backup, NULL));
  umask (mask);
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  g_assert_cmpuint (mode_of (f->path), ==, 0600);
  g_assert_cmpuint (mode_of (log), ==, 0600);
  g_assert_cmpuint (mode_of (backup), ==, 0600);
  test_store_close (store);
  g_chmod (f->path, 0644);
  store = test_store_open (f->folder, NULL);
  g_assert_cmpuint (mode_of (f->path), ==, 0600);
  test_store_close (store);
}

static gint64
cache_size_of (ReknitStore *store)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, "PRAGMA cache_size");
  gboolean has_row;

  g_assert_true (reknit_statement_step (statement, &has_row, NULL) && has_row);
  return reknit_statement_get_integer (statement, 0);
}

/* The check of what is there needs little memory, and takes none away from what is done afterwards. */
static void
test_check_leaves_the_cache (TestFile      *f,
                             gconstpointer  data)
{
  ReknitStore *store = test_store_open (f->folder, NULL);
  gint64 fresh = cache_size_of (store);

  test_store_close (store);
  store = test_store_open (f->folder, NULL);
  g_assert_cmpint (cache_size_of (store), ==, fresh);
  test_store_close (store);
}

static void
test_newer_is_refused (TestFile      *f,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  ReknitStore *store = reknit_store_open_full (f->path, NULL, TEST_MIGRATIONS_TWO, &error);

  g_assert_no_error (error);
  test_store_close (store);
  assert_refused (f, TEST_MIGRATIONS, REKNIT_STORE_ERROR_NEWER_SCHEMA);
}

/* The version stands in the log only, as after a crash. */
static void
test_newer_in_the_log_is_refused (TestFile      *f,
                                  gconstpointer  data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) main_bytes = NULL;
  g_autoptr (GBytes) log_bytes = NULL;
  ReknitStore *store;

  fill (f, 3);
  main_bytes = test_file_read (f->path);
  store = reknit_store_open_full (f->path, NULL, TEST_MIGRATIONS_TWO, &error);
  g_assert_no_error (error);
  log_bytes = test_file_read (log);
  test_store_close (store);
  write_file (f->path, main_bytes);
  write_file (log, log_bytes);
  assert_refused (f, TEST_MIGRATIONS, REKNIT_STORE_ERROR_NEWER_SCHEMA);
}

static void
test_what_is_no_store_is_refused (TestFile      *f,
                                  gconstpointer  data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Dear diary, this is not a database. It really is not one, "
                                                "although it has more than a hundred bytes in it. Honestly.", 117);
  g_autoptr (GBytes) little = g_bytes_new_static ("SQLite format 3", 16);
  g_autofree char *folder = g_path_get_dirname (f->path);

  g_mkdir_with_parents (folder, 0700);
  write_file (f->path, text);
  assert_refused (f, TEST_MIGRATIONS, REKNIT_STORE_ERROR_CORRUPT);
  write_file (f->path, little);
  assert_refused (f, TEST_MIGRATIONS, REKNIT_STORE_ERROR_CORRUPT);
}

static void
test_damage_is_seen_and_set_aside (TestFile      *f,
                                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  ReknitStore *store;

  fill (f, 500);
  test_file_overwrite (f->path, 5 * 4096, 3 * 4096);
  assert_refused (f, TEST_MIGRATIONS, REKNIT_STORE_ERROR_CORRUPT);
  before = test_file_read (f->path);
  g_assert_true (reknit_store_set_aside (f->path, &aside, &error));
  g_assert_no_error (error);
  after = test_file_read (aside);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  store = test_store_open (f->folder, NULL);
  test_store_close (store);
}

static void
on_read_failed (ReknitStore *store,
                GError      *error,
                guint       *n_failed)
{
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_CORRUPT);
  (*n_failed)++;
}

/* Too large to be checked when it is opened. */
static void
test_damage_is_told_when_read (TestFile      *f,
                               gconstpointer  data)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (TEST_TYPE_NOTE, NULL, NULL);
  g_autoptr (GBytes) picture = g_bytes_new_take (g_malloc0 (200000), 200000);
  g_autoptr (GPtrArray) all = NULL;
  ReknitStore *store = test_store_open (f->folder, NULL);
  guint n_failed = 0;

  for (int i = 0; i < 30; i++)
    {
      g_autoptr (ReknitRecord) note = g_object_new (TEST_TYPE_NOTE, "picture", picture, NULL);
      test_save (store, NULL, note);
    }
  test_store_close (store);
  test_file_overwrite (f->path, 500 * 4096, 500 * 4096);
  store = test_store_open (f->folder, NULL);
  g_signal_connect (store, "read-failed", G_CALLBACK (on_read_failed), &n_failed);
  all = reknit_store_all (store, query);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpuint (all->len, <, 30);
  g_clear_pointer (&all, g_ptr_array_unref);
  test_store_close (store);
}

static char *
describe_schema (ReknitStore *store)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
  GString *text = g_string_new (NULL);
  gboolean has_row;

  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    for (int i = 0; i < 4; i++)
      g_string_append_printf (text, "%s\n", reknit_statement_get_text (statement, i));
  return g_string_free (text, FALSE);
}

static void
test_migrated_equals_fresh (TestFile      *f,
                            gconstpointer  data)
{
  g_autofree char *other = g_strconcat (f->path, ".fresh", NULL);
  g_auto (GStrv) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *migrated_schema = NULL;
  g_autofree char *fresh_schema = NULL;
  g_autoptr (ReknitQuery) query = reknit_query_new (TEST_TYPE_NOTE, NULL, NULL);
  ReknitStore *migrated, *fresh, *backup;

  fill (f, 10);
  migrated = reknit_store_open_full (f->path, NULL, TEST_MIGRATIONS_TWO, &error);
  g_assert_no_error (error);
  fresh = reknit_store_open_full (other, NULL, TEST_MIGRATIONS_TWO, &error);
  g_assert_no_error (error);
  migrated_schema = describe_schema (migrated);
  fresh_schema = describe_schema (fresh);
  g_assert_cmpstr (migrated_schema, ==, fresh_schema);
  g_assert_cmpuint (reknit_store_count (migrated, query), ==, 10);
  test_store_close (migrated);
  test_store_close (fresh);

  backups = reknit_store_list_backups (f->path);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  g_assert_cmpuint (mode_of (backups[0]), ==, 0600);
  backup = reknit_store_open_full (backups[0], NULL, TEST_MIGRATIONS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reknit_store_count (backup, query), ==, 10);
  test_store_close (backup);
}

static void
test_failed_migration_changes_nothing (TestFile      *f,
                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (ReknitQuery) query = reknit_query_new (TEST_TYPE_NOTE, NULL, NULL);
  ReknitStore *store;

  fill (f, 10);
  store = test_store_open (f->folder, NULL);
  before = describe_schema (store);
  test_store_close (store);
  g_assert_null (reknit_store_open_full (f->path, NULL, TEST_MIGRATIONS_BROKEN, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_CONSTRAINT);
  store = test_store_open (f->folder, NULL);
  after = describe_schema (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (reknit_store_count (store, query), ==, 10);
  test_store_close (store);
}

static void
test_backup_replaces_when_whole (TestFile      *f,
                                 gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (f->folder, "copy", NULL);
  g_autofree char *nowhere = g_build_filename (f->folder, "no", "such", "folder", NULL);
  g_autoptr (GBytes) old = g_bytes_new_static ("old", 3);
  g_autoptr (GError) error = NULL;
  ReknitStore *store = test_store_open (f->folder, NULL);

  write_file (copy, old);
  g_assert_true (reknit_store_backup (store, copy, &error));
  g_assert_no_error (error);
  g_assert_false (reknit_store_backup (store, nowhere, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  test_store_close (store);
  store = reknit_store_open_full (copy, NULL, TEST_MIGRATIONS, &error);
  g_assert_no_error (error);
  test_store_close (store);
}

/* Root may write everywhere: these tests become somebody else meanwhile. */
static gboolean was_root;

static void
become_nobody (TestFile *f)
{
  g_autofree char *folder = g_path_get_dirname (f->path);

  was_root = geteuid () == 0;
  if (!was_root)
    return;
  g_assert_cmpint (chown (f->folder, 65534, (gid_t) -1), ==, 0);
  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    g_assert_cmpint (chown (folder, 65534, (gid_t) -1), ==, 0);
  if (g_file_test (f->path, G_FILE_TEST_EXISTS))
    g_assert_cmpint (chown (f->path, 65534, (gid_t) -1), ==, 0);
  g_assert_cmpint (seteuid (65534), ==, 0);
}

static void
become_root (void)
{
  if (was_root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only_folder (TestFile      *f,
                       gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autoptr (GError) error = NULL;

  fill (f, 1);
  become_nobody (f);
  g_chmod (folder, 0500);
  g_assert_null (reknit_store_open_full (f->path, NULL, TEST_MIGRATIONS, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, folder));
  g_clear_error (&error);
  g_chmod (folder, 0700);
  g_chmod (f->path, 0400);
  g_assert_null (reknit_store_open_full (f->path, NULL, TEST_MIGRATIONS, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_READ_ONLY);
  g_chmod (f->path, 0600);
  become_root ();
}

static void
test_folder_that_cannot_be_made (TestFile      *f,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  become_nobody (f);
  g_chmod (f->folder, 0500);
  g_assert_null (reknit_store_open_full (f->path, NULL, TEST_MIGRATIONS, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_READ_ONLY);
  g_chmod (f->folder, 0700);
  become_root ();
}

static void
test_real_migrations (TestFile      *f,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  ReknitStore *store = reknit_store_open (f->path, NULL, &error);

  g_assert_no_error (error);
  test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  reknit_store_register_type (TEST_TYPE_REMARK);
#define ADD(path, func) g_test_add (path, TestFile, NULL, test_file_set_up, func, test_file_tear_down)
  ADD ("/files/modes", test_modes);
  ADD ("/files/check-leaves-the-cache", test_check_leaves_the_cache);
  ADD ("/files/newer", test_newer_is_refused);
  ADD ("/files/newer-in-the-log", test_newer_in_the_log_is_refused);
  ADD ("/files/no-store", test_what_is_no_store_is_refused);
  ADD ("/files/damage", test_damage_is_seen_and_set_aside);
  ADD ("/files/damage-when-read", test_damage_is_told_when_read);
  ADD ("/files/migrated-equals-fresh", test_migrated_equals_fresh);
  ADD ("/files/failed-migration", test_failed_migration_changes_nothing);
  ADD ("/files/backup", test_backup_replaces_when_whole);
  ADD ("/files/read-only", test_read_only_folder);
  ADD ("/files/no-folder", test_folder_that_cannot_be_made);
  ADD ("/files/real-migrations", test_real_migrations);
  return g_test_run ();
}
