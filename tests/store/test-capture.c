#include "store-util.h"

/* That a step holds all that its transaction changed, to the bit, and nothing that was taken back within it. */

typedef struct
{
  char         *folder;
  ReknitStore  *store;
  ReknitRecord *note;
  ReknitRecord *remark;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = test_folder_new ();
  f->store = test_store_open (f->folder, NULL);
  f->note = test_note_save (f->store, NULL, "one", 1);
  f->remark = g_object_new (TEST_TYPE_REMARK, "note", reknit_record_get_id (f->note), "body", "hm", NULL);
  test_save (f->store, NULL, f->remark);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_object_unref (f->note);
  g_object_unref (f->remark);
  test_store_close (f->store);
  test_folder_remove (f->folder);
  g_free (f->folder);
}

/* All of it, with its types. */
static char *
dump (Fixture *f)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (f->store,
    "SELECT id || quote (created) || quote (modified) || quote (title) || quote (position) || quote (weight) || quote (done) "
    "|| quote (due_date) || quote (parent) || quote (mood) || quote (picture) FROM note UNION ALL "
    "SELECT id || quote (created) || quote (modified) || quote (note) || quote (body) FROM remark ORDER BY 1");
  GString *text = g_string_new (NULL);
  gboolean has_row;

  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    g_string_append_printf (text, "%s\n", reknit_statement_get_text (statement, 0));
  return g_string_free (text, FALSE);
}

/* Runs @func as one step, then back and forth. */
static void
check (Fixture         *f,
       ReknitStoreFunc  func)
{
  g_autofree char *before = dump (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  reknit_store_transact (f->store, "Step", func, f, &error);
  g_assert_no_error (error);
  after = dump (f);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *now = NULL;

      (i % 2 == 0 ? reknit_store_undo : reknit_store_redo) (f->store, &error);
      g_assert_no_error (error);
      now = dump (f);
      g_assert_cmpstr (now, ==, i % 2 == 0 ? before : after);
    }
}

static void
assert_no_step (Fixture *f)
{
  g_autofree char *label = NULL;

  g_object_get (f->store, "undo-label", &label, NULL);
  g_assert_null (label);
}

static gboolean
set_all (ReknitStore  *store,
         gpointer      data,
         GError      **error)
{
  Fixture *f = data;
  g_autofree char *text = g_strnfill (20000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\x01\xff\0", 4);

  g_object_set (f->note, "title", text, "position", G_MININT64, "weight", -0.1, "done", TRUE, "due-date", G_MAXINT64,
                "parent", reknit_record_get_id (f->note), "mood", TEST_MOOD_GLAD, "picture", bytes, NULL);
  return reknit_store_put (store, f->note, error);
}

static gboolean
empty_all (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  Fixture *f = data;

  g_object_set (f->note, "title", "", "weight", 0.0, "due-date", G_GINT64_CONSTANT (0), "picture", NULL, NULL);
  g_object_set (f->remark, "body", "", "note", G_GINT64_CONSTANT (0), NULL);
  return reknit_store_put (store, f->note, error) && reknit_store_put (store, f->remark, error);
}

static gboolean
remove_note (ReknitStore  *store,
             gpointer      data,
             GError      **error)
{
  return reknit_store_remove (store, ((Fixture *) data)->note, error);
}

static void
test_every_value (Fixture       *f,
                  gconstpointer  data)
{
  check (f, set_all);
  check (f, empty_all);
  check (f, set_all);
  check (f, remove_note);
}

/* Rows of both tables by turns, one of them time and again. */
static gboolean
do_much (ReknitStore  *store,
         gpointer      data,
         GError      **error)
{
  Fixture *f = data;
  g_autoptr (ReknitRecord) gone = g_object_new (TEST_TYPE_REMARK, "body", "gone", NULL);
  gboolean done = reknit_store_put (store, gone, error);

  for (gint64 i = 0; i < 3 && done; i++)
    {
      g_autoptr (ReknitRecord) fresh = g_object_new (TEST_TYPE_NOTE, "position", i, NULL);

      g_object_set (f->note, "position", 10 + i, NULL);
      g_object_set (f->remark, "body", i == 1 ? "ha" : "hm", NULL);
      done = reknit_store_put (store, fresh, error) && reknit_store_put (store, f->note, error) &&
             reknit_store_put (store, f->remark, error);
      g_object_set (fresh, "title", "later", NULL);
      done = done && reknit_store_put (store, fresh, error);
    }
  return done && reknit_store_remove (store, gone, error) && reknit_store_remove (store, f->note, error);
}

static void
test_rows_that_change_again (Fixture       *f,
                             gconstpointer  data)
{
  check (f, do_much);
}

static gboolean
do_nothing (ReknitStore  *store,
            gpointer      data,
            GError      **error)
{
  g_autoptr (ReknitRecord) gone = g_object_new (TEST_TYPE_NOTE, NULL);

  return reknit_store_put (store, gone, error) && reknit_store_remove (store, gone, error);
}

static void
test_nothing_after_all (Fixture       *f,
                        gconstpointer  data)
{
  g_assert_true (reknit_store_transact (f->store, "Step", do_nothing, f, NULL));
  assert_no_step (f);
}

static gboolean
give_up (ReknitStore  *store,
         gpointer      data,
         GError      **error)
{
  g_assert_true (do_much (store, data, NULL));
  g_set_error_literal (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_BUSY, "Given up");
  return FALSE;
}

/* A part that was given up, between two that were not. */
static gboolean
do_some (ReknitStore  *store,
         gpointer      data,
         GError      **error)
{
  Fixture *f = data;

  g_object_set (f->note, "title", "before", NULL);
  g_assert_true (reknit_store_put (store, f->note, NULL));
  g_assert_false (reknit_store_transact (store, NULL, give_up, f, NULL));
  reknit_record_revert (f->note);
  reknit_record_revert (f->remark);
  g_object_set (f->note, "weight", 2.0, NULL);
  return reknit_store_put (store, f->note, error);
}

static void
test_part_that_was_given_up (Fixture       *f,
                             gconstpointer  data)
{
  check (f, do_some);
  g_assert_cmpstr (reknit_record_get_text (f->note, "title"), ==, "before");
}

/* SQLite notices only after the row has changed that its reference leads nowhere. */
static gboolean
refer_to_nothing (ReknitStore  *store,
                  gpointer      data,
                  GError      **error)
{
  Fixture *f = data;
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, "UPDATE remark SET note = 99 WHERE id = :id");
  g_autoptr (ReknitRecord) orphan = g_object_new (TEST_TYPE_REMARK, "body", "hm", "note", G_GINT64_CONSTANT (99), NULL);

  reknit_statement_bind_integer (statement, "id", reknit_record_get_id (f->remark));
  g_assert_false (reknit_statement_step (statement, NULL, NULL));
  g_assert_false (reknit_store_put (store, orphan, NULL));
  return TRUE;
}

static void
test_statement_that_failed (Fixture       *f,
                            gconstpointer  data)
{
  g_assert_true (reknit_store_transact (f->store, "Step", refer_to_nothing, f, NULL));
  assert_no_step (f);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/capture/every-value", test_every_value);
  ADD ("/capture/rows-that-change-again", test_rows_that_change_again);
  ADD ("/capture/nothing-after-all", test_nothing_after_all);
  ADD ("/capture/part-that-was-given-up", test_part_that_was_given_up);
  ADD ("/capture/statement-that-failed", test_statement_that_failed);
  return g_test_run ();
}
