#include "reknit-content.h"

/* All ideas that are found by @wanted, or only those for the pool. */
static guint
count_ideas (ReknitContent    *content,
             ReknitIdeaTraits  wanted,
             gboolean          activities_only)
{
  GListModel *ideas = reknit_content_get_ideas (content);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (ideas); i++)
    {
      g_autoptr (ReknitIdea) idea = g_list_model_get_item (ideas, i);

      if (activities_only && !reknit_idea_get_activity (idea))
        continue;
      if (reknit_idea_traits_match (reknit_idea_get_traits (idea), wanted))
        n++;
    }

  return n;
}

static void
test_match (void)
{
  const ReknitIdeaTraits walk = REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_ENERGY_CALM | REKNIT_IDEA_SETTING_OUTDOORS
                                | REKNIT_IDEA_PLACE_OUT | REKNIT_IDEA_LENGTH_SHORT | REKNIT_IDEA_SEASON_SPRING
                                | REKNIT_IDEA_SEASON_AUTUMN;

  g_assert_true (reknit_idea_traits_match (walk, 0));
  g_assert_true (reknit_idea_traits_match (walk, REKNIT_IDEA_BUDGET_FREE));
  g_assert_false (reknit_idea_traits_match (walk, REKNIT_IDEA_BUDGET_LOW));
  /* Within a facet one of them is enough. */
  g_assert_true (reknit_idea_traits_match (walk, REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_BUDGET_LOW));
  g_assert_true (reknit_idea_traits_match (walk, REKNIT_IDEA_SEASON_AUTUMN | REKNIT_IDEA_SEASON_WINTER));
  g_assert_false (reknit_idea_traits_match (walk, REKNIT_IDEA_SEASON_SUMMER | REKNIT_IDEA_SEASON_WINTER));
  /* Each facet has to fit. */
  g_assert_true (reknit_idea_traits_match (walk, REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_OUT
                                                 | REKNIT_IDEA_SEASON_SPRING));
  g_assert_false (reknit_idea_traits_match (walk, REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_HOME
                                                  | REKNIT_IDEA_SEASON_SPRING));
  /* What an idea leaves open fits. */
  g_assert_true (reknit_idea_traits_match (walk & ~REKNIT_IDEA_SEASON, REKNIT_IDEA_SEASON_WINTER));
  g_assert_true (reknit_idea_traits_match (walk & ~REKNIT_IDEA_SETTING, REKNIT_IDEA_SETTING_INDOORS));
  g_assert_true (reknit_idea_traits_match (0, walk));
}

/* Each facet alone: the filter of one never looks at another. */
static void
test_facets_are_apart (void)
{
  static const ReknitIdeaTraits facets[] = {
    REKNIT_IDEA_BUDGET, REKNIT_IDEA_ENERGY, REKNIT_IDEA_SETTING,
    REKNIT_IDEA_PLACE, REKNIT_IDEA_LENGTH, REKNIT_IDEA_SEASON,
  };
  g_autoptr (GFlagsClass) klass = g_type_class_ref (REKNIT_TYPE_IDEA_TRAITS);
  ReknitIdeaTraits all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      g_assert_cmpuint (all & facets[i], ==, 0);
      all |= facets[i];
    }
  g_assert_cmpuint (all, ==, klass->mask);
  /* They are stored, so that their numbers stay. */
  g_assert_cmpuint (REKNIT_IDEA_BUDGET, ==, 0xf);
  g_assert_cmpuint (REKNIT_IDEA_ENERGY, ==, 0x70);
  g_assert_cmpuint (REKNIT_IDEA_SETTING, ==, 0x180);
  g_assert_cmpuint (REKNIT_IDEA_PLACE, ==, 0x600);
  g_assert_cmpuint (REKNIT_IDEA_LENGTH, ==, 0x7800);
  g_assert_cmpuint (REKNIT_IDEA_SEASON, ==, 0x78000);

  for (guint i = 0; i < klass->n_values; i++)
    {
      for (guint j = 0; j < klass->n_values; j++)
        {
          const guint one = klass->values[i].value, other = klass->values[j].value;
          gboolean same_facet = FALSE;

          for (guint k = 0; k < G_N_ELEMENTS (facets); k++)
            same_facet |= (one & facets[k]) != 0 && (other & facets[k]) != 0;
          g_assert_cmpint (reknit_idea_traits_match (one, other), ==, one == other || !same_facet);
        }
    }
}

static void
add_once (GHashTable *seen,
          const char *text)
{
  if (!g_hash_table_add (seen, g_utf8_casefold (text, -1)))
    g_error ("“%s” is there twice", text);
}

static void
test_each_idea (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  GListModel *ideas = reknit_content_get_ideas (content);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (reknit_content_get_ideas (content) == ideas);
  g_assert_true (g_list_model_get_item_type (ideas) == REKNIT_TYPE_IDEA);
  g_assert_cmpuint (g_list_model_get_n_items (ideas), >=, 180);
  for (guint i = 0; i < g_list_model_get_n_items (ideas); i++)
    {
      g_autoptr (ReknitIdea) idea = g_list_model_get_item (ideas, i);
      const ReknitIdeaTraits traits = reknit_idea_get_traits (idea);

      add_once (ids, reknit_idea_get_id (idea));
      add_once (titles, reknit_idea_get_title (idea));
      g_assert_true (reknit_content_find_idea (content, reknit_idea_get_id (idea)) == idea);
      /* What it costs, what strength it takes, where it is and how long it takes is said of each. */
      g_assert_cmpuint (traits & REKNIT_IDEA_BUDGET, !=, 0);
      g_assert_cmpuint (traits & REKNIT_IDEA_ENERGY, !=, 0);
      g_assert_cmpuint (traits & REKNIT_IDEA_PLACE, !=, 0);
      g_assert_cmpuint (traits & REKNIT_IDEA_LENGTH, !=, 0);
      /* Nobody draws several days from a pool of things to do. */
      g_assert_false (reknit_idea_get_activity (idea) && (traits & REKNIT_IDEA_LENGTH_GETAWAY) != 0);
    }
  g_assert_null (reknit_content_find_idea (content, "no-such"));
}

static void
test_one_idea (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  ReknitIdea *idea = reknit_content_find_idea (content, "evening-without-power");
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  g_auto (GStrv) prepare = NULL;
  ReknitIdeaTraits traits;
  gboolean activity;

  g_assert_nonnull (idea);
  g_object_get (idea, "title", &title, "summary", &summary, "traits", &traits, "activity", &activity,
                "prepare", &prepare, NULL);
  g_assert_cmpstr (title, ==, "Spend an evening without electricity");
  g_assert_true (g_str_has_prefix (summary, "Switch everything off at dusk"));
  g_assert_cmpuint (traits, ==, REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_ENERGY_CALM | REKNIT_IDEA_SETTING_INDOORS
                                | REKNIT_IDEA_PLACE_HOME | REKNIT_IDEA_LENGTH_EVENING | REKNIT_IDEA_SEASON_AUTUMN
                                | REKNIT_IDEA_SEASON_WINTER);
  g_assert_true (activity);
  g_assert_cmpuint (g_strv_length (prepare), ==, 2);
  g_assert_cmpstr (prepare[0], ==, "Candles and matches");

  idea = reknit_content_find_idea (content, "one-year-of-photos");
  g_assert_false (reknit_idea_get_activity (idea));
  g_assert_cmpuint (reknit_idea_get_traits (idea) & REKNIT_IDEA_SEASON, ==, 0);
  g_assert_nonnull (reknit_idea_get_prepare (idea));
  g_assert_null (reknit_idea_get_prepare (idea)[0]);
}

/* Whatever single thing somebody looks for, there is a choice. */
static void
test_each_trait_has_a_choice (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  g_autoptr (GFlagsClass) klass = g_type_class_ref (REKNIT_TYPE_IDEA_TRAITS);

  for (guint i = 0; i < klass->n_values; i++)
    {
      const guint trait = klass->values[i].value;
      const guint least = trait == REKNIT_IDEA_BUDGET_HIGH ? 12 : 20;

      g_test_message ("%s: %u", klass->values[i].value_nick, count_ideas (content, trait, FALSE));
      g_assert_cmpuint (count_ideas (content, trait, FALSE), >=, least);
    }
  g_assert_cmpuint (count_ideas (content, 0, TRUE), >=, 120);
  g_assert_cmpuint (count_ideas (content, REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_BUDGET_LOW, TRUE), >=, 80);
}

/* A season has ideas of its own, not only those that go at any time. */
static void
test_seasons (void)
{
  g_autoptr (ReknitContent) content = reknit_content_new ();
  GListModel *ideas = reknit_content_get_ideas (content);

  for (guint season = REKNIT_IDEA_SEASON_SPRING; season <= REKNIT_IDEA_SEASON_WINTER; season <<= 1)
    {
      guint n = 0;

      for (guint i = 0; i < g_list_model_get_n_items (ideas); i++)
        {
          g_autoptr (ReknitIdea) idea = g_list_model_get_item (ideas, i);

          n += (reknit_idea_get_traits (idea) & season) != 0;
        }
      g_assert_cmpuint (n, >=, 30);
    }
}

/* What people look for when three things are given: nobody with little money, strength or time finds nothing. */
static void
test_three_filters_find_something (void)
{
  static const ReknitIdeaTraits wanted[] = {
    REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_HOME | REKNIT_IDEA_ENERGY_CALM,
    REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_HOME | REKNIT_IDEA_ENERGY_LIVELY,
    REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_HOME | REKNIT_IDEA_LENGTH_SHORT,
    REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_HOME | REKNIT_IDEA_LENGTH_EVENING,
    REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_OUT | REKNIT_IDEA_ENERGY_CALM,
    REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_OUT | REKNIT_IDEA_LENGTH_SHORT,
    REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_PLACE_OUT | REKNIT_IDEA_SETTING_INDOORS,
    REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_SETTING_OUTDOORS | REKNIT_IDEA_SEASON_WINTER,
    REKNIT_IDEA_BUDGET_FREE | REKNIT_IDEA_LENGTH_DAY | REKNIT_IDEA_PLACE_OUT,
    REKNIT_IDEA_BUDGET_LOW | REKNIT_IDEA_PLACE_OUT | REKNIT_IDEA_ENERGY_LIVELY,
    REKNIT_IDEA_BUDGET_LOW | REKNIT_IDEA_PLACE_OUT | REKNIT_IDEA_ENERGY_CALM,
    REKNIT_IDEA_BUDGET_LOW | REKNIT_IDEA_PLACE_HOME | REKNIT_IDEA_LENGTH_EVENING,
    REKNIT_IDEA_BUDGET_LOW | REKNIT_IDEA_LENGTH_DAY | REKNIT_IDEA_SETTING_OUTDOORS,
    REKNIT_IDEA_BUDGET_MEDIUM | REKNIT_IDEA_PLACE_OUT | REKNIT_IDEA_LENGTH_EVENING,
    REKNIT_IDEA_BUDGET_MEDIUM | REKNIT_IDEA_LENGTH_DAY | REKNIT_IDEA_ENERGY_CALM,
    REKNIT_IDEA_BUDGET_HIGH | REKNIT_IDEA_LENGTH_GETAWAY | REKNIT_IDEA_SEASON_SUMMER,
    REKNIT_IDEA_SEASON_WINTER | REKNIT_IDEA_PLACE_HOME | REKNIT_IDEA_LENGTH_EVENING,
    REKNIT_IDEA_SEASON_WINTER | REKNIT_IDEA_SETTING_OUTDOORS | REKNIT_IDEA_ENERGY_LIVELY,
    REKNIT_IDEA_SEASON_SPRING | REKNIT_IDEA_SETTING_OUTDOORS | REKNIT_IDEA_LENGTH_SHORT,
    REKNIT_IDEA_SEASON_SUMMER | REKNIT_IDEA_PLACE_HOME | REKNIT_IDEA_SETTING_OUTDOORS,
    REKNIT_IDEA_SEASON_SUMMER | REKNIT_IDEA_PLACE_OUT | REKNIT_IDEA_LENGTH_DAY,
    REKNIT_IDEA_SEASON_AUTUMN | REKNIT_IDEA_SETTING_OUTDOORS | REKNIT_IDEA_LENGTH_DAY,
    REKNIT_IDEA_LENGTH_GETAWAY | REKNIT_IDEA_ENERGY_CALM | REKNIT_IDEA_BUDGET_LOW,
  };
  g_autoptr (ReknitContent) content = reknit_content_new ();

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *names = g_flags_to_string (REKNIT_TYPE_IDEA_TRAITS, wanted[i]);
      const guint n = count_ideas (content, wanted[i], FALSE);

      g_test_message ("%u: %s", n, names);
      /* One is no choice. A getaway for little money is rare. */
      g_assert_cmpuint (n, >=, (wanted[i] & REKNIT_IDEA_LENGTH_GETAWAY) != 0 ? 1 : 3);
    }
}

static void
test_finalize (void)
{
  ReknitContent *content = reknit_content_new ();
  GListModel *ideas = g_object_ref (reknit_content_get_ideas (content));
  ReknitIdea *idea = g_list_model_get_item (ideas, 0);

  g_assert_finalize_object (content);
  g_assert_finalize_object (ideas);
  g_assert_cmpstr (reknit_idea_get_title (idea), !=, "");
  g_assert_finalize_object (idea);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ideas/match", test_match);
  g_test_add_func ("/ideas/facets-are-apart", test_facets_are_apart);
  g_test_add_func ("/ideas/each", test_each_idea);
  g_test_add_func ("/ideas/one", test_one_idea);
  g_test_add_func ("/ideas/each-trait-has-a-choice", test_each_trait_has_a_choice);
  g_test_add_func ("/ideas/seasons", test_seasons);
  g_test_add_func ("/ideas/three-filters-find-something", test_three_filters_find_something);
  g_test_add_func ("/ideas/finalize", test_finalize);

  return g_test_run ();
}
