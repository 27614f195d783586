#include "store-util.h"

typedef struct
{
  char        *folder;
  TestSealer  *sealer;
  ReknitStore *store;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = test_folder_new ();
  f->sealer = test_sealer_new ();
  f->store = test_store_open (f->folder, REKNIT_SEALER (f->sealer));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  test_store_close (f->store);
  g_object_unref (f->sealer);
  test_folder_remove (f->folder);
  g_free (f->folder);
}

static ReknitRecord *
remark (Fixture    *f,
        const char *body)
{
  ReknitRecord *record = g_object_new (TEST_TYPE_REMARK, "body", body, NULL);

  test_save (f->store, "Remark", record);
  return record;
}

static guint
count_hits (Fixture    *f,
            const char *words)
{
  g_autoptr (GPtrArray) hits = reknit_store_search (f->store, words, 100);

  return hits->len;
}

static void
test_words (Fixture       *f,
            gconstpointer  data)
{
  static const struct { const char *words; guint hits; } cases[] = {
    { "crème", 1 }, { "CREME", 1 }, { "cre bru", 1 }, { "bru cre", 1 }, { "rème", 0 }, { "cre nothing", 0 },
    { "", 0 }, { "   ", 0 }, { "!!!", 0 }, { "\"", 0 }, { "cre* OR", 0 }, { "cre*", 1 }, { "(crème", 1 },
    { "body:cre", 0 }, { "NEAR(", 0 }, { "cre -bru", 1 }, { "it's", 1 }, { "'; DROP TABLE remark; --", 0 },
    { "2026", 1 }, { "Übermüt", 1 }, { "ubermut", 1 }, { "東京", 1 }, { "\xff\xfe", 0 },
  };
  g_autoptr (ReknitRecord) one = remark (f, "Crème brûlée, it’s 2026");
  g_autoptr (ReknitRecord) two = remark (f, "Übermut in 東京都");
  g_autoptr (ReknitRecord) three = remark (f, "it's");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint hits = count_hits (f, cases[i].words);

      if (g_str_has_prefix (cases[i].words, "it's"))
        g_assert_cmpuint (hits, ==, 2);
      else if (g_str_equal (cases[i].words, "Übermüt"))
        g_assert_cmpuint (hits, ==, 1);
      else
        g_assert_cmpuint (hits, ==, cases[i].hits);
    }
}

static void
test_follows_changes (Fixture       *f,
                      gconstpointer  data)
{
  g_autoptr (ReknitRecord) record = remark (f, "lantern");
  g_autoptr (GError) error = NULL;

  g_object_set (record, "body", "harbour", NULL);
  test_save (f->store, "Edit", record);
  g_assert_cmpuint (count_hits (f, "lantern"), ==, 0);
  g_assert_cmpuint (count_hits (f, "harb"), ==, 1);
  g_assert_true (reknit_store_undo (f->store, &error));
  g_assert_cmpuint (count_hits (f, "lantern"), ==, 1);
  g_assert_cmpuint (count_hits (f, "harb"), ==, 0);
  g_assert_true (reknit_store_delete (f->store, "Delete", record, &error));
  g_assert_cmpuint (count_hits (f, "lantern"), ==, 0);
  g_assert_true (reknit_store_undo (f->store, &error));
  g_assert_cmpuint (count_hits (f, "lantern"), ==, 1);
}

static void
test_hits (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *before = g_strnfill (300, 'a');
  g_autofree char *after = g_strnfill (300, 'z');
  g_autofree char *body = g_strconcat (before, " the word lighthouse\nstands here ", after, NULL);
  g_autoptr (ReknitRecord) old = remark (f, "lighthouse");
  g_autoptr (ReknitRecord) new = remark (f, body);
  g_autoptr (GPtrArray) hits = reknit_store_search (f->store, "light", 100);
  g_autoptr (GPtrArray) one = reknit_store_search (f->store, "light", 1);
  ReknitSearchHit *hit = g_ptr_array_index (hits, 0);

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (hit->record_type == TEST_TYPE_REMARK);
  g_assert_cmpint (hit->id, ==, reknit_record_get_id (new));
  g_assert_nonnull (g_strstr_len (hit->excerpt, -1, "the word lighthouse · stands here"));
  g_assert_true (g_str_has_prefix (hit->excerpt, "…"));
  g_assert_true (g_str_has_suffix (hit->excerpt, "…"));
  g_assert_cmpint (g_utf8_strlen (hit->excerpt, -1), <=, 84);
  hit = g_ptr_array_index (hits, 1);
  g_assert_cmpstr (hit->excerpt, ==, "lighthouse");
}

static void
test_own_and_shared_together (Fixture       *f,
                              gconstpointer  data)
{
  g_autoptr (ReknitRecord) ada = test_person_save (f->store, "Ada");
  gint64 a = reknit_record_get_id (ada);
  g_autoptr (ReknitRecord) common = remark (f, "a quiet évening");
  g_autoptr (ReknitRecord) diary = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  test_sealer_give_key (f->sealer, a);
  reknit_store_set_reader (f->store, a);
  diary = g_object_new (TEST_TYPE_DIARY, "author", a, "body", "an Évening of my own", NULL);
  test_save (f->store, "Write", diary);
  hits = reknit_store_search (f->store, "even", 10);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_true (((ReknitSearchHit *) g_ptr_array_index (hits, 0))->record_type == TEST_TYPE_DIARY);
  g_assert_cmpuint (count_hits (f, "even own"), ==, 1);
  reknit_store_set_reader (f->store, 0);
  g_assert_cmpuint (count_hits (f, "even"), ==, 1);
}

typedef struct
{
  GPtrArray *hits;
  GError    *error;
  gboolean   done;
} Found;

static void
found_clear (Found *self)
{
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_error (&self->error);
  self->done = FALSE;
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Found *found = user_data;

  found->hits = reknit_store_read_finish (REKNIT_STORE (source), result, &found->error);
  found->done = TRUE;
}

static void
wait (Found *found)
{
  while (!found->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_aside (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (ReknitRecord) ada = test_person_save (f->store, "Ada");
  gint64 a = reknit_record_get_id (ada);
  g_autoptr (ReknitRecord) common = remark (f, "a quiet evening");
  g_autoptr (ReknitRecord) diary = g_object_new (TEST_TYPE_DIARY, "author", a, "body", "an evening of my own", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Found found = { 0 };

  test_sealer_give_key (f->sealer, a);
  reknit_store_set_reader (f->store, a);
  test_save (f->store, "Write", diary);
  reknit_store_search_async (f->store, "even", 10, NULL, on_found, &found);
  wait (&found);
  g_assert_no_error (found.error);
  g_assert_cmpuint (found.hits->len, ==, 2);
  found_clear (&found);

  /* From another seat, or behind a lock, what was found is nobody’s. */
  reknit_store_search_async (f->store, "even", 10, NULL, on_found, &found);
  reknit_store_set_reader (f->store, 0);
  reknit_store_set_reader (f->store, a);
  wait (&found);
  g_assert_error (found.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (found.hits);
  found_clear (&found);
  reknit_store_search_async (f->store, "even", 10, NULL, on_found, &found);
  reknit_store_keys_changed (f->store);
  wait (&found);
  g_assert_error (found.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  found_clear (&found);

  reknit_store_search_async (f->store, "even", 10, cancellable, on_found, &found);
  g_cancellable_cancel (cancellable);
  wait (&found);
  g_assert_error (found.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  found_clear (&found);
}

static gboolean
insert (ReknitStore  *store,
        gpointer      user_data,
        GError      **error)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "INSERT INTO remark (id, created, modified, body) VALUES (1, 1, 1, 'x')");
  gboolean has_row;

  return reknit_statement_step (statement, &has_row, error);
}

static gpointer
try_to_write (ReknitStore *store,
              gpointer     main_thread)
{
  GError *error = NULL;

  g_assert_true (g_thread_self () != main_thread);
  g_assert_false (reknit_store_transact (store, NULL, insert, NULL, &error));
  return error;
}

static void
on_tried (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GError **error = user_data;

  *error = reknit_store_read_finish (REKNIT_STORE (source), result, NULL);
}

static void
test_reader_never_writes (Fixture       *f,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  reknit_store_read_async (f->store, try_to_write, g_thread_self (), NULL, (GDestroyNotify) g_error_free, NULL, on_tried,
                           &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_READ_ONLY);
}

static gpointer
read_for_ever (ReknitStore *store,
               gpointer     begun)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max (i) FROM n");
  gboolean has_row;

  g_atomic_int_set ((int *) begun, 1);
  g_assert_false (reknit_statement_step (statement, &has_row, NULL));
  return NULL;
}

static void
test_reader_ends_early (Fixture       *f,
                        gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Found found = { 0 };
  int begun = 0;

  reknit_store_read_async (f->store, read_for_ever, &begun, NULL, NULL, cancellable, on_found, &found);
  while (!g_atomic_int_get (&begun))
    g_thread_yield ();
  g_cancellable_cancel (cancellable);
  wait (&found);
  g_assert_error (found.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  found_clear (&found);
}

static void
test_migrated_rows_are_found (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = test_folder_file (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (ReknitRecord) record = g_object_new (TEST_TYPE_REMARK, "body", "lighthouse", NULL);
  ReknitStore *store = test_store_open (folder, NULL);

  test_save (store, NULL, record);
  g_clear_object (&record);
  test_store_close (store);
  store = reknit_store_open_full (path, NULL, TEST_MIGRATIONS_TWO, &error);
  g_assert_no_error (error);
  hits = reknit_store_search (store, "light", 10);
  g_assert_cmpuint (hits->len, ==, 1);
  test_store_close (store);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  reknit_store_register_type (TEST_TYPE_REMARK);
  reknit_store_register_type (TEST_TYPE_DIARY);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/search/words", test_words);
  ADD ("/search/follows-changes", test_follows_changes);
  ADD ("/search/hits", test_hits);
  ADD ("/search/own-and-shared", test_own_and_shared_together);
  ADD ("/search/aside", test_aside);
  ADD ("/reader/never-writes", test_reader_never_writes);
  ADD ("/reader/ends-early", test_reader_ends_early);
  g_test_add_func ("/search/migrated", test_migrated_rows_are_found);
  return g_test_run ();
}
