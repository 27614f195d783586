#include "model-fixture.h"
#include "reknit-idea-rest.h"

static const char *const ideas[] = { "jigsaw", "blind-tea", "short-story", NULL };

static gint64
id_of (ReknitPartner *partner)
{
  return reknit_record_get_id (REKNIT_RECORD (partner));
}

static void
say (ModelFixture  *fixture,
     ReknitPartner *partner,
     const char    *idea,
     gboolean       rests)
{
  gint64 author = partner != NULL ? id_of (partner) : 0;
  g_autoptr (GError) error = NULL;

  reknit_store_set_reader (fixture->store, author);
  if (rests)
    reknit_idea_rest_begin (fixture->store, idea, author, &error);
  else
    reknit_idea_rest_end (fixture->store, idea, author, &error);
  g_assert_no_error (error);
}

static void
assert_resting (ModelFixture *fixture,
                gboolean      jigsaw,
                gboolean      tea)
{
  g_autoptr (GHashTable) resting = reknit_idea_rest_find (fixture->store, ideas);

  g_assert_cmpint (g_hash_table_contains (resting, "jigsaw"), ==, jigsaw);
  g_assert_cmpint (g_hash_table_contains (resting, "blind-tea"), ==, tea);
  g_assert_false (g_hash_table_contains (resting, "short-story"));
}

static guint
count_own (ModelFixture  *fixture,
           ReknitPartner *partner)
{
  gint64 author = partner != NULL ? id_of (partner) : 0;
  g_autoptr (GPtrArray) own = NULL;

  reknit_store_set_reader (fixture->store, author);
  own = reknit_idea_rest_list_own (fixture->store, author);
  return own->len;
}

/* It holds for whoever sits there, and is known only to who said it. */
static void
test_said_by_one (ModelFixture  *fixture,
                  gconstpointer  data)
{
  assert_resting (fixture, FALSE, FALSE);
  say (fixture, fixture->ana, "jigsaw", TRUE);
  say (fixture, fixture->ana, "jigsaw", TRUE);
  assert_resting (fixture, TRUE, FALSE);
  g_assert_cmpuint (count_own (fixture, fixture->ana), ==, 1);
  g_assert_cmpuint (count_own (fixture, fixture->ben), ==, 0);
  assert_resting (fixture, TRUE, FALSE);
  g_assert_cmpuint (count_own (fixture, NULL), ==, 0);
  assert_resting (fixture, TRUE, FALSE);

  /* Nobody else can take it back. */
  say (fixture, fixture->ben, "jigsaw", FALSE);
  say (fixture, NULL, "jigsaw", FALSE);
  assert_resting (fixture, TRUE, FALSE);
  say (fixture, fixture->ana, "jigsaw", FALSE);
  assert_resting (fixture, FALSE, FALSE);
}

/* One takes it back: the other's stays. */
static void
test_said_by_both (ModelFixture  *fixture,
                   gconstpointer  data)
{
  say (fixture, fixture->ana, "jigsaw", TRUE);
  say (fixture, fixture->ben, "jigsaw", TRUE);
  say (fixture, fixture->ben, "blind-tea", TRUE);
  say (fixture, fixture->ana, "jigsaw", FALSE);
  assert_resting (fixture, TRUE, TRUE);
  g_assert_cmpuint (count_own (fixture, fixture->ana), ==, 0);
  g_assert_cmpuint (count_own (fixture, fixture->ben), ==, 2);
  say (fixture, fixture->ben, "jigsaw", FALSE);
  assert_resting (fixture, FALSE, TRUE);
}

/* What the two said together either may take back. */
static void
test_said_together (ModelFixture  *fixture,
                    gconstpointer  data)
{
  say (fixture, NULL, "blind-tea", TRUE);
  assert_resting (fixture, FALSE, TRUE);
  g_assert_cmpuint (count_own (fixture, NULL), ==, 1);
  g_assert_cmpuint (count_own (fixture, fixture->ben), ==, 1);
  say (fixture, fixture->ben, "blind-tea", FALSE);
  assert_resting (fixture, FALSE, FALSE);
  g_assert_cmpuint (count_own (fixture, NULL), ==, 0);
}

/* The name of a step is shown to whoever undoes it. */
static void
test_no_step (ModelFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_object_get (fixture->store, "undo-label", &before, NULL);
  say (fixture, fixture->ana, "jigsaw", TRUE);
  say (fixture, fixture->ana, "jigsaw", FALSE);
  g_object_get (fixture->store, "undo-label", &after, NULL);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/idea-rest/said-by-one", test_said_by_one);
  model_test_add ("/idea-rest/said-by-both", test_said_by_both);
  model_test_add ("/idea-rest/said-together", test_said_together);
  model_test_add ("/idea-rest/no-step", test_no_step);
  return g_test_run ();
}
