#include "vault-fixture.h"

#include <string.h>

static const char passphrase_wrap[] =
  "01010200000000000000010000000000002000000102030405060708090a0b0c0d0e0fbd487178ae3e6e969ec969322a026e"
  "9232333435363738393a3b3c3d3e3f404142434445464748498784dd3805a148ecba64a60e217e4f3ec871153832430da05d"
  "339bf63239ce0aedc1872be3b9ce2feb062dcea2a0b108ba4757a319f1adf5edd0cf59f9d96185";

static const char recovery_wrap[] =
  "010201000000000000000000000000000000006465666768696a6b6c6d6e6f70717273bd487178ae3e6e969ec969322a026e"
  "92505152535455565758595a5b5c5d5e5f6061626364656667e52d15a14bd5880883a4ddfc92ec21cfbf7d9e5e49311c633a"
  "02cad8f6a8983544ba8c00856e68518c7670dae84527f504c97f2ee64edc416813aff5b267c9b4";

static const char sealed_text[] =
  "0178797a7b7c7d7e7f808182838485868788898a8b8c8d8e8fcf55ce01b2bb132972d17675f255abf887e1cb24248133c334"
  "4e526db0a023b3ec42ba1dfed964cfb09bc2cb6828c1b9f18b3ef04718b12d29ff96f1dab719b09b2d94b059788bb170c35d"
  "6d1da389becf15a4929b84ff92b6fad8f04c4616e74e97c003fb23b075681e0e99a77493052043fc98f9a3ba4fcff8d5df45"
  "842dd17f933d5992fac955b25ad8e6054e3910";

static GBytes *
from_hex (const char *hex)
{
  gsize size = strlen (hex) / 2;
  guint8 *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
  return g_bytes_new_take (data, size);
}

ReknitVault *
vault_fixture_new (void)
{
  return g_object_new (REKNIT_TYPE_VAULT, "kdf-cost", REKNIT_KDF_COST_MINIMAL, NULL);
}

ReknitKeyWraps *
vault_fixture_fixed_wraps (void)
{
  g_autoptr (GBytes) passphrase = from_hex (passphrase_wrap);
  g_autoptr (GBytes) recovery = from_hex (recovery_wrap);

  return reknit_key_wraps_new (passphrase, recovery);
}

GBytes *
vault_fixture_fixed_text (void)
{
  return from_hex (sealed_text);
}

void
vault_fixture_keep (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

GAsyncResult *
vault_fixture_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

ReknitKeyWraps *
vault_fixture_create (ReknitVault *vault,
                      gint64       owner,
                      const char  *passphrase,
                      char       **code,
                      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  reknit_vault_create_async (vault, owner, passphrase, NULL, vault_fixture_keep, &result);
  return reknit_vault_create_finish (vault, vault_fixture_wait (&result), code, error);
}

gboolean
vault_fixture_unlock (ReknitVault *vault,
                      gint64       owner,
                      const char  *passphrase,
                      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  reknit_vault_unlock_async (vault, owner, passphrase, NULL, vault_fixture_keep, &result);
  return reknit_vault_unlock_finish (vault, vault_fixture_wait (&result), error);
}

gboolean
vault_fixture_recover (ReknitVault *vault,
                       gint64       owner,
                       const char  *code,
                       GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  reknit_vault_unlock_with_recovery_async (vault, owner, code, NULL, vault_fixture_keep, &result);
  return reknit_vault_unlock_with_recovery_finish (vault, vault_fixture_wait (&result), error);
}

gboolean
vault_fixture_verify (ReknitVault *vault,
                      gint64       owner,
                      const char  *passphrase,
                      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  reknit_vault_verify_async (vault, owner, passphrase, NULL, vault_fixture_keep, &result);
  return reknit_vault_verify_finish (vault, vault_fixture_wait (&result), error);
}

ReknitKeyWraps *
vault_fixture_change (ReknitVault *vault,
                      gint64       owner,
                      const char  *passphrase,
                      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  reknit_vault_change_passphrase_async (vault, owner, passphrase, NULL, vault_fixture_keep, &result);
  return reknit_vault_change_passphrase_finish (vault, vault_fixture_wait (&result), error);
}

GBytes *
vault_fixture_seal (ReknitVault *vault,
                    gint64       owner,
                    const char  *text)
{
  g_autoptr (GError) error = NULL;
  GBytes *sealed = reknit_sealer_seal (REKNIT_SEALER (vault), owner, "feeling", 5, "story", text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sealed);
  return sealed;
}

char *
vault_fixture_open (ReknitVault *vault,
                    gint64       owner,
                    GBytes      *sealed,
                    GError     **error)
{
  return reknit_sealer_open (REKNIT_SEALER (vault), owner, "feeling", 5, "story", sealed, error);
}

GBytes *
vault_fixture_flip (GBytes *bytes,
                    gsize   bit)
{
  gsize size;
  guint8 *data = g_bytes_unref_to_data (g_bytes_ref (bytes), &size);

  data[bit / 8] ^= (guint8) (1 << bit % 8);
  return g_bytes_new_take (data, size);
}
