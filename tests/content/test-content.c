#include "content-texts.h"

static const char *const PRACTICES[][6] = {
  { "communicate", "address-issues", "express-feelings", "active-listening", "ground-rules", "regular-check-ins" },
  { "forgive", "acknowledge-hurt", "apologize", "let-go", "stay-present", "forgiveness-help" },
  { "quality-time", "prioritize-time", "shared-activities", "special-dates", "daily-rituals", "unplug" },
  { "trust", "be-reliable", "transparency", "consistent-effort", "address-insecurities", "accountability" },
  { "affection", "non-sexual-touch", "be-attentive", "initiate-touch", "intimate-moments", "affectionate-rituals" },
  { "professional-help", "couples-therapy", "workshops", "support-groups", "online-resources", "commit-to-growth" },
  { "positivity", "appreciation", "celebrate", "encourage-positivity", "avoid-negative-patterns",
    "highlight-strengths" },
  { "goals", "discuss-future", "develop-plan", "support-each-other", "reevaluate", "celebrate-progress" },
  { "reconnect", "deep-conversations", "share-vulnerabilities", "practice-empathy", "be-present", "express-love" },
  { "boundaries", "understand-limits", "communicate-boundaries", "avoid-overstepping", "be-flexible",
    "support-boundaries" },
};

static void
test_fifty_practices (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();

  g_assert_cmpuint (g_list_model_get_n_items (reknit_content_get_strategies (content)), ==, G_N_ELEMENTS (PRACTICES));
  for (guint i = 0; i < G_N_ELEMENTS (PRACTICES); i++)
    {
      ReknitStrategy *strategy = reknit_content_find_strategy (content, PRACTICES[i][0]);
      GListModel *practices;

      g_assert_nonnull (strategy);
      practices = reknit_strategy_get_practices (strategy);
      g_assert_cmpuint (g_list_model_get_n_items (practices), ==, 5);
      for (guint j = 0; j < 5; j++)
        {
          g_autoptr (ReknitPractice) practice = g_list_model_get_item (practices, j);

          g_assert_cmpstr (reknit_practice_get_id (practice), ==, PRACTICES[i][j + 1]);
          g_assert_true (reknit_practice_get_strategy (practice) == strategy);
          g_assert_true (reknit_content_find_practice (content, PRACTICES[i][j + 1]) == practice);
        }
    }
}

static void
test_details (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  ReknitPractice *rules = reknit_content_find_practice (content, "ground-rules");
  g_autofree char *title = NULL;
  ReknitPracticeSeat seat;

  g_assert_cmpstr (reknit_practice_get_tool (rules), ==, "agreement");
  g_assert_cmpstr (reknit_practice_get_parameter (rules, "kind"), ==, "ground-rules");
  g_assert_null (reknit_practice_get_parameter (rules, "no-such"));
  g_object_get (rules, "title", &title, "seat", &seat, NULL);
  g_assert_cmpstr (title, ==, "Set Ground Rules");
  g_assert_cmpint (seat, ==, REKNIT_PRACTICE_SEAT_EITHER);
  g_assert_cmpint (reknit_practice_get_seat (reknit_content_find_practice (content, "active-listening")), ==,
                   REKNIT_PRACTICE_SEAT_JOINT);
  g_assert_null (reknit_content_find_practice (content, "no-such"));
  g_assert_null (reknit_content_find_strategy (content, "no-such"));
}

static void
test_groups_stand_together (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  GListModel *strategies = reknit_content_get_strategies (content);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (ReknitStrategy) strategy = g_list_model_get_item (strategies, i);
      const char *group = reknit_strategy_get_group (strategy);

      if (g_strcmp0 (group, last) == 0)
        continue;
      g_assert_true (g_hash_table_add (seen, g_strdup (group)));
      g_free (last);
      last = g_strdup (group);
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 4);
}

static void
add_id (GHashTable *seen,
        const char *id)
{
  if (!g_hash_table_add (seen, g_strdup (id)))
    g_error ("The id %s is there twice", id);
}

static void
test_feelings (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *families = reknit_content_get_feelings (content);

  g_assert_cmpuint (g_list_model_get_n_items (families), >=, 8);
  g_assert_true (g_list_model_get_item_type (families) == REKNIT_TYPE_FEELING_FAMILY);
  for (guint i = 0; i < g_list_model_get_n_items (families); i++)
    {
      g_autoptr (ReknitFeelingFamily) family = g_list_model_get_item (families, i);
      GListModel *feelings = reknit_feeling_family_get_feelings (family);

      g_assert_cmpuint (g_list_model_get_n_items (feelings), >=, 6);
      g_assert_cmpuint (g_list_model_get_n_items (feelings), <=, 9);
      for (guint j = 0; j < g_list_model_get_n_items (feelings); j++)
        {
          g_autoptr (ReknitFeeling) feeling = g_list_model_get_item (feelings, j);

          add_id (seen, reknit_feeling_get_id (feeling));
          g_assert_true (reknit_content_find_feeling (content, reknit_feeling_get_id (feeling)) == feeling);
        }
    }
  g_assert_null (reknit_content_find_feeling (content, "no-such"));
}

static void
test_suggestions (void)
{
  static const struct { const char *list; guint n; } least[] = {
    { "ground-rules", 16 }, { "daily-rituals", 25 }, { "affectionate-rituals", 12 }, { "phone-free", 15 },
    { "special-days", 10 }, { "getting-ready", 15 }, { "packing", 25 }, { "celebrations", 15 },
  };
  g_autoptr (ReknitContent) content = reknit_content_new ();

  for (guint i = 0; CONTENT_SUGGESTIONS[i] != NULL; i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      GListModel *suggestions = reknit_content_get_suggestions (content, CONTENT_SUGGESTIONS[i]);

      g_assert_nonnull (suggestions);
      g_assert_cmpuint (g_list_model_get_n_items (suggestions), >=, 5);
      for (guint j = 0; j < g_list_model_get_n_items (suggestions); j++)
        {
          g_autoptr (ReknitSuggestion) suggestion = g_list_model_get_item (suggestions, j);

          add_id (seen, reknit_suggestion_get_id (suggestion));
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (least); i++)
    g_assert_cmpuint (g_list_model_get_n_items (reknit_content_get_suggestions (content, least[i].list)), >=, least[i].n);
  g_assert_null (reknit_content_get_suggestions (content, "no-such"));
}

/* A ritual follows something; a rule or a thing to pack does not. */
static void
test_cues (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();

  for (guint i = 0; CONTENT_SUGGESTIONS[i] != NULL; i++)
    {
      GListModel *suggestions = reknit_content_get_suggestions (content, CONTENT_SUGGESTIONS[i]);
      const gboolean rituals = g_str_has_suffix (CONTENT_SUGGESTIONS[i], "-rituals");

      for (guint j = 0; j < g_list_model_get_n_items (suggestions); j++)
        {
          g_autoptr (ReknitSuggestion) suggestion = g_list_model_get_item (suggestions, j);
          g_autofree char *cue = NULL;

          g_object_get (suggestion, "cue", &cue, NULL);
          g_assert_cmpstr (cue, ==, reknit_suggestion_get_cue (suggestion));
          g_assert_cmpint (cue != NULL, ==, rituals);
          g_assert_cmpstr (reknit_suggestion_get_text (suggestion), !=, "");
        }
    }
}

static void
test_questions (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *questions = reknit_content_get_questions (content);
  guint by_depth[3] = { 0, };

  g_assert_true (reknit_content_get_questions (content) == questions);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (ReknitQuestion) question = g_list_model_get_item (questions, i);

      add_id (seen, reknit_question_get_id (question));
      by_depth[reknit_question_get_depth (question)]++;
    }
  g_assert_cmpuint (by_depth[REKNIT_QUESTION_DEPTH_LIGHT], >=, 20);
  g_assert_cmpuint (by_depth[REKNIT_QUESTION_DEPTH_WARM], >=, 20);
  g_assert_cmpuint (by_depth[REKNIT_QUESTION_DEPTH_DEEP], >=, 20);
}

static void
assert_line_can_be_reached (ReknitHelpLine *line)
{
  g_assert_true (reknit_help_line_get_numbers (line)[0] != NULL || reknit_help_line_get_web (line) != NULL);
  if (reknit_help_line_get_kind (line) != REKNIT_HELP_EMERGENCY)
    g_assert_nonnull (reknit_help_line_get_name (line));
}

static void
test_help (void)
{
  static const char *const ids[] = { "welcome", "who-it-is-not-for", "safe", "self-check" };
  g_autoptr (ReknitContent) content = reknit_content_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ReknitHelpSection *section = reknit_content_find_help (content, ids[i]);

      g_assert_nonnull (section);
      g_assert_cmpstr (reknit_help_section_get_title (section), !=, "");
      g_assert_nonnull (reknit_help_section_get_paragraphs (section)[0]);
    }
  g_assert_nonnull (reknit_help_section_get_questions (reknit_content_find_help (content, "self-check"))[0]);
  g_assert_null (reknit_help_section_get_questions (reknit_content_find_help (content, "welcome"))[0]);
  g_assert_null (reknit_content_find_help (content, "no-such"));
}

static void
test_help_directory (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  ReknitHelpDirectory *directory = reknit_content_get_help_directory (content);
  GListModel *countries = reknit_help_directory_get_countries (directory);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (g_regex_match_simple ("^\\d{4}-\\d{2}$", reknit_help_directory_get_checked (directory), 0, 0));
  g_assert_nonnull (reknit_help_directory_get_paragraphs (directory)[0]);
  g_assert_cmpuint (g_list_model_get_n_items (countries), >, 10);
  for (guint i = 0; i < g_list_model_get_n_items (countries); i++)
    {
      g_autoptr (ReknitHelpCountry) country = g_list_model_get_item (countries, i);
      GListModel *lines = reknit_help_country_get_lines (country);

      /* Who has not said where they live begins with what helps everywhere, not with some country. */
      g_assert_true ((i == 0) == g_str_equal (reknit_help_country_get_code (country), "001"));
      add_id (seen, reknit_help_country_get_code (country));
      g_assert_cmpuint (g_list_model_get_n_items (lines), >, 0);
      for (guint j = 0; j < g_list_model_get_n_items (lines); j++)
        {
          g_autoptr (ReknitHelpLine) line = g_list_model_get_item (lines, j);

          assert_line_can_be_reached (line);
        }
    }
  g_assert_cmpstr (reknit_help_country_get_title (reknit_help_directory_find_country (directory, "DE")), ==, "Germany");
  g_assert_null (reknit_help_directory_find_country (directory, NULL));
}

static void
test_lists_finalize (void)
{
  ReknitContent *content = reknit_content_new ();
  g_autoptr (ReknitFeelingFamily) family = g_list_model_get_item (reknit_content_get_feelings (content), 0);
  GListModel *feelings = reknit_feeling_family_get_feelings (family);
  GListModel *suggestions = g_object_ref (reknit_content_get_suggestions (content, "ground-rules"));
  GListModel *questions = g_object_ref (reknit_content_get_questions (content));
  gpointer feeling = g_list_model_get_item (feelings, 0);
  gpointer suggestion = g_list_model_get_item (suggestions, 0);
  gpointer question = g_list_model_get_item (questions, 0);

  g_assert_finalize_object (content);
  g_assert_finalize_object (suggestions);
  g_assert_finalize_object (questions);
  g_assert_finalize_object (g_steal_pointer (&family));
  g_assert_finalize_object (feeling);
  g_assert_finalize_object (suggestion);
  g_assert_finalize_object (question);
}

static void
test_finalize (void)
{
  ReknitContent *content = reknit_content_new ();
  ReknitStrategy *strategy = g_object_ref (reknit_content_find_strategy (content, "trust"));
  ReknitPractice *practice = g_object_ref (reknit_content_find_practice (content, "be-reliable"));

  g_assert_finalize_object (content);
  g_assert_finalize_object (strategy);
  g_assert_null (reknit_practice_get_strategy (practice));
  g_assert_cmpstr (reknit_practice_get_title (practice), ==, "Be Reliable");
  g_assert_finalize_object (practice);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/content/fifty-practices", test_fifty_practices);
  g_test_add_func ("/content/details", test_details);
  g_test_add_func ("/content/groups-stand-together", test_groups_stand_together);
  g_test_add_func ("/content/feelings", test_feelings);
  g_test_add_func ("/content/suggestions", test_suggestions);
  g_test_add_func ("/content/cues", test_cues);
  g_test_add_func ("/content/questions", test_questions);
  g_test_add_func ("/content/help", test_help);
  g_test_add_func ("/content/help-directory", test_help_directory);
  g_test_add_func ("/content/lists-finalize", test_lists_finalize);
  g_test_add_func ("/content/finalize", test_finalize);

  return g_test_run ();
}
