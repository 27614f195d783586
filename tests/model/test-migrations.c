#include "model-fixture.h"
#include "reknit-feeling-entry.h"
#include "reknit-issue.h"
#include "reknit-model.h"

#include <glib/gstdio.h>

/* A store of every version that people have is brought to the present one: nothing is lost, and nothing is left that a
 * fresh store would not have. */

static void
save (ReknitStore *store,
      gpointer     record)
{
  g_autoptr (GError) error = NULL;

  reknit_store_save (store, NULL, record, &error);
  g_assert_no_error (error);
}

static void
fill (const char *path,
      const char *version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitStore) store = reknit_store_open_full (path, NULL, version, &error);
  g_autoptr (ReknitPartner) ana = g_object_new (REKNIT_TYPE_PARTNER, "name", "Ana", "color", "teal", "position", (gint64) 1, NULL);
  g_autoptr (ReknitIssue) issue = NULL;
  g_autoptr (ReknitFeelingEntry) entry = NULL;

  g_assert_no_error (error);
  save (store, ana);
  issue = g_object_new (REKNIT_TYPE_ISSUE, "author", reknit_record_get_id (REKNIT_RECORD (ana)), "shared", (gint64) 9,
                        "title", "Lighthouse", NULL);
  entry = g_object_new (REKNIT_TYPE_FEELING_ENTRY, "author", reknit_record_get_id (REKNIT_RECORD (ana)),
                        "felt", (gint64) 9, "situation", "At the harbour", NULL);
  save (store, issue);
  save (store, entry);
  g_assert_true (reknit_store_close (store, &error));
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

static char *
describe_fresh (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitStore) store = reknit_store_open (path, NULL, &error);
  char *schema;

  g_assert_no_error (error);
  schema = describe_schema (store);
  g_assert_true (reknit_store_close (store, &error));
  return schema;
}

static void
assert_all_there (ReknitStore *store)
{
  g_autoptr (ReknitQuery) partners = reknit_query_new (REKNIT_TYPE_PARTNER, NULL, NULL);
  g_autoptr (ReknitPartner) ana = reknit_store_first (store, partners);
  g_autoptr (ReknitQuery) entries = NULL;
  g_autoptr (ReknitFeelingEntry) entry = NULL;
  g_autoptr (GPtrArray) hits = reknit_store_search (store, "lighthouse", 10);

  g_assert_cmpstr (reknit_record_get_text (ana, "name"), ==, "Ana");
  g_assert_cmpuint (hits->len, ==, 1);
  reknit_store_set_reader (store, reknit_record_get_id (REKNIT_RECORD (ana)));
  entries = reknit_feeling_entry_query_own (reknit_record_get_id (REKNIT_RECORD (ana)));
  entry = reknit_store_first (store, entries);
  g_assert_cmpstr (reknit_record_get_text (entry, "situation"), ==, "At the harbour");
}

static void
test_released (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("reknit-released-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "reknit.db", NULL);
  g_autofree char *fresh_path = g_build_filename (folder, "fresh.db", NULL);
  g_autofree char *fresh_schema = NULL;
  g_autofree char *schema = NULL;
  g_autofree char *backup_folder = g_build_filename (folder, "backups", NULL);
  g_auto (GStrv) backups = NULL;
  g_autoptr (ReknitStore) store = NULL;

  g_assert_no_error (error);
  fill (path, data);
  fresh_schema = describe_fresh (fresh_path);
  store = reknit_store_open (path, NULL, &error);
  g_assert_no_error (error);
  schema = describe_schema (store);
  g_assert_cmpstr (schema, ==, fresh_schema);
  assert_all_there (store);
  g_assert_true (reknit_store_close (store, &error));

  backups = reknit_store_list_backups (path);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  g_assert_no_errno (g_unlink (backups[0]));
  g_assert_no_errno (g_rmdir (backup_folder));
  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_unlink (fresh_path));
  g_assert_no_errno (g_rmdir (folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/migrations/released-1", "/io/github/reknit/released/1", test_released);
  return g_test_run ();
}
