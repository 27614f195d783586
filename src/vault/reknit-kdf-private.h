#pragma once

#include <gio/gio.h>

#include "reknit-secret-private.h"
#include "reknit-vault.h"

G_BEGIN_DECLS

#define REKNIT_KDF_SALT_SIZE 16
#define REKNIT_KEY_SIZE 32

/**
 * ReknitKdfAlgorithm:
 * @REKNIT_KDF_BLAKE2B: for what is random already, such as a recovery code
 * @REKNIT_KDF_ARGON2ID: for what a person thought of
 *
 * How a wrapping key comes about. The numbers are stored.
 */
typedef enum
{
  REKNIT_KDF_BLAKE2B = 1,
  REKNIT_KDF_ARGON2ID = 2,
} ReknitKdfAlgorithm;

/**
 * ReknitKdf:
 * @algorithm: which function
 * @operations: how many passes; 0 for BLAKE2b
 * @memory: how many bytes; 0 for BLAKE2b
 * @salt: random
 *
 * Everything but the secret that is needed to make a wrapping key again.
 */
typedef struct
{
  ReknitKdfAlgorithm algorithm;
  guint64 operations;
  guint64 memory;
  guint8 salt[REKNIT_KDF_SALT_SIZE];
} ReknitKdf;

void          reknit_kdf_init_passphrase (ReknitKdf *kdf, ReknitKdfCost cost);
void          reknit_kdf_init_code       (ReknitKdf *kdf);
gboolean      reknit_kdf_is_sane         (const ReknitKdf *kdf);

ReknitSecret *reknit_kdf_derive_code     (const ReknitKdf *kdf, const ReknitSecret *code, GError **error);
void          reknit_kdf_derive_async    (const ReknitKdf     *kdf,
                                          ReknitSecret        *passphrase,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
ReknitSecret *reknit_kdf_derive_finish   (GAsyncResult        *result,
                                          GError             **error);

G_END_DECLS
