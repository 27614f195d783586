#include "reknit-kdf-private.h"

#include <sodium.h>

#include "reknit-vault-error-private.h"

G_DEFINE_ENUM_TYPE (ReknitKdfCost, reknit_kdf_cost,
                    G_DEFINE_ENUM_VALUE (REKNIT_KDF_COST_MODERATE, "moderate"),
                    G_DEFINE_ENUM_VALUE (REKNIT_KDF_COST_MINIMAL, "minimal"))

/* What a damaged or doctored file may ask for at most. */
#define MAX_OPERATIONS 64
#define MAX_MEMORY (G_GUINT64_CONSTANT (4) << 30)

G_STATIC_ASSERT (REKNIT_KDF_SALT_SIZE == crypto_pwhash_argon2id_SALTBYTES);
G_STATIC_ASSERT (REKNIT_KDF_SALT_SIZE == crypto_generichash_blake2b_SALTBYTES);

/* One derivation at a time, so that impatient presses don't add up their 256 MiB each. */
static GMutex one_at_a_time;

typedef struct
{
  ReknitKdf kdf;
  ReknitSecret *passphrase;
} Derivation;

static void
derivation_free (Derivation *self)
{
  reknit_secret_free (self->passphrase);
  g_free (self);
}

/**
 * reknit_kdf_init_passphrase:
 * @kdf: (out caller-allocates): parameters
 * @cost: what a guess shall cost
 *
 * Chooses a new salt.
 */
void
reknit_kdf_init_passphrase (ReknitKdf    *kdf,
                            ReknitKdfCost cost)
{
  gboolean minimal = cost == REKNIT_KDF_COST_MINIMAL;

  reknit_sodium_ensure ();
  kdf->algorithm = REKNIT_KDF_ARGON2ID;
  kdf->operations = minimal ? crypto_pwhash_argon2id_OPSLIMIT_MIN : crypto_pwhash_argon2id_OPSLIMIT_MODERATE;
  kdf->memory = minimal ? crypto_pwhash_argon2id_MEMLIMIT_MIN : crypto_pwhash_argon2id_MEMLIMIT_MODERATE;
  randombytes_buf (kdf->salt, sizeof kdf->salt);
}

/**
 * reknit_kdf_init_code:
 * @kdf: (out caller-allocates): parameters
 *
 * Chooses a new salt. A recovery code is as random as a key and needs no slow function.
 */
void
reknit_kdf_init_code (ReknitKdf *kdf)
{
  reknit_sodium_ensure ();
  kdf->algorithm = REKNIT_KDF_BLAKE2B;
  kdf->operations = 0;
  kdf->memory = 0;
  randombytes_buf (kdf->salt, sizeof kdf->salt);
}

/**
 * reknit_kdf_is_sane:
 * @kdf: parameters that were read
 *
 * Returns: whether this program can have written them
 */
gboolean
reknit_kdf_is_sane (const ReknitKdf *kdf)
{
  if (kdf->algorithm == REKNIT_KDF_BLAKE2B)
    return kdf->operations == 0 && kdf->memory == 0;

  return kdf->algorithm == REKNIT_KDF_ARGON2ID
         && kdf->operations >= crypto_pwhash_argon2id_OPSLIMIT_MIN && kdf->operations <= MAX_OPERATIONS
         && kdf->memory >= crypto_pwhash_argon2id_MEMLIMIT_MIN
         && kdf->memory <= MIN (MAX_MEMORY, crypto_pwhash_argon2id_MEMLIMIT_MAX);
}

/**
 * reknit_kdf_derive_code:
 * @kdf: parameters
 * @code: the random bytes of a recovery code
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the wrapping key; %NULL with %REKNIT_VAULT_ERROR_NO_MEMORY
 */
ReknitSecret *
reknit_kdf_derive_code (const ReknitKdf    *kdf,
                        const ReknitSecret *code,
                        GError            **error)
{
  static const guint8 purpose[crypto_generichash_blake2b_PERSONALBYTES] = "reknit recovery";
  ReknitSecret *key = reknit_secret_new (REKNIT_KEY_SIZE, error);

  if (key != NULL)
    crypto_generichash_blake2b_salt_personal (key->data, key->size, code->data, code->size, NULL, 0,
                                              kdf->salt, purpose);
  return key;
}

static void
derive_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Derivation *self = task_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&one_at_a_time);
  g_autoptr (ReknitSecret) key = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  key = reknit_secret_new (REKNIT_KEY_SIZE, &error);
  if (key != NULL
      && crypto_pwhash_argon2id (key->data, key->size, (const char *) self->passphrase->data,
                                 self->passphrase->size, self->kdf.salt, self->kdf.operations,
                                 (size_t) self->kdf.memory, crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0)
    reknit_vault_set_error (&error, REKNIT_VAULT_ERROR_NO_MEMORY);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&key), (GDestroyNotify) reknit_secret_free);
}

/**
 * reknit_kdf_derive_async:
 * @kdf: parameters
 * @passphrase: (transfer full): wiped when it is no longer needed
 * @cancellable: (nullable): a cancellable
 * @callback: called when the key is there
 * @user_data: data for @callback
 *
 * Makes a wrapping key in a thread. When it is cancelled, @callback comes at once; the thread ends by
 * itself and what it made is wiped.
 */
void
reknit_kdf_derive_async (const ReknitKdf    *kdf,
                         ReknitSecret       *passphrase,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Derivation *self = g_new (Derivation, 1);

  self->kdf = *kdf;
  self->passphrase = passphrase;
  g_task_set_source_tag (task, reknit_kdf_derive_async);
  g_task_set_task_data (task, self, (GDestroyNotify) derivation_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, derive_in_thread);
}

/**
 * reknit_kdf_derive_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the wrapping key; %NULL with %REKNIT_VAULT_ERROR_NO_MEMORY or
 *   %G_IO_ERROR_CANCELLED
 */
ReknitSecret *
reknit_kdf_derive_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, reknit_kdf_derive_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
