#include "reknit-secret-private.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>

#include "reknit-vault.h"
#include "reknit-vault-error-private.h"

/**
 * reknit_sodium_ensure:
 *
 * Gets libsodium ready, once. There is nothing safe to do without random numbers, so it ends the program
 * when the system has none.
 */
void
reknit_sodium_ensure (void)
{
  static gsize ready;

  if (!g_once_init_enter (&ready))
    return;
  if (sodium_init () < 0)
    g_error ("libsodium finds no source of random numbers");
  g_once_init_leave (&ready, 1);
}

/**
 * reknit_secret_new:
 * @size: how many bytes, at least one
 * @error: return location
 *
 * Returns: (transfer full) (nullable): memory for a secret, its content undefined; %NULL with
 *   %REKNIT_VAULT_ERROR_NO_MEMORY
 */
ReknitSecret *
reknit_secret_new (gsize    size,
                   GError **error)
{
  ReknitSecret *self;
  guint8 *data;

  reknit_sodium_ensure ();
  data = sodium_malloc (size);
  if (data == NULL)
    {
      reknit_vault_set_error (error, REKNIT_VAULT_ERROR_NO_MEMORY);
      return NULL;
    }
  /* sodium_malloc() goes on without the lock when RLIMIT_MEMLOCK is used up, and so do we: a page that
   * might be swapped is better than private text that can't be read. But it should not go unseen. */
  if (sodium_mlock (data, size) != 0)
    g_info ("Memory for secrets can’t be locked: %s", g_strerror (errno));

  self = g_new (ReknitSecret, 1);
  self->data = data;
  self->size = size;
  return self;
}

/**
 * reknit_secret_new_random:
 * @size: how many bytes
 * @error: return location
 *
 * Returns: (transfer full) (nullable): @size random bytes; %NULL with %REKNIT_VAULT_ERROR_NO_MEMORY
 */
ReknitSecret *
reknit_secret_new_random (gsize    size,
                          GError **error)
{
  ReknitSecret *self = reknit_secret_new (size, error);

  if (self != NULL)
    randombytes_buf (self->data, size);
  return self;
}

/**
 * reknit_secret_free:
 * @self: (transfer full): a secret
 *
 * Overwrites and frees it.
 */
void
reknit_secret_free (ReknitSecret *self)
{
  sodium_free (self->data);
  g_free (self);
}

/**
 * reknit_secret_string_free:
 * @text: (transfer full) (nullable): a string that nobody should find in memory later
 *
 * Overwrites and frees it.
 */
void
reknit_secret_string_free (char *text)
{
  if (text != NULL)
    sodium_memzero (text, strlen (text));
  g_free (text);
}

static gsize
decompose (const char *text,
           gunichar   *letters)
{
  gsize count = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize n = g_unichar_fully_decompose (g_utf8_get_char (p), FALSE, parts, G_N_ELEMENTS (parts));

      if (letters != NULL)
        memcpy (letters + count, parts, n * sizeof (gunichar));
      count += n;
      sodium_memzero (parts, sizeof parts);
    }
  return count;
}

static gsize
compose (gunichar *letters,
         gsize     count)
{
  gunichar *starter = NULL;
  gunichar composed;
  gsize kept = 0;

  for (gsize i = 0; i < count; i++)
    {
      int class = g_unichar_combining_class (letters[i]);
      gboolean reaches_starter = starter != NULL
                                 && (starter == &letters[kept - 1]
                                     || g_unichar_combining_class (letters[kept - 1]) < class);

      if (reaches_starter && g_unichar_compose (*starter, letters[i], &composed))
        {
          *starter = composed;
          continue;
        }
      letters[kept] = letters[i];
      if (class == 0)
        starter = &letters[kept];
      kept++;
    }
  sodium_memzero (&composed, sizeof composed);
  return kept;
}

static ReknitSecret *
encode (const gunichar *letters,
        gsize           count,
        GError        **error)
{
  ReknitSecret *self;
  gsize size = 0;

  for (gsize i = 0; i < count; i++)
    size += g_unichar_to_utf8 (letters[i], NULL);
  self = reknit_secret_new (size, error);
  if (self == NULL)
    return NULL;

  size = 0;
  for (gsize i = 0; i < count; i++)
    size += g_unichar_to_utf8 (letters[i], (char *) self->data + size);
  return self;
}

/* g_utf8_normalize() would do, but leaves its working copies in memory. */
static ReknitSecret *
normalize (const char *passphrase,
           GError    **error)
{
  gsize count = decompose (passphrase, NULL);
  g_autoptr (ReknitSecret) working = reknit_secret_new (count * sizeof (gunichar), error);
  gunichar *letters;

  if (working == NULL)
    return NULL;
  /* sodium_malloc() aligns the end: a whole number of letters is aligned for letters. */
  letters = (gunichar *) (gpointer) working->data;
  decompose (passphrase, letters);
  g_unicode_canonical_ordering (letters, count);
  return encode (letters, compose (letters, count), error);
}

/**
 * reknit_secret_new_from_passphrase:
 * @passphrase: what was typed
 * @error: return location
 *
 * Copies a passphrase in Unicode's composed form (NFC), so that an ‘é’ is the same from every keyboard.
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL with %REKNIT_VAULT_ERROR_EMPTY_PASSPHRASE,
 *   %REKNIT_VAULT_ERROR_INVALID_TEXT or %REKNIT_VAULT_ERROR_NO_MEMORY
 */
ReknitSecret *
reknit_secret_new_from_passphrase (const char *passphrase,
                                   GError    **error)
{
  ReknitSecret *self;

  if (*passphrase == '\0')
    {
      reknit_vault_set_error (error, REKNIT_VAULT_ERROR_EMPTY_PASSPHRASE);
      return NULL;
    }
  if (!g_utf8_validate (passphrase, -1, NULL))
    {
      reknit_vault_set_error (error, REKNIT_VAULT_ERROR_INVALID_TEXT);
      return NULL;
    }
  if (!g_str_is_ascii (passphrase))
    return normalize (passphrase, error);

  self = reknit_secret_new (strlen (passphrase), error);
  if (self != NULL)
    memcpy (self->data, passphrase, self->size);
  return self;
}
