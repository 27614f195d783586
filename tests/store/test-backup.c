#include "store-util.h"

static void
count_backups (const char *path,
               guint       expected)
{
  g_auto (GStrv) backups = reknit_store_list_backups (path);

  g_assert_cmpuint (g_strv_length (backups), ==, expected);
}

static void
test_when_due (void)
{
  const gint64 week = 7 * 24 * 3600;
  static const struct { gint64 later; guint expected; } steps[] = {
    { 0, 1 }, { 60, 1 }, { 7 * 24 * 3600 - 61, 1 }, { 1, 2 }, { -3600, 3 },
  };
  g_autoptr (ReknitClock) clock = reknit_test_clock_new ("2026-11-22T19:00:00", "Europe/Berlin");
  g_autofree char *folder = test_folder_new ();
  ReknitStore *store = test_store_open (folder, NULL);
  g_autofree char *path = g_strdup (reknit_store_get_path (store));

  reknit_clock_set_default (clock);
  count_backups (path, 0);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;

      reknit_test_clock_advance (REKNIT_TEST_CLOCK (clock), steps[i].later);
      reknit_store_backup_when_due (store, week, &error);
      g_assert_no_error (error);
      count_backups (path, steps[i].expected);
    }

  reknit_clock_set_default (NULL);
  test_store_close (store);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/when-due", test_when_due);
  return g_test_run ();
}
