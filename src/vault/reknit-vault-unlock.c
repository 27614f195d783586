#include "reknit-vault-job-private.h"

#include "reknit-recovery-code-private.h"

/* Makes of @passphrase what might open @owner's key, and has @then try it. */
static void
try_passphrase (ReknitVault        *self,
                gint64              owner,
                const char         *passphrase,
                gpointer            tag,
                GAsyncReadyCallback then,
                GCancellable       *cancellable,
                GAsyncReadyCallback callback,
                gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (REKNIT_IS_VAULT (self));
  g_return_if_fail (owner > 0);
  g_return_if_fail (passphrase != NULL);

  task = reknit_vault_job_begin (self, owner, tag, cancellable, callback, user_data);
  if (reknit_vault_job_read_wrap (task, REKNIT_WRAP_PASSPHRASE))
    reknit_vault_job_derive (task, passphrase, then);
}

static void
open_with (GTask              *task,
           const ReknitSecret *wrapping_key)
{
  ReknitVaultJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  ReknitSecret *key = reknit_wrap_open (job->wrap, job->owner, wrapping_key, &error);

  if (key == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  reknit_vault_take_key (g_task_get_source_object (task), job->owner, key);
  g_task_return_boolean (task, TRUE);
}

static void
unlock_derived (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ReknitSecret) wrapping_key = reknit_vault_job_finish_deriving (task, result);

  if (wrapping_key != NULL)
    open_with (task, wrapping_key);
}

/**
 * reknit_vault_unlock_async:
 * @self: a vault
 * @owner: a partner's id
 * @passphrase: what was typed
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Opens @owner's key. If it is open already, a wrong passphrase fails all the same, and leaves it open.
 */
void
reknit_vault_unlock_async (ReknitVault        *self,
                           gint64              owner,
                           const char         *passphrase,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  try_passphrase (self, owner, passphrase, reknit_vault_unlock_async, unlock_derived, cancellable, callback, user_data);
}

/**
 * reknit_vault_unlock_finish:
 * @self: a vault
 * @result: the result
 * @error: return location
 *
 * Returns: %TRUE if the key was opened; else %FALSE with %REKNIT_VAULT_ERROR_WRONG_PASSPHRASE,
 *   `EMPTY_PASSPHRASE`, `INVALID_TEXT`, `NO_KEY`, `LOCKED`, `DAMAGED`, `NEWER`, `NO_MEMORY` or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
reknit_vault_unlock_finish (ReknitVault  *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, reknit_vault_unlock_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
recover_in_idle (gpointer user_data)
{
  GTask *task = user_data;
  ReknitVaultJob *job = g_task_get_task_data (task);
  g_autoptr (ReknitSecret) wrapping_key = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task) || !reknit_vault_job_is_still_wanted (task))
    return G_SOURCE_REMOVE;
  wrapping_key = reknit_kdf_derive_code (&job->kdf, job->code, &error);
  if (wrapping_key == NULL)
    g_task_return_error (task, error);
  else
    open_with (task, wrapping_key);
  return G_SOURCE_REMOVE;
}

/**
 * reknit_vault_unlock_with_recovery_async:
 * @self: a vault
 * @owner: a partner's id
 * @recovery_code: what was typed: spaces, dashes and capitals don't matter
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Opens @owner's key without the passphrase. Let them set a new one then, with
 * [method@Vault.change_passphrase_async].
 */
void
reknit_vault_unlock_with_recovery_async (ReknitVault        *self,
                                         gint64              owner,
                                         const char         *recovery_code,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GSource) idle = NULL;
  GError *error = NULL;
  ReknitVaultJob *job;

  g_return_if_fail (REKNIT_IS_VAULT (self));
  g_return_if_fail (owner > 0);
  g_return_if_fail (recovery_code != NULL);

  task = reknit_vault_job_begin (self, owner, reknit_vault_unlock_with_recovery_async, cancellable, callback, user_data);
  if (!reknit_vault_job_read_wrap (task, REKNIT_WRAP_RECOVERY))
    return;
  job = g_task_get_task_data (task);
  job->code = reknit_recovery_code_read (recovery_code, &error);
  if (job->code == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  idle = g_idle_source_new ();
  g_task_attach_source (task, idle, recover_in_idle);
}

/**
 * reknit_vault_unlock_with_recovery_finish:
 * @self: a vault
 * @result: the result
 * @error: return location
 *
 * Returns: %TRUE if the key was opened; else %FALSE with %REKNIT_VAULT_ERROR_MISTYPED_CODE, `WRONG_CODE`,
 *   `NO_CODE`, `NO_KEY`, `LOCKED`, `DAMAGED`, `NEWER`, `NO_MEMORY` or %G_IO_ERROR_CANCELLED
 */
gboolean
reknit_vault_unlock_with_recovery_finish (ReknitVault  *self,
                                          GAsyncResult *result,
                                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, reknit_vault_unlock_with_recovery_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
verify_derived (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ReknitVaultJob *job = g_task_get_task_data (task);
  g_autoptr (ReknitSecret) wrapping_key = reknit_vault_job_finish_deriving (task, result);
  g_autoptr (ReknitSecret) key = NULL;
  GError *error = NULL;

  if (wrapping_key == NULL)
    return;
  key = reknit_wrap_open (job->wrap, job->owner, wrapping_key, &error);
  if (key == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * reknit_vault_verify_async:
 * @self: a vault
 * @owner: a partner's id
 * @passphrase: what was typed
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Asks whether @passphrase is @owner's, as before it is changed. Opens and closes nothing.
 */
void
reknit_vault_verify_async (ReknitVault        *self,
                           gint64              owner,
                           const char         *passphrase,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  try_passphrase (self, owner, passphrase, reknit_vault_verify_async, verify_derived, cancellable, callback, user_data);
}

/**
 * reknit_vault_verify_finish:
 * @self: a vault
 * @result: the result
 * @error: return location
 *
 * Returns: %TRUE if it is the passphrase; else %FALSE with an error as of [method@Vault.unlock_finish]
 */
gboolean
reknit_vault_verify_finish (ReknitVault  *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, reknit_vault_verify_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
