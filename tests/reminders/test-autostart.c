#include "reknit-config.h"

#include "reknit-autostart.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static char *
entry_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", REKNIT_APPLICATION_ID ".desktop", NULL);
}

static void
count (GObject    *object,
       GParamSpec *pspec,
       guint      *n_notified)
{
  (*n_notified)++;
}

static void
spin_until (ReknitAutostart *autostart,
            gboolean         enabled)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (reknit_autostart_get_enabled (autostart) != enabled && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (5000);
  g_assert_true (reknit_autostart_get_enabled (autostart) == enabled);
}

static void
test_writes_and_removes (void)
{
  ReknitAutostart *autostart = reknit_autostart_new ();
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = entry_path ();
  g_autofree char *command = NULL;
  struct stat info;
  guint n_notified = 0;

  g_signal_connect (autostart, "notify::enabled", G_CALLBACK (count), &n_notified);
  g_assert_false (reknit_autostart_get_enabled (autostart));

  g_assert_true (reknit_autostart_set_enabled (autostart, TRUE, &error));
  g_assert_true (reknit_autostart_set_enabled (autostart, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, &error));
  command = g_key_file_get_string (entry, "Desktop Entry", "Exec", &error);
  g_assert_true (g_str_has_suffix (command, " --gapplication-service"));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);

  g_assert_true (reknit_autostart_set_enabled (autostart, FALSE, &error));
  g_assert_true (reknit_autostart_set_enabled (autostart, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (autostart);
}

static void
test_sees_what_others_do (void)
{
  g_autoptr (ReknitAutostart) autostart = reknit_autostart_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = entry_path ();

  g_assert_true (reknit_autostart_set_enabled (autostart, TRUE, &error));
  g_assert_cmpint (g_unlink (path), ==, 0);
  spin_until (autostart, FALSE);

  g_assert_true (reknit_autostart_set_enabled (autostart, TRUE, &error));
  g_assert_true (g_file_set_contents (path, "[Desktop Entry]\nType=Application\nName=Reknit\nHidden=true\n", -1, &error));
  spin_until (autostart, FALSE);
  g_assert_true (g_file_set_contents (path, "[Desktop Entry]\nType=Application\nName=Reknit\n", -1, &error));
  spin_until (autostart, TRUE);
  g_assert_true (g_file_set_contents (path, "[Desktop Entry]\nX-GNOME-Autostart-enabled=false\n", -1, &error));
  spin_until (autostart, FALSE);

  g_assert_true (reknit_autostart_set_enabled (autostart, FALSE, &error));
  g_assert_no_error (error);
}

static void
test_says_why_not (void)
{
  g_autoptr (ReknitAutostart) autostart = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_config_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, &error));
  autostart = reknit_autostart_new ();
  g_assert_false (reknit_autostart_set_enabled (autostart, TRUE, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "autostart"));
  g_assert_false (reknit_autostart_get_enabled (autostart));
  g_unlink (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/autostart/writes-and-removes", test_writes_and_removes);
  g_test_add_func ("/autostart/sees-what-others-do", test_sees_what_others_do);
  g_test_add_func ("/autostart/says-why-not", test_says_why_not);
  return g_test_run ();
}
