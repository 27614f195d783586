#include "reknit-store-private.h"

/* What could not be saved, for a reason that may pass: kept, told, and tried again. */

#define FIRST_DELAY_SECONDS 5
#define LAST_DELAY_SECONDS 60

static gboolean
may_pass (const GError *error)
{
  return g_error_matches (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_BUSY) ||
         g_error_matches (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_FULL) ||
         g_error_matches (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_READ_ONLY) ||
         g_error_matches (error, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_IO);
}

static gboolean
find_unsaved (ReknitStore  *self,
              ReknitRecord *record,
              guint        *index)
{
  for (guint i = 0; i < self->unsaved->len; i++)
    if (((ReknitStoreUnsaved *) g_ptr_array_index (self->unsaved, i))->record == record)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

void
reknit_store_keep_unsaved (ReknitStore  *self,
                           const char   *label,
                           ReknitRecord *record,
                           const GError *error)
{
  ReknitStoreUnsaved *unsaved;
  guint index;

  if (self->db == NULL || !may_pass (error))
    return;
  if (!find_unsaved (self, record, &index))
    {
      unsaved = g_new0 (ReknitStoreUnsaved, 1);
      unsaved->record = g_object_ref (record);
      unsaved->label = g_strdup (label);
      g_ptr_array_add (self->unsaved, unsaved);
      reknit_store_notify_unsaved (self);
    }
  reknit_store_schedule_retry (self, FALSE);
  reknit_store_emit_save_failed (self, label, error);
}

void
reknit_store_drop_unsaved (ReknitStore  *self,
                           ReknitRecord *record)
{
  guint index;

  if (self->retrying || !find_unsaved (self, record, &index))
    return;
  g_ptr_array_remove_index (self->unsaved, index);
  reknit_store_notify_unsaved (self);
}

void
reknit_store_clear_unsaved (ReknitStore *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
  self->retry_delay = 0;
  if (self->unsaved->len == 0)
    return;
  g_ptr_array_set_size (self->unsaved, 0);
  reknit_store_notify_unsaved (self);
}

static gboolean
on_retry (gpointer data)
{
  ReknitStore *self = data;

  self->retry_source = 0;
  reknit_store_retry (self, NULL);
  return G_SOURCE_REMOVE;
}

/* @soon: the disk seems to be well again */
void
reknit_store_schedule_retry (ReknitStore *self,
                             gboolean     soon)
{
  if (soon)
    {
      g_clear_handle_id (&self->retry_source, g_source_remove);
      self->retry_source = g_idle_add (on_retry, self);
    }
  else if (self->retry_source == 0)
    {
      self->retry_delay = self->retry_delay == 0 ? FIRST_DELAY_SECONDS : MIN (2 * self->retry_delay, LAST_DELAY_SECONDS);
      self->retry_source = g_timeout_add_seconds (self->retry_delay, on_retry, self);
    }
}

static gboolean
put_record (ReknitStore  *self,
            gpointer      record,
            GError      **error)
{
  return reknit_store_put (self, record, error);
}

static gboolean
save_again (ReknitStore         *self,
            ReknitStoreUnsaved  *unsaved,
            GError             **error)
{
  if (reknit_record_is_stored (unsaved->record) && !reknit_record_is_dirty (unsaved->record))
    return TRUE;
  return reknit_store_transact (self, unsaved->label, put_record, unsaved->record, error);
}

/* What fails for good leaves the set, after it was told; what is locked waits for its author. */
static gboolean
is_settled (ReknitStore        *self,
            ReknitStoreUnsaved *unsaved,
            const GError       *failure)
{
  if (failure == NULL)
    return TRUE;
  if (may_pass (failure) || g_error_matches (failure, REKNIT_STORE_ERROR, REKNIT_STORE_ERROR_LOCKED))
    return FALSE;
  reknit_store_emit_save_failed (self, unsaved->label, failure);
  return TRUE;
}

/**
 * reknit_store_retry:
 * @self: a store
 * @error: return location
 *
 * Tries again to save what could not be saved, now rather than when its timer fires.
 *
 * Returns: %FALSE with the first @error when some of it is still unsaved
 */
gboolean
reknit_store_retry (ReknitStore  *self,
                    GError      **error)
{
  g_autoptr (ReknitStore) keep = NULL;
  GError *first = NULL;
  guint before;

  g_return_val_if_fail (REKNIT_IS_STORE (self), FALSE);
  if (self->retrying || self->depth > 0 || self->unsaved->len == 0)
    return self->unsaved->len == 0;
  keep = g_object_ref (self);
  before = self->unsaved->len;
  self->retrying = TRUE;
  for (guint i = 0; i < self->unsaved->len;)
    {
      ReknitStoreUnsaved *unsaved = g_ptr_array_index (self->unsaved, i);
      g_autoptr (GError) failure = NULL;

      save_again (self, unsaved, &failure);
      if (is_settled (self, unsaved, failure))
        g_ptr_array_remove_index (self->unsaved, i);
      else
        i++;
      if (failure != NULL && first == NULL)
        first = g_steal_pointer (&failure);
    }
  self->retrying = FALSE;
  g_clear_handle_id (&self->retry_source, g_source_remove);
  if (self->unsaved->len > 0)
    reknit_store_schedule_retry (self, FALSE);
  else
    self->retry_delay = 0;
  if (self->unsaved->len != before)
    reknit_store_notify_unsaved (self);
  if (first == NULL)
    return TRUE;
  g_propagate_error (error, first);
  return FALSE;
}
