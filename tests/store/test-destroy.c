#include "store-util.h"

/* Destroyed is destroyed, also in a file that has been written and rewritten for long. Where SQLite balances its pages it
 * leaves copies of what stood there, which “secure_delete” does not zero: only a file written anew is free of them. */

#define N_STEPS 700
#define MAX_LIVE 60

static char *
pad (GRand *random,
     int    most)
{
  return g_strnfill ((gsize) g_rand_int_range (random, 0, most), 'x');
}

static ReknitRecord *
write_note (ReknitStore *store,
            GRand       *random,
            int          number)
{
  g_autofree char *filling = pad (random, 900);
  g_autofree char *title = g_strdup_printf ("<secret-%05d>%s", number, filling);

  return test_note_save (store, NULL, title, number);
}

static void
rewrite (ReknitStore  *store,
         GRand        *random,
         ReknitRecord *note)
{
  g_autofree char *filling = pad (random, 1500);
  g_autofree char *title =
    g_strdup_printf ("<secret-%05d>%s", (int) reknit_record_get_integer (note, "position"), filling);

  g_object_set (note, "title", title, NULL);
  test_save (store, NULL, note);
}

static void
destroy (ReknitStore  *store,
         const char   *folder,
         ReknitRecord *note)
{
  g_autofree char *word = g_strdup_printf ("<secret-%05d>", (int) reknit_record_get_integer (note, "position"));
  g_autoptr (GError) error = NULL;

  reknit_store_destroy (store, note, &error);
  g_assert_no_error (error);
  if (test_folder_contains (folder, word))
    g_error ("%s is left", word);
}

static void
test_nothing_is_left (void)
{
  g_autofree char *folder = test_folder_new ();
  ReknitStore *store = test_store_open (folder, NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (int i = 0; i < N_STEPS; i++)
    {
      double dice = g_rand_double (random);
      guint which = notes->len > 0 ? (guint) g_rand_int_range (random, 0, (gint32) notes->len) : 0;

      if (notes->len == 0 || (dice < 0.35 && notes->len < MAX_LIVE))
        g_ptr_array_add (notes, write_note (store, random, i));
      else if (dice < 0.75)
        rewrite (store, random, g_ptr_array_index (notes, which));
      else
        {
          destroy (store, folder, g_ptr_array_index (notes, which));
          g_ptr_array_remove_index_fast (notes, which);
        }
    }
  g_ptr_array_set_size (notes, 0);
  test_store_close (store);
  test_folder_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/destroy/nothing-is-left", test_nothing_is_left);
  return g_test_run ();
}
