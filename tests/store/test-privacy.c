#include "store-util.h"

#include <string.h>

#define SECRET "Zwielichtgeheimnis"

typedef struct
{
  char         *folder;
  TestSealer   *sealer;
  ReknitStore  *store;
  ReknitRecord *ada;
  ReknitRecord *bea;
  gint64        a;
  gint64        b;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = test_folder_new ();
  f->sealer = test_sealer_new ();
  f->store = test_store_open (f->folder, REKNIT_SEALER (f->sealer));
  f->ada = test_person_save (f->store, "Ada");
  f->bea = test_person_save (f->store, "Bea");
  f->a = reknit_record_get_id (f->ada);
  f->b = reknit_record_get_id (f->bea);
  reknit_store_set_reader (f->store, f->a);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->ada);
  g_clear_object (&f->bea);
  test_store_close (f->store);
  g_assert_finalize_object (f->sealer);
  test_folder_remove (f->folder);
  g_free (f->folder);
}

static ReknitRecord *
write_diary (Fixture    *f,
             const char *label,
             const char *body)
{
  ReknitRecord *diary = g_object_new (TEST_TYPE_DIARY, "author", f->a, "body", body, "feeling", G_GINT64_CONSTANT (7),
                                      "place", G_GINT64_CONSTANT (3), NULL);

  test_save (f->store, label, diary);
  return diary;
}

static void
share (Fixture      *f,
       ReknitRecord *diary,
       gint64        when)
{
  g_object_set (diary, "shared", when, NULL);
  test_save (f->store, when != 0 ? "Share" : "Take Back", diary);
}

static guint
count_visible (Fixture *f,
               GType    type)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (type, NULL, NULL);

  return reknit_store_count (f->store, query);
}

static guint
count_hits (Fixture    *f,
            const char *words)
{
  g_autoptr (GPtrArray) hits = reknit_store_search (f->store, words, 10);

  return hits->len;
}

static void
test_sealed_in_every_file (Fixture       *f,
                           gconstpointer  data)
{
  g_autoptr (ReknitRecord) diary = NULL;
  g_autoptr (ReknitRecord) draft = NULL;
  g_autofree char *data_folder = g_build_filename (f->folder, "data", NULL);
  gint64 id;

  test_sealer_give_key (f->sealer, f->a);
  diary = write_diary (f, "Write", SECRET);
  draft = g_object_new (TEST_TYPE_DRAFT, "author", f->a, "body", SECRET " too", NULL);
  test_save (f->store, "Write", draft);
  g_object_set (diary, "body", SECRET " changed", NULL);
  test_save (f->store, "Edit", diary);
  g_assert_true (reknit_store_undo (f->store, NULL));
  g_assert_false (test_folder_contains (f->folder, SECRET));
  g_assert_true (test_folder_contains (f->folder, "Bea"));
  id = reknit_record_get_id (diary);
  g_clear_object (&diary);
  diary = reknit_store_find (f->store, TEST_TYPE_DIARY, id);
  g_assert_cmpstr (reknit_record_get_text (diary, "body"), ==, SECRET);
  g_assert_cmpint (reknit_record_get_integer (diary, "feeling"), ==, 7);
  g_assert_true (reknit_record_is_readable (diary));
}

static void
test_other_reader_sees_nothing (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr (ReknitRecord) diary = NULL;
  g_autoptr (TestNotices) notices = NULL;
  gint64 readers[] = { f->b, 0 };

  /* The same with a key and without. */
  if (data != NULL)
    test_sealer_give_key (f->sealer, f->a);
  diary = write_diary (f, "Write", SECRET);
  notices = test_notices_new (diary);
  g_assert_cmpuint (count_visible (f, TEST_TYPE_DIARY), ==, 1);
  g_assert_cmpuint (count_hits (f, SECRET), ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      test_notices_reset (notices);
      reknit_store_set_reader (f->store, readers[i]);
      g_assert_cmpuint (test_notices_count (notices, "body"), ==, i == 0);
      g_assert_cmpuint (test_notices_count (notices, "is-readable"), ==, i == 0);
      g_assert_cmpuint (test_notices_count (notices, "place"), ==, 0);
      g_assert_null (reknit_record_get_text (diary, "body"));
      g_assert_cmpint (reknit_record_get_integer (diary, "feeling"), ==, 0);
      g_assert_cmpint (reknit_record_get_integer (diary, "place"), ==, 3);
      g_assert_false (reknit_record_is_readable (diary));
      g_assert_cmpuint (count_visible (f, TEST_TYPE_DIARY), ==, 0);
      g_assert_cmpuint (count_hits (f, SECRET), ==, 0);
    }
  reknit_store_set_reader (f->store, f->a);
  g_assert_cmpstr (reknit_record_get_text (diary, "body"), ==, SECRET);
  g_assert_true (reknit_record_is_readable (diary));
}

static void
test_list_follows_reader_at_once (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr (ReknitRecord) diary = write_diary (f, "Write", SECRET);
  g_autoptr (ReknitQuery) query = reknit_query_new (TEST_TYPE_DIARY, NULL, NULL);
  g_autoptr (ReknitQueryList) list = reknit_query_list_new (f->store, query);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  reknit_store_set_reader (f->store, f->b);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
test_closed_key (Fixture       *f,
                 gconstpointer  data)
{
  g_autoptr (ReknitRecord) diary = NULL;
  g_autoptr (GError) error = NULL;

  test_sealer_give_key (f->sealer, f->a);
  diary = write_diary (f, "Write", SECRET);
  test_sealer_set_open (f->sealer, f->a, FALSE);
  reknit_store_keys_changed (f->store);
  g_assert_null (reknit_record_get_text (diary, "body"));
  g_assert_false (reknit_record_is_readable (diary));
  g_assert_cmpuint (count_hits (f, SECRET), ==, 0);

  g_object_set (diary, "body", SECRET " typed", NULL);
  g_assert_null (reknit_record_get_text (diary, "body"));
  g_assert_false (reknit_store_save (f->store, "Edit", diary, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_LOCKED);
  g_assert_true (reknit_record_is_dirty (diary));
  g_assert_false (test_folder_contains (f->folder, SECRET));

  test_sealer_set_open (f->sealer, f->a, TRUE);
  reknit_store_keys_changed (f->store);
  g_assert_cmpstr (reknit_record_get_text (diary, "body"), ==, SECRET " typed");
  test_save (f->store, "Edit", diary);
  g_assert_false (test_folder_contains (f->folder, SECRET));
}

static void
test_locked_new_row (Fixture       *f,
                     gconstpointer  data)
{
  g_autoptr (ReknitRecord) diary = g_object_new (TEST_TYPE_DIARY, "author", f->a, "body", SECRET, NULL);
  g_autoptr (GError) error = NULL;

  test_sealer_give_key (f->sealer, f->a);
  test_sealer_set_open (f->sealer, f->a, FALSE);
  g_assert_false (reknit_store_save (f->store, "Write", diary, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_LOCKED);
  g_assert_false (test_folder_contains (f->folder, SECRET));
  test_sealer_set_open (f->sealer, f->a, TRUE);
  test_save (f->store, "Write", diary);
  g_assert_cmpstr (reknit_record_get_text (diary, "body"), ==, SECRET);
}

static void
test_share_and_take_back (Fixture       *f,
                          gconstpointer  data)
{
  g_autoptr (ReknitRecord) diary = NULL;

  test_sealer_give_key (f->sealer, f->a);
  diary = write_diary (f, "Write", SECRET);
  share (f, diary, 1000);
  g_assert_true (test_folder_contains (f->folder, SECRET));
  reknit_store_set_reader (f->store, f->b);
  g_assert_cmpstr (reknit_record_get_text (diary, "body"), ==, SECRET);
  g_assert_cmpint (reknit_record_get_integer (diary, "feeling"), ==, 7);
  g_assert_cmpuint (count_hits (f, "zwielicht"), ==, 1);

  reknit_store_set_reader (f->store, f->a);
  share (f, diary, 0);
  g_assert_false (test_folder_contains (f->folder, SECRET));
  g_assert_false (test_folder_contains (f->folder, "zwielichtgeheimnis"));
  reknit_store_set_reader (f->store, f->b);
  g_assert_null (reknit_record_get_text (diary, "body"));
  g_assert_cmpuint (count_hits (f, "zwielicht"), ==, 0);
}

static void
test_undo_of_sharing_leaves_nothing (Fixture       *f,
                                     gconstpointer  data)
{
  g_autoptr (ReknitRecord) diary = NULL;

  test_sealer_give_key (f->sealer, f->a);
  diary = write_diary (f, "Write", SECRET);
  share (f, diary, 1000);
  g_assert_true (reknit_store_undo (f->store, NULL));
  g_assert_true (reknit_record_is_private (diary));
  g_assert_cmpstr (reknit_record_get_text (diary, "body"), ==, SECRET);
  g_assert_false (test_folder_contains (f->folder, SECRET));
  g_assert_false (test_folder_contains (f->folder, "zwielichtgeheimnis"));
  g_assert_true (reknit_store_redo (f->store, NULL));
  g_assert_cmpuint (count_hits (f, "zwielicht"), ==, 1);
}

static void
test_reseal (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (20000, 'x');
  g_autofree char *body = g_strconcat (SECRET, long_text, SECRET, NULL);
  g_autoptr (ReknitRecord) diary = write_diary (f, "Write", body);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = test_folder_file (f->folder);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *backup = g_build_filename (folder, "backups", "reknit.db-20200101-000000-00.backup", NULL);
  g_auto (GStrv) backups = NULL;
  g_autofree char *label = NULL;

  for (int i = 0; i < 200; i++)
    g_object_unref (write_diary (f, NULL, SECRET));
  g_object_set (diary, "place", G_GINT64_CONSTANT (9), NULL);
  test_save (f->store, "Move", diary);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  {
    g_autofree char *backup_folder = g_path_get_dirname (backup);
    g_assert_cmpint (g_mkdir_with_parents (backup_folder, 0700), ==, 0);
  }
  g_assert_true (reknit_store_backup (f->store, backup, &error));
  g_assert_true (test_folder_contains (f->folder, SECRET));

  g_assert_false (reknit_store_reseal (f->store, f->a, NULL, NULL, NULL));
  test_sealer_give_key (f->sealer, f->a);
  g_assert_true (reknit_store_reseal (f->store, f->a, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (test_folder_contains (f->folder, SECRET));
  g_assert_cmpstr (reknit_record_get_text (diary, "body"), ==, body);
  g_object_get (f->store, "undo-label", &label, NULL);
  g_assert_null (label);
  backups = reknit_store_list_backups (path);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  g_assert_cmpuint (count_hits (f, SECRET), ==, 10);
}

static void
test_destroy (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, "Add", SECRET, 1);
  g_autoptr (ReknitRecord) kept = test_note_save (f->store, "Add", "kept", 2);
  g_autoptr (ReknitRecord) remark =
    g_object_new (TEST_TYPE_REMARK, "note", reknit_record_get_id (note), "body", SECRET " remark", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  test_save (f->store, "Remark", remark);
  g_assert_true (test_folder_contains (f->folder, SECRET));
  g_assert_cmpuint (count_hits (f, "zwie"), ==, 1);
  g_assert_true (reknit_store_destroy (f->store, remark, &error));
  g_assert_true (reknit_store_destroy (f->store, note, &error));
  g_assert_no_error (error);
  g_assert_false (test_folder_contains (f->folder, SECRET));
  g_assert_false (test_folder_contains (f->folder, "zwielichtgeheimnis"));
  g_assert_cmpuint (count_hits (f, "zwie"), ==, 0);
  g_object_get (f->store, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Add");
  g_assert_true (reknit_store_undo (f->store, &error));
  g_assert_false (reknit_record_is_stored (kept));
  g_assert_true (reknit_store_undo (f->store, &error));
  g_assert_false (reknit_record_is_stored (note));
}

static void
test_purge_is_made_good (Fixture       *f,
                         gconstpointer  data)
{
  g_autoptr (ReknitRecord) diary = NULL;
  g_autoptr (ReknitStatement) statement = NULL;
  gboolean has_row;

  test_sealer_give_key (f->sealer, f->a);
  diary = write_diary (f, "Write", SECRET);
  share (f, diary, 1000);
  /* A statement that stands on a row keeps the file from being rewritten. */
  statement = reknit_store_prepare (f->store, "SELECT id FROM person");
  g_assert_true (reknit_statement_step (statement, &has_row, NULL));
  share (f, diary, 0);
  g_assert_true (test_folder_contains (f->folder, "zwielichtgeheimnis") || test_folder_contains (f->folder, SECRET));
  g_clear_pointer (&statement, reknit_statement_free);
  g_clear_object (&diary);
  g_clear_object (&f->ada);
  g_clear_object (&f->bea);
  test_store_close (f->store);
  g_assert_false (test_folder_contains (f->folder, SECRET));
  g_assert_false (test_folder_contains (f->folder, "zwielichtgeheimnis"));
  f->store = test_store_open (f->folder, REKNIT_SEALER (f->sealer));
}

static void
test_given_away (Fixture       *f,
                               gconstpointer  data)
{
  g_autoptr (ReknitRecord) diary = NULL;

  test_sealer_give_key (f->sealer, f->a);
  diary = write_diary (f, "Write", SECRET);
  g_object_set (diary, "author", f->b, NULL);
  /* Given to somebody else, it is theirs. */
  test_save (f->store, "Give", diary);
  g_assert_null (reknit_record_get_text (diary, "body"));
  reknit_store_set_reader (f->store, f->b);
  g_assert_cmpstr (reknit_record_get_text (diary, "body"), ==, SECRET);
}

static gboolean
copy_body (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  ReknitRecord **records = data;
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "UPDATE diary SET body = (SELECT body FROM diary WHERE id = :from) WHERE id = :to");

  reknit_statement_bind_integer (statement, ":from", reknit_record_get_id (records[0]));
  reknit_statement_bind_integer (statement, ":to", reknit_record_get_id (records[1]));
  return reknit_statement_step (statement, NULL, error);
}

static void
test_text_in_another_row_does_not_open (Fixture       *f,
                                        gconstpointer  data)
{
  g_autoptr (ReknitRecord) one = NULL;
  g_autoptr (ReknitRecord) other = NULL;

  test_sealer_give_key (f->sealer, f->a);
  one = write_diary (f, "Write", SECRET);
  other = write_diary (f, "Write", "something else");
  g_assert_true (reknit_store_transact (f->store, NULL, copy_body, (ReknitRecord *[]) { one, other }, NULL));
  g_assert_cmpstr (reknit_record_get_text (one, "body"), ==, SECRET);
  g_assert_null (reknit_record_get_text (other, "body"));
  g_assert_false (reknit_record_is_readable (other));
  g_assert_cmpint (reknit_record_get_integer (other, "feeling"), ==, 7);
}

typedef struct
{
  ReknitRecord *diary;
  gboolean      fails;
} Revealing;

static gboolean
reveal (ReknitStore  *store,
        gpointer      data,
        GError      **error)
{
  Revealing *revealing = data;

  if (!reknit_store_share (store, revealing->diary, error))
    return FALSE;
  if (!revealing->fails)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the other one is not ready");
  return FALSE;
}

/* Shared in the name of its owner while somebody else reads: seen when it is committed, and not when it is not. */
static void
test_reveal (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (ReknitRecord) diary = NULL;
  Revealing revealing;
  g_autoptr (GError) error = NULL;

  test_sealer_give_key (f->sealer, f->a);
  diary = write_diary (f, "Write", SECRET);
  reknit_store_set_reader (f->store, 0);
  revealing = (Revealing) { diary, TRUE };
  g_assert_false (reknit_store_transact (f->store, NULL, reveal, &revealing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_null (reknit_record_get_text (diary, "body"));
  g_assert_false (reknit_record_is_readable (diary));
  g_assert_false (test_folder_contains (f->folder, SECRET));
  g_clear_error (&error);

  test_sealer_set_open (f->sealer, f->a, FALSE);
  revealing.fails = FALSE;
  g_assert_false (reknit_store_transact (f->store, NULL, reveal, &revealing, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_LOCKED);
  g_assert_null (reknit_record_get_text (diary, "body"));
  g_clear_error (&error);

  test_sealer_set_open (f->sealer, f->a, TRUE);
  g_assert_true (reknit_store_transact (f->store, NULL, reveal, &revealing, &error));
  g_assert_cmpstr (reknit_record_get_text (diary, "body"), ==, SECRET);
  g_assert_true (reknit_record_is_readable (diary));
  g_assert_cmpuint (count_hits (f, SECRET), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/privacy/sealed-in-every-file", test_sealed_in_every_file);
  ADD ("/privacy/other-reader/without-key", test_other_reader_sees_nothing);
  g_test_add ("/privacy/other-reader/with-key", Fixture, "key", set_up, test_other_reader_sees_nothing, tear_down);
  ADD ("/privacy/list-follows-reader", test_list_follows_reader_at_once);
  ADD ("/privacy/closed-key", test_closed_key);
  ADD ("/privacy/locked-new-row", test_locked_new_row);
  ADD ("/privacy/share-and-take-back", test_share_and_take_back);
  ADD ("/privacy/undo-of-sharing", test_undo_of_sharing_leaves_nothing);
  ADD ("/privacy/reseal", test_reseal);
  ADD ("/privacy/destroy", test_destroy);
  ADD ("/privacy/purge-is-made-good", test_purge_is_made_good);
  ADD ("/privacy/reveal", test_reveal);
  ADD ("/privacy/moved", test_text_in_another_row_does_not_open);
  ADD ("/privacy/given-away", test_given_away);
  return g_test_run ();
}
