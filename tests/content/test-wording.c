#include <string.h>

#include "reknit-content.h"
#include "reknit-wording.h"

static const char *
nick_of (ReknitWordingKind kind)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (REKNIT_TYPE_WORDING_KIND);

  return g_enum_get_value (klass, (int) kind)->value_nick;
}

static char *
dup_marked (const char              *text,
            const ReknitWordingMark *mark)
{
  return g_utf8_substring (text, mark->start, mark->end);
}

static gboolean
judge_sentence (ReknitWording *wording,
                const char    *kind,
                const char    *sentence)
{
  g_autoptr (GPtrArray) marks = reknit_wording_check (wording, sentence);
  const ReknitWordingMark *mark;
  g_autofree char *marked = NULL;

  if (marks->len == 0)
    {
      if (g_str_equal (kind, "-"))
        return TRUE;
      g_test_message ("Not marked as %s: %s", kind, sentence);
      return FALSE;
    }

  mark = g_ptr_array_index (marks, 0);
  if (g_str_equal (kind, nick_of (mark->kind)))
    return TRUE;
  marked = dup_marked (sentence, mark);
  g_test_message ("Marked as %s instead of %s: %s (%s)", nick_of (mark->kind), kind, sentence, marked);
  return FALSE;
}

static void
test_sentences (gconstpointer language)
{
  g_autoptr (ReknitWording) wording = reknit_wording_new_for_language (language);
  g_autofree char *name = g_strdup_printf ("wording-%s.txt", (const char *) language);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "content", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint marked = 0, unmarked = 0, wrong = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *sentence = strchr (lines[i], '\t');

      if (lines[i][0] == '#' || sentence == NULL)
        continue;
      *sentence++ = '\0';
      if (g_str_equal (lines[i], "-"))
        unmarked++;
      else
        marked++;
      if (!judge_sentence (wording, lines[i], sentence))
        wrong++;
    }

  g_test_message ("%u to be marked, %u to be left alone, %u wrong", marked, unmarked, wrong);
  g_assert_cmpuint (wrong, ==, 0);
  g_assert_cmpuint (marked + unmarked, >=, g_str_equal (language, "en") ? 120 : 60);
  g_assert_cmpuint (unmarked, >=, marked);
}

static void
assert_marks (const char        *text,
              const char *const *expected)
{
  g_autoptr (ReknitWording) wording = reknit_wording_new_for_language ("en");
  g_autoptr (GPtrArray) marks = reknit_wording_check (wording, text);
  guint end = 0;

  g_assert_cmpuint (marks->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; i < marks->len; i++)
    {
      const ReknitWordingMark *mark = g_ptr_array_index (marks, i);
      g_autofree char *marked = dup_marked (text, mark);

      g_assert_cmpuint (mark->start, >=, end);
      g_assert_cmpuint (mark->end, >, mark->start);
      g_assert_cmpstr (marked, ==, expected[i]);
      g_assert_true (mark->why != NULL && *mark->why != '\0');
      g_assert_true (mark->softer != NULL && *mark->softer != '\0');
      end = mark->end;
    }
}

static void
test_offsets (void)
{
  assert_marks ("", (const char *const[]) { NULL });
  assert_marks ("😀😀 👩‍👩‍👧 You never listen.", (const char *const[]) { "You never", NULL });
  assert_marks ("Grüße aus Köln: it’s your fault.", (const char *const[]) { "it’s your fault", NULL });
  assert_marks ("You’re   always late", (const char *const[]) { "You’re   always", NULL });
  assert_marks ("  \n\n\tYou never listen", (const char *const[]) { "You never", NULL });
  assert_marks ("שלום, you never listen", (const char *const[]) { "you never", NULL });
  assert_marks ("YOU NEVER LISTEN", (const char *const[]) { "YOU NEVER", NULL });
}

static void
test_several_in_order (void)
{
  assert_marks ("You never listen. 🙂 You are so selfish, and it’s your fault.\nCalm down.",
                (const char *const[]) { "You never", "You are so selfish", "it’s your fault", "Calm down", NULL });
  /* What two rules claim goes to the longer. */
  assert_marks ("You always make me feel guilty.", (const char *const[]) { "You always make me feel guilty", NULL });
}

static void
test_quotations (void)
{
  assert_marks ("You said “you never listen. You never care about me.” and left.", (const char *const[]) { NULL });
  assert_marks ("He is 6\" tall.\nYou never listen.", (const char *const[]) { "You never", NULL });
  assert_marks ("“Fine”, you said. You never listen.", (const char *const[]) { "You never", NULL });
}

static void
test_languages (void)
{
  g_autoptr (ReknitWording) german = reknit_wording_new_for_language ("de_AT.UTF-8");
  g_autoptr (ReknitWording) none = reknit_wording_new_for_language ("tlh");
  g_autoptr (ReknitWording) program = reknit_wording_new_for_language (NULL);
  g_autoptr (GPtrArray) marks = reknit_wording_check (none, "You never listen.");

  g_assert_cmpstr (reknit_wording_get_language (german), ==, "de");
  g_assert_null (reknit_wording_get_language (none));
  g_assert_cmpuint (marks->len, ==, 0);
  g_assert_nonnull (reknit_wording_get_language (program));
}

static void
test_finalize (void)
{
  g_assert_finalize_object (reknit_wording_new_for_language ("en"));
}

static void
check_megabyte (const char *piece)
{
  g_autoptr (ReknitWording) english = reknit_wording_new_for_language ("en");
  g_autoptr (ReknitWording) german = reknit_wording_new_for_language ("de");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) english_marks = NULL;
  g_autoptr (GPtrArray) german_marks = NULL;
  const ReknitWordingMark *last;
  g_autofree char *marked = NULL;

  while (text->len < 1024 * 1024)
    g_string_append (text, piece);
  g_string_append (text, ".\nIt’s your fault.\nDas ist deine Schuld.");

  english_marks = reknit_wording_check (english, text->str);
  german_marks = reknit_wording_check (german, text->str);

  last = g_ptr_array_index (english_marks, english_marks->len - 1);
  marked = dup_marked (text->str, last);
  g_assert_cmpstr (marked, ==, "It’s your fault");
  g_assert_cmpuint (german_marks->len, >, 0);
}

static void
test_megabytes (void)
{
  check_megabyte ("you never listen to me. ");
  check_megabyte ("you ");
  check_megabyte ("du bist ");
  check_megabyte ("a");
  check_megabyte (" ");
  check_megabyte ("you are if you so, ");
  check_megabyte ("\"");
  check_megabyte ("“you ");
  check_megabyte ("😀");
  check_megabyte ("\n");
}

static void
assert_unmarked (ReknitWording *wording,
                 const char    *text)
{
  g_autoptr (GPtrArray) marks = reknit_wording_check (wording, text);

  if (marks->len > 0)
    {
      g_test_message ("Our own text is marked: %s", text);
      g_test_fail ();
    }
}

/* What we suggest to write must not be what we point at. */
static void
test_own_texts (void)
{
  g_autoptr (ReknitWording) wording = reknit_wording_new_for_language ("en");
  g_autoptr (ReknitContent) content = reknit_content_new ();
  GListModel *questions = reknit_content_get_questions (content);
  static const char *const lists[] = { "needs", "own-part", "speaker-starts", "appreciations", "wishes", "next-steps" };

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (ReknitQuestion) question = g_list_model_get_item (questions, i);

      assert_unmarked (wording, reknit_question_get_text (question));
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GListModel *suggestions = reknit_content_get_suggestions (content, lists[i]);

      for (guint j = 0; j < g_list_model_get_n_items (suggestions); j++)
        {
          g_autoptr (ReknitSuggestion) suggestion = g_list_model_get_item (suggestions, j);

          assert_unmarked (wording, reknit_suggestion_get_text (suggestion));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/wording/sentences/en", "en", test_sentences);
  g_test_add_data_func ("/wording/sentences/de", "de", test_sentences);
  g_test_add_func ("/wording/offsets", test_offsets);
  g_test_add_func ("/wording/several-in-order", test_several_in_order);
  g_test_add_func ("/wording/quotations", test_quotations);
  g_test_add_func ("/wording/languages", test_languages);
  g_test_add_func ("/wording/own-texts", test_own_texts);
  g_test_add_func ("/wording/finalize", test_finalize);
  g_test_add_func ("/wording/megabytes", test_megabytes);

  return g_test_run ();
}
