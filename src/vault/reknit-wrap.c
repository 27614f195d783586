#include "reknit-wrap-private.h"

#include <sodium.h>
#include <string.h>

#include "reknit-bytes-private.h"
#include "reknit-vault-error-private.h"

/*
 * A wrapped key, version 1; numbers are big-endian. The key is sealed with XChaCha20-Poly1305-IETF; the
 * additional data is all that stands before the nonce, and the owner (8 bytes). The mark of the key is a
 * hash of it. The checksum has no key: with it a damaged wrap is told from a wrong passphrase.
 */
enum
{
  AT_VERSION = 0,
  AT_KIND = 1,
  AT_ALGORITHM = 2,
  AT_OPERATIONS = 3,
  AT_MEMORY = AT_OPERATIONS + 8,
  AT_SALT = AT_MEMORY + 8,
  AT_MARK = AT_SALT + REKNIT_KDF_SALT_SIZE,
  AT_NONCE = AT_MARK + 16,
  AT_SEALED = AT_NONCE + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
  AT_CHECKSUM = AT_SEALED + REKNIT_KEY_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES,
  WRAP_SIZE = AT_CHECKSUM + 16,

  VERSION = 1,
  MARK_SIZE = AT_NONCE - AT_MARK,
  SEALED_SIZE = AT_CHECKSUM - AT_SEALED,
  CHECKSUM_SIZE = WRAP_SIZE - AT_CHECKSUM,
  ADDITIONAL_SIZE = AT_NONCE + 8,
};

G_STATIC_ASSERT (REKNIT_KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

static void
make_mark (const ReknitSecret *key,
           guint8             *mark)
{
  static const guint8 purpose[crypto_generichash_blake2b_PERSONALBYTES] = "reknit key mark";
  static const guint8 salt[crypto_generichash_blake2b_SALTBYTES] = { 0 };

  crypto_generichash_blake2b_salt_personal (mark, MARK_SIZE, key->data, key->size, NULL, 0, salt, purpose);
}

static void
make_additional (const guint8 *wrap,
                 gint64        owner,
                 guint8       *additional)
{
  memcpy (additional, wrap, AT_NONCE);
  reknit_put_uint64 (additional + AT_NONCE, (guint64) owner);
}

/**
 * reknit_wrap_new:
 * @kind: what opens it
 * @owner: whose key it is
 * @kdf: how @wrapping_key was made
 * @wrapping_key: made from the passphrase or the recovery code
 * @key: the key to wrap
 *
 * Returns: (transfer full): the wrapped key, to be stored
 */
GBytes *
reknit_wrap_new (ReknitWrapKind      kind,
                 gint64              owner,
                 const ReknitKdf    *kdf,
                 const ReknitSecret *wrapping_key,
                 const ReknitSecret *key)
{
  guint8 additional[ADDITIONAL_SIZE];
  guint8 *wrap = g_malloc (WRAP_SIZE);

  wrap[AT_VERSION] = VERSION;
  wrap[AT_KIND] = (guint8) kind;
  wrap[AT_ALGORITHM] = (guint8) kdf->algorithm;
  reknit_put_uint64 (wrap + AT_OPERATIONS, kdf->operations);
  reknit_put_uint64 (wrap + AT_MEMORY, kdf->memory);
  memcpy (wrap + AT_SALT, kdf->salt, sizeof kdf->salt);
  make_mark (key, wrap + AT_MARK);
  randombytes_buf (wrap + AT_NONCE, AT_SEALED - AT_NONCE);
  make_additional (wrap, owner, additional);
  crypto_aead_xchacha20poly1305_ietf_encrypt (wrap + AT_SEALED, NULL, key->data, key->size, additional,
                                              sizeof additional, NULL, wrap + AT_NONCE, wrapping_key->data);
  crypto_generichash (wrap + AT_CHECKSUM, CHECKSUM_SIZE, wrap, AT_CHECKSUM, NULL, 0);
  return g_bytes_new_take (wrap, WRAP_SIZE);
}

static gboolean
is_whole (const guint8 *wrap,
          gsize         size)
{
  guint8 checksum[CHECKSUM_SIZE];

  if (size != WRAP_SIZE)
    return FALSE;
  crypto_generichash (checksum, sizeof checksum, wrap, AT_CHECKSUM, NULL, 0);
  return memcmp (checksum, wrap + AT_CHECKSUM, sizeof checksum) == 0;
}

/**
 * reknit_wrap_read:
 * @wrap: a wrapped key
 * @kind: what it shall be opened with
 * @kdf: (out caller-allocates): how its wrapping key is made
 * @error: return location
 *
 * Returns: %TRUE if @wrap is undamaged and of that kind; else %FALSE with %REKNIT_VAULT_ERROR_DAMAGED or
 *   %REKNIT_VAULT_ERROR_NEWER
 */
gboolean
reknit_wrap_read (GBytes        *wrap,
                  ReknitWrapKind kind,
                  ReknitKdf     *kdf,
                  GError       **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (wrap, &size);

  reknit_sodium_ensure ();
  /* A newer version may well have another size; then its number is all there is to go by. */
  if (size > 0 && data[AT_VERSION] > VERSION && (size != WRAP_SIZE || is_whole (data, size)))
    {
      reknit_vault_set_error (error, REKNIT_VAULT_ERROR_NEWER);
      return FALSE;
    }
  if (is_whole (data, size) && data[AT_VERSION] == VERSION && data[AT_KIND] == kind)
    {
      kdf->algorithm = data[AT_ALGORITHM];
      kdf->operations = reknit_get_uint64 (data + AT_OPERATIONS);
      kdf->memory = reknit_get_uint64 (data + AT_MEMORY);
      memcpy (kdf->salt, data + AT_SALT, sizeof kdf->salt);
      if (reknit_kdf_is_sane (kdf))
        return TRUE;
    }
  reknit_vault_set_error (error, REKNIT_VAULT_ERROR_DAMAGED);
  return FALSE;
}

/**
 * reknit_wrap_open:
 * @wrap: a wrapped key that reknit_wrap_read() found good
 * @owner: whose key it is
 * @wrapping_key: made as reknit_wrap_read() told
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the key; %NULL with %REKNIT_VAULT_ERROR_WRONG_PASSPHRASE or
 *   %REKNIT_VAULT_ERROR_WRONG_CODE when @wrapping_key is not the one, or %REKNIT_VAULT_ERROR_NO_MEMORY
 */
ReknitSecret *
reknit_wrap_open (GBytes             *wrap,
                  gint64              owner,
                  const ReknitSecret *wrapping_key,
                  GError            **error)
{
  const guint8 *data = g_bytes_get_data (wrap, NULL);
  g_autoptr (ReknitSecret) key = reknit_secret_new (REKNIT_KEY_SIZE, error);
  guint8 additional[ADDITIONAL_SIZE];

  if (key == NULL)
    return NULL;
  make_additional (data, owner, additional);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (key->data, NULL, NULL, data + AT_SEALED, SEALED_SIZE,
                                                  additional, sizeof additional, data + AT_NONCE,
                                                  wrapping_key->data) != 0)
    {
      reknit_vault_set_error (error, data[AT_KIND] == REKNIT_WRAP_RECOVERY ? REKNIT_VAULT_ERROR_WRONG_CODE
                                                                           : REKNIT_VAULT_ERROR_WRONG_PASSPHRASE);
      return NULL;
    }
  return g_steal_pointer (&key);
}

/**
 * reknit_wrap_is_of:
 * @wrap: any bytes
 * @key: a key
 *
 * Returns: whether @wrap holds @key, as far as that can be told without opening it
 */
gboolean
reknit_wrap_is_of (GBytes             *wrap,
                   const ReknitSecret *key)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (wrap, &size);
  guint8 mark[MARK_SIZE];

  if (!is_whole (data, size))
    return FALSE;
  make_mark (key, mark);
  return memcmp (mark, data + AT_MARK, sizeof mark) == 0;
}
