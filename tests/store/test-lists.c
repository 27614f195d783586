#include "store-util.h"

typedef struct
{
  char            *folder;
  ReknitStore     *store;
  ReknitQueryList *list;
  GString         *changes;   /* "position:removed:added " of each items-changed */
  ReknitRecord    *notes[5];
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *f)
{
  g_string_append_printf (f->changes, "%u:%u:%u ", position, removed, added);
}

/* Notes at the positions 10, 20, 30, 40, 50. */
static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (TEST_TYPE_NOTE, "NOT done", "position");

  f->folder = test_folder_new ();
  f->store = test_store_open (f->folder, NULL);
  for (int i = 0; i < 5; i++)
    f->notes[i] = test_note_save (f->store, NULL, NULL, 10 * (i + 1));
  f->list = reknit_query_list_new (f->store, query);
  f->changes = g_string_new (NULL);
  g_signal_connect (f->list, "items-changed", G_CALLBACK (on_items_changed), f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  for (int i = 0; i < 5; i++)
    g_clear_object (&f->notes[i]);
  g_assert_finalize_object (f->list);
  g_string_free (f->changes, TRUE);
  test_store_close (f->store);
  test_folder_remove (f->folder);
  g_free (f->folder);
}

static void
assert_changes (Fixture    *f,
                const char *expected)
{
  GListModel *model = G_LIST_MODEL (f->list);
  gint64 last = G_MININT64;

  test_run_idle ();
  g_assert_cmpstr (f->changes->str, ==, expected);
  g_string_truncate (f->changes, 0);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ReknitRecord) item = g_list_model_get_item (model, i);

      g_assert_cmpint (reknit_record_get_integer (item, "position"), >=, last);
      last = reknit_record_get_integer (item, "position");
    }
}

static void
add (Fixture *f,
     int      position)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, "Add", NULL, position);

  g_assert_cmpstr (f->changes->str, ==, "");
}

static void
move (Fixture *f,
      int      note,
      gint64   position)
{
  g_object_set (f->notes[note], "position", position, NULL);
  test_save (f->store, "Move", f->notes[note]);
}

static void
test_insert (Fixture       *f,
             gconstpointer  data)
{
  add (f, 5);
  assert_changes (f, "0:0:1 ");
  add (f, 25);
  assert_changes (f, "3:0:1 ");
  add (f, 99);
  assert_changes (f, "7:0:1 ");
}

static void
test_remove (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (reknit_store_delete (f->store, "Delete", f->notes[2], &error));
  assert_changes (f, "2:1:0 ");
  g_object_set (f->notes[0], "done", TRUE, NULL);
  test_save (f->store, "Finish", f->notes[0]);
  assert_changes (f, "0:1:0 ");
  g_assert_true (reknit_store_undo (f->store, &error));
  assert_changes (f, "0:0:1 ");
  g_assert_true (reknit_store_undo (f->store, &error));
  assert_changes (f, "2:0:1 ");
}

static void
test_move (Fixture       *f,
           gconstpointer  data)
{
  move (f, 1, 45);
  assert_changes (f, "1:3:3 ");
  move (f, 4, 1);
  assert_changes (f, "0:5:5 ");
}

static void
test_unrelated (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr (ReknitRecord) person = test_person_save (f->store, "Ada");

  assert_changes (f, "");
  g_object_set (f->notes[1], "title", "other words", NULL);
  test_save (f->store, "Edit", f->notes[1]);
  assert_changes (f, "");
  move (f, 1, 21);
  assert_changes (f, "");
}

static gboolean
change_much (ReknitStore  *store,
             gpointer      data,
             GError      **error)
{
  Fixture *f = data;

  g_object_set (f->notes[1], "position", G_GINT64_CONSTANT (45), NULL);
  g_object_set (f->notes[2], "done", TRUE, NULL);
  return reknit_store_put (store, f->notes[1], error) && reknit_store_put (store, f->notes[2], error);
}

static void
test_one_change_per_commit (Fixture       *f,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (reknit_store_transact (f->store, "Much", change_much, f, &error));
  assert_changes (f, "1:3:2 ");
}

static void
test_depends (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (TEST_TYPE_NOTE, "id IN (SELECT note FROM remark)", "position");
  g_autoptr (ReknitRecord) remark =
    g_object_new (TEST_TYPE_REMARK, "note", reknit_record_get_id (f->notes[3]), "body", "here", NULL);

  reknit_query_depend (query, "remark");
  reknit_query_list_set_query (f->list, query);
  assert_changes (f, "0:5:0 ");
  test_save (f->store, "Remark", remark);
  assert_changes (f, "0:0:1 ");
}

static void
test_empty (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (TestNotices) notices = test_notices_new (f->list);
  g_autoptr (GError) error = NULL;
  gboolean empty;

  for (int i = 0; i < 5; i++)
    g_assert_true (reknit_store_delete (f->store, "Delete", f->notes[i], &error));
  assert_changes (f, "0:5:0 ");
  g_object_get (f->list, "empty", &empty, NULL);
  g_assert_true (empty);
  g_assert_cmpuint (test_notices_count (notices, "empty"), ==, 1);
  g_assert_cmpuint (test_notices_count (notices, "n-items"), ==, 1);
  add (f, 1);
  add (f, 2);
  test_run_idle ();
  g_assert_cmpuint (test_notices_count (notices, "empty"), ==, 2);
}

static void
test_gone_before_idle (Fixture       *f,
                       gconstpointer  data)
{
  g_autoptr (ReknitRecord) item = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = reknit_record_get_id (f->notes[4]);

  g_assert_true (reknit_store_delete (f->store, "Delete", f->notes[4], &error));
  g_clear_object (&f->notes[4]);
  item = g_list_model_get_item (G_LIST_MODEL (f->list), 4);
  g_assert_nonnull (item);
  g_assert_cmpint (reknit_record_get_id (item), ==, id);
  g_assert_false (reknit_record_is_stored (item));
  assert_changes (f, "4:1:0 ");
}

static void
test_find (Fixture       *f,
           gconstpointer  data)
{
  guint position;

  g_assert_true (reknit_query_list_find (f->list, reknit_record_get_id (f->notes[3]), &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_false (reknit_query_list_find (f->list, 4711, NULL));
}

static gboolean
add_many (ReknitStore  *store,
          gpointer      data,
          GError      **error)
{
  for (gint64 i = 0; i < 1000; i++)
    {
      g_autoptr (ReknitRecord) note = g_object_new (TEST_TYPE_NOTE, "position", 100 + i, NULL);

      if (!reknit_store_put (store, note, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_long_list (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (reknit_store_transact (f->store, "Many", add_many, NULL, &error));
  assert_changes (f, "5:0:1000 ");
  for (guint i = 1005; i > 0; i--)
    {
      g_autoptr (ReknitRecord) item = g_list_model_get_item (G_LIST_MODEL (f->list), i - 1);
      g_autoptr (ReknitRecord) again = g_list_model_get_item (G_LIST_MODEL (f->list), i - 1);

      g_assert_true (item == again);
      g_assert_true (reknit_record_is_stored (item));
    }
}

static void
test_closed_store (Fixture       *f,
                   gconstpointer  data)
{
  g_assert_true (reknit_store_close (f->store, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->list)), ==, 0);
  g_assert_cmpstr (f->changes->str, ==, "0:5:0 ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/lists/insert", test_insert);
  ADD ("/lists/remove", test_remove);
  ADD ("/lists/move", test_move);
  ADD ("/lists/unrelated", test_unrelated);
  ADD ("/lists/one-change-per-commit", test_one_change_per_commit);
  ADD ("/lists/depends", test_depends);
  ADD ("/lists/empty", test_empty);
  ADD ("/lists/gone-before-idle", test_gone_before_idle);
  ADD ("/lists/find", test_find);
  ADD ("/lists/long", test_long_list);
  ADD ("/lists/closed-store", test_closed_store);
  return g_test_run ();
}
