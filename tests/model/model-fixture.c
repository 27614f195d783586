#include "model-fixture.h"

#include <glib/gstdio.h>

static ReknitPartner *
add_partner (ReknitStore *store,
             const char  *name,
             const char  *color,
             gint64       position)
{
  g_autoptr (GError) error = NULL;
  ReknitPartner *partner = g_object_new (REKNIT_TYPE_PARTNER, "name", name, "color", color, "position", position, NULL);

  reknit_store_save (store, NULL, partner, &error);
  g_assert_no_error (error);
  return partner;
}

void
model_fixture_set_up (ModelFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->clock = reknit_test_clock_new ("2026-11-22T19:00:00", "Europe/Berlin");
  reknit_clock_set_default (fixture->clock);
  fixture->folder = g_dir_make_tmp ("reknit-model-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "reknit.db", NULL);
  fixture->store = reknit_store_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  fixture->ana = add_partner (fixture->store, "Ana", "teal", 1);
  fixture->ben = add_partner (fixture->store, "Ben", "amber", 2);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_assert_no_errno (g_unlink (file));
    }

  g_assert_no_errno (g_rmdir (path));
}

void
model_fixture_tear_down (ModelFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->ana);
  g_clear_object (&fixture->ben);
  reknit_store_close (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  reknit_clock_set_default (NULL);
  g_assert_finalize_object (g_steal_pointer (&fixture->clock));
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}
