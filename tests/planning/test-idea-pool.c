#include "model-fixture.h"

#include "reknit-idea-pool.h"

#define ROUND 30

static GPtrArray *
list_round (ModelFixture *fixture,
            gint64        author,
            const char   *chance)
{
  g_autoptr (GPtrArray) unrated = reknit_idea_pool_list_unrated (fixture->store, author, chance);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpuint (unrated->len, >, 2 * ROUND);
  for (guint i = 0; i < ROUND; i++)
    g_ptr_array_add (keys, g_strdup (reknit_idea_choice_get_key (unrated->pdata[i])));
  return keys;
}

static guint
count_shared (GPtrArray *one,
              GPtrArray *other,
              gboolean   at_one_place)
{
  guint n = 0;
  guint at;

  for (guint i = 0; i < one->len; i++)
    if (g_ptr_array_find_with_equal_func (other, one->pdata[i], g_str_equal, &at) && (!at_one_place || at == i))
      n++;
  return n;
}

/* Both are asked of the same before others, so that they soon meet; in which order, nobody can know. */
static void
test_rounds (ModelFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) of_one = list_round (fixture, 1, "chance");
  g_autoptr (GPtrArray) of_other = list_round (fixture, 2, "chance");
  g_autoptr (GPtrArray) later = list_round (fixture, 1, "another chance");
  g_autoptr (GPtrArray) again = list_round (fixture, 1, "chance");

  g_assert_cmpuint (count_shared (of_one, of_other, FALSE), ==, ROUND);
  g_assert_cmpuint (count_shared (of_one, of_other, TRUE), <, ROUND / 2);
  g_assert_cmpuint (count_shared (of_one, later, FALSE), ==, ROUND);
  g_assert_cmpuint (count_shared (of_one, later, TRUE), <, ROUND / 2);
  g_assert_cmpuint (count_shared (of_one, again, TRUE), ==, ROUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/idea-pool/rounds", test_rounds);
  return g_test_run ();
}
