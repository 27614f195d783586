#include "reknit-vault-job-private.h"

#include "reknit-vault-error-private.h"

static void
job_free (ReknitVaultJob *job)
{
  g_clear_pointer (&job->wrap, g_bytes_unref);
  g_clear_pointer (&job->code, reknit_secret_free);
  g_free (job);
}

/* Starts a task about @owner's key. Whether it was cancelled is asked once, before anything changes: not
 * again when the result is fetched, when the change has been made. */
GTask *
reknit_vault_job_begin (ReknitVault        *self,
                        gint64              owner,
                        gpointer            tag,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  ReknitVaultJob *job = g_new0 (ReknitVaultJob, 1);

  job->owner = owner;
  job->epoch = reknit_vault_get_epoch (self, owner);
  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  return task;
}

/* Ends @task with the message that belongs to @code. */
void
reknit_vault_job_fail (GTask           *task,
                       ReknitVaultError code)
{
  GError *error = NULL;

  reknit_vault_set_error (&error, code);
  g_task_return_error (task, error);
}

/* Returns: %FALSE if the key was locked since @task began, which then has ended with an error */
gboolean
reknit_vault_job_is_still_wanted (GTask *task)
{
  ReknitVaultJob *job = g_task_get_task_data (task);

  if (reknit_vault_get_epoch (g_task_get_source_object (task), job->owner) == job->epoch)
    return TRUE;
  reknit_vault_job_fail (task, REKNIT_VAULT_ERROR_LOCKED);
  return FALSE;
}

/* Makes the wrapping key of @passphrase and goes on with @callback, unless @task ends with an error. */
void
reknit_vault_job_derive (GTask              *task,
                         const char         *passphrase,
                         GAsyncReadyCallback callback)
{
  ReknitVaultJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  ReknitSecret *secret = reknit_secret_new_from_passphrase (passphrase, &error);

  if (secret == NULL)
    g_task_return_error (task, error);
  else
    reknit_kdf_derive_async (&job->kdf, secret, g_task_get_cancellable (task), callback, g_object_ref (task));
}

/* Returns: the wrapping key, unless @task has ended with an error */
ReknitSecret *
reknit_vault_job_finish_deriving (GTask        *task,
                                  GAsyncResult *result)
{
  GError *error = NULL;
  g_autoptr (ReknitSecret) wrapping_key = reknit_kdf_derive_finish (result, &error);

  if (wrapping_key == NULL)
    g_task_return_error (task, error);
  else if (reknit_vault_job_is_still_wanted (task))
    return g_steal_pointer (&wrapping_key);
  return NULL;
}

/* Returns: whether there is a wrap of that kind to try; else @task has ended with an error */
gboolean
reknit_vault_job_read_wrap (GTask         *task,
                            ReknitWrapKind kind)
{
  ReknitVaultJob *job = g_task_get_task_data (task);
  ReknitKeyWraps *wraps = reknit_vault_get_wraps (g_task_get_source_object (task), job->owner);
  GBytes *wrap = NULL;
  GError *error = NULL;

  if (wraps == NULL)
    {
      reknit_vault_job_fail (task, REKNIT_VAULT_ERROR_NO_KEY);
      return FALSE;
    }
  wrap = kind == REKNIT_WRAP_PASSPHRASE ? reknit_key_wraps_get_passphrase (wraps)
                                        : reknit_key_wraps_get_recovery (wraps);
  if (wrap == NULL)
    {
      reknit_vault_job_fail (task, REKNIT_VAULT_ERROR_NO_CODE);
      return FALSE;
    }
  job->wrap = g_bytes_ref (wrap);
  if (!reknit_wrap_read (wrap, kind, &job->kdf, &error))
    {
      g_task_return_error (task, error);
      return FALSE;
    }
  return TRUE;
}
