#include <gtk/gtk.h>

#include "reknit-first-items.h"

typedef struct
{
  GtkStringList    *all;
  ReknitFirstItems *first;
  GString          *changes;   /* "position:removed:added " of each items-changed */
  GPtrArray        *heard;     /* what somebody has who only listens */
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *f)
{
  g_string_append_printf (f->changes, "%u:%u:%u ", position, removed, added);
  if (removed > 0)
    g_ptr_array_remove_range (f->heard, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (f->heard, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (f->heard->len, ==, g_list_model_get_n_items (model));
}

/* Four of seven. */
static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  const char *const words[] = { "a", "b", "c", "d", "e", "f", "g", NULL };

  f->all = gtk_string_list_new (words);
  f->first = reknit_first_items_new (G_LIST_MODEL (f->all), 4);
  f->changes = g_string_new (NULL);
  f->heard = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (f->heard, g_list_model_get_item (G_LIST_MODEL (f->first), i));
  g_signal_connect (f->first, "items-changed", G_CALLBACK (on_items_changed), f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_ptr_array_unref (f->heard);
  g_assert_finalize_object (f->first);
  g_assert_finalize_object (f->all);
  g_string_free (f->changes, TRUE);
}

static void
assert_shows (Fixture    *f,
              const char *words,
              const char *changes)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < f->heard->len; i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (f->first), i);

      g_assert_true (f->heard->pdata[i] == item);
      g_string_append (shown, gtk_string_object_get_string (item));
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (f->first), f->heard->len));
  g_assert_cmpstr (shown->str, ==, words);
  if (changes != NULL)
    g_assert_cmpstr (f->changes->str, ==, changes);
  g_string_truncate (f->changes, 0);
}

static void
test_changes (Fixture       *f,
              gconstpointer  data)
{
  const char *const one[] = { "x", NULL };
  const char *const five[] = { "1", "2", "3", "4", "5", NULL };

  gtk_string_list_remove (f->all, 1);
  assert_shows (f, "acde", "1:1:0 3:0:1 ");
  gtk_string_list_splice (f->all, 1, 0, one);
  assert_shows (f, "axcd", "1:0:1 4:1:0 ");
  gtk_string_list_splice (f->all, 2, 1, one);
  assert_shows (f, "axxd", "2:1:1 ");
  /* Nobody here sees what goes on behind. */
  gtk_string_list_splice (f->all, 4, 1, five);
  assert_shows (f, "axxd", "");
  gtk_string_list_splice (f->all, 1, 1, five);
  assert_shows (f, "a123", "1:3:3 ");
  gtk_string_list_splice (f->all, 2, g_list_model_get_n_items (G_LIST_MODEL (f->all)) - 2, NULL);
  assert_shows (f, "a1", "2:2:0 ");
}

static void
test_limit (Fixture       *f,
            gconstpointer  data)
{
  reknit_first_items_set_limit (f->first, G_MAXUINT);
  assert_shows (f, "abcdefg", "4:0:3 ");
  gtk_string_list_remove (f->all, 0);
  assert_shows (f, "bcdefg", "0:1:0 ");
  reknit_first_items_set_limit (f->first, 2);
  assert_shows (f, "bc", "2:4:0 ");
  reknit_first_items_set_limit (f->first, 2);
  assert_shows (f, "bc", "");
  reknit_first_items_set_limit (f->first, 0);
  gtk_string_list_remove (f->all, 0);
  assert_shows (f, "", "0:2:0 ");
}

/* Who only listens has the same as who asks. */
static void
test_random (Fixture       *f,
             gconstpointer  data)
{
  for (guint i = 0; i < 2000; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (f->all));
      guint position = g_test_rand_int_range (0, n + 1);
      const char *added[8] = { NULL };
      g_autoptr (GString) expected = g_string_new (NULL);
      guint limit = reknit_first_items_get_limit (f->first);

      for (int j = g_test_rand_int_range (0, n > 30 ? 2 : 8) - 1; j >= 0; j--)
        added[j] = (const char *[]) { "p", "q", "r" }[g_test_rand_int_range (0, 3)];
      gtk_string_list_splice (f->all, position, g_test_rand_int_range (0, n - position + 1), added);
      if (g_test_rand_int_range (0, 20) == 0)
        reknit_first_items_set_limit (f->first, limit = g_test_rand_int_range (0, 12));
      for (guint j = 0; j < MIN (limit, g_list_model_get_n_items (G_LIST_MODEL (f->all))); j++)
        g_string_append (expected, gtk_string_list_get_string (f->all, j));
      assert_shows (f, expected->str, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/first-items/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/first-items/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/first-items/random", Fixture, NULL, set_up, test_random, tear_down);

  return g_test_run ();
}
