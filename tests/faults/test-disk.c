#define _GNU_SOURCE

#include "store-util.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The disk fails at every write in turn: full, broken, or in the middle. Nothing is torn, the message is clear, and
 * the next save works. */

typedef enum { FAULT_FULL, FAULT_BROKEN, FAULT_SHORT, N_FAULTS } Fault;

static const char *const fault_names[N_FAULTS] = { "full", "broken", "short" };

static struct
{
  gboolean armed;
  Fault    fault;
  guint    countdown;   /* writes until the one that fails */
  gboolean fired;
} disk;

static ssize_t (*real_pwrite64) (int, const void *, size_t, off64_t);
static ssize_t (*real_pwrite) (int, const void *, size_t, off_t);
static ssize_t (*real_write) (int, const void *, size_t);
static int (*real_ftruncate) (int, off_t);

/* A full disk stays full; the others fail once. */
static gboolean
fails (void)
{
  if (!disk.armed || (disk.fired && disk.fault != FAULT_FULL))
    return FALSE;
  if (disk.countdown > 1)
    {
      disk.countdown--;
      return FALSE;
    }
  disk.fired = TRUE;
  errno = disk.fault == FAULT_FULL ? ENOSPC : EIO;
  return TRUE;
}

static ssize_t
faulty_pwrite64 (int         fd,
                 const void *data,
                 size_t      size,
                 off64_t     offset)
{
  if (!fails ())
    return real_pwrite64 (fd, data, size, offset);
  if (disk.fault != FAULT_SHORT)
    return -1;
  /* Half of it reaches the disk, and then nothing. */
  if (real_pwrite64 (fd, data, size / 2, offset) < 0)
    return -1;
  errno = EIO;
  return -1;
}

static ssize_t
faulty_pwrite (int         fd,
               const void *data,
               size_t      size,
               off_t       offset)
{
  return fails () ? -1 : real_pwrite (fd, data, size, offset);
}

static ssize_t
faulty_write (int         fd,
              const void *data,
              size_t      size)
{
  return fails () ? -1 : real_write (fd, data, size);
}

static int
faulty_ftruncate (int   fd,
                  off_t size)
{
  return fails () ? -1 : real_ftruncate (fd, size);
}

/* SQLite calls these two by name, and so finds ours. A full disk has said so before. */
int
fdatasync (int fd)
{
  return disk.fault != FAULT_FULL && fails () ? -1 : (int) syscall (SYS_fdatasync, fd);
}

int
fsync (int fd)
{
  return disk.fault != FAULT_FULL && fails () ? -1 : (int) syscall (SYS_fsync, fd);
}

static void
replace_call (const char         *name,
              sqlite3_syscall_ptr faulty,
              gpointer            real)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  *(sqlite3_syscall_ptr *) real = vfs->xGetSystemCall (vfs, name);
  if (*(sqlite3_syscall_ptr *) real != NULL)
    g_assert_cmpint (vfs->xSetSystemCall (vfs, name, faulty), ==, SQLITE_OK);
}

static void
install_faults (void)
{
  sqlite3_initialize ();
  replace_call ("pwrite64", (sqlite3_syscall_ptr) faulty_pwrite64, &real_pwrite64);
  replace_call ("pwrite", (sqlite3_syscall_ptr) faulty_pwrite, &real_pwrite);
  replace_call ("write", (sqlite3_syscall_ptr) faulty_write, &real_write);
  replace_call ("ftruncate", (sqlite3_syscall_ptr) faulty_ftruncate, &real_ftruncate);
}

typedef struct
{
  char         *folder;
  TestSealer   *sealer;
  ReknitStore  *store;
  ReknitRecord *left;
  ReknitRecord *right;
  ReknitRecord *remark;
  ReknitRecord *diary;
  gint64        ids[4];
  gint64        author;
} World;

static gboolean
put_all (ReknitStore  *store,
         gpointer      data,
         GError      **error)
{
  World *w = data;

  return reknit_store_put (store, w->left, error) && reknit_store_put (store, w->right, error) &&
         reknit_store_put (store, w->remark, error);
}

static void
set_texts (World      *w,
           const char *text)
{
  g_object_set (w->left, "title", text, NULL);
  g_object_set (w->right, "title", text, NULL);
  g_object_set (w->remark, "body", text, NULL);
}

/* What the steps do. Each is done once under the fault, and again when the disk is well. */

static gboolean
step_write (World   *w,
            GError **error)
{
  set_texts (w, "after the write");
  return reknit_store_transact (w->store, "Write", put_all, w, error);
}

static gboolean
step_save (World   *w,
           GError **error)
{
  g_object_set (w->left, "due-date", G_GINT64_CONSTANT (4711), NULL);
  return reknit_store_save (w->store, "Save", w->left, error);
}

static gboolean
step_delete_and_undo (World   *w,
                      GError **error)
{
  if (reknit_record_is_stored (w->left) && !reknit_store_delete (w->store, "Delete", w->left, error))
    return FALSE;
  return reknit_store_undo (w->store, error);
}

static gboolean
step_share_and_take_back (World   *w,
                          GError **error)
{
  g_object_set (w->diary, "shared", G_GINT64_CONSTANT (1000), NULL);
  if (!reknit_store_save (w->store, "Share", w->diary, error))
    return FALSE;
  g_object_set (w->diary, "shared", G_GINT64_CONSTANT (0), NULL);
  return reknit_store_save (w->store, "Take Back", w->diary, error);
}

static gboolean
step_backup (World   *w,
             GError **error)
{
  g_autofree char *path = g_build_filename (w->folder, "copy", NULL);
  g_autoptr (GDir) dir = NULL;
  gboolean done = reknit_store_backup (w->store, path, error);
  const char *name;

  if (done)
    return TRUE;
  /* No leftovers; and when only the last fsync failed, a backup that is whole. */
  dir = g_dir_open (w->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_equal (name, "data") || g_str_equal (name, "copy"));
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ReknitStore *copy = reknit_store_open_full (path, NULL, TEST_MIGRATIONS, NULL);

      g_assert_nonnull (copy);
      test_store_close (copy);
      g_unlink (path);
    }
  return FALSE;
}

static gboolean
step_close (World   *w,
            GError **error)
{
  return reknit_store_close (w->store, error);
}

typedef struct
{
  const char *name;
  gboolean  (*run) (World *, GError **);
} Step;

static const Step steps[] = {
  { "write", step_write },
  { "save", step_save },
  { "delete-and-undo", step_delete_and_undo },
  { "share-and-take-back", step_share_and_take_back },
  { "backup", step_backup },
  { "close", step_close },
};

static void
world_forget (World *w)
{
  g_clear_object (&w->left);
  g_clear_object (&w->right);
  g_clear_object (&w->remark);
  g_clear_object (&w->diary);
}

static void
world_find (World *w)
{
  w->left = reknit_store_find (w->store, TEST_TYPE_NOTE, w->ids[0]);
  w->right = reknit_store_find (w->store, TEST_TYPE_NOTE, w->ids[1]);
  w->remark = reknit_store_find (w->store, TEST_TYPE_REMARK, w->ids[2]);
  w->diary = reknit_store_find (w->store, TEST_TYPE_DIARY, w->ids[3]);
}

static void
world_build (World *w)
{
  g_autoptr (ReknitRecord) ada = NULL;

  w->folder = test_folder_new ();
  w->sealer = test_sealer_new ();
  w->store = test_store_open (w->folder, REKNIT_SEALER (w->sealer));
  ada = test_person_save (w->store, "Ada");
  w->author = reknit_record_get_id (ada);
  test_sealer_give_key (w->sealer, w->author);
  reknit_store_set_reader (w->store, w->author);
  w->left = test_note_save (w->store, NULL, "before", 1);
  w->right = test_note_save (w->store, NULL, "before", 2);
  w->remark = g_object_new (TEST_TYPE_REMARK, "body", "before", NULL);
  test_save (w->store, NULL, w->remark);
  w->diary = g_object_new (TEST_TYPE_DIARY, "author", w->author, "body", "Zwielicht", NULL);
  test_save (w->store, NULL, w->diary);
  w->ids[0] = reknit_record_get_id (w->left);
  w->ids[1] = reknit_record_get_id (w->right);
  w->ids[2] = reknit_record_get_id (w->remark);
  w->ids[3] = reknit_record_get_id (w->diary);
}

static void
world_destroy (World *w)
{
  world_forget (w);
  test_store_close (w->store);
  g_assert_finalize_object (w->sealer);
  test_folder_remove (w->folder);
  g_free (w->folder);
}

/* Opens the file anew, as after a power cut or the next day, and looks whether it is whole. */
static void
world_reopen_and_check (World *w)
{
  g_autoptr (GPtrArray) hits = NULL;

  world_forget (w);
  test_store_close (w->store);
  w->store = test_store_open (w->folder, REKNIT_SEALER (w->sealer));
  reknit_store_set_reader (w->store, w->author);
  world_find (w);
  g_assert_cmpstr (reknit_record_get_text (w->left, "title"), ==, reknit_record_get_text (w->right, "title"));
  g_assert_cmpstr (reknit_record_get_text (w->left, "title"), ==, reknit_record_get_text (w->remark, "body"));
  g_assert_cmpstr (reknit_record_get_text (w->diary, "body"), ==, "Zwielicht");
  hits = reknit_store_search (w->store, reknit_record_get_text (w->left, "title"), 10);
  g_assert_cmpuint (hits->len, ==, 1);
}

static void
assert_clear (World        *w,
              const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == REKNIT_STORE_ERROR);
  if (disk.fault == FAULT_FULL)
    {
      g_assert_cmpint (error->code, ==, REKNIT_STORE_ERROR_FULL);
      g_assert_nonnull (strstr (error->message, w->folder));
    }
  else
    g_assert_cmpint (error->code, ==, REKNIT_STORE_ERROR_IO);
}

/* Returns: whether the fault was met */
static gboolean
run_step (const Step *step,
          Fault       fault,
          guint       countdown)
{
  World w = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done;

  world_build (&w);
  disk.fault = fault;
  disk.countdown = countdown;
  disk.fired = FALSE;
  disk.armed = TRUE;
  done = step->run (&w, &error);
  disk.armed = FALSE;
  g_assert_true (done || disk.fired);
  if (!done)
    {
      assert_clear (&w, error);
      g_clear_error (&error);
      /* The disk is well again. */
      step->run (&w, &error);
      g_assert_no_error (error);
    }
  if (reknit_record_get_store (w.left) != NULL)
    {
      set_texts (&w, "the next save");
      reknit_store_transact (w.store, "Next", put_all, &w, &error);
      g_assert_no_error (error);
      test_run_idle ();
    }
  world_reopen_and_check (&w);
  if (step->run != step_close)
    g_assert_cmpstr (reknit_record_get_text (w.left, "title"), ==, "the next save");
  if (step->run == step_share_and_take_back)
    g_assert_false (test_folder_contains (w.folder, "Zwielicht"));
  world_destroy (&w);
  return disk.fired;
}

static void
test_step (gconstpointer data)
{
  const Step *step = data;

  for (Fault fault = 0; fault < N_FAULTS; fault++)
    {
      guint n = 0;

      while (run_step (step, fault, n + 1))
        n++;
      g_test_message ("%s, disk %s: %u writes failed in turn", step->name, fault_names[fault], n);
      g_assert_cmpuint (n, >, 0);
    }
}

/* Making a store, migrations and all, on a disk that fails: the next opening makes it. */
static gboolean
open_under_fault (Fault fault,
                  guint countdown)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = test_folder_file (folder);
  g_autoptr (GError) error = NULL;
  ReknitStore *store;

  disk.fault = fault;
  disk.countdown = countdown;
  disk.fired = FALSE;
  disk.armed = TRUE;
  store = reknit_store_open_full (path, NULL, TEST_MIGRATIONS, &error);
  disk.armed = FALSE;
  if (store == NULL)
    {
      g_assert_true (disk.fired);
      g_assert_cmpint (error->code, ==, fault == FAULT_FULL ? REKNIT_STORE_ERROR_FULL : REKNIT_STORE_ERROR_IO);
      store = test_store_open (folder, NULL);
    }
  g_object_unref (test_note_save (store, NULL, "one", 1));
  test_store_close (store);
  test_folder_remove (folder);
  return disk.fired;
}

static void
test_open (void)
{
  for (Fault fault = 0; fault < N_FAULTS; fault++)
    {
      guint n = 0;

      while (open_under_fault (fault, n + 1))
        n++;
      g_test_message ("open, disk %s: %u writes failed in turn", fault_names[fault], n);
      g_assert_cmpuint (n, >, 0);
    }
}

static void
test_unsaved_is_kept (void)
{
  World w = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_unsaved;

  world_build (&w);
  disk.fault = FAULT_FULL;
  disk.countdown = 1;
  disk.fired = FALSE;
  disk.armed = TRUE;
  g_assert_false (step_save (&w, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_FULL);
  g_assert_true (reknit_record_is_dirty (w.left));
  g_object_get (w.store, "n-unsaved", &n_unsaved, NULL);
  g_assert_cmpuint (n_unsaved, ==, 1);
  g_clear_error (&error);
  g_assert_false (reknit_store_retry (w.store, &error));
  g_assert_error (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_FULL);
  disk.armed = FALSE;
  g_clear_error (&error);
  g_assert_true (reknit_store_retry (w.store, &error));
  g_assert_false (reknit_record_is_dirty (w.left));
  g_object_get (w.store, "n-unsaved", &n_unsaved, NULL);
  g_assert_cmpuint (n_unsaved, ==, 0);
  world_reopen_and_check (&w);
  g_assert_cmpint (reknit_record_get_integer (w.left, "due-date"), ==, 4711);
  world_destroy (&w);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  install_faults ();
  reknit_store_register_type (TEST_TYPE_REMARK);
  reknit_store_register_type (TEST_TYPE_DIARY);
  g_test_add_func ("/faults/disk/open", test_open);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path = g_strconcat ("/faults/disk/", steps[i].name, NULL);
      g_test_add_data_func (path, &steps[i], test_step);
    }
  g_test_add_func ("/faults/disk/unsaved-is-kept", test_unsaved_is_kept);
  return g_test_run ();
}
