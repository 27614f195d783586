#pragma once

#include <gio/gio.h>

#include "reknit-key-wraps.h"
#include "reknit-vault-error.h"

G_BEGIN_DECLS

/**
 * ReknitKdfCost:
 * @REKNIT_KDF_COST_MODERATE: 256 MiB and about half a second for each guess
 * @REKNIT_KDF_COST_MINIMAL: next to nothing, so that tests are fast; guards nobody
 *
 * What it costs to try a passphrase. The cost is stored with each wrap: changing the vault's own cost
 * leaves the wraps that exist as they are.
 */
typedef enum
{
  REKNIT_KDF_COST_MODERATE,
  REKNIT_KDF_COST_MINIMAL,
} ReknitKdfCost;

#define REKNIT_TYPE_KDF_COST (reknit_kdf_cost_get_type ())
GType reknit_kdf_cost_get_type (void);

#define REKNIT_TYPE_VAULT (reknit_vault_get_type ())
G_DECLARE_FINAL_TYPE (ReknitVault, reknit_vault, REKNIT, VAULT, GObject)

ReknitVault    *reknit_vault_new                         (void);

void            reknit_vault_add_wraps                   (ReknitVault *self, gint64 owner, ReknitKeyWraps *wraps);
ReknitKeyWraps *reknit_vault_get_wraps                   (ReknitVault *self, gint64 owner);
void            reknit_vault_remove                      (ReknitVault *self, gint64 owner);

gboolean        reknit_vault_has_key                     (ReknitVault *self, gint64 owner);
gboolean        reknit_vault_is_open                     (ReknitVault *self, gint64 owner);
void            reknit_vault_lock                        (ReknitVault *self, gint64 owner);
void            reknit_vault_lock_all                    (ReknitVault *self);

void            reknit_vault_create_async                (ReknitVault         *self,
                                                          gint64               owner,
                                                          const char          *passphrase,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
ReknitKeyWraps *reknit_vault_create_finish               (ReknitVault         *self,
                                                          GAsyncResult        *result,
                                                          char               **recovery_code,
                                                          GError             **error);

void            reknit_vault_unlock_async                (ReknitVault         *self,
                                                          gint64               owner,
                                                          const char          *passphrase,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
gboolean        reknit_vault_unlock_finish               (ReknitVault         *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

void            reknit_vault_unlock_with_recovery_async  (ReknitVault         *self,
                                                          gint64               owner,
                                                          const char          *recovery_code,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
gboolean        reknit_vault_unlock_with_recovery_finish (ReknitVault         *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

void            reknit_vault_verify_async                (ReknitVault         *self,
                                                          gint64               owner,
                                                          const char          *passphrase,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
gboolean        reknit_vault_verify_finish               (ReknitVault         *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

void            reknit_vault_change_passphrase_async     (ReknitVault         *self,
                                                          gint64               owner,
                                                          const char          *new_passphrase,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
ReknitKeyWraps *reknit_vault_change_passphrase_finish    (ReknitVault         *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

ReknitKeyWraps *reknit_vault_renew_recovery_code         (ReknitVault         *self,
                                                          gint64               owner,
                                                          char               **recovery_code,
                                                          GError             **error);

void            reknit_secret_string_free                (char *text);

G_END_DECLS
