/* Makes a store with Ana and Ben, each with a passphrase: seed FILE PASSPHRASE. What a first run makes, without the
 * screens in between. */
#include "reknit-household.h"
#include "reknit-partner.h"
#include "reknit-store.h"
#include "reknit-vault.h"

static void
on_created (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autoptr (ReknitKeyWraps) wraps = reknit_vault_create_finish (REKNIT_VAULT (source), result, &code, &error);

  g_assert_no_error (error);
  g_object_set (user_data, "passphrase-wrap", reknit_key_wraps_get_passphrase (wraps),
                "recovery-wrap", reknit_key_wraps_get_recovery (wraps), NULL);
}

static void
save (ReknitStore *store,
      gpointer     record)
{
  g_autoptr (GError) error = NULL;

  reknit_store_save (store, NULL, record, &error);
  g_assert_no_error (error);
}

static void
add_partner (ReknitStore *store,
             ReknitVault *vault,
             const char  *name,
             const char  *color,
             gint64       position,
             const char  *passphrase)
{
  g_autoptr (ReknitPartner) partner =
    g_object_new (REKNIT_TYPE_PARTNER, "name", name, "color", color, "position", position, NULL);

  save (store, partner);
  reknit_vault_create_async (vault, reknit_record_get_id (REKNIT_RECORD (partner)), passphrase, NULL, on_created, partner);
  while (!reknit_record_is_dirty (REKNIT_RECORD (partner)))
    g_main_context_iteration (NULL, TRUE);
  save (store, partner);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ReknitVault) vault = g_object_new (REKNIT_TYPE_VAULT, "kdf-cost", REKNIT_KDF_COST_MINIMAL, NULL);
  g_autofree char *folder = g_path_get_dirname (argv[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitStore) store = NULL;
  g_autoptr (ReknitHousehold) household = NULL;

  g_assert_cmpint (argc, ==, 3);
  g_mkdir_with_parents (folder, 0700);
  store = reknit_store_open (argv[1], REKNIT_SEALER (vault), &error);
  g_assert_no_error (error);
  add_partner (store, vault, "Ana", "teal", 1, argv[2]);
  add_partner (store, vault, "Ben", "amber", 2, argv[2]);
  household = reknit_household_get (store);
  g_object_set (household, "settled", reknit_clock_now (reknit_clock_get_default ()), NULL);
  save (store, household);
  reknit_store_close (store, &error);
  g_assert_no_error (error);
  return 0;
}
