#include "vault-fixture.h"

#include <string.h>

#define OPERATIONS_AT 3
#define MEMORY_AT 11
#define PASSPHRASE "lamp river cotton"

static guint64
number_at (GBytes *wrap,
           gsize   offset)
{
  guint64 number;

  g_assert_cmpuint (g_bytes_get_size (wrap), >=, offset + sizeof number);
  memcpy (&number, (const guint8 *) g_bytes_get_data (wrap, NULL) + offset, sizeof number);
  return GUINT64_FROM_BE (number);
}

static ReknitKeyWraps *
copy (ReknitKeyWraps *wraps)
{
  GBytes *passphrase = reknit_key_wraps_get_passphrase (wraps);
  GBytes *recovery = reknit_key_wraps_get_recovery (wraps);
  g_autoptr (GBytes) passphrase_copy = g_bytes_new (g_bytes_get_data (passphrase, NULL), g_bytes_get_size (passphrase));
  g_autoptr (GBytes) recovery_copy = g_bytes_new (g_bytes_get_data (recovery, NULL), g_bytes_get_size (recovery));

  return reknit_key_wraps_new (passphrase_copy, recovery_copy);
}

static void
test_survive_storing (void)
{
  g_autoptr (ReknitVault) first = vault_fixture_new ();
  g_autoptr (ReknitVault) second = vault_fixture_new ();
  g_autoptr (ReknitKeyWraps) wraps = NULL;
  g_autoptr (ReknitKeyWraps) stored = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *by_passphrase = NULL;
  g_autofree char *by_code = NULL;

  wraps = vault_fixture_create (first, ADA, PASSPHRASE, &code, &error);
  g_assert_no_error (error);
  sealed = vault_fixture_seal (first, ADA, "kept");
  stored = copy (wraps);
  g_clear_object (&first);

  reknit_vault_add_wraps (second, ADA, stored);
  g_assert_true (reknit_vault_get_wraps (second, ADA) == stored);
  g_assert_true (reknit_vault_has_key (second, ADA));
  g_assert_false (reknit_vault_is_open (second, ADA));
  g_assert_true (vault_fixture_unlock (second, ADA, PASSPHRASE, &error));
  by_passphrase = vault_fixture_open (second, ADA, sealed, &error);
  g_assert_cmpstr (by_passphrase, ==, "kept");
  reknit_vault_lock (second, ADA);
  g_assert_true (vault_fixture_recover (second, ADA, code, &error));
  by_code = vault_fixture_open (second, ADA, sealed, &error);
  g_assert_cmpstr (by_code, ==, "kept");
}

/* The one test that pays the real price, to see that it is the default and that it is what gets stored. */
static void
test_moderate_is_the_default (void)
{
  g_autoptr (ReknitVault) vault = reknit_vault_new ();
  g_autoptr (ReknitVault) cheap = vault_fixture_new ();
  g_autoptr (ReknitKeyWraps) wraps = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  GBytes *wrap;

  wraps = vault_fixture_create (vault, ADA, PASSPHRASE, &code, &error);
  g_assert_no_error (error);
  wrap = reknit_key_wraps_get_passphrase (wraps);
  g_assert_cmpuint (number_at (wrap, OPERATIONS_AT), ==, 3);
  g_assert_cmpuint (number_at (wrap, MEMORY_AT), ==, 256 << 20);

  reknit_vault_add_wraps (cheap, ADA, wraps);
  g_assert_true (vault_fixture_unlock (cheap, ADA, PASSPHRASE, &error));
  g_assert_no_error (error);
}

static void
test_stored_cost_is_honoured (void)
{
  g_autoptr (ReknitVault) cheap = vault_fixture_new ();
  g_autoptr (ReknitVault) vault = reknit_vault_new ();
  g_autoptr (ReknitKeyWraps) wraps = NULL;
  g_autoptr (ReknitKeyWraps) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  wraps = vault_fixture_create (cheap, ADA, PASSPHRASE, &code, &error);
  g_assert_cmpuint (number_at (reknit_key_wraps_get_passphrase (wraps), MEMORY_AT), ==, 8192);
  reknit_vault_add_wraps (vault, ADA, wraps);
  g_assert_true (vault_fixture_unlock (vault, ADA, PASSPHRASE, &error));
  g_assert_true (reknit_vault_get_wraps (vault, ADA) == wraps);

  changed = vault_fixture_change (vault, ADA, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (number_at (reknit_key_wraps_get_passphrase (changed), MEMORY_AT), ==, 256 << 20);
}

static void
assert_damaged (ReknitVault *vault,
                GBytes      *passphrase,
                GBytes      *recovery)
{
  g_autoptr (ReknitKeyWraps) wraps = reknit_key_wraps_new (passphrase, recovery);
  g_autoptr (GError) by_passphrase = NULL;
  g_autoptr (GError) by_code = NULL;

  reknit_vault_add_wraps (vault, FIXED_OWNER, wraps);
  g_assert_true (reknit_vault_has_key (vault, FIXED_OWNER));
  g_assert_false (vault_fixture_unlock (vault, FIXED_OWNER, FIXED_PASSPHRASE, &by_passphrase));
  g_assert_error (by_passphrase, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_DAMAGED);
  g_assert_false (vault_fixture_recover (vault, FIXED_OWNER, FIXED_CODE, &by_code));
  g_assert_error (by_code, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_DAMAGED);
}

static void
test_damage_is_no_wrong_passphrase (void)
{
  g_autoptr (ReknitVault) vault = vault_fixture_new ();
  g_autoptr (ReknitKeyWraps) wraps = vault_fixture_fixed_wraps ();
  GBytes *passphrase = reknit_key_wraps_get_passphrase (wraps);
  GBytes *recovery = reknit_key_wraps_get_recovery (wraps);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  for (gsize bit = 0; bit < g_bytes_get_size (passphrase) * 8; bit++)
    {
      g_autoptr (GBytes) flipped_passphrase = vault_fixture_flip (passphrase, bit);
      g_autoptr (GBytes) flipped_recovery = vault_fixture_flip (recovery, bit);

      assert_damaged (vault, flipped_passphrase, flipped_recovery);
    }
  for (gsize size = 1; size < g_bytes_get_size (passphrase); size++)
    {
      g_autoptr (GBytes) cut_passphrase = g_bytes_new_from_bytes (passphrase, 0, size);
      g_autoptr (GBytes) cut_recovery = g_bytes_new_from_bytes (recovery, 0, size);

      assert_damaged (vault, cut_passphrase, cut_recovery);
    }
  assert_damaged (vault, nothing, nothing);
  assert_damaged (vault, recovery, passphrase);
}

static void
test_one_wrap_is_enough (void)
{
  g_autoptr (ReknitVault) vault = vault_fixture_new ();
  g_autoptr (ReknitKeyWraps) fixed = vault_fixture_fixed_wraps ();
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (ReknitKeyWraps) only_recovery = reknit_key_wraps_new (nothing, reknit_key_wraps_get_recovery (fixed));
  g_autoptr (ReknitKeyWraps) only_passphrase = reknit_key_wraps_new (reknit_key_wraps_get_passphrase (fixed), NULL);
  g_autoptr (GError) error = NULL;

  reknit_vault_add_wraps (vault, FIXED_OWNER, only_recovery);
  g_assert_true (vault_fixture_recover (vault, FIXED_OWNER, FIXED_CODE, &error));
  reknit_vault_remove (vault, FIXED_OWNER);
  reknit_vault_add_wraps (vault, FIXED_OWNER, only_passphrase);
  g_assert_true (vault_fixture_unlock (vault, FIXED_OWNER, FIXED_PASSPHRASE, &error));
  g_assert_false (vault_fixture_recover (vault, FIXED_OWNER, FIXED_CODE, &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_NO_CODE);
}

static void
test_newer_is_told_apart (void)
{
  g_autoptr (ReknitVault) vault = vault_fixture_new ();
  g_autoptr (GBytes) newer = g_bytes_new_static ("\x02 something longer or shorter", 30);
  g_autoptr (ReknitKeyWraps) wraps = reknit_key_wraps_new (newer, newer);
  g_autoptr (GError) error = NULL;

  reknit_vault_add_wraps (vault, ADA, wraps);
  g_assert_false (vault_fixture_unlock (vault, ADA, PASSPHRASE, &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_NEWER);
}

static void
test_boxed (void)
{
  g_autoptr (ReknitKeyWraps) wraps = vault_fixture_fixed_wraps ();
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, REKNIT_TYPE_KEY_WRAPS);
  g_value_set_boxed (&value, wraps);
  g_assert_true (g_value_get_boxed (&value) == wraps);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/wraps/survive-storing", test_survive_storing);
  g_test_add_func ("/vault/wraps/moderate-is-the-default", test_moderate_is_the_default);
  g_test_add_func ("/vault/wraps/stored-cost-is-honoured", test_stored_cost_is_honoured);
  g_test_add_func ("/vault/wraps/damage-is-no-wrong-passphrase", test_damage_is_no_wrong_passphrase);
  g_test_add_func ("/vault/wraps/one-wrap-is-enough", test_one_wrap_is_enough);
  g_test_add_func ("/vault/wraps/newer-is-told-apart", test_newer_is_told_apart);
  g_test_add_func ("/vault/wraps/boxed", test_boxed);
  return g_test_run ();
}
