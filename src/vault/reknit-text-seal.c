#include "reknit-text-seal-private.h"

#include <sodium.h>
#include <string.h>

#include "reknit-bytes-private.h"
#include "reknit-vault-error-private.h"

/*
 * A sealed text, version 1:
 *
 *   1 byte   version
 *   24 bytes nonce, random
 *   n bytes  XChaCha20-Poly1305-IETF of the padded text
 *   16 bytes tag
 *
 * The additional data is: version (1 byte), owner (8 bytes), id (8 bytes), then the table and the column,
 * each as its length (8 bytes) and its letters. Numbers are big-endian. Every field has a fixed size or is
 * preceded by its length, so that no two places have the same additional data.
 */
#define VERSION 1
#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_SIZE crypto_aead_xchacha20poly1305_ietf_ABYTES
#define HEADER_SIZE (1 + NONCE_SIZE)
#define OVERHEAD (HEADER_SIZE + TAG_SIZE)

#define SMALLEST_BUCKET 128
#define LARGEST_DOUBLED_BUCKET 4096
#define MAX_TEXT_SIZE (G_MAXSSIZE / 4)

/* Buckets double up to 4 KiB; above that, steps of an eighth keep the waste small while what a length
 * gives away stays a few bits. One byte at least is padding: its mark. */
static gsize
get_bucket (gsize length)
{
  gsize bucket = SMALLEST_BUCKET;
  gsize step;

  while (bucket < length + 1)
    bucket *= 2;
  if (bucket <= LARGEST_DOUBLED_BUCKET)
    return bucket;
  step = bucket / 16;
  return (length / step + 1) * step;
}

static void
append_uint64 (GByteArray *array,
               guint64     value)
{
  guint8 bytes[8];

  reknit_put_uint64 (bytes, value);
  g_byte_array_append (array, bytes, sizeof bytes);
}

static void
append_name (GByteArray *array,
             const char *name)
{
  gsize length = strlen (name);

  append_uint64 (array, length);
  g_byte_array_append (array, (const guint8 *) name, (guint) length);
}

static GByteArray *
describe_place (const ReknitPlace *place)
{
  const guint8 version = VERSION;
  GByteArray *array = g_byte_array_sized_new (64);

  g_byte_array_append (array, &version, 1);
  append_uint64 (array, (guint64) place->owner);
  append_uint64 (array, (guint64) place->id);
  append_name (array, place->table);
  append_name (array, place->column);
  return array;
}

/**
 * reknit_text_seal:
 * @key: a partner's key
 * @place: where the text will stand
 * @text: the text
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sealed text; %NULL with %REKNIT_VAULT_ERROR_INVALID_TEXT or
 *   %REKNIT_VAULT_ERROR_NO_MEMORY
 */
GBytes *
reknit_text_seal (const ReknitSecret *key,
                  const ReknitPlace  *place,
                  const char         *text,
                  GError            **error)
{
  g_autoptr (GByteArray) additional = NULL;
  gsize length = strlen (text);
  gsize bucket;
  guint8 *blob;

  if (length > MAX_TEXT_SIZE || !g_utf8_validate (text, (gssize) length, NULL))
    {
      reknit_vault_set_error (error, REKNIT_VAULT_ERROR_INVALID_TEXT);
      return NULL;
    }
  bucket = get_bucket (length);
  blob = g_try_malloc0 (OVERHEAD + bucket);
  if (blob == NULL)
    {
      reknit_vault_set_error (error, REKNIT_VAULT_ERROR_NO_MEMORY);
      return NULL;
    }

  /* Sealed where it stands: the plain text is overwritten by its cipher and no copy is left to wipe. */
  blob[0] = VERSION;
  randombytes_buf (blob + 1, NONCE_SIZE);
  memcpy (blob + HEADER_SIZE, text, length);
  if (sodium_pad (NULL, blob + HEADER_SIZE, length, bucket, bucket) != 0)
    g_assert_not_reached ();
  additional = describe_place (place);
  crypto_aead_xchacha20poly1305_ietf_encrypt (blob + HEADER_SIZE, NULL, blob + HEADER_SIZE, bucket,
                                              additional->data, additional->len, NULL, blob + 1, key->data);
  return g_bytes_new_take (blob, OVERHEAD + bucket);
}

static gboolean
check_header (const guint8 *blob,
              gsize         size,
              GError      **error)
{
  if (size >= 1 && blob[0] > VERSION)
    reknit_vault_set_error (error, REKNIT_VAULT_ERROR_NEWER);
  else if (size < OVERHEAD + SMALLEST_BUCKET || blob[0] != VERSION)
    reknit_vault_set_error (error, REKNIT_VAULT_ERROR_DAMAGED);
  else
    return TRUE;
  return FALSE;
}

/**
 * reknit_text_open:
 * @key: the key that sealed it
 * @place: where it stands
 * @sealed: what reknit_text_seal() returned
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text; %NULL with %REKNIT_VAULT_ERROR_DAMAGED,
 *   %REKNIT_VAULT_ERROR_NEWER or %REKNIT_VAULT_ERROR_NO_MEMORY
 */
char *
reknit_text_open (const ReknitSecret *key,
                  const ReknitPlace  *place,
                  GBytes             *sealed,
                  GError            **error)
{
  g_autoptr (GByteArray) additional = NULL;
  gsize size, bucket, length;
  const guint8 *blob = g_bytes_get_data (sealed, &size);
  guint8 *text;

  if (!check_header (blob, size, error))
    return NULL;
  bucket = size - OVERHEAD;
  text = g_try_malloc (bucket);
  if (text == NULL)
    {
      reknit_vault_set_error (error, REKNIT_VAULT_ERROR_NO_MEMORY);
      return NULL;
    }

  additional = describe_place (place);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (text, NULL, NULL, blob + HEADER_SIZE, size - HEADER_SIZE,
                                                  additional->data, additional->len, blob + 1, key->data) != 0
      || sodium_unpad (&length, text, bucket, bucket) != 0
      || !g_utf8_validate_len ((const char *) text, length, NULL))
    {
      sodium_memzero (text, bucket);
      g_free (text);
      reknit_vault_set_error (error, REKNIT_VAULT_ERROR_DAMAGED);
      return NULL;
    }
  /* The padding's mark has stood here, so there is room. */
  text[length] = '\0';
  return (char *) text;
}
