#include "locale-fixture.h"

#include <locale.h>

static char *folder = NULL;

/*
 * locale_fixture_set_up:
 * @name: a locale without its charset, such as “en_US”
 * @category: what to set, such as LC_TIME
 *
 * Enters a real UTF-8 locale, made in a folder of its own: few machines have more than their own, and C.UTF-8 is of
 * no use to whoever tests another language, because newer C libraries do not look at LANGUAGE there.
 *
 * Skips the test when the sources of the locale are not on this machine.
 *
 * Returns: whether the locale was entered; if so, leave it with locale_fixture_tear_down()
 */
gboolean
locale_fixture_set_up (const char *name,
                       int         category)
{
  g_autofree char *locale = g_strconcat (name, ".UTF-8", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (folder);
  folder = g_dir_make_tmp ("reknit-locale-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, locale, NULL);

  /* It ends with 1 for a mere warning, so that only the locale tells how it went. */
  g_spawn_sync (NULL, (char *[]) { "localedef", "-i", (char *) name, "-f", "UTF-8", path, NULL }, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_STDOUT_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, NULL, NULL);
  g_setenv ("LOCPATH", folder, TRUE);
  if (setlocale (category, locale) != NULL)
    return TRUE;

  locale_fixture_tear_down ();
  g_test_skip ("the sources of the locale are not here");
  return FALSE;
}

void
locale_fixture_tear_down (void)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "C");
  g_unsetenv ("LOCPATH");
  g_spawn_sync (NULL, (char *[]) { "rm", "-r", folder, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_clear_pointer (&folder, g_free);
}
