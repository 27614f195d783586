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
test_every_type_round_trips (Fixture       *f,
                             gconstpointer  data)
{
  g_autoptr (GBytes) picture = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (ReknitRecord) parent = test_note_save (f->store, NULL, NULL, 0);
  ReknitRecord *note = g_object_new (TEST_TYPE_NOTE, "title", "Übermut 🧶", "position", G_MAXINT64, "weight", -1.5,
                                     "done", TRUE, "due-date", G_GINT64_CONSTANT (4102444800),
                                     "parent", reknit_record_get_id (parent), "mood", TEST_MOOD_GLAD,
                                     "picture", picture, NULL);
  g_autoptr (ReknitRecord) again = NULL;
  gint64 id;
  int mood;

  test_save (f->store, NULL, note);
  id = reknit_record_get_id (note);
  g_assert_finalize_object (note);
  again = reknit_store_find (f->store, TEST_TYPE_NOTE, id);
  g_assert_cmpstr (reknit_record_get_text (again, "title"), ==, "Übermut 🧶");
  g_assert_cmpint (reknit_record_get_integer (again, "position"), ==, G_MAXINT64);
  g_assert_cmpfloat (reknit_record_get_real (again, "weight"), ==, -1.5);
  g_assert_true (reknit_record_get_flag (again, "done"));
  g_assert_cmpint (reknit_record_get_integer (again, "due-date"), ==, 4102444800);
  g_assert_cmpint (reknit_record_get_integer (again, "parent"), ==, reknit_record_get_id (parent));
  g_object_get (again, "mood", &mood, "picture", &read, NULL);
  g_assert_cmpint (mood, ==, TEST_MOOD_GLAD);
  g_assert_true (g_bytes_equal (read, picture));
}

static void
test_nothing_is_null (Fixture       *f,
                      gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, NULL, NULL, 0);
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (f->store, "SELECT title, due_date, parent, picture, done, mood FROM note");
  g_autoptr (GError) error = NULL;
  gboolean has_row;

  g_assert_true (reknit_statement_step (statement, &has_row, &error));
  g_assert_true (has_row);
  for (int i = 0; i < 4; i++)
    g_assert_true (reknit_statement_is_null (statement, i));
  g_assert_cmpint (reknit_statement_get_integer (statement, 4), ==, 0);
  g_assert_cmpstr (reknit_statement_get_text (statement, 5), ==, "calm");
}

static void
test_notifies_exactly_on_change (Fixture       *f,
                                 gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, NULL, "one", 1);
  g_autoptr (TestNotices) notices = test_notices_new (note);

  g_object_set (note, "title", "one", "position", G_GINT64_CONSTANT (1), "done", FALSE, NULL);
  g_assert_cmpuint (test_notices_total (notices), ==, 0);
  g_assert_false (reknit_record_is_dirty (note));

  g_object_set (note, "title", "two", NULL);
  g_assert_cmpuint (test_notices_count (notices, "title"), ==, 1);
  g_assert_cmpuint (test_notices_count (notices, "is-dirty"), ==, 1);
  g_assert_cmpuint (test_notices_total (notices), ==, 2);

  g_object_set (note, "due-date", G_GINT64_CONSTANT (7), NULL);
  g_assert_cmpuint (test_notices_total (notices), ==, 3);

  test_notices_reset (notices);
  test_save (f->store, NULL, note);
  g_assert_cmpuint (test_notices_count (notices, "is-dirty"), ==, 1);
  g_assert_cmpuint (test_notices_total (notices), <=, 2);
  g_assert_cmpuint (test_notices_total (notices), ==, 1 + test_notices_count (notices, "modified"));

  test_notices_reset (notices);
  test_save (f->store, NULL, note);
  g_assert_cmpuint (test_notices_total (notices), ==, 0);
}

static void
test_new_record_notifies_its_state (Fixture       *f,
                                    gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = g_object_new (TEST_TYPE_NOTE, "title", "new", NULL);
  g_autoptr (TestNotices) notices = test_notices_new (note);

  g_assert_cmpint (reknit_record_get_id (note), ==, 0);
  g_assert_null (reknit_record_get_store (note));
  test_save (f->store, NULL, note);
  for (guint i = 0; i < 5; i++)
    {
      const char *properties[] = { "id", "created", "modified", "is-stored", "is-dirty" };
      g_assert_cmpuint (test_notices_count (notices, properties[i]), ==, 1);
    }
  g_assert_cmpuint (test_notices_total (notices), ==, 5);
  g_assert_true (reknit_record_get_store (note) == f->store);
}

static void
test_one_live_record (Fixture       *f,
                      gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, NULL, "one", 1);
  g_autoptr (ReknitQuery) query = reknit_query_new (TEST_TYPE_NOTE, "title = :title", NULL);
  g_autoptr (ReknitRecord) found = reknit_store_find (f->store, TEST_TYPE_NOTE, reknit_record_get_id (note));
  g_autoptr (ReknitRecord) first = NULL;
  g_autoptr (GPtrArray) all = NULL;

  reknit_query_bind_text (query, "title", "one");
  first = reknit_store_first (f->store, query);
  all = reknit_store_all (f->store, query);
  g_assert_true (found == note);
  g_assert_true (first == note);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_true (g_ptr_array_index (all, 0) == note);
  g_assert_cmpuint (reknit_store_count (f->store, query), ==, 1);
}

static void
test_records_and_store_are_finalized (void)
{
  g_autofree char *folder = test_folder_new ();
  ReknitStore *store = test_store_open (folder, NULL);
  g_autoptr (ReknitRecord) kept = test_note_save (store, "Add", "kept", 1);
  g_autoptr (ReknitRecord) second = test_note_save (store, "Add", "second", 2);
  g_autoptr (ReknitQuery) query = reknit_query_new (TEST_TYPE_NOTE, NULL, NULL);
  ReknitQueryList *list = reknit_query_list_new (store, query);
  ReknitRecord *item;

  g_clear_object (&second);
  item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (reknit_record_get_text (item, "title"), ==, "second");
  g_object_add_weak_pointer (G_OBJECT (item), (gpointer *) &item);
  g_object_unref (item);
  g_assert_nonnull (item);
  g_assert_finalize_object (list);
  g_assert_null (item);
  g_assert_finalize_object (store);
  /* It outlives its store. */
  g_assert_null (reknit_record_get_store (kept));
  g_assert_cmpstr (reknit_record_get_text (kept, "title"), ==, "kept");
  test_folder_remove (folder);
}

static void
test_ids_rise (Fixture       *f,
               gconstpointer  data)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-03-28T19:00:00", "UTC");
  gint64 last = 0;

  reknit_clock_set_default (clock);
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (ReknitRecord) note = test_note_save (f->store, NULL, NULL, i);

      g_assert_cmpint (reknit_record_get_id (note), >, last);
      last = reknit_record_get_id (note);
      g_assert_cmpint (reknit_record_get_created (note), ==, reknit_clock_now (clock));
      if (i == 25)
        reknit_test_clock_advance (REKNIT_TEST_CLOCK (clock), -3600);
    }
  reknit_clock_set_default (NULL);
}

static void
test_modified_follows_the_clock (Fixture       *f,
                                 gconstpointer  data)
{
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-03-28T19:00:00", "UTC");
  g_autoptr (ReknitRecord) note = NULL;
  gint64 then = reknit_clock_now (clock);

  reknit_clock_set_default (clock);
  note = test_note_save (f->store, NULL, "one", 1);
  reknit_test_clock_advance (REKNIT_TEST_CLOCK (clock), 60);
  g_object_set (note, "title", "two", NULL);
  test_save (f->store, NULL, note);
  g_assert_cmpint (reknit_record_get_created (note), ==, then);
  g_assert_cmpint (reknit_record_get_modified (note), ==, then + 60);
  reknit_clock_set_default (NULL);
}

static void
test_update_writes_dirty_columns_only (Fixture       *f,
                                       gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, NULL, "one", 1);
  g_autofree char *path = test_folder_file (f->folder);
  g_autoptr (GError) error = NULL;
  ReknitStore *other = reknit_store_open_full (path, NULL, TEST_MIGRATIONS, &error);
  g_autoptr (ReknitRecord) same = reknit_store_find (other, TEST_TYPE_NOTE, reknit_record_get_id (note));

  g_assert_no_error (error);
  g_object_set (same, "position", G_GINT64_CONSTANT (9), NULL);
  test_save (other, NULL, same);
  g_object_set (note, "title", "two", NULL);
  test_save (f->store, NULL, note);
  g_clear_object (&same);
  same = reknit_store_find (other, TEST_TYPE_NOTE, reknit_record_get_id (note));
  g_assert_cmpstr (reknit_record_get_text (same, "title"), ==, "two");
  g_assert_cmpint (reknit_record_get_integer (same, "position"), ==, 9);
  g_clear_object (&same);
  test_store_close (other);
}

static void
test_revert (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (ReknitRecord) note = test_note_save (f->store, NULL, "one", 1);
  g_autoptr (ReknitRecord) fresh = g_object_new (TEST_TYPE_NOTE, "title", "typed", NULL);
  g_autoptr (TestNotices) notices = NULL;

  g_object_set (note, "title", "two", NULL);
  notices = test_notices_new (note);
  reknit_record_revert (note);
  g_assert_cmpstr (reknit_record_get_text (note, "title"), ==, "one");
  g_assert_false (reknit_record_is_dirty (note));
  g_assert_cmpuint (test_notices_count (notices, "title"), ==, 1);
  g_assert_cmpuint (test_notices_total (notices), ==, 2);
  reknit_record_revert (fresh);
  g_assert_null (reknit_record_get_text (fresh, "title"));
  g_assert_false (reknit_record_is_dirty (fresh));
}

static void
test_table_is_checked (Fixture       *f,
                       gconstpointer  data)
{
  GType types[] = { TEST_TYPE_PERSON, TEST_TYPE_NOTE, TEST_TYPE_DIARY, TEST_TYPE_DRAFT, TEST_TYPE_REMARK };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      reknit_store_check_table (f->store, types[i], &error);
      g_assert_no_error (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/records/every-type-round-trips", test_every_type_round_trips);
  ADD ("/records/nothing-is-null", test_nothing_is_null);
  ADD ("/records/notifies-exactly-on-change", test_notifies_exactly_on_change);
  ADD ("/records/new-record-notifies-its-state", test_new_record_notifies_its_state);
  ADD ("/records/one-live-record", test_one_live_record);
  ADD ("/records/ids-rise", test_ids_rise);
  ADD ("/records/modified-follows-the-clock", test_modified_follows_the_clock);
  ADD ("/records/update-writes-dirty-columns-only", test_update_writes_dirty_columns_only);
  ADD ("/records/revert", test_revert);
  ADD ("/records/table-is-checked", test_table_is_checked);
  g_test_add_func ("/records/finalized", test_records_and_store_are_finalized);
  return g_test_run ();
}
