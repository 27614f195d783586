#include "store-util.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A process that is killed at any moment loses nothing that was confirmed, and leaves nothing half done. */

#define ROUNDS 220

typedef struct
{
  ReknitStore *store;
  gint64       number;
} Writing;

/* A note, and a remark on it: both or none. */
static gboolean
write_pair (ReknitStore  *store,
            gpointer      data,
            GError      **error)
{
  Writing *writing = data;
  g_autofree char *text = g_strdup_printf ("number %" G_GINT64_FORMAT " lighthouse", writing->number);
  g_autoptr (ReknitRecord) note = g_object_new (TEST_TYPE_NOTE, "title", text, "position", writing->number, NULL);
  g_autoptr (ReknitRecord) remark = NULL;

  if (!reknit_store_put (store, note, error))
    return FALSE;
  remark = g_object_new (TEST_TYPE_REMARK, "note", reknit_record_get_id (note), "body", text, NULL);
  return reknit_store_put (store, remark, error);
}

/* Writes until it is killed, and says each number that was confirmed. */
static void
run_child (const char *path,
           gint64      first,
           int         fd)
{
  Writing writing = { NULL, first };

  writing.store = reknit_store_open_full (path, NULL, TEST_MIGRATIONS, NULL);
  while (writing.store != NULL)
    {
      if (!reknit_store_transact (writing.store, "Write", write_pair, &writing, NULL) ||
          write (fd, &writing.number, sizeof writing.number) != sizeof writing.number)
        break;
      writing.number++;
    }
  _exit (1);
}

/* Returns: the last number after @last that came, @n of them at most */
static gint64
read_confirmed (int    fd,
                gint64 last,
                int    n)
{
  gint64 number;

  for (int i = 0; i < n && read (fd, &number, sizeof number) == sizeof number; i++)
    {
      g_assert_cmpint (number, ==, last + 1);
      last = number;
    }
  return last;
}

/* Kills it a moment after @n_awaited confirmations, so that a slow machine is killed while it writes, too; after 0 of
 * them perhaps while it opens the store.
 *
 * Returns: the last number that was confirmed before the child was killed */
static gint64
kill_a_writer (const char *path,
               gint64      first,
               int         n_awaited)
{
  gint64 last;
  int fds[2], status;
  pid_t child;

  g_assert_cmpint (pipe (fds), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (fds[0]);
      run_child (path, first, fds[1]);
    }
  close (fds[1]);
  last = read_confirmed (fds[0], first - 1, n_awaited);
  g_usleep ((gulong) g_test_rand_int_range (500, 30000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  last = read_confirmed (fds[0], last, G_MAXINT);
  close (fds[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  return last;
}

static gint64
count (ReknitStore *store,
       const char  *sql)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, sql);
  g_autoptr (GError) error = NULL;
  gboolean has_row;

  g_assert_true (reknit_statement_step (statement, &has_row, &error));
  return reknit_statement_get_integer (statement, 0);
}

/* Returns: how many pairs there are: all that were confirmed, and at most one that was not */
static gint64
check (const char *path,
       gint64      confirmed)
{
  g_autoptr (GError) error = NULL;
  ReknitStore *store = reknit_store_open_full (path, NULL, TEST_MIGRATIONS, &error);
  gint64 n;

  g_assert_no_error (error);
  n = count (store, "SELECT count(*) FROM note");
  g_assert_cmpint (n, >=, confirmed);
  g_assert_cmpint (n, <=, confirmed + 1);
  g_assert_cmpint (count (store, "SELECT coalesce (max (position), 0) FROM note"), ==, n);
  g_assert_cmpint (count (store, "SELECT count(*) FROM note JOIN remark ON note.id = remark.note "
                          "WHERE title = body AND title = 'number ' || position || ' lighthouse'"), ==, n);
  g_assert_cmpint (count (store, "SELECT count(*) FROM remark"), ==, n);
  g_assert_cmpint (count (store, "SELECT count(*) FROM store_search WHERE store_search MATCH 'lighthouse'"), ==, n);
  test_store_close (store);
  return n;
}

static void
test_kill (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = test_folder_file (folder);
  gint64 n = 0;

  for (int round = 0; round < ROUNDS; round++)
    n = check (path, kill_a_writer (path, n + 1, round % 4));
  g_test_message ("%d kills, %" G_GINT64_FORMAT " confirmed pairs", ROUNDS, n);
  g_assert_cmpint (n, >, ROUNDS);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/faults/kill", test_kill);
  return g_test_run ();
}
