#include "content-texts.h"
#include "locale-fixture.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "reknit-config.h"

#define OPEN "⟦"
#define CLOSE "⟧"

/* Extracts the content as the translators get it, and returns one message a line. */
static char *
extract_messages (GPtrArray *files)
{
  g_autofree char *root = g_test_build_filename (G_TEST_DIST, "..", NULL);
  g_autofree char *rules = g_test_build_filename (G_TEST_DIST, "..", "data", "content", NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) xgettext = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *messages = NULL;

  g_ptr_array_add (arguments, (char *) "xgettext");
  g_ptr_array_add (arguments, (char *) "--from-code=UTF-8");
  g_ptr_array_add (arguments, (char *) "--no-wrap");
  g_ptr_array_add (arguments, (char *) "--no-location");
  g_ptr_array_add (arguments, (char *) "--output=-");
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (arguments, g_ptr_array_index (files, i));
  g_ptr_array_add (arguments, NULL);

  g_subprocess_launcher_set_cwd (launcher, root);
  g_subprocess_launcher_setenv (launcher, "GETTEXTDATADIRS", rules, TRUE);
  xgettext = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (xgettext, NULL, NULL, &messages, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (xgettext));

  return messages;
}

static GPtrArray *
list_content_files (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "po", "POTFILES.in", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "data/content/"))
        g_ptr_array_add (files, g_strdup (lines[i]));
    }

  return files;
}

/* A language of its own: every message in brackets. */
static char *
translate_into_brackets (const char *messages,
                         guint      *n_messages)
{
  g_auto (GStrv) lines = g_strsplit (messages, "\n", -1);
  GString *translated = g_string_new ("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n");

  *n_messages = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "msgctxt "))
        g_string_append_printf (translated, "%s\n", lines[i]);
      if (g_str_has_prefix (lines[i], "msgid \"") && !g_str_equal (lines[i], "msgid \"\""))
        {
          const char *quoted = lines[i] + strlen ("msgid \"");

          g_string_append_printf (translated, "%s\nmsgstr \"" OPEN "%.*s" CLOSE "\"\n\n", lines[i],
                                  (int) strlen (quoted) - 1, quoted);
          (*n_messages)++;
        }
    }

  return g_string_free (translated, FALSE);
}

static void
compile_catalogue (const char *directory,
                   const char *catalogue)
{
  g_autofree char *folder = g_build_filename (directory, "qps", "LC_MESSAGES", NULL);
  g_autofree char *source = g_build_filename (directory, "qps.po", NULL);
  g_autofree char *compiled = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GSubprocess) msgfmt = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (source, catalogue, -1, NULL));
  msgfmt = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "msgfmt", "-o", compiled, source, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (msgfmt, NULL, &error));
  g_assert_no_error (error);
}

static void
remove_catalogue (const char *directory)
{
  static const char *const parts[] = { "qps/LC_MESSAGES/" GETTEXT_PACKAGE ".mo", "qps/LC_MESSAGES", "qps", "qps.po", "" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename (directory, parts[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
check_translated (TextKind    kind,
                  const char *text,
                  gpointer    user_data)
{
  GHashTable *seen = user_data;

  if (!g_str_has_prefix (text, OPEN) || !g_str_has_suffix (text, CLOSE))
    {
      g_test_message ("Not translated: %s", text);
      g_test_fail ();
    }
  /* A feeling has a context of its own. */
  g_hash_table_add (seen, g_strconcat (kind == TEXT_FEELING ? "feeling:" : ":", text, NULL));
}

/* What xgettext hands to translators is, to the last blank, what the loader asks for; and nothing is in vain. */
static void
test_everything_is_translated (void)
{
  g_autofree char *directory = NULL;
  g_autoptr (GPtrArray) files = list_content_files ();
  g_autofree char *messages = extract_messages (files);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *catalogue = NULL;
  g_autoptr (ReknitContent) content = NULL;
  guint n_messages;

  if (!locale_fixture_set_up ("en_US", LC_ALL))
    return;
  directory = g_dir_make_tmp ("reknit-translation-XXXXXX", NULL);
  catalogue = translate_into_brackets (messages, &n_messages);
  compile_catalogue (directory, catalogue);
  bindtextdomain (GETTEXT_PACKAGE, directory);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  content = reknit_content_new ();
  content_texts_foreach (content, check_translated, seen);
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_messages);
  g_assert_cmpuint (n_messages, >, 1600);
  /* What is no text stays what it is. */
  g_assert_cmpstr (reknit_practice_get_tool (reknit_content_find_practice (content, "ground-rules")), ==, "agreement");

  locale_fixture_tear_down ();
  remove_catalogue (directory);
}

static void
test_every_file_is_listed (void)
{
  g_autoptr (GPtrArray) files = list_content_files ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "content", "content.gresource.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new (">([^<]+\\.xml)<", 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  guint n_files = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (regex, text, 0, &info); g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *name = g_match_info_fetch (info, 1);
      g_autofree char *file = g_strconcat ("data/content/", name, NULL);

      /* Wording is written anew for each language, for words hurt differently in each. */
      if (g_str_has_prefix (name, "wording/"))
        continue;
      n_files++;
      if (!g_ptr_array_find_with_equal_func (files, file, g_str_equal, NULL))
        g_error ("%s is not in POTFILES.in", file);
    }
  g_assert_cmpuint (n_files, >=, 16);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "qps", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/translation/every-file-is-listed", test_every_file_is_listed);
  g_test_add_func ("/translation/everything-is-translated", test_everything_is_translated);

  return g_test_run ();
}
