#include "reknit-hand-over.h"

#include "reknit-local-time.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static GPtrArray *
new_entries (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) reknit_calendar_entry_free);
  g_autoptr (GDateTime) start = reknit_local_time_parse ("2026-06-12T19:00:00");

  g_ptr_array_add (entries, reknit_calendar_entry_new ("date-1@reknit", "Anniversary", start));
  return entries;
}

static char *
hand_over (ReknitHandOver *self)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = reknit_hand_over_calendar (self, entries, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  return g_file_get_path (file);
}

static guint
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static gboolean
exists (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_private_and_one (void)
{
  ReknitHandOver *self = reknit_hand_over_new ("reknit");
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "reknit", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_false (exists (folder));
  first = hand_over (self);
  g_assert_true (g_str_has_prefix (first, folder));
  g_assert_true (g_str_has_suffix (first, ".ics"));
  g_assert_null (strstr (first, "Anniversary"));
  g_assert_null (strstr (first, "date-1"));
  g_assert_cmpuint (mode_of (first), ==, 0600);
  g_assert_cmpuint (mode_of (folder), ==, 0700);

  second = hand_over (self);
  g_assert_cmpstr (first, !=, second);
  g_assert_false (exists (first));
  g_assert_true (exists (second));

  reknit_hand_over_clear (self);
  g_assert_false (exists (folder));
  g_free (g_steal_pointer (&second));
  second = hand_over (self);
  g_assert_finalize_object (self);
  g_assert_false (exists (second));
  g_assert_false (exists (folder));
}

static void
test_takes_away_leftovers (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "reknit", NULL);
  g_autofree char *whole = g_build_filename (folder, "0.ics", NULL);
  g_autofree char *half = g_build_filename (folder, "1.ics.AB12CD", NULL);
  g_autofree char *other = g_build_filename (folder, "socket", NULL);
  ReknitHandOver *self;
  ReknitHandOver *demo;
  g_autofree char *shown = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (whole, "old", -1, NULL));
  g_assert_true (g_file_set_contents (half, "old", -1, NULL));
  g_assert_true (g_file_set_contents (other, "", -1, NULL));

  self = reknit_hand_over_new ("reknit");
  g_assert_false (exists (whole));
  g_assert_false (exists (half));
  g_assert_true (exists (other));

  shown = hand_over (self);
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  demo = reknit_hand_over_new ("reknit-demo");
  g_assert_true (exists (shown));
  g_assert_finalize_object (demo);
  g_assert_true (exists (shown));
  g_assert_finalize_object (self);
  g_assert_cmpint (g_unlink (other), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_says_that_it_failed (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "reknit", NULL);
  ReknitHandOver *self = reknit_hand_over_new ("reknit");
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_null (reknit_hand_over_calendar (self, entries, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_IO_ERROR);
  g_assert_finalize_object (self);
  g_assert_cmpint (g_unlink (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/hand-over/private-and-one", test_private_and_one);
  g_test_add_func ("/hand-over/takes-away-leftovers", test_takes_away_leftovers);
  g_test_add_func ("/hand-over/says-that-it-failed", test_says_that_it_failed);
  return g_test_run ();
}
