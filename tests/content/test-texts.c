#include "content-texts.h"

#include <string.h>

#include "reknit-strategy-private.h"

/* Shorter ones (“Then swap.”) may come back. */
#define SHORTEST_SENTENCE 30

static char *
source_path (const char *path)
{
  return g_test_build_filename (G_TEST_DIST, "..", path, NULL);
}

static void
foreach_practice (ReknitContent *content,
                  void         (*func) (ReknitPractice *practice))
{
  GListModel *strategies = reknit_content_get_strategies (content);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (ReknitStrategy) strategy = g_list_model_get_item (strategies, i);
      GListModel *practices = reknit_strategy_get_practices (strategy);

      for (guint j = 0; j < g_list_model_get_n_items (practices); j++)
        {
          g_autoptr (ReknitPractice) practice = g_list_model_get_item (practices, j);

          func (practice);
        }
    }
}

static void
check_style (TextKind    kind,
             const char *text,
             gpointer    user_data)
{
  static const char *const unwanted[] = { "!", "...", "--", "\"", "'", "  ", "\n", "TODO" };

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++)
    {
      if (strstr (text, unwanted[i]) != NULL)
        {
          g_test_message ("“%s” stands in: %s", unwanted[i], text);
          g_test_fail ();
        }
    }
  if (*text == '\0' || g_str_has_prefix (text, " ") || g_str_has_suffix (text, " "))
    g_test_fail ();
}

static void
test_style (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();

  content_texts_foreach (content, check_style, NULL);
}

static void
check_not_seen (TextKind    kind,
                const char *text,
                gpointer    user_data)
{
  GHashTable *seen = user_data;
  g_auto (GStrv) sentences = NULL;

  /* Notes to help lines (“For women”) come back in many countries, headings may name one thing twice, and some of
   * what there is to get ready (“A map”) is the same for many ideas. */
  if (kind == TEXT_HELP_NOTE || kind == TEXT_HEADING || kind == TEXT_PREPARATION)
    return;

  sentences = g_regex_split_simple ("(?<=[.?…])\\s+", text, 0, 0);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      if (kind != TEXT_FEELING && g_utf8_strlen (sentences[i], -1) < SHORTEST_SENTENCE)
        continue;
      if (!g_hash_table_add (seen, g_utf8_casefold (sentences[i], -1)))
        {
          g_test_message ("Twice: %s", sentences[i]);
          g_test_fail ();
        }
    }
}

static void
test_nothing_twice (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  content_texts_foreach (content, check_not_seen, seen);
  g_assert_cmpuint (g_hash_table_size (seen), >, 1100);
}

static void
check_guidance (ReknitPractice *practice)
{
  ReknitGuidance *guidance = reknit_practice_load_guidance (practice);
  GListModel *reasons;

  if (guidance == NULL)
    g_error ("%s has no guidance", reknit_practice_get_id (practice));

  g_assert_true (reknit_practice_load_guidance (practice) == guidance);
  g_assert_cmpint (g_utf8_strlen (reknit_guidance_get_what (guidance), -1), >, 40);
  g_assert_cmpuint (g_list_model_get_n_items (reknit_guidance_get_steps (guidance)), >=, 3);
  g_assert_cmpuint (g_list_model_get_n_items (reknit_guidance_get_steps (guidance)), <=, 6);
  g_assert_cmpuint (g_list_model_get_n_items (reknit_guidance_get_cases (guidance)), >=, 2);
  g_assert_cmpuint (g_list_model_get_n_items (reknit_guidance_get_cases (guidance)), <=, 3);

  reasons = reknit_guidance_get_reasons (guidance);
  g_assert_cmpuint (g_list_model_get_n_items (reasons), >=, 1);
  g_assert_cmpuint (g_list_model_get_n_items (reasons), <=, 2);
  for (guint i = 0; i < g_list_model_get_n_items (reasons); i++)
    {
      g_autoptr (ReknitGuidanceNote) reason = g_list_model_get_item (reasons, i);

      g_assert_true (g_regex_match_simple ("^\\p{L}.* (19|20)\\d\\d\\b", reknit_guidance_note_get_heading (reason),
                                           0, 0));
    }
}

static void
test_all_have_guidance (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();

  foreach_practice (content, check_guidance);
}

static void
test_guidance_is_lazy (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  ReknitStrategy *trust = reknit_content_find_strategy (content, "trust");
  ReknitStrategy *forgive = reknit_content_find_strategy (content, "forgive");

  g_assert_false (reknit_strategy_is_guidance_loaded (trust));
  reknit_practice_load_guidance (reknit_content_find_practice (content, "be-reliable"));
  g_assert_true (reknit_strategy_is_guidance_loaded (trust));
  g_assert_false (reknit_strategy_is_guidance_loaded (forgive));
}

static void
test_guidance_finalizes (void)
{
  ReknitContent *content = reknit_content_new ();
  ReknitPractice *practice = reknit_content_find_practice (content, "be-reliable");
  ReknitGuidance *guidance = g_object_ref (reknit_practice_load_guidance (practice));
  gpointer step = g_list_model_get_item (reknit_guidance_get_steps (guidance), 0);

  g_assert_finalize_object (content);
  g_assert_finalize_object (guidance);
  g_assert_finalize_object (step);
}

static void
assert_icon (const char *name)
{
  g_autofree char *relative = g_strdup_printf ("data/icons/symbolic/%s.svg", name);
  g_autofree char *path = source_path (relative);

  g_assert_true (g_str_has_suffix (name, "-symbolic"));
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_test_message ("%s is not there", path);
      g_test_fail ();
    }
}

static void
check_icon (ReknitPractice *practice)
{
  assert_icon (reknit_practice_get_icon_name (practice));
  assert_icon (reknit_strategy_get_icon_name (reknit_practice_get_strategy (practice)));
}

static void
test_icons (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();

  foreach_practice (content, check_icon);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/texts/style", test_style);
  g_test_add_func ("/texts/nothing-twice", test_nothing_twice);
  g_test_add_func ("/texts/all-have-guidance", test_all_have_guidance);
  g_test_add_func ("/texts/guidance-is-lazy", test_guidance_is_lazy);
  g_test_add_func ("/texts/guidance-finalizes", test_guidance_finalizes);
  g_test_add_func ("/texts/icons", test_icons);

  return g_test_run ();
}
