#include "reknit-diary.h"

#include "reknit-occurrence.h"
#include "reknit-reminder.h"
#include "reknit-ritual-mark.h"

#include <glib/gi18n.h>

/* What somebody turned to by themselves needs nobody to call for it: a ritual that all who mark it have marked. */
#define ANSWERED \
  "state = 'pending' AND EXISTS (SELECT 1 FROM reminder AS r WHERE r.id = occurrence.reminder " \
  "AND r.kind = '" REKNIT_REMINDER_RITUAL "' AND " \
  REKNIT_RITUAL_MARKED_BY_ALL ("r.subject", "substr (occurrence.local, 1, 10)") ")"

/* The bookkeeping of reminders. It reads rows rather than records: another process may have written them a moment
 * ago, and a live record shows what this one last heard. */

/**
 * reknit_diary_free:
 * @self: a diary
 *
 * Frees @self and what it lists.
 */
void
reknit_diary_free (ReknitDiary *self)
{
  g_array_unref (self->reminders);
  g_array_unref (self->occurrences);
  g_ptr_array_unref (self->recurrences);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static gboolean
read_reminders (ReknitDiary  *self,
                ReknitStore  *store,
                GError      **error)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT id, starts, rule, zone, lead_minutes, modified FROM reminder WHERE enabled");
  gboolean has_row;

  while (reknit_statement_step (statement, &has_row, error))
    {
      g_autoptr (GError) broken = NULL;
      ReknitRecurrence *recurrence;
      ReknitScheduledReminder reminder;

      if (!has_row)
        return TRUE;
      recurrence = reknit_recurrence_new (reknit_statement_get_text (statement, 1),
                                          reknit_statement_get_text (statement, 2), &broken);
      if (recurrence == NULL)
        {
          g_debug ("A reminder is left out: %s", broken->message);
          continue;
        }
      g_ptr_array_add (self->recurrences, recurrence);
      reminder = (ReknitScheduledReminder) {
        .id = reknit_statement_get_integer (statement, 0),
        .recurrence = recurrence,
        .zone = g_string_chunk_insert_const (self->texts, reknit_statement_get_text (statement, 3)),
        .lead_minutes = (int) reknit_statement_get_integer (statement, 4),
        .since = reknit_statement_get_integer (statement, 5),
      };
      g_array_append_val (self->reminders, reminder);
    }
  return FALSE;
}

static gboolean
read_occurrences (ReknitDiary  *self,
                  ReknitStore  *store,
                  gint64        now,
                  GError      **error)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store,
                          "SELECT id, reminder, local, due, fired_at, next_fire, state = 'pending' FROM occurrence AS o "
                          "WHERE state = 'pending' OR due > :now OR local = "
                          "(SELECT max (local) FROM occurrence WHERE reminder = o.reminder AND due <= :now)");
  gboolean has_row;

  reknit_statement_bind_integer (statement, "now", now);
  while (reknit_statement_step (statement, &has_row, error))
    {
      ReknitScheduledOccurrence occurrence;

      if (!has_row)
        return TRUE;
      occurrence = (ReknitScheduledOccurrence) {
        .id = reknit_statement_get_integer (statement, 0),
        .reminder = reknit_statement_get_integer (statement, 1),
        .local = g_string_chunk_insert (self->texts, reknit_statement_get_text (statement, 2)),
        .due = reknit_statement_get_integer (statement, 3),
        .fired_at = reknit_statement_get_integer (statement, 4),
        .next_fire = reknit_statement_get_integer (statement, 5),
        .pending = reknit_statement_get_integer (statement, 6) != 0,
      };
      g_array_append_val (self->occurrences, occurrence);
    }
  return FALSE;
}

/**
 * reknit_diary_read:
 * @store: the store
 * @now: Unix seconds
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it takes to list what is due at @now; %NULL with a #ReknitStoreError
 */
ReknitDiary *
reknit_diary_read (ReknitStore  *store,
                   gint64        now,
                   GError      **error)
{
  g_autoptr (ReknitDiary) self = g_new0 (ReknitDiary, 1);

  self->reminders = g_array_new (FALSE, FALSE, sizeof (ReknitScheduledReminder));
  self->occurrences = g_array_new (FALSE, FALSE, sizeof (ReknitScheduledOccurrence));
  self->recurrences = g_ptr_array_new_with_free_func (g_object_unref);
  self->texts = g_string_chunk_new (256);
  if (!read_reminders (self, store, error) || !read_occurrences (self, store, now, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gint64
find_on_record (ReknitStore *store,
                ReknitDue   *due)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT id FROM occurrence WHERE reminder = :reminder AND local = :local");
  gboolean has_row;

  reknit_statement_bind_integer (statement, "reminder", due->reminder);
  reknit_statement_bind_text (statement, "local", due->local);
  if (!reknit_statement_step (statement, &has_row, NULL) || !has_row)
    return 0;
  return reknit_statement_get_integer (statement, 0);
}

static gboolean
insert (ReknitStore  *store,
        ReknitDue    *due,
        GError      **error)
{
  g_autoptr (ReknitOccurrence) occurrence =
    g_object_new (REKNIT_TYPE_OCCURRENCE, "reminder", due->reminder, "local", due->local, "due", due->due,
                  "next-fire", due->postponed, "state", REKNIT_OCCURRENCE_STATE_PENDING, NULL);

  if (!reknit_store_put (store, REKNIT_RECORD (occurrence), error))
    return FALSE;
  due->occurrence = reknit_record_get_id (REKNIT_RECORD (occurrence));
  return TRUE;
}

/* Steps a statement that takes an id and the time. */
static gboolean
update (ReknitStore  *store,
        const char   *sql,
        gint64        occurrence,
        gint64        time,
        gboolean     *changed,
        GError      **error)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, sql);

  reknit_statement_bind_integer (statement, "id", occurrence);
  reknit_statement_bind_integer (statement, "time", time);
  return reknit_statement_step (statement, changed, error);
}

static gboolean
has_answered (ReknitStore *store)
{
  g_autoptr (ReknitStatement) statement = reknit_store_prepare (store, "SELECT 1 FROM occurrence WHERE " ANSWERED " LIMIT 1");
  gboolean has_row;

  return reknit_statement_step (statement, &has_row, NULL) && has_row;
}

static gboolean
settle_answered (ReknitStore  *store,
                 gint64        now,
                 GError      **error)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "UPDATE occurrence SET state = 'done', modified = :time WHERE " ANSWERED);
  gboolean has_row;

  reknit_statement_bind_integer (statement, "time", now);
  return reknit_statement_step (statement, &has_row, error);
}

static gboolean
is_pending (ReknitStore *store,
            gint64       occurrence)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT 1 FROM occurrence WHERE id = :id AND state = 'pending'");
  gboolean has_row;

  reknit_statement_bind_integer (statement, "id", occurrence);
  return reknit_statement_step (statement, &has_row, NULL) && has_row;
}

static void
drop_answered (ReknitStore   *store,
               ReknitDueList *list)
{
  for (guint i = list->due->len; i > 0; i--)
    if (!is_pending (store, ((ReknitDue *) g_ptr_array_index (list->due, i - 1))->occurrence))
      g_ptr_array_remove_index (list->due, i - 1);
}

static gboolean
note (ReknitStore  *store,
      gpointer      data,
      GError      **error)
{
  ReknitDueList *list = data;
  gint64 now = reknit_clock_now (reknit_clock_get_default ());
  gboolean changed;

  for (guint i = 0; i < list->passed->len; i++)
    if (!update (store, "UPDATE occurrence SET state = 'passed', modified = :time WHERE id = :id AND state = 'pending'",
                 g_array_index (list->passed, gint64, i), now, &changed, error))
      return FALSE;
  for (guint i = 0; i < list->due->len; i++)
    {
      ReknitDue *due = g_ptr_array_index (list->due, i);

      if (due->occurrence == 0)
        due->occurrence = find_on_record (store, due);
      if (due->occurrence == 0 && !insert (store, due, error))
        return FALSE;
      if (due->postponed != 0 &&
          !update (store, "UPDATE occurrence SET next_fire = :time WHERE id = :id AND fired_at IS NULL",
                   due->occurrence, due->postponed, &changed, error))
        return FALSE;
    }
  return settle_answered (store, now, error);
}

/**
 * reknit_diary_note:
 * @store: the store
 * @list: what is due; each gets the id of its occurrence
 * @error: return location
 *
 * Puts on record what fell due, what was put off, in whose place something later has come, and what was done before
 * anyone called for it. That is taken off @list.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_diary_note (ReknitStore  *store,
                   ReknitDueList   *list,
                   GError      **error)
{
  gboolean has_news = list->passed->len > 0 || has_answered (store);

  for (guint i = 0; i < list->due->len; i++)
    {
      ReknitDue *due = g_ptr_array_index (list->due, i);
      has_news |= due->occurrence == 0 || due->postponed != 0;
    }
  if (has_news && !reknit_store_transact (store, NULL, note, list, error))
    return FALSE;
  drop_answered (store, list);
  return TRUE;
}

typedef struct
{
  ReknitDueList *list;
  gint64      now;
  GArray     *claimed;
} Claim;

static gboolean
claim (ReknitStore  *store,
       gpointer      data,
       GError      **error)
{
  Claim *self = data;

  for (guint i = 0; i < self->list->due->len; i++)
    {
      ReknitDue *due = g_ptr_array_index (self->list->due, i);
      gboolean mine = FALSE;

      if (due->postponed != 0)
        continue;
      if (!update (store,
                   "UPDATE occurrence SET fired_at = :time, next_fire = NULL, modified = :time "
                   "WHERE id = :id AND fired_at IS NULL AND state = 'pending' "
                   "AND (next_fire IS NULL OR next_fire <= :time) RETURNING id",
                   due->occurrence, self->now, &mine, error))
        return FALSE;
      if (mine)
        g_array_append_val (self->claimed, due->occurrence);
    }
  return TRUE;
}

/**
 * reknit_diary_claim:
 * @store: the store
 * @list: what is due and on record
 * @now: Unix seconds
 * @error: return location
 *
 * Claims what is due, so that of all processes only this one offers it.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the occurrences that are to be offered here and now;
 *   %NULL with a #ReknitStoreError
 */
GArray *
reknit_diary_claim (ReknitStore  *store,
                    ReknitDueList   *list,
                    gint64        now,
                    GError      **error)
{
  g_autoptr (GArray) claimed = g_array_new (FALSE, FALSE, sizeof (gint64));
  Claim self = { list, now, claimed };

  if (!reknit_store_transact (store, NULL, claim, &self, error))
    return NULL;
  return g_steal_pointer (&claimed);
}

/**
 * reknit_diary_list_out:
 * @store: the store
 *
 * Returns: (transfer full) (element-type gint64): the occurrences that were offered and wait for an answer
 */
GArray *
reknit_diary_list_out (ReknitStore *store)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT id FROM occurrence WHERE state = 'pending' AND fired_at IS NOT NULL");
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    {
      gint64 id = reknit_statement_get_integer (statement, 0);
      g_array_append_val (out, id);
    }
  return g_steal_pointer (&out);
}

/**
 * reknit_diary_find_kind:
 * @store: the store
 * @occurrence: an occurrence
 *
 * Returns: (transfer full): what its reminder calls for; empty if it is gone
 */
char *
reknit_diary_find_kind (ReknitStore *store,
                        gint64       occurrence)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT kind FROM reminder WHERE id = (SELECT reminder FROM occurrence WHERE id = :id)");
  gboolean has_row;

  reknit_statement_bind_integer (statement, "id", occurrence);
  if (!reknit_statement_step (statement, &has_row, NULL) || !has_row)
    return g_strdup ("");
  return g_strdup (reknit_statement_get_text (statement, 0));
}

/**
 * reknit_diary_may_name:
 * @store: the store
 *
 * Returns: whether everyone agreed that a notification may call a thing by its name
 */
gboolean
reknit_diary_may_name (ReknitStore *store)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT count (*) > 0 AND min (names_in_notices) FROM partner");
  gboolean has_row;

  return reknit_statement_step (statement, &has_row, NULL) && has_row && reknit_statement_get_integer (statement, 0) != 0;
}

typedef struct
{
  const gint64 *occurrences;
  guint         n_occurrences;
  const char   *sql;
  gint64        time;
} Answer;

static gboolean
answer (ReknitStore  *store,
        gpointer      data,
        GError      **error)
{
  Answer *self = data;
  gboolean changed;

  for (guint i = 0; i < self->n_occurrences; i++)
    if (!update (store, self->sql, self->occurrences[i], self->time, &changed, error))
      return FALSE;
  return TRUE;
}

/**
 * reknit_diary_snooze:
 * @store: the store
 * @occurrences: (array length=n_occurrences): which; those that were answered stay as they are
 * @n_occurrences: how many
 * @until: Unix seconds when they are to be offered again
 * @error: return location
 *
 * Puts occurrences off.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_diary_snooze (ReknitStore   *store,
                     const gint64  *occurrences,
                     guint          n_occurrences,
                     gint64         until,
                     GError       **error)
{
  Answer self = { occurrences, n_occurrences,
                  "UPDATE occurrence SET fired_at = NULL, next_fire = :time WHERE id = :id AND state = 'pending'", until };

  return reknit_store_transact (store, NULL, answer, &self, error);
}

/**
 * reknit_diary_skip:
 * @store: the store
 * @occurrence: which; if it was answered, it stays as it is
 * @error: return location
 *
 * Leaves an occurrence out, as a step that can be undone.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_diary_skip (ReknitStore  *store,
                   gint64        occurrence,
                   GError      **error)
{
  Answer self = { &occurrence, 1,
                  "UPDATE occurrence SET state = 'skipped', modified = :time WHERE id = :id AND state = 'pending'",
                  reknit_clock_now (reknit_clock_get_default ()) };

  return reknit_store_transact (store, _("Skip Reminder"), answer, &self, error);
}
