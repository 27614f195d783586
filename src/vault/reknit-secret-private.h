#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReknitSecret:
 * @data: memory that is locked, guarded and left out of core dumps
 * @size: its size in bytes
 *
 * Bytes that must not outlive their use: they are overwritten when they are freed.
 */
typedef struct
{
  guint8 *data;
  gsize size;
} ReknitSecret;

void          reknit_sodium_ensure               (void);
ReknitSecret *reknit_secret_new                  (gsize size, GError **error);
ReknitSecret *reknit_secret_new_random           (gsize size, GError **error);
ReknitSecret *reknit_secret_new_from_passphrase  (const char *passphrase, GError **error);
void          reknit_secret_free                 (ReknitSecret *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReknitSecret, reknit_secret_free)

G_END_DECLS
