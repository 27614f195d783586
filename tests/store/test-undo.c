#include "store-util.h"

typedef struct
{
  char        *folder;
  ReknitStore *store;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = test_folder_new ();
  f->store = test_store_open (f->folder, NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  test_store_close (f->store);
  test_folder_remove (f->folder);
  g_free (f->folder);
}

static void
assert_labels (ReknitStore *store,
               const char  *undo,
               const char  *redo)
{
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  g_object_get (store, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (redo_label, ==, redo);
}

static void
undo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  reknit_store_undo (f->store, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  reknit_store_redo (f->store, &error);
  g_assert_no_error (error);
}

static void
set_title (Fixture      *f,
           ReknitRecord *note,
           const char   *label,
           const char   *title)
{
  g_object_set (note, "title", title, NULL);
  test_save (f->store, label, note);
}

static void
test_edit (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, "Add Note", "one", 1);
  g_autoptr (TestNotices) notices = NULL;

  set_title (f, note, "Edit Note", "two");
  notices = test_notices_new (note);
  assert_labels (f->store, "Edit Note", NULL);
  undo (f);
  g_assert_cmpstr (reknit_record_get_text (note, "title"), ==, "one");
  g_assert_cmpuint (test_notices_count (notices, "title"), ==, 1);
  g_assert_cmpuint (test_notices_count (notices, "position"), ==, 0);
  assert_labels (f->store, "Add Note", "Edit Note");
  undo (f);
  g_assert_false (reknit_record_is_stored (note));
  assert_labels (f->store, NULL, "Add Note");
  undo (f);
  redo (f);
  g_assert_true (reknit_record_is_stored (note));
  redo (f);
  g_assert_cmpstr (reknit_record_get_text (note, "title"), ==, "two");
  assert_labels (f->store, "Edit Note", NULL);
  undo (f);
  set_title (f, note, "Other Edit", "three");
  assert_labels (f->store, "Other Edit", NULL);
}

static void
test_labels_notify_on_change (Fixture       *f,
                              gconstpointer  data)
{
  g_autoptr (TestNotices) notices = test_notices_new (f->store);
  g_autoptr (ReknitRecord) one = test_note_save (f->store, "Add", "one", 1);
  g_autoptr (ReknitRecord) two = test_note_save (f->store, "Add", "two", 2);

  g_assert_cmpuint (test_notices_count (notices, "undo-label"), ==, 1);
  g_assert_cmpuint (test_notices_count (notices, "redo-label"), ==, 0);
  undo (f);
  g_assert_cmpuint (test_notices_count (notices, "undo-label"), ==, 1);
  g_assert_cmpuint (test_notices_count (notices, "redo-label"), ==, 1);
}

static guint64
get_last_step (ReknitStore *store)
{
  guint64 step;

  g_object_get (store, "last-step", &step, NULL);
  return step;
}

static void
test_steps_tell_themselves_apart (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr (TestNotices) notices = test_notices_new (f->store);
  g_autoptr (ReknitRecord) one = NULL;
  g_autoptr (ReknitRecord) two = NULL;
  guint64 first, second;

  g_assert_cmpuint (get_last_step (f->store), ==, 0);
  one = test_note_save (f->store, "Add", "one", 1);
  first = get_last_step (f->store);
  two = test_note_save (f->store, "Add", "two", 2);
  second = get_last_step (f->store);
  g_assert_cmpuint (first, !=, second);
  g_assert_cmpuint (test_notices_count (notices, "last-step"), ==, 2);
  undo (f);
  g_assert_cmpuint (get_last_step (f->store), ==, first);
  redo (f);
  g_assert_cmpuint (get_last_step (f->store), ==, second);
  reknit_store_set_reader (f->store, 17);
  g_assert_cmpuint (get_last_step (f->store), ==, 0);
}

static void
test_deletion_with_all_that_hung_on_it (Fixture       *f,
                                        gconstpointer  data)
{
  g_autoptr (ReknitRecord) parent = test_note_save (f->store, NULL, "parent", 1);
  g_autoptr (ReknitRecord) child = g_object_new (TEST_TYPE_NOTE, "parent", reknit_record_get_id (parent), NULL);
  g_autoptr (ReknitRecord) remark =
    g_object_new (TEST_TYPE_REMARK, "note", reknit_record_get_id (parent), "body", "hm", NULL);
  g_autoptr (ReknitRecord) grandchild = NULL;
  g_autoptr (GError) error = NULL;

  test_save (f->store, NULL, child);
  test_save (f->store, NULL, remark);
  grandchild = g_object_new (TEST_TYPE_NOTE, "parent", reknit_record_get_id (child), NULL);
  test_save (f->store, NULL, grandchild);
  for (int i = 0; i < 3; i++)
    {
      if (i == 0)
        g_assert_true (reknit_store_delete (f->store, "Delete", parent, &error));
      else
        redo (f);
      g_assert_false (reknit_record_is_stored (parent));
      g_assert_false (reknit_record_is_stored (grandchild));
      g_assert_cmpint (reknit_record_get_integer (remark, "note"), ==, 0);
      undo (f);
      g_assert_true (reknit_record_is_stored (parent));
      g_assert_true (reknit_record_is_stored (child));
      g_assert_true (reknit_record_is_stored (grandchild));
      g_assert_cmpint (reknit_record_get_integer (grandchild, "parent"), ==, reknit_record_get_id (child));
      g_assert_cmpint (reknit_record_get_integer (remark, "note"), ==, reknit_record_get_id (parent));
    }
}

static void
test_conflict_changes_nothing (Fixture       *f,
                               gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, "Add", "one", 1);
  g_autoptr (GError) error = NULL;

  set_title (f, note, "Edit", "two");
  set_title (f, note, NULL, "three");
  assert_labels (f->store, "Edit", NULL);
  g_assert_false (reknit_store_undo (f->store, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (reknit_record_get_text (note, "title"), ==, "three");
  assert_labels (f->store, "Edit", NULL);
}

static void
test_bookkeeping_beside_is_no_conflict (Fixture       *f,
                                        gconstpointer  data)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-03-28T19:00:00", "UTC");
  g_autoptr (ReknitRecord) note = NULL;

  reknit_clock_set_default (clock);
  note = test_note_save (f->store, "Add", "one", 1);
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (clock), 60);
  set_title (f, note, "Edit", "two");
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (clock), 60);
  g_object_set (note, "position", G_GINT64_CONSTANT (5), NULL);
  test_save (f->store, NULL, note);
  undo (f);
  g_assert_cmpstr (reknit_record_get_text (note, "title"), ==, "one");
  g_assert_cmpint (reknit_record_get_integer (note, "position"), ==, 5);
  reknit_clock_set_default (NULL);
}

static void
test_conflict_with_foreign_key (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr (ReknitRecord) parent = test_note_save (f->store, "Add Parent", "parent", 1);
  g_autoptr (ReknitRecord) child = g_object_new (TEST_TYPE_NOTE, "parent", reknit_record_get_id (parent), NULL);
  g_autoptr (GError) error = NULL;

  test_save (f->store, "Add Child", child);
  g_assert_true (reknit_store_delete (f->store, "Delete Child", child, &error));
  g_assert_true (reknit_store_delete (f->store, NULL, parent, &error));
  g_assert_false (reknit_store_undo (f->store, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_CONFLICT);
  g_assert_false (reknit_record_is_stored (child));
}

static gboolean
add_both (ReknitStore  *store,
          gpointer      data,
          GError      **error)
{
  ReknitRecord **both = data;

  if (!reknit_store_put (store, both[0], error))
    return FALSE;
  g_object_set (both[1], "note", reknit_record_get_id (both[0]), NULL);
  return reknit_store_put (store, both[1], error);
}

static gboolean
part_both (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  ReknitRecord **both = data;

  g_object_set (both[1], "body", "alone", NULL);
  return reknit_store_put (store, both[1], error) && reknit_store_remove (store, both[0], error);
}

/* The note that goes empties the remark's reference to it before the remark has its turn. */
static void
test_what_refers_to_each_other (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = g_object_new (TEST_TYPE_NOTE, "title", "one", NULL);
  g_autoptr (ReknitRecord) remark = g_object_new (TEST_TYPE_REMARK, "body", "hm", NULL);
  ReknitRecord *both[] = { note, remark };

  g_assert_true (reknit_store_transact (f->store, "Add Both", add_both, both, NULL));
  undo (f);
  g_assert_false (reknit_record_is_stored (note));
  g_assert_false (reknit_record_is_stored (remark));
  redo (f);
  g_assert_cmpint (reknit_record_get_integer (remark, "note"), ==, reknit_record_get_id (note));
  g_assert_true (reknit_store_transact (f->store, "Part Both", part_both, both, NULL));
  undo (f);
  g_assert_cmpint (reknit_record_get_integer (remark, "note"), ==, reknit_record_get_id (note));
  g_assert_cmpstr (reknit_record_get_text (remark, "body"), ==, "hm");
  redo (f);
  g_assert_cmpint (reknit_record_get_integer (remark, "note"), ==, 0);
  g_assert_cmpstr (reknit_record_get_text (remark, "body"), ==, "alone");
}

static void
test_reader_forgets (Fixture       *f,
                     gconstpointer  data)
{
  g_autoptr (ReknitRecord) ada = test_person_save (f->store, "Ada");
  g_autoptr (ReknitRecord) note = test_note_save (f->store, "Add", "one", 1);

  reknit_store_set_reader (f->store, reknit_record_get_id (ada));
  assert_labels (f->store, NULL, NULL);
  undo (f);
  g_assert_true (reknit_record_is_stored (note));
}

static void
test_steps_are_bounded (Fixture       *f,
                        gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, NULL, "one", -1);
  g_autofree char *label = NULL;
  int n = 0;

  for (gint64 i = 0; i < 120; i++)
    {
      g_object_set (note, "position", i, NULL);
      test_save (f->store, "Move", note);
    }
  for (;;)
    {
      g_clear_pointer (&label, g_free);
      g_object_get (f->store, "undo-label", &label, NULL);
      if (label == NULL)
        break;
      undo (f);
      n++;
    }
  g_assert_cmpint (n, ==, 100);
  g_assert_cmpint (reknit_record_get_integer (note, "position"), ==, 19);
}

static void
test_dirty_values_stay (Fixture       *f,
                        gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, NULL, "one", 1);

  g_object_set (note, "title", "two", "position", G_GINT64_CONSTANT (2), NULL);
  test_save (f->store, "Edit", note);
  g_object_set (note, "title", "typed", NULL);
  undo (f);
  g_assert_cmpstr (reknit_record_get_text (note, "title"), ==, "typed");
  g_assert_cmpint (reknit_record_get_integer (note, "position"), ==, 1);
  reknit_record_revert (note);
  g_assert_cmpstr (reknit_record_get_text (note, "title"), ==, "one");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/undo/edit", test_edit);
  ADD ("/undo/labels-notify-on-change", test_labels_notify_on_change);
  ADD ("/undo/steps-tell-themselves-apart", test_steps_tell_themselves_apart);
  ADD ("/undo/deletion", test_deletion_with_all_that_hung_on_it);
  ADD ("/undo/conflict", test_conflict_changes_nothing);
  ADD ("/undo/bookkeeping-beside", test_bookkeeping_beside_is_no_conflict);
  ADD ("/undo/foreign-key", test_conflict_with_foreign_key);
  ADD ("/undo/what-refers-to-each-other", test_what_refers_to_each_other);
  ADD ("/undo/reader-forgets", test_reader_forgets);
  ADD ("/undo/bounded", test_steps_are_bounded);
  ADD ("/undo/dirty-values-stay", test_dirty_values_stay);
  return g_test_run ();
}
