/* Fills a new store with YEARS of the invented couple's life:  fill-store FILE YEARS */
#include "reknit-demo.h"

#include <locale.h>
#include <stdlib.h>

int
main (int argc, char *argv[])
{
  g_autoptr (ReknitStore) store = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 3)
    {
      g_printerr ("fill-store FILE YEARS\n");
      return EXIT_FAILURE;
    }
  store = reknit_store_open (argv[1], NULL, &error);
  if (store == NULL || !reknit_demo_fill (store, atoi (argv[2]), &error))
    {
      g_printerr ("fill-store: %s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
