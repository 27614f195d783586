#include "reknit-key-wraps.h"

/**
 * ReknitKeyWraps:
 *
 * What has to be stored for a partner's key: the key wrapped by the passphrase, and wrapped again by the
 * recovery code. Both are opaque bytes that carry their version, and neither is a secret by itself: who
 * has them can try passphrases, each try at the cost that is stored in the wrap. Immutable.
 */
struct _ReknitKeyWraps
{
  gatomicrefcount ref_count;
  GBytes *passphrase;
  GBytes *recovery;
};

G_DEFINE_BOXED_TYPE (ReknitKeyWraps, reknit_key_wraps, reknit_key_wraps_ref, reknit_key_wraps_unref)

/**
 * reknit_key_wraps_new:
 * @passphrase_wrap: what [method@KeyWraps.get_passphrase] gave when it was stored
 * @recovery_wrap: (nullable): what [method@KeyWraps.get_recovery] gave; %NULL if there is no recovery code
 *
 * The bytes are not looked at until they are used: damaged ones still mean that there is a key.
 *
 * Returns: (transfer full): the two together
 */
ReknitKeyWraps *
reknit_key_wraps_new (GBytes *passphrase_wrap,
                      GBytes *recovery_wrap)
{
  ReknitKeyWraps *self;

  g_return_val_if_fail (passphrase_wrap != NULL, NULL);

  self = g_new0 (ReknitKeyWraps, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->passphrase = g_bytes_ref (passphrase_wrap);
  if (recovery_wrap != NULL)
    self->recovery = g_bytes_ref (recovery_wrap);
  return self;
}

/**
 * reknit_key_wraps_ref:
 * @self: wraps
 *
 * Returns: (transfer full): @self
 */
ReknitKeyWraps *
reknit_key_wraps_ref (ReknitKeyWraps *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * reknit_key_wraps_unref:
 * @self: (transfer full): wraps
 */
void
reknit_key_wraps_unref (ReknitKeyWraps *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_bytes_unref (self->passphrase);
  g_clear_pointer (&self->recovery, g_bytes_unref);
  g_free (self);
}

/**
 * reknit_key_wraps_get_passphrase:
 * @self: wraps
 *
 * Returns: (transfer none): the key as the passphrase wraps it
 */
GBytes *
reknit_key_wraps_get_passphrase (ReknitKeyWraps *self)
{
  return self->passphrase;
}

/**
 * reknit_key_wraps_get_recovery:
 * @self: wraps
 *
 * Returns: (transfer none) (nullable): the key as the recovery code wraps it
 */
GBytes *
reknit_key_wraps_get_recovery (ReknitKeyWraps *self)
{
  return self->recovery;
}
