#include "reknit-vault-job-private.h"

#include "reknit-recovery-code-private.h"

typedef struct
{
  ReknitKeyWraps *wraps;
  char *code;
} Created;

static void
created_free (Created *created)
{
  reknit_key_wraps_unref (created->wraps);
  reknit_secret_string_free (created->code);
  g_free (created);
}

/* Makes of @passphrase what a key of @owner's is to be wrapped with, and has @then do it: the key that is open, or a
 * new one where there is none yet. */
static void
wrap_with (ReknitVault        *self,
           gint64              owner,
           const char         *passphrase,
           gboolean            has_key,
           gpointer            tag,
           GAsyncReadyCallback then,
           GCancellable       *cancellable,
           GAsyncReadyCallback callback,
           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  ReknitVaultJob *job;
  GError *error = NULL;

  g_return_if_fail (REKNIT_IS_VAULT (self));
  g_return_if_fail (owner > 0);
  g_return_if_fail (passphrase != NULL);

  task = reknit_vault_job_begin (self, owner, tag, cancellable, callback, user_data);
  job = g_task_get_task_data (task);
  reknit_kdf_init_passphrase (&job->kdf, reknit_vault_get_cost (self));
  if (has_key && reknit_vault_peek_key (self, owner, &error) == NULL)
    g_task_return_error (task, error);
  else if (!has_key && reknit_vault_has_key (self, owner))
    reknit_vault_job_fail (task, REKNIT_VAULT_ERROR_HAS_KEY);
  else
    reknit_vault_job_derive (task, passphrase, then);
}

static GBytes *
wrap_for_recovery (gint64              owner,
                   const ReknitSecret *key,
                   char              **printed,
                   GError            **error)
{
  g_autoptr (ReknitSecret) code = reknit_secret_new_random (REKNIT_RECOVERY_CODE_SIZE, error);
  g_autoptr (ReknitSecret) wrapping_key = NULL;
  ReknitKdf kdf;

  if (code == NULL)
    return NULL;
  reknit_kdf_init_code (&kdf);
  wrapping_key = reknit_kdf_derive_code (&kdf, code, error);
  if (wrapping_key == NULL)
    return NULL;
  *printed = reknit_recovery_code_print (code);
  return reknit_wrap_new (REKNIT_WRAP_RECOVERY, owner, &kdf, wrapping_key, key);
}

static void
create_derived (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ReknitVaultJob *job = g_task_get_task_data (task);
  ReknitVault *self = g_task_get_source_object (task);
  g_autoptr (ReknitSecret) wrapping_key = reknit_vault_job_finish_deriving (task, result);
  g_autoptr (ReknitSecret) key = NULL;
  g_autoptr (GBytes) by_passphrase = NULL;
  g_autoptr (GBytes) by_code = NULL;
  Created *created;
  GError *error = NULL;
  char *code = NULL;

  if (wrapping_key == NULL)
    return;
  if (reknit_vault_has_key (self, job->owner))
    {
      reknit_vault_job_fail (task, REKNIT_VAULT_ERROR_HAS_KEY);
      return;
    }
  key = reknit_secret_new_random (REKNIT_KEY_SIZE, &error);
  if (key != NULL)
    by_code = wrap_for_recovery (job->owner, key, &code, &error);
  if (by_code == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  by_passphrase = reknit_wrap_new (REKNIT_WRAP_PASSPHRASE, job->owner, &job->kdf, wrapping_key, key);

  created = g_new (Created, 1);
  created->wraps = reknit_key_wraps_new (by_passphrase, by_code);
  created->code = code;
  reknit_vault_set_wraps (self, job->owner, created->wraps);
  reknit_vault_take_key (self, job->owner, g_steal_pointer (&key));
  g_task_return_pointer (task, created, (GDestroyNotify) created_free);
}

/**
 * reknit_vault_create_async:
 * @self: a vault
 * @owner: a partner's id, who has no key yet
 * @passphrase: what shall guard the key; anything but empty
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Makes a key for @owner. It is open afterwards. Store the wraps before anything is sealed with it, and
 * call [method@Vault.remove] if that fails.
 */
void
reknit_vault_create_async (ReknitVault        *self,
                           gint64              owner,
                           const char         *passphrase,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  wrap_with (self, owner, passphrase, FALSE, reknit_vault_create_async, create_derived, cancellable, callback, user_data);
}

/**
 * reknit_vault_create_finish:
 * @self: a vault
 * @result: the result
 * @recovery_code: (out): the recovery code, to be shown once and never stored; free with
 *   reknit_secret_string_free()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is to be stored; %NULL with %REKNIT_VAULT_ERROR_HAS_KEY,
 *   `EMPTY_PASSPHRASE`, `INVALID_TEXT`, `LOCKED`, `NO_MEMORY` or %G_IO_ERROR_CANCELLED
 */
ReknitKeyWraps *
reknit_vault_create_finish (ReknitVault  *self,
                            GAsyncResult *result,
                            char        **recovery_code,
                            GError      **error)
{
  Created *created;
  ReknitKeyWraps *wraps;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, reknit_vault_create_async), NULL);
  g_return_val_if_fail (recovery_code != NULL, NULL);

  *recovery_code = NULL;
  created = g_task_propagate_pointer (G_TASK (result), error);
  if (created == NULL)
    return NULL;
  *recovery_code = g_steal_pointer (&created->code);
  wraps = reknit_key_wraps_ref (created->wraps);
  created_free (created);
  return wraps;
}

static void
change_derived (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ReknitVaultJob *job = g_task_get_task_data (task);
  ReknitVault *self = g_task_get_source_object (task);
  g_autoptr (ReknitSecret) wrapping_key = reknit_vault_job_finish_deriving (task, result);
  g_autoptr (GBytes) wrap = NULL;
  ReknitKeyWraps *wraps;

  if (wrapping_key == NULL)
    return;
  wrap = reknit_wrap_new (REKNIT_WRAP_PASSPHRASE, job->owner, &job->kdf, wrapping_key,
                          reknit_vault_peek_key (self, job->owner, NULL));
  wraps = reknit_key_wraps_new (wrap, reknit_key_wraps_get_recovery (reknit_vault_get_wraps (self, job->owner)));
  reknit_vault_set_wraps (self, job->owner, wraps);
  g_task_return_pointer (task, wraps, (GDestroyNotify) reknit_key_wraps_unref);
}

/**
 * reknit_vault_change_passphrase_async:
 * @self: a vault
 * @owner: a partner's id, whose key is open
 * @new_passphrase: what shall guard the key from now on; anything but empty
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Wraps the same key with another passphrase, so that everything sealed stays as it is. The recovery code
 * stays good, too; see [method@Vault.renew_recovery_code]. The new wraps are to be stored; if that fails,
 * give the vault the earlier ones back with [method@Vault.add_wraps].
 */
void
reknit_vault_change_passphrase_async (ReknitVault        *self,
                                      gint64              owner,
                                      const char         *new_passphrase,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  wrap_with (self, owner, new_passphrase, TRUE, reknit_vault_change_passphrase_async, change_derived, cancellable, callback,
             user_data);
}

/**
 * reknit_vault_change_passphrase_finish:
 * @self: a vault
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is to be stored instead; %NULL with
 *   %REKNIT_VAULT_ERROR_LOCKED, `NO_KEY`, `EMPTY_PASSPHRASE`, `INVALID_TEXT`, `NO_MEMORY` or
 *   %G_IO_ERROR_CANCELLED, when the earlier passphrase stays
 */
ReknitKeyWraps *
reknit_vault_change_passphrase_finish (ReknitVault  *self,
                                       GAsyncResult *result,
                                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, reknit_vault_change_passphrase_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * reknit_vault_renew_recovery_code:
 * @self: a vault
 * @owner: a partner's id, whose key is open
 * @recovery_code: (out): the new code, to be shown once and never stored; free with
 *   reknit_secret_string_free()
 * @error: return location
 *
 * Makes a new recovery code. The earlier one is of no more use once the new wraps are stored.
 *
 * Returns: (transfer full) (nullable): what is to be stored instead; %NULL with
 *   %REKNIT_VAULT_ERROR_LOCKED, `NO_KEY` or `NO_MEMORY`
 */
ReknitKeyWraps *
reknit_vault_renew_recovery_code (ReknitVault *self,
                                  gint64       owner,
                                  char       **recovery_code,
                                  GError     **error)
{
  const ReknitSecret *key;
  g_autoptr (GBytes) by_code = NULL;
  ReknitKeyWraps *wraps;

  g_return_val_if_fail (REKNIT_IS_VAULT (self), NULL);
  g_return_val_if_fail (recovery_code != NULL, NULL);

  *recovery_code = NULL;
  key = reknit_vault_peek_key (self, owner, error);
  if (key == NULL)
    return NULL;
  by_code = wrap_for_recovery (owner, key, recovery_code, error);
  if (by_code == NULL)
    return NULL;
  wraps = reknit_key_wraps_new (reknit_key_wraps_get_passphrase (reknit_vault_get_wraps (self, owner)), by_code);
  reknit_vault_set_wraps (self, owner, wraps);
  return wraps;
}
