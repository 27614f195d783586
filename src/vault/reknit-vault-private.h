#pragma once

#include "reknit-secret-private.h"
#include "reknit-vault.h"

G_BEGIN_DECLS

/* What the vault's tasks need of it, on the main thread only. An owner's epoch changes whenever their key is
 * locked or removed; the key that is peeked at is to be used at once. */
guint               reknit_vault_get_epoch   (ReknitVault *self, gint64 owner);
const ReknitSecret *reknit_vault_peek_key    (ReknitVault *self, gint64 owner, GError **error);
ReknitKdfCost       reknit_vault_get_cost    (ReknitVault *self);
void                reknit_vault_take_key    (ReknitVault *self, gint64 owner, ReknitSecret *key);
void                reknit_vault_set_wraps   (ReknitVault *self, gint64 owner, ReknitKeyWraps *wraps);

G_END_DECLS
