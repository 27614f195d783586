#include "store-util.h"

/* Hundreds of random steps, undone and done again in between: the file always is what it was, live records hold what
 * the file holds, and who only listens to items-changed has the same list as who asks. */

#define N_STEPS 400

typedef struct
{
  char            *folder;
  ReknitStore     *store;
  ReknitQueryList *list;
  GPtrArray       *mirror;    /* of the list, by its signal alone */
  GPtrArray       *history;   /* the file after each step that can be undone */
  guint            now;       /* where in the history we are */
} Walk;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Walk       *w)
{
  if (removed > 0)
    g_ptr_array_remove_range (w->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (w->mirror, (int) (position + i), g_list_model_get_item (model, position + i));
}

static char *
dump (ReknitStore *store)
{
  static const char *const queries[] = {
    "SELECT id || '|' || coalesce (title, '-') || '|' || position || '|' || done || '|' || coalesce (parent, 0) FROM note ORDER BY id",
    "SELECT id || '|' || coalesce (note, 0) || '|' || body FROM remark ORDER BY id",
    "SELECT kind || record || body FROM store_search JOIN store_search_row ON id = store_search.rowid ORDER BY record",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, queries[i]);
      gboolean has_row;

      while (reknit_statement_step (statement, &has_row, NULL) && has_row)
        g_string_append_printf (text, "%s\n", reknit_statement_get_text (statement, 0));
    }
  return g_string_free (text, FALSE);
}

static ReknitRecord *
pick (Walk  *w,
      GType  type)
{
  g_autoptr (ReknitQuery) query = reknit_query_new (type, NULL, NULL);
  g_autoptr (GPtrArray) all = reknit_store_all (w->store, query);

  return all->len > 0 ? g_object_ref (g_ptr_array_index (all, (guint) g_test_rand_int_range (0, (int) all->len))) : NULL;
}

static void
add_note (Walk *w)
{
  g_autoptr (ReknitRecord) parent = pick (w, TEST_TYPE_NOTE);
  gboolean hangs = parent != NULL && g_test_rand_bit ();
  g_autoptr (ReknitRecord) note =
    g_object_new (TEST_TYPE_NOTE, "title", "new", "position", (gint64) g_test_rand_int_range (0, 50),
                  "parent", hangs ? reknit_record_get_id (parent) : 0, NULL);

  test_save (w->store, "Add", note);
}

static void
add_remark (Walk *w)
{
  g_autoptr (ReknitRecord) note = pick (w, TEST_TYPE_NOTE);
  g_autofree char *body = g_strdup_printf ("remark %d", g_test_rand_int_range (0, 1000));
  g_autoptr (ReknitRecord) remark =
    g_object_new (TEST_TYPE_REMARK, "body", body, "note", note != NULL ? reknit_record_get_id (note) : 0, NULL);

  test_save (w->store, "Remark", remark);
}

static void
edit (Walk *w)
{
  g_autoptr (ReknitRecord) note = pick (w, TEST_TYPE_NOTE);
  g_autoptr (ReknitRecord) remark = pick (w, TEST_TYPE_REMARK);
  g_autofree char *text = g_strdup_printf ("text %d", g_test_rand_int_range (0, 1000));

  if (note != NULL && (remark == NULL || g_test_rand_bit ()))
    {
      g_object_set (note, "title", text, "position", (gint64) g_test_rand_int_range (0, 50), "done",
                    g_test_rand_int_range (0, 4) == 0, NULL);
      test_save (w->store, "Edit", note);
    }
  else if (remark != NULL)
    {
      g_object_set (remark, "body", text, NULL);
      test_save (w->store, "Edit", remark);
    }
}

static void
remove_one (Walk *w)
{
  g_autoptr (ReknitRecord) record = pick (w, g_test_rand_bit () ? TEST_TYPE_NOTE : TEST_TYPE_REMARK);

  if (record != NULL)
    g_assert_true (reknit_store_delete (w->store, "Delete", record, NULL));
}

static gboolean
give_up (ReknitStore  *store,
         gpointer      data,
         GError      **error)
{
  add_note (data);
  remove_one (data);
  g_set_error_literal (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_BUSY, "Given up");
  return FALSE;
}

/* Several things as one step, in which something may be given up. */
static gboolean
do_several (ReknitStore  *store,
            gpointer      data,
            GError      **error)
{
  for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
    switch (g_test_rand_int_range (0, 5))
      {
      case 0:
        add_note (data);
        break;
      case 1:
        add_remark (data);
        break;
      case 2:
        remove_one (data);
        break;
      case 3:
        g_assert_false (reknit_store_transact (store, NULL, give_up, data, NULL));
        break;
      default:
        edit (data);
        break;
      }
  return TRUE;
}

static gboolean
can (Walk       *w,
     const char *property)
{
  g_autofree char *label = NULL;

  g_object_get (w->store, property, &label, NULL);
  return label != NULL;
}

static void
go (Walk     *w,
    gboolean  back)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;

  if (!can (w, back ? "undo-label" : "redo-label"))
    return;
  if (back)
    reknit_store_undo (w->store, &error);
  else
    reknit_store_redo (w->store, &error);
  g_assert_no_error (error);
  w->now += back ? -1 : 1;
  now = dump (w->store);
  g_assert_cmpstr (now, ==, g_ptr_array_index (w->history, w->now));
}

static void
remember (Walk *w)
{
  char *now = dump (w->store);

  if (g_strcmp0 (now, g_ptr_array_index (w->history, w->now)) == 0)
    {
      g_free (now);
      return;
    }
  g_ptr_array_set_size (w->history, (int) w->now + 1);
  g_ptr_array_add (w->history, now);
  w->now++;
}

static void
check_list (Walk *w)
{
  g_autoptr (GPtrArray) asked = reknit_store_all (w->store, reknit_query_list_get_query (w->list));

  test_run_idle ();
  g_assert_cmpuint (w->mirror->len, ==, asked->len);
  for (guint i = 0; i < asked->len; i++)
    g_assert_true (g_ptr_array_index (w->mirror, i) == g_ptr_array_index (asked, i));
}

/* A record that nobody held is read from the file; one that was held the whole time must say the same. */
static void
check_live (Walk *w)
{
  for (guint i = 0; i < w->mirror->len; i++)
    {
      ReknitRecord *live = g_ptr_array_index (w->mirror, i);
      g_autoptr (ReknitStatement) statement =
        reknit_store_prepare (w->store, "SELECT title, position, parent FROM note WHERE id = :id");
      gboolean has_row;

      reknit_statement_bind_integer (statement, "id", reknit_record_get_id (live));
      g_assert_true (reknit_statement_step (statement, &has_row, NULL) && has_row);
      g_assert_cmpstr (reknit_statement_get_text (statement, 0), ==, reknit_record_get_text (live, "title"));
      g_assert_cmpint (reknit_statement_get_integer (statement, 1), ==, reknit_record_get_integer (live, "position"));
      g_assert_cmpint (reknit_statement_get_integer (statement, 2), ==, reknit_record_get_integer (live, "parent"));
    }
}

static void
step (Walk *w)
{
  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
    case 1:
      add_note (w);
      break;
    case 2:
      add_remark (w);
      break;
    case 3:
    case 4:
      edit (w);
      break;
    case 5:
      remove_one (w);
      break;
    case 6:
    case 7:
      g_assert_true (reknit_store_transact (w->store, "Several", do_several, w, NULL));
      break;
    case 8:
      go (w, TRUE);
      return;
    default:
      go (w, g_test_rand_bit ());
      return;
    }
  remember (w);
}

static void
test_walk (void)
{
  Walk w = { .folder = test_folder_new () };
  g_autoptr (ReknitQuery) query = reknit_query_new (TEST_TYPE_NOTE, "NOT done", "position");

  w.store = test_store_open (w.folder, NULL);
  w.list = reknit_query_list_new (w.store, query);
  w.mirror = g_ptr_array_new_with_free_func (g_object_unref);
  w.history = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (w.history, dump (w.store));
  g_signal_connect (w.list, "items-changed", G_CALLBACK (on_items_changed), &w);
  for (int i = 0; i < N_STEPS; i++)
    {
      step (&w);
      check_list (&w);
      check_live (&w);
    }
  while (can (&w, "undo-label"))
    go (&w, TRUE);
  while (can (&w, "redo-label"))
    go (&w, FALSE);
  check_list (&w);
  g_ptr_array_unref (w.mirror);
  g_ptr_array_unref (w.history);
  g_assert_finalize_object (w.list);
  test_store_close (w.store);
  test_folder_remove (w.folder);
  g_free (w.folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/walk", test_walk);
  return g_test_run ();
}
