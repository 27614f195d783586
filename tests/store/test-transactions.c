#include "store-util.h"

typedef struct
{
  char            *folder;
  ReknitStore     *store;
  guint            n_changed;
  ReknitChangeSet *changes;
} Fixture;

static void
on_changed (ReknitStore     *store,
            ReknitChangeSet *changes,
            Fixture         *f)
{
  f->n_changed++;
  g_clear_pointer (&f->changes, reknit_change_set_unref);
  f->changes = reknit_change_set_ref (changes);
}

static gboolean
fail (ReknitStore  *store,
      gpointer      data,
      GError      **error)
{
  g_set_error_literal (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_FULL, "There is no room.");
  return FALSE;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = test_folder_new ();
  f->store = test_store_open (f->folder, NULL);
  g_signal_connect (f->store, "changed", G_CALLBACK (on_changed), f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  test_store_close (f->store);
  g_clear_pointer (&f->changes, reknit_change_set_unref);
  test_folder_remove (f->folder);
  g_free (f->folder);
}

static guint
count_notes (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (TEST_TYPE_NOTE, NULL, NULL);

  return reknit_store_count (store, query);
}

static gboolean
put_array (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  ReknitRecord **records = data;

  for (; *records != NULL; records++)
    if (!reknit_store_put (store, *records, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_and_fail (ReknitStore  *store,
              gpointer      data,
              GError      **error)
{
  if (!put_array (store, data, error))
    return FALSE;
  g_assert_cmpint (reknit_record_get_id (((ReknitRecord **) data)[0]), !=, 0);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "changed my mind");
  return FALSE;
}

static void
test_changed_once (Fixture       *f,
                   gconstpointer  data)
{
  g_autoptr (ReknitRecord) one = g_object_new (TEST_TYPE_NOTE, NULL);
  g_autoptr (ReknitRecord) two = g_object_new (TEST_TYPE_PERSON, "name", "Ada", NULL);
  ReknitRecord *records[] = { one, two, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (reknit_store_transact (f->store, "Add", put_array, records, &error));
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_true (reknit_change_set_has_table (f->changes, "note"));
  g_assert_true (reknit_change_set_has_row (f->changes, "person", reknit_record_get_id (two)));
  g_assert_false (reknit_change_set_has_row (f->changes, "note", reknit_record_get_id (two)));
  g_assert_false (reknit_change_set_has_table (f->changes, "diary"));
  g_assert_false (reknit_change_set_has_table (f->changes, "store_search_row"));
  g_assert_false (reknit_change_set_is_everything (f->changes));
  test_save (f->store, "Nothing", one);
  g_assert_cmpuint (f->n_changed, ==, 1);
}

static void
test_rollback_tells_nothing (Fixture       *f,
                             gconstpointer  data)
{
  g_autoptr (ReknitRecord) fresh = g_object_new (TEST_TYPE_NOTE, "title", "fresh", NULL);
  g_autoptr (ReknitRecord) old = test_note_save (f->store, NULL, "old", 1);
  ReknitRecord *records[] = { fresh, old, NULL };
  g_autoptr (TestNotices) fresh_notices = NULL;
  g_autoptr (TestNotices) old_notices = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (old, "title", "typed", NULL);
  fresh_notices = test_notices_new (fresh);
  old_notices = test_notices_new (old);
  f->n_changed = 0;
  g_assert_false (reknit_store_transact (f->store, "Fail", put_and_fail, records, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (f->n_changed, ==, 0);
  g_assert_cmpuint (test_notices_total (fresh_notices), ==, 0);
  g_assert_cmpuint (test_notices_total (old_notices), ==, 0);
  g_assert_cmpint (reknit_record_get_id (fresh), ==, 0);
  g_assert_false (reknit_record_is_stored (fresh));
  g_assert_true (reknit_record_is_dirty (old));
  g_assert_cmpstr (reknit_record_get_text (old, "title"), ==, "typed");
  g_assert_cmpuint (count_notes (f->store), ==, 1);
  test_save (f->store, "Again", old);
  test_save (f->store, "Again", fresh);
  g_assert_cmpuint (count_notes (f->store), ==, 2);
}

static gboolean
outer (ReknitStore  *store,
       gpointer      data,
       GError      **error)
{
  ReknitRecord **records = data;
  ReknitRecord *inner[] = { records[1], NULL };

  g_assert_true (reknit_store_put (store, records[0], NULL));
  g_assert_false (reknit_store_transact (store, "Inner", put_and_fail, inner, NULL));
  return TRUE;
}

static void
test_nested (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (ReknitRecord) one = g_object_new (TEST_TYPE_NOTE, NULL);
  g_autoptr (ReknitRecord) two = g_object_new (TEST_TYPE_NOTE, NULL);
  ReknitRecord *records[] = { one, two, NULL };
  g_autofree char *label = NULL;

  g_assert_true (reknit_store_transact (f->store, "Outer", outer, records, NULL));
  g_assert_cmpuint (count_notes (f->store), ==, 1);
  g_assert_true (reknit_record_is_stored (one));
  g_assert_false (reknit_record_is_stored (two));
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_object_get (f->store, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Outer");
}

static gboolean
retitle (ReknitStore  *store,
         gpointer      data,
         GError      **error)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, "UPDATE note SET title = :title RETURNING id");
  gboolean has_row = TRUE;

  reknit_statement_bind_text (statement, ":title", data);
  while (has_row)
    if (!reknit_statement_step (statement, &has_row, error))
      return FALSE;
  return TRUE;
}

static void
test_live_records_hear_of_statements (Fixture       *f,
                                      gconstpointer  data)
{
  g_autoptr (ReknitRecord) one = test_note_save (f->store, NULL, "one", 1);
  g_autoptr (ReknitRecord) two = test_note_save (f->store, NULL, "two", 2);
  g_autoptr (TestNotices) notices = test_notices_new (one);

  g_object_set (two, "title", "typed", NULL);
  g_assert_true (reknit_store_transact (f->store, NULL, retitle, (gpointer) "told", NULL));
  g_assert_cmpstr (reknit_record_get_text (one, "title"), ==, "told");
  g_assert_cmpuint (test_notices_count (notices, "title"), ==, 1);
  g_assert_cmpuint (test_notices_total (notices), ==, 1);
  /* What was typed stays. */
  g_assert_cmpstr (reknit_record_get_text (two, "title"), ==, "typed");
  reknit_record_revert (two);
  g_assert_cmpstr (reknit_record_get_text (two, "title"), ==, "told");
}

static void
test_cascade (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (ReknitRecord) parent = test_note_save (f->store, NULL, "parent", 1);
  g_autoptr (ReknitRecord) child = g_object_new (TEST_TYPE_NOTE, "parent", reknit_record_get_id (parent), NULL);
  g_autoptr (ReknitRecord) remark =
    g_object_new (TEST_TYPE_REMARK, "note", reknit_record_get_id (parent), "body", "hm", NULL);
  g_autoptr (GError) error = NULL;

  test_save (f->store, NULL, child);
  test_save (f->store, NULL, remark);
  g_assert_true (reknit_store_delete (f->store, "Delete", parent, &error));
  g_assert_false (reknit_record_is_stored (child));
  g_assert_cmpint (reknit_record_get_integer (remark, "note"), ==, 0);
  g_assert_null (reknit_store_find (f->store, TEST_TYPE_NOTE, reknit_record_get_id (child)));
  g_assert_true (reknit_change_set_has_row (f->changes, "note", reknit_record_get_id (child)));
  g_assert_true (reknit_change_set_has_row (f->changes, "remark", reknit_record_get_id (remark)));
}

static void
test_constraints (Fixture       *f,
                  gconstpointer  data)
{
  g_autoptr (ReknitRecord) ada = test_person_save (f->store, "Ada");
  g_autoptr (ReknitRecord) same = g_object_new (TEST_TYPE_PERSON, "name", "Ada", NULL);
  g_autoptr (ReknitRecord) nobody = g_object_new (TEST_TYPE_PERSON, NULL);
  g_autoptr (ReknitRecord) orphan = g_object_new (TEST_TYPE_NOTE, "parent", G_GINT64_CONSTANT (4711), NULL);
  ReknitRecord *wrong[] = { same, nobody, orphan };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (reknit_store_save (f->store, "Save", wrong[i], &error));
      g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_CONSTRAINT);
      g_assert_true (reknit_record_is_dirty (wrong[i]) || wrong[i] == nobody);
    }
  g_object_set (same, "name", "Bea", NULL);
  test_save (f->store, "Save", same);
}

static gboolean
stop_running (gpointer data)
{
  *(gboolean *) data = FALSE;
  return G_SOURCE_REMOVE;
}

static void
on_save_failed (ReknitStore *store,
                const char  *label,
                GError      *error,
                char       **told)
{
  g_free (*told);
  *told = g_strdup (label);
}

/* What nobody asks for is told by the signal; what is asked for is told by whoever asks. */
static void
test_tells_of_what_nobody_asked (Fixture       *f,
                                 gconstpointer  data)
{
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (f->store, "save-failed", G_CALLBACK (on_save_failed), &told);
  g_assert_false (reknit_store_transact (f->store, "Asked", fail, NULL, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_FULL);
  g_assert_null (told);
  g_assert_false (reknit_store_transact (f->store, "Not Asked", fail, NULL, NULL));
  g_assert_cmpstr (told, ==, "Not Asked");
  g_signal_handlers_disconnect_by_func (f->store, on_save_failed, &told);
}

static gboolean
save_in_other (ReknitStore  *other,
               gpointer      data,
               GError      **error)
{
  Fixture *f = data;
  g_autoptr (ReknitRecord) note = g_object_new (TEST_TYPE_NOTE, "title", "waits", NULL);
  g_autoptr (GError) busy = NULL;
  g_autofree char *told = NULL;
  guint n_unsaved;

  g_signal_connect (f->store, "save-failed", G_CALLBACK (on_save_failed), &told);
  g_assert_false (reknit_store_save (f->store, "Save Note", note, &busy));
  g_signal_handlers_disconnect_by_func (f->store, on_save_failed, &told);
  g_assert_error (busy, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_BUSY);
  g_assert_cmpstr (told, ==, "Save Note");
  g_assert_true (reknit_record_is_dirty (note));
  g_object_get (f->store, "n-unsaved", &n_unsaved, NULL);
  g_assert_cmpuint (n_unsaved, ==, 1);
  return TRUE;
}

static ReknitStore *
open_other (Fixture *f)
{
  return test_store_open (f->folder, NULL);
}

static guint
get_n_unsaved (ReknitStore *store)
{
  guint n;

  g_object_get (store, "n-unsaved", &n, NULL);
  return n;
}

static void
test_busy_is_saved_after_the_next_commit (Fixture       *f,
                                          gconstpointer  data)
{
  ReknitStore *other = open_other (f);
  g_autoptr (TestNotices) notices = test_notices_new (f->store);
  g_autoptr (ReknitRecord) note = NULL;

  g_assert_true (reknit_store_transact (other, NULL, save_in_other, f, NULL));
  g_assert_cmpuint (count_notes (f->store), ==, 0);
  note = test_note_save (f->store, NULL, "goes", 1);
  test_run_idle ();
  g_assert_cmpuint (count_notes (f->store), ==, 2);
  g_assert_cmpuint (get_n_unsaved (f->store), ==, 0);
  g_assert_cmpuint (test_notices_count (notices, "n-unsaved"), ==, 2);
  test_store_close (other);
}

static void
test_busy_is_saved_by_itself (Fixture       *f,
                              gconstpointer  data)
{
  ReknitStore *other = open_other (f);
  gboolean running = TRUE;

  g_assert_true (reknit_store_transact (other, NULL, save_in_other, f, NULL));
  g_timeout_add (6500, stop_running, &running);
  while (running)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_notes (f->store), ==, 1);
  g_assert_cmpuint (get_n_unsaved (f->store), ==, 0);
  test_store_close (other);
}

static void
test_closing_saves (Fixture       *f,
                    gconstpointer  data)
{
  ReknitStore *other = open_other (f);
  g_autoptr (GError) error = NULL;

  g_assert_true (reknit_store_transact (other, NULL, save_in_other, f, NULL));
  g_assert_true (reknit_store_close (f->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_notes (other), ==, 1);
  test_store_close (other);
}

static void
test_others_are_noticed (Fixture       *f,
                         gconstpointer  data)
{
  ReknitStore *other = open_other (f);
  g_autoptr (ReknitRecord) note = test_note_save (f->store, NULL, "one", 1);
  g_autoptr (ReknitRecord) same = reknit_store_find (other, TEST_TYPE_NOTE, reknit_record_get_id (note));
  g_autoptr (ReknitRecord) more = NULL;

  g_object_set (same, "title", "two", NULL);
  test_save (other, NULL, same);
  f->n_changed = 0;
  more = test_note_save (f->store, NULL, "more", 2);
  g_assert_cmpstr (reknit_record_get_text (note, "title"), ==, "two");
  g_assert_cmpuint (f->n_changed, ==, 2);
  g_assert_true (reknit_change_set_is_everything (f->changes));
  g_object_set (more, "title", "most", NULL);
  test_save (f->store, NULL, more);
  g_assert_cmpuint (f->n_changed, ==, 3);
  g_clear_object (&same);
  test_store_close (other);
}

static void
test_retry (Fixture       *f,
            gconstpointer  data)
{
  ReknitStore *other = open_other (f);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_true (reknit_store_transact (other, NULL, save_in_other, f, NULL));
  g_assert_true (reknit_store_retry (f->store, &error));
  g_assert_no_error (error);
  g_object_get (f->store, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Save Note");
  test_store_close (other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/transactions/changed-once", test_changed_once);
  ADD ("/transactions/rollback-tells-nothing", test_rollback_tells_nothing);
  ADD ("/transactions/nested", test_nested);
  ADD ("/transactions/live-records-hear-of-statements", test_live_records_hear_of_statements);
  ADD ("/transactions/cascade", test_cascade);
  ADD ("/transactions/constraints", test_constraints);
  ADD ("/transactions/others-are-noticed", test_others_are_noticed);
  ADD ("/unsaved/after-the-next-commit", test_busy_is_saved_after_the_next_commit);
  ADD ("/unsaved/by-itself", test_busy_is_saved_by_itself);
  ADD ("/unsaved/retry", test_retry);
  ADD ("/unsaved/closing-saves", test_closing_saves);
  ADD ("/transactions/tells-of-what-nobody-asked", test_tells_of_what_nobody_asked);
  return g_test_run ();
}
