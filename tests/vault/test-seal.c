#define _GNU_SOURCE /* memmem() */

#include "vault-fixture.h"

#include <string.h>

#include "reknit-text-seal-private.h"

static ReknitVault *vault;

static void
assert_round_trip (const char *text)
{
  g_autoptr (GBytes) sealed = vault_fixture_seal (vault, ADA, text);
  g_autoptr (GError) error = NULL;
  g_autofree char *opened = vault_fixture_open (vault, ADA, sealed, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (opened, ==, text);
}

static void
test_round_trips (void)
{
  g_autofree char *megabyte = g_strnfill (1 << 20, 'm');

  assert_round_trip ("");
  assert_round_trip ("x");
  assert_round_trip ("I feel hurt when the door closes, because I would like to talk.");
  assert_round_trip ("👩‍❤️‍👨 🌿 e\u0301 \u200bzero\u200d width");
  assert_round_trip ("אני מרגיש \u202bשלום\u202c وأشعر");
  assert_round_trip (megabyte);
  for (gsize length = 0; length < 700; length++)
    {
      g_autofree char *text = g_strnfill (length, 'a');
      assert_round_trip (text);
    }
}

static void
test_never_the_same_twice (void)
{
  g_autoptr (GBytes) first = vault_fixture_seal (vault, ADA, "the same");
  g_autoptr (GBytes) second = vault_fixture_seal (vault, ADA, "the same");

  g_assert_false (g_bytes_equal (first, second));
}

static void
test_shows_no_text (void)
{
  const char *text = "a sentence that nobody else may read";
  g_autoptr (GBytes) sealed = vault_fixture_seal (vault, ADA, text);
  gsize size;
  const char *data = g_bytes_get_data (sealed, &size);

  for (gsize i = 0; i + 4 <= strlen (text); i++)
    g_assert_null (memmem (data, size, text + i, 4));
}

static void
assert_opens_only (gboolean    opens,
                   GBytes     *sealed,
                   gint64      owner,
                   const char *table,
                   gint64      id,
                   const char *column)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = reknit_sealer_open (REKNIT_SEALER (vault), owner, table, id, column, sealed, &error);

  if (opens)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, "bound");
      return;
    }
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_DAMAGED);
  g_assert_null (text);
}

static void
test_bound_to_its_place (void)
{
  g_autoptr (GBytes) sealed = vault_fixture_seal (vault, ADA, "bound");

  assert_opens_only (TRUE, sealed, ADA, "feeling", 5, "story");
  assert_opens_only (FALSE, sealed, BEN, "feeling", 5, "story");
  assert_opens_only (FALSE, sealed, ADA, "feelings", 5, "story");
  assert_opens_only (FALSE, sealed, ADA, "feelin", 5, "gstory");
  assert_opens_only (FALSE, sealed, ADA, "feelings", 5, "tory");
  assert_opens_only (FALSE, sealed, ADA, "feeling", 6, "story");
  assert_opens_only (FALSE, sealed, ADA, "feeling", 5 + (G_GINT64_CONSTANT (1) << 40), "story");
  assert_opens_only (FALSE, sealed, ADA, "feeling", -5, "story");
  assert_opens_only (FALSE, sealed, ADA, "feeling", 5, "Story");
  assert_opens_only (FALSE, sealed, ADA, "", 5, "");
}

/* One key for two owners can't come about by itself; the owner must count all the same. */
static void
test_bound_to_its_owner (void)
{
  g_autoptr (ReknitVault) other = vault_fixture_new ();
  g_autoptr (ReknitKeyWraps) wraps = vault_fixture_fixed_wraps ();
  g_autoptr (ReknitSecret) key = reknit_secret_new_random (32, NULL);
  const ReknitPlace ada = { ADA, "feeling", 5, "story" };
  const ReknitPlace ben = { BEN, "feeling", 5, "story" };
  g_autoptr (GBytes) sealed = reknit_text_seal (key, &ada, "text", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = reknit_text_open (key, &ada, sealed, NULL);

  g_assert_cmpstr (text, ==, "text");
  g_assert_null (reknit_text_open (key, &ben, sealed, &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_DAMAGED);
  g_clear_error (&error);

  reknit_vault_add_wraps (other, FIXED_OWNER + 1, wraps);
  g_assert_false (vault_fixture_unlock (other, FIXED_OWNER + 1, FIXED_PASSPHRASE, &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_WRONG_PASSPHRASE);
}

static void
assert_damaged (GBytes *sealed)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vault_fixture_open (vault, ADA, sealed, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == REKNIT_VAULT_ERROR);
  g_assert_true (error->code == REKNIT_VAULT_ERROR_DAMAGED || error->code == REKNIT_VAULT_ERROR_NEWER);
}

static void
test_every_flipped_bit_is_seen (void)
{
  g_autoptr (GBytes) sealed = vault_fixture_seal (vault, ADA, "small");

  g_assert_cmpuint (g_bytes_get_size (sealed), >, 128);
  for (gsize bit = 0; bit < g_bytes_get_size (sealed) * 8; bit++)
    {
      g_autoptr (GBytes) flipped = vault_fixture_flip (sealed, bit);
      assert_damaged (flipped);
    }
}

static void
test_every_other_length_is_seen (void)
{
  g_autoptr (GBytes) sealed = vault_fixture_seal (vault, ADA, "small");
  gsize size = g_bytes_get_size (sealed);
  g_autofree guint8 *longer = g_malloc0 (size + 200);
  g_autoptr (GBytes) longer_bytes = NULL;

  memcpy (longer, g_bytes_get_data (sealed, NULL), size);
  longer_bytes = g_bytes_new_take (g_steal_pointer (&longer), size + 200);
  for (gsize length = 0; length < size + 200; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (longer_bytes, 0, length);

      if (length != size)
        assert_damaged (cut);
    }
}

static void
test_newer_is_told_apart (void)
{
  g_autoptr (GBytes) newer = g_bytes_new_static ("\x02 whatever comes then", 21);
  g_autoptr (GError) error = NULL;

  g_assert_null (vault_fixture_open (vault, ADA, newer, &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_NEWER);
}

static gsize
sealed_size (gsize length)
{
  g_autofree char *text = g_strnfill (length, 'p');
  g_autoptr (GBytes) sealed = vault_fixture_seal (vault, ADA, text);

  return g_bytes_get_size (sealed);
}

static void
test_padding_hides_the_length (void)
{
  gsize sizes = 1;
  gsize before = sealed_size (0);

  for (gsize length = 1; length < 128; length++)
    g_assert_cmpuint (sealed_size (length), ==, before);
  g_assert_cmpuint (sealed_size (128), >, before);

  for (gsize length = 128; length < 20000; length += 16)
    {
      gsize size = sealed_size (length);

      g_assert_cmpuint (size, >=, before);
      g_assert_cmpuint (size, >, length);
      g_assert_cmpuint (size, <=, MAX (2 * length + 200, 256));
      if (length > 4096)
        g_assert_cmpuint (size, <=, length + length / 8 + 100);
      sizes += size != before;
      before = size;
    }
  g_assert_cmpuint (sizes, <, 30);
}

static void
test_only_text_is_sealed (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (reknit_sealer_seal (REKNIT_SEALER (vault), ADA, "feeling", 5, "story", "\xff\xfe", &error));
  g_assert_error (error, REKNIT_VAULT_ERROR, REKNIT_VAULT_ERROR_INVALID_TEXT);
}

static void
test_first_version_still_opens (void)
{
  g_autoptr (ReknitVault) other = vault_fixture_new ();
  g_autoptr (ReknitKeyWraps) wraps = vault_fixture_fixed_wraps ();
  g_autoptr (GBytes) sealed = vault_fixture_fixed_text ();
  g_autoptr (GError) error = NULL;
  g_autofree char *by_passphrase = NULL;
  g_autofree char *by_code = NULL;

  reknit_vault_add_wraps (other, FIXED_OWNER, wraps);
  vault_fixture_unlock (other, FIXED_OWNER, FIXED_PASSPHRASE, &error);
  g_assert_no_error (error);
  by_passphrase = reknit_sealer_open (REKNIT_SEALER (other), FIXED_OWNER, "feeling", FIXED_ROW, "story", sealed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (by_passphrase, ==, FIXED_TEXT);

  reknit_vault_lock (other, FIXED_OWNER);
  vault_fixture_recover (other, FIXED_OWNER, FIXED_CODE, &error);
  g_assert_no_error (error);
  by_code = reknit_sealer_open (REKNIT_SEALER (other), FIXED_OWNER, "feeling", FIXED_ROW, "story", sealed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (by_code, ==, FIXED_TEXT);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ReknitKeyWraps) ada = NULL;
  g_autoptr (ReknitKeyWraps) ben = NULL;
  char *ada_code = NULL;
  char *ben_code = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  vault = vault_fixture_new ();
  ada = vault_fixture_create (vault, ADA, "lamp river cotton", &ada_code, NULL);
  ben = vault_fixture_create (vault, BEN, "seven quiet boats", &ben_code, NULL);

  g_test_add_func ("/vault/seal/round-trips", test_round_trips);
  g_test_add_func ("/vault/seal/never-the-same-twice", test_never_the_same_twice);
  g_test_add_func ("/vault/seal/shows-no-text", test_shows_no_text);
  g_test_add_func ("/vault/seal/bound-to-its-place", test_bound_to_its_place);
  g_test_add_func ("/vault/seal/bound-to-its-owner", test_bound_to_its_owner);
  g_test_add_func ("/vault/seal/every-flipped-bit-is-seen", test_every_flipped_bit_is_seen);
  g_test_add_func ("/vault/seal/every-other-length-is-seen", test_every_other_length_is_seen);
  g_test_add_func ("/vault/seal/newer-is-told-apart", test_newer_is_told_apart);
  g_test_add_func ("/vault/seal/padding-hides-the-length", test_padding_hides_the_length);
  g_test_add_func ("/vault/seal/only-text-is-sealed", test_only_text_is_sealed);
  g_test_add_func ("/vault/seal/first-version-still-opens", test_first_version_still_opens);
  status = g_test_run ();
  reknit_secret_string_free (ada_code);
  reknit_secret_string_free (ben_code);
  g_clear_object (&vault);
  return status;
}
