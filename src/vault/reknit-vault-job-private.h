#pragma once

#include "reknit-kdf-private.h"
#include "reknit-vault-private.h"
#include "reknit-wrap-private.h"

G_BEGIN_DECLS

/**
 * ReknitVaultJob:
 * @owner: whose key it is about
 * @epoch: the owner's epoch when it began
 * @kdf: how the wrapping key is made
 * @wrap: (nullable): what is to be opened
 * @code: (nullable): the recovery code that was typed
 *
 * What a task of the vault keeps. What runs in a thread is the slow derivation alone; keys are made,
 * wrapped and unwrapped on the main thread when it has come back. So a key never leaves the vault, and a
 * lock wipes the only copy.
 */
typedef struct
{
  gint64 owner;
  guint epoch;
  ReknitKdf kdf;
  GBytes *wrap;
  ReknitSecret *code;
} ReknitVaultJob;

GTask        *reknit_vault_job_begin           (ReknitVault         *self,
                                                gint64               owner,
                                                gpointer             tag,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
void          reknit_vault_job_fail            (GTask               *task,
                                                ReknitVaultError     code);
gboolean      reknit_vault_job_is_still_wanted (GTask               *task);
gboolean      reknit_vault_job_read_wrap       (GTask               *task,
                                                ReknitWrapKind       kind);
void          reknit_vault_job_derive          (GTask               *task,
                                                const char          *passphrase,
                                                GAsyncReadyCallback  callback);
ReknitSecret *reknit_vault_job_finish_deriving (GTask               *task,
                                                GAsyncResult        *result);

G_END_DECLS
