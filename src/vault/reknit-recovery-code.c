#include "reknit-recovery-code-private.h"

#include <sodium.h>
#include <string.h>

#include "reknit-vault-error-private.h"

/* 128 random bits and 22 bits of checksum make 30 letters of 5 bits each, printed as six groups of five.
 * One slip in four million goes unnoticed and is then told as a wrong code. */
#define LETTERS 30
#define GROUP 5
#define CHECKSUM_SIZE 3
#define BITS_SIZE (REKNIT_RECOVERY_CODE_SIZE + CHECKSUM_SIZE)
#define LAST_BYTE_MASK 0xfc

/* Digits and letters without I, L, O and U; what looks like one of them is read as the one it looks like. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void
add_checksum (guint8 *bits)
{
  guint8 hash[crypto_generichash_BYTES];

  crypto_generichash (hash, sizeof hash, bits, REKNIT_RECOVERY_CODE_SIZE, NULL, 0);
  memcpy (bits + REKNIT_RECOVERY_CODE_SIZE, hash, CHECKSUM_SIZE);
  bits[BITS_SIZE - 1] &= LAST_BYTE_MASK;
  sodium_memzero (hash, sizeof hash);
}

/**
 * reknit_recovery_code_print:
 * @code: %REKNIT_RECOVERY_CODE_SIZE random bytes
 *
 * Returns: (transfer full): the code as it is printed; free with reknit_secret_string_free()
 */
char *
reknit_recovery_code_print (const ReknitSecret *code)
{
  guint8 bits[BITS_SIZE];
  char *printed = g_malloc (LETTERS + LETTERS / GROUP);
  char *p = printed;

  memcpy (bits, code->data, REKNIT_RECOVERY_CODE_SIZE);
  add_checksum (bits);
  for (guint i = 0; i < LETTERS; i++)
    {
      guint at = i * 5;
      guint pair = (guint) bits[at / 8] << 8 | (at / 8 + 1 < BITS_SIZE ? bits[at / 8 + 1] : 0);

      if (i > 0 && i % GROUP == 0)
        *p++ = '-';
      *p++ = alphabet[pair >> (11 - at % 8) & 31];
    }
  *p = '\0';
  sodium_memzero (bits, sizeof bits);
  return printed;
}

static int
get_value (gunichar letter)
{
  const char *at;

  if (letter == 0 || letter > 127)
    return -1;
  letter = (gunichar) g_ascii_toupper ((char) letter);
  if (letter == 'O')
    letter = '0';
  else if (letter == 'I' || letter == 'L')
    letter = '1';
  at = strchr (alphabet, (int) letter);
  return at != NULL ? (int) (at - alphabet) : -1;
}

/* What may stand between the letters, also when the code was pasted from somewhere. */
static gboolean
is_separator (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return g_unichar_isspace (letter) || type == G_UNICODE_DASH_PUNCTUATION || type == G_UNICODE_FORMAT;
}

static gboolean
read_letters (const char *typed,
              guint8     *bits)
{
  guint count = 0;

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      int value = get_value (letter);
      guint at = count * 5;

      if (value < 0 && is_separator (letter))
        continue;
      if (value < 0 || count++ == LETTERS)
        return FALSE;
      value <<= 11 - at % 8;
      bits[at / 8] |= (guint8) (value >> 8);
      if (at / 8 + 1 < BITS_SIZE)
        bits[at / 8 + 1] |= (guint8) (value & 0xff);
    }
  return count == LETTERS;
}

/**
 * reknit_recovery_code_read:
 * @typed: what somebody typed or pasted
 * @error: return location
 *
 * Reads a code in capitals or small letters, with any spaces and dashes, and with letters that look alike
 * taken for each other.
 *
 * Returns: (transfer full) (nullable): its random bytes; %NULL with %REKNIT_VAULT_ERROR_MISTYPED_CODE or
 *   %REKNIT_VAULT_ERROR_NO_MEMORY
 */
ReknitSecret *
reknit_recovery_code_read (const char *typed,
                           GError    **error)
{
  g_autoptr (ReknitSecret) read = reknit_secret_new (BITS_SIZE, error);
  g_autoptr (ReknitSecret) right = reknit_secret_new (BITS_SIZE, read != NULL ? error : NULL);
  ReknitSecret *code;

  if (read == NULL || right == NULL)
    return NULL;
  memset (read->data, 0, BITS_SIZE);
  if (g_utf8_validate (typed, -1, NULL) && read_letters (typed, read->data))
    {
      memcpy (right->data, read->data, BITS_SIZE);
      add_checksum (right->data);
      if (sodium_memcmp (read->data, right->data, BITS_SIZE) == 0)
        {
          code = reknit_secret_new (REKNIT_RECOVERY_CODE_SIZE, error);
          if (code != NULL)
            memcpy (code->data, read->data, code->size);
          return code;
        }
    }
  reknit_vault_set_error (error, REKNIT_VAULT_ERROR_MISTYPED_CODE);
  return NULL;
}
