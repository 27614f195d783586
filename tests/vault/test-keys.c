#include "vault-fixture.h"

#include <string.h>

#define PASSPHRASE "lamp river cotton"

typedef struct
{
  ReknitVault *vault;
  GString *heard;
  ReknitKeyWraps *wraps;
  char *code;
} Fixture;

/* What is told must be so already when it is told. */
static void
hear_opened (ReknitVault *vault,
             gint64       owner,
             gpointer     user_data)
{
  g_assert_true (reknit_vault_is_open (vault, owner));
  g_string_append_printf (user_data, "opened %d. ", (int) owner);
}

static void
hear_closed (ReknitVault *vault,
             gint64       owner,
             gpointer     user_data)
{
  g_assert_false (reknit_vault_is_open (vault, owner));
  g_string_append_printf (user_data, "closed %d. ", (int) owner);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->vault = vault_fixture_new ();
  fixture->heard = g_string_new (NULL);
  g_signal_connect (fixture->vault, "opened", G_CALLBACK (hear_opened), fixture->heard);
  g_signal_connect (fixture->vault, "closed", G_CALLBACK (hear_closed), fixture->heard);
  fixture->wraps = vault_fixture_create (fixture->vault, ADA, PASSPHRASE, &fixture->code, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->vault);
  g_string_free (fixture->heard, TRUE);
  reknit_key_wraps_unref (fixture->wraps);
  reknit_secret_string_free (fixture->code);
}

static void
assert_heard (Fixture    *fixture,
              const char *expected)
{
  g_assert_cmpstr (fixture->heard->str, ==, expected);
  g_string_truncate (fixture->heard, 0);
}

static void
assert_closed_to (ReknitVault     *vault,
                  gint64           owner,
                  GBytes          *sealed,
                  ReknitVaultError code)
{
  g_autoptr (GError) sealing = NULL;
  g_autoptr (GError) opening = NULL;

  g_assert_null (reknit_sealer_seal (REKNIT_SEALER (vault), owner, "feeling", 5, "story", "text", &sealing));
  g_assert_error (sealing, REKNIT_VAULT_ERROR, (int) code);
  g_assert_null (vault_fixture_open (vault, owner, sealed, &opening));
  g_assert_error (opening, REKNIT_VAULT_ERROR, (int) code);
}

static void
test_open_after_creating (Fixture      *fixture,
                          gconstpointer data)
{
  g_assert_true (reknit_vault_has_key (fixture->vault, ADA));
  g_assert_true (reknit_vault_is_open (fixture->vault, ADA));
  g_assert_false (reknit_vault_has_key (fixture->vault, BEN));
  g_assert_false (reknit_vault_is_open (fixture->vault, BEN));
  g_assert_true (reknit_vault_get_wraps (fixture->vault, ADA) == fixture->wraps);
  g_assert_null (reknit_vault_get_wraps (fixture->vault, BEN));
  g_assert_cmpuint (strlen (fixture->code), ==, 35);
  assert_heard (fixture, "opened 1. ");
}

static void
test_one_key_each (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) wrong = NULL;
  g_autoptr (ReknitKeyWraps) ben = NULL;
  g_autoptr (GBytes) sealed = vault_fixture_seal (fixture->vault, ADA, "mine");
  g_autofree char *code = NULL;

  g_assert_null (vault_fixture_create (fixture->vault, ADA, "another", &code, &again));
  g_assert_error (again, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_HAS_KEY);
  g_assert_null (code);
  g_assert_true (reknit_vault_get_wraps (fixture->vault, ADA) == fixture->wraps);

  ben = vault_fixture_create (fixture->vault, BEN, PASSPHRASE, &code, &error);
  g_assert_no_error (error);
  g_assert_null (vault_fixture_open (fixture->vault, BEN, sealed, &wrong));
  g_assert_error (wrong, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_DAMAGED);
  assert_heard (fixture, "opened 1. opened 2. ");
}

static void
test_locked_means_locked (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GBytes) sealed = vault_fixture_seal (fixture->vault, ADA, "mine");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *code = NULL;

  reknit_vault_lock (fixture->vault, ADA);
  g_assert_true (reknit_vault_has_key (fixture->vault, ADA));
  assert_closed_to (fixture->vault, ADA, sealed, REKNIT_VAULT_ERROR_LOCKED);
  assert_closed_to (fixture->vault, BEN, sealed, REKNIT_VAULT_ERROR_NO_KEY);
  g_assert_null (vault_fixture_change (fixture->vault, ADA, "new", &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (reknit_vault_renew_recovery_code (fixture->vault, ADA, &code, &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_LOCKED);
  g_assert_null (code);
  g_clear_error (&error);

  g_assert_true (vault_fixture_unlock (fixture->vault, ADA, PASSPHRASE, &error));
  text = vault_fixture_open (fixture->vault, ADA, sealed, &error);
  g_assert_cmpstr (text, ==, "mine");
  assert_heard (fixture, "opened 1. closed 1. opened 1. ");
}

static void
test_told_exactly_on_change (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_heard (fixture, "opened 1. ");
  g_assert_true (vault_fixture_unlock (fixture->vault, ADA, PASSPHRASE, NULL));
  g_assert_true (vault_fixture_recover (fixture->vault, ADA, fixture->code, NULL));
  assert_heard (fixture, "");
  reknit_vault_lock (fixture->vault, BEN);
  assert_heard (fixture, "");
  reknit_vault_lock (fixture->vault, ADA);
  reknit_vault_lock (fixture->vault, ADA);
  reknit_vault_lock_all (fixture->vault);
  assert_heard (fixture, "closed 1. ");
  g_assert_false (vault_fixture_unlock (fixture->vault, ADA, "wrong", &error));
  assert_heard (fixture, "");
}

static void
test_wrong_passphrase (Fixture      *fixture,
                       gconstpointer data)
{
  const char *wrong[] = { "Lamp river cotton", "lamp river cotton ", "lamp", "l", "другое" };

  reknit_vault_lock (fixture->vault, ADA);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vault_fixture_unlock (fixture->vault, ADA, wrong[i], &error));
      g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_WRONG_PASSPHRASE);
      g_assert_false (reknit_vault_is_open (fixture->vault, ADA));
    }
}

static void
test_what_is_no_passphrase (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) invalid = NULL;
  g_autoptr (GError) nobody = NULL;
  g_autofree char *code = NULL;

  g_assert_null (vault_fixture_create (fixture->vault, BEN, "", &code, &empty));
  g_assert_error (empty, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_EMPTY_PASSPHRASE);
  g_assert_false (reknit_vault_has_key (fixture->vault, BEN));
  g_assert_null (vault_fixture_change (fixture->vault, ADA, "\xff", &invalid));
  g_assert_error (invalid, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_INVALID_TEXT);
  g_assert_false (vault_fixture_unlock (fixture->vault, BEN, PASSPHRASE, &nobody));
  g_assert_error (nobody, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_NO_KEY);
}

static void
test_verifying_opens_nothing (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vault_fixture_verify (fixture->vault, ADA, PASSPHRASE, &error));
  g_assert_false (vault_fixture_verify (fixture->vault, ADA, "wrong", &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_WRONG_PASSPHRASE);
  g_assert_true (reknit_vault_is_open (fixture->vault, ADA));
  reknit_vault_lock (fixture->vault, ADA);
  g_assert_true (vault_fixture_verify (fixture->vault, ADA, PASSPHRASE, NULL));
  assert_heard (fixture, "opened 1. closed 1. ");
}

static void
test_changed_passphrase_opens_old_text (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (GBytes) sealed = vault_fixture_seal (fixture->vault, ADA, "before the change");
  g_autoptr (ReknitVault) later = vault_fixture_new ();
  g_autoptr (ReknitKeyWraps) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  changed = vault_fixture_change (fixture->vault, ADA, "seven quiet boats", &error);
  g_assert_no_error (error);
  g_assert_true (reknit_vault_get_wraps (fixture->vault, ADA) == changed);
  assert_heard (fixture, "opened 1. ");

  reknit_vault_add_wraps (later, ADA, changed);
  g_assert_false (vault_fixture_unlock (later, ADA, PASSPHRASE, &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_WRONG_PASSPHRASE);
  g_assert_true (vault_fixture_unlock (later, ADA, "seven quiet boats", NULL));
  text = vault_fixture_open (later, ADA, sealed, NULL);
  g_assert_cmpstr (text, ==, "before the change");
  reknit_vault_lock (later, ADA);
  g_assert_true (vault_fixture_recover (later, ADA, fixture->code, NULL));
}

static void
test_forgotten_passphrase (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (GBytes) sealed = vault_fixture_seal (fixture->vault, ADA, "not lost");
  g_autoptr (ReknitKeyWraps) changed = NULL;
  g_autoptr (ReknitKeyWraps) renewed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *text = NULL;

  reknit_vault_lock (fixture->vault, ADA);
  g_assert_true (vault_fixture_recover (fixture->vault, ADA, fixture->code, &error));
  changed = vault_fixture_change (fixture->vault, ADA, "remembered now", &error);
  renewed = reknit_vault_renew_recovery_code (fixture->vault, ADA, &code, &error);
  g_assert_no_error (error);
  g_assert_true (reknit_vault_get_wraps (fixture->vault, ADA) == renewed);
  g_assert_true (g_bytes_equal (reknit_key_wraps_get_passphrase (renewed), reknit_key_wraps_get_passphrase (changed)));

  reknit_vault_lock (fixture->vault, ADA);
  g_assert_false (vault_fixture_recover (fixture->vault, ADA, fixture->code, &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_WRONG_CODE);
  g_assert_true (vault_fixture_recover (fixture->vault, ADA, code, NULL));
  reknit_vault_lock (fixture->vault, ADA);
  g_assert_true (vault_fixture_unlock (fixture->vault, ADA, "remembered now", NULL));
  text = vault_fixture_open (fixture->vault, ADA, sealed, NULL);
  g_assert_cmpstr (text, ==, "not lost");
}

static void
test_change_taken_back (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (ReknitKeyWraps) changed = vault_fixture_change (fixture->vault, ADA, "not stored", NULL);
  g_autoptr (ReknitKeyWraps) other = vault_fixture_fixed_wraps ();
  g_autoptr (GError) error = NULL;

  reknit_vault_add_wraps (fixture->vault, ADA, fixture->wraps);
  g_assert_true (reknit_vault_is_open (fixture->vault, ADA));
  assert_heard (fixture, "opened 1. ");
  g_assert_true (vault_fixture_verify (fixture->vault, ADA, PASSPHRASE, &error));

  reknit_vault_add_wraps (fixture->vault, ADA, other);
  g_assert_false (reknit_vault_is_open (fixture->vault, ADA));
  assert_heard (fixture, "closed 1. ");
}

static void
test_removed (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) sealed = vault_fixture_seal (fixture->vault, ADA, "mine");
  g_autofree char *text = NULL;

  reknit_vault_remove (fixture->vault, BEN);
  reknit_vault_remove (fixture->vault, ADA);
  g_assert_false (reknit_vault_has_key (fixture->vault, ADA));
  g_assert_null (reknit_vault_get_wraps (fixture->vault, ADA));
  assert_closed_to (fixture->vault, ADA, sealed, REKNIT_VAULT_ERROR_NO_KEY);
  reknit_vault_remove (fixture->vault, ADA);
  assert_heard (fixture, "opened 1. closed 1. ");

  reknit_vault_add_wraps (fixture->vault, ADA, fixture->wraps);
  g_assert_true (vault_fixture_unlock (fixture->vault, ADA, PASSPHRASE, NULL));
  text = vault_fixture_open (fixture->vault, ADA, sealed, NULL);
  g_assert_cmpstr (text, ==, "mine");
}

static void
hear_both_closed (ReknitVault *vault,
                  gint64       owner,
                  gpointer     user_data)
{
  g_assert_false (reknit_vault_is_open (vault, ADA));
  g_assert_false (reknit_vault_is_open (vault, BEN));
}

static void
test_lock_all (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *code = NULL;
  g_autoptr (ReknitKeyWraps) ben = vault_fixture_create (fixture->vault, BEN, "seven quiet boats", &code, NULL);

  assert_heard (fixture, "opened 1. opened 2. ");
  g_signal_connect (fixture->vault, "closed", G_CALLBACK (hear_both_closed), NULL);
  reknit_vault_lock_all (fixture->vault);
  g_assert_nonnull (strstr (fixture->heard->str, "closed 1. "));
  g_assert_nonnull (strstr (fixture->heard->str, "closed 2. "));
  g_assert_cmpuint (fixture->heard->len, ==, strlen ("closed 1. closed 2. "));
}

static void
test_messages (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = REKNIT_VAULT_ERROR_NO_KEY; code <= REKNIT_VAULT_ERROR_NO_MEMORY; code++)
    g_assert_true (g_hash_table_add (seen, (gpointer) reknit_vault_error_get_message (code)));
}

#define ADD(name, func) g_test_add ("/vault/keys/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("open-after-creating", test_open_after_creating);
  ADD ("one-key-each", test_one_key_each);
  ADD ("locked-means-locked", test_locked_means_locked);
  ADD ("told-exactly-on-change", test_told_exactly_on_change);
  ADD ("wrong-passphrase", test_wrong_passphrase);
  ADD ("what-is-no-passphrase", test_what_is_no_passphrase);
  ADD ("verifying-opens-nothing", test_verifying_opens_nothing);
  ADD ("changed-passphrase-opens-old-text", test_changed_passphrase_opens_old_text);
  ADD ("forgotten-passphrase", test_forgotten_passphrase);
  ADD ("change-taken-back", test_change_taken_back);
  ADD ("removed", test_removed);
  ADD ("lock-all", test_lock_all);
  g_test_add_func ("/vault/keys/messages", test_messages);
  return g_test_run ();
}
