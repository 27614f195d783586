#include "reknit-check-in.h"

#include "reknit-occurrence.h"
#include "reknit-reminder.h"

G_DEFINE_ENUM_TYPE (ReknitCheckInState, reknit_check_in_state,
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_STATE_ANSWERING, "answering"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_STATE_REVEALED, "revealed"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_STATE_CLOSED, "closed"),
  G_DEFINE_ENUM_VALUE (REKNIT_CHECK_IN_STATE_SKIPPED, "skipped"))

/**
 * ReknitCheckIn:
 *
 * A check-in: each answers alone, then both are revealed side by side.
 */
static const ReknitColumn columns[] = {
  { "occurrence", REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_PLAIN },
  { "due",        REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "state",      REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, reknit_check_in_state_get_type },
  { "revealed",   REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "closed",     REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitCheckIn, reknit_check_in, "check_in", columns)

/**
 * reknit_check_in_query_history:
 * @reader: the id of whoever looks back; 0 for both together
 *
 * Returns: (transfer full): the check-ins whose answers were revealed, and those that were left out after @reader had
 *   answered, the latest first
 */
ReknitQuery *
reknit_check_in_query_history (gint64 reader)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_CHECK_IN,
                      "state IN ('revealed', 'closed') OR (state = 'skipped' AND EXISTS"
                      " (SELECT 1 FROM check_in_answer WHERE check_in = check_in.id AND author = :reader))",
                      "due DESC");

  return reknit_query_depend (reknit_query_bind_integer (query, ":reader", reader), "check_in_answer");
}

/**
 * reknit_check_in_current:
 * @store: the store
 *
 * Returns: (transfer full) (nullable): the check-in that was begun and is neither talked through nor left out
 */
ReknitCheckIn *
reknit_check_in_current (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_CHECK_IN, "state IN ('answering', 'revealed')", "due DESC");

  return reknit_store_first (store, query);
}

/**
 * reknit_check_in_begin:
 * @store: the store
 * @label: what the step is called when it is undone
 * @due: for when it was planned, Unix seconds
 * @occurrence: the occurrence that called for it; 0 for none
 * @error: return location
 *
 * Begins a check-in, or goes on with the one that was begun.
 *
 * Returns: (transfer full) (nullable): the check-in, or %NULL with @error
 */
ReknitCheckIn *
reknit_check_in_begin (ReknitStore  *store,
                       const char   *label,
                       gint64        due,
                       gint64        occurrence,
                       GError      **error)
{
  g_autoptr (ReknitCheckIn) check_in = reknit_check_in_current (store);

  if (check_in != NULL)
    return g_steal_pointer (&check_in);

  check_in = g_object_new (REKNIT_TYPE_CHECK_IN, "due", due, "occurrence", occurrence, NULL);
  return reknit_store_save (store, label, check_in, error) ? g_steal_pointer (&check_in) : NULL;
}

/**
 * reknit_check_in_get_answer:
 * @self: a stored check-in
 * @partner: one of the two
 *
 * Returns: (transfer full) (nullable): what @partner answered, as far as the reader may see it
 */
ReknitCheckInAnswer *
reknit_check_in_get_answer (ReknitCheckIn *self,
                            ReknitPartner *partner)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_CHECK_IN_ANSWER, "check_in = :check_in AND author = :author", NULL);

  reknit_query_bind_integer (query, ":check_in", reknit_record_get_id (REKNIT_RECORD (self)));
  reknit_query_bind_integer (query, ":author", reknit_record_get_id (REKNIT_RECORD (partner)));
  return reknit_store_first (reknit_record_get_store (REKNIT_RECORD (self)), query);
}

static GArray *
list_ready_answers (ReknitCheckIn *self)
{
  ReknitStore *store = reknit_record_get_store (REKNIT_RECORD (self));
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT id FROM check_in_answer WHERE check_in = :check_in AND ready IS NOT NULL ORDER BY id");
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  reknit_statement_bind_integer (statement, ":check_in", reknit_record_get_id (REKNIT_RECORD (self)));
  while (reknit_statement_step (statement, &has_row, NULL) && has_row)
    {
      gint64 id = reknit_statement_get_integer (statement, 0);
      g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * reknit_check_in_is_ready:
 * @self: a stored check-in
 * @partner: one of the two
 *
 * Returns: whether @partner has answered and said *reveal*; it can be seen from every seat
 */
gboolean
reknit_check_in_is_ready (ReknitCheckIn *self,
                          ReknitPartner *partner)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (reknit_record_get_store (REKNIT_RECORD (self)),
                          "SELECT 1 FROM check_in_answer "
                          "WHERE check_in = :check_in AND author = :author AND ready IS NOT NULL");
  gboolean has_row = FALSE;

  reknit_statement_bind_integer (statement, ":check_in", reknit_record_get_id (REKNIT_RECORD (self)));
  reknit_statement_bind_integer (statement, ":author", reknit_record_get_id (REKNIT_RECORD (partner)));
  return reknit_statement_step (statement, &has_row, NULL) && has_row;
}

/**
 * reknit_check_in_everyone_is_ready:
 * @self: a stored check-in
 *
 * Whether a partner is ready can be seen from every seat; what they wrote can not.
 *
 * Returns: whether every partner has answered and said *reveal*
 */
gboolean
reknit_check_in_everyone_is_ready (ReknitCheckIn *self)
{
  g_autoptr (GArray) ready = list_ready_answers (self);
  g_autoptr (ReknitQuery) partners = reknit_partner_query ();

  return ready->len > 0 && ready->len >= reknit_store_count (reknit_record_get_store (REKNIT_RECORD (self)), partners);
}

static gboolean
settle (ReknitStore            *store,
        gpointer                occurrence,
        ReknitOccurrenceState   state,
        GError                **error)
{
  g_object_set (occurrence, "state", state, NULL);
  return reknit_store_put (store, occurrence, error);
}

/* Only what called for it is left out with it. */
static gboolean
settle_skipped (ReknitCheckIn  *self,
                GError        **error)
{
  ReknitStore *store = reknit_record_get_store (REKNIT_RECORD (self));
  gint64 id = reknit_record_get_integer (self, "occurrence");
  g_autoptr (ReknitOccurrence) occurrence = id != 0 ? reknit_store_find (store, REKNIT_TYPE_OCCURRENCE, id) : NULL;

  return occurrence == NULL || settle (store, occurrence, REKNIT_OCCURRENCE_STATE_SKIPPED, error);
}

/* A check-in answers every call that had come when the answers lay open, whether it was begun because of one or not. */
static gboolean
settle_done (ReknitCheckIn  *self,
             GError        **error)
{
  ReknitStore *store = reknit_record_get_store (REKNIT_RECORD (self));
  gint64 until = MAX (reknit_record_get_integer (self, "due"), reknit_record_get_integer (self, "revealed"));
  g_autoptr (ReknitQuery) query = reknit_occurrence_query_waiting (REKNIT_REMINDER_CHECK_IN, until);
  g_autoptr (GPtrArray) waiting = reknit_store_all (store, query);

  for (guint i = 0; i < waiting->len; i++)
    if (!settle (store, g_ptr_array_index (waiting, i), REKNIT_OCCURRENCE_STATE_DONE, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_and_settle (ReknitStore  *store,
                gpointer      data,
                GError      **error)
{
  ReknitCheckIn *self = data;
  ReknitCheckInState state;

  g_object_get (self, "state", &state, NULL);
  return reknit_store_put (store, REKNIT_RECORD (self), error)
         && (state == REKNIT_CHECK_IN_STATE_SKIPPED ? settle_skipped (self, error) : settle_done (self, error));
}

static gboolean
move_on (ReknitCheckIn  *self,
         const char     *label,
         GError        **error)
{
  if (reknit_store_transact (reknit_record_get_store (REKNIT_RECORD (self)), label, put_and_settle, self, error))
    return TRUE;

  reknit_record_revert (REKNIT_RECORD (self));
  return FALSE;
}

typedef struct
{
  ReknitCheckIn *check_in;
  GPtrArray *answers;
} Revealing;

static gboolean
reveal (ReknitStore  *store,
        gpointer      data,
        GError      **error)
{
  Revealing *revealing = data;

  for (guint i = 0; i < revealing->answers->len; i++)
    if (!reknit_store_share (store, g_ptr_array_index (revealing->answers, i), error))
      return FALSE;

  g_object_set (revealing->check_in,
                "state", REKNIT_CHECK_IN_STATE_REVEALED,
                "revealed", reknit_clock_now (reknit_clock_get_default ()),
                NULL);
  return put_and_settle (store, revealing->check_in, error);
}

static void
revert_each (gpointer record,
             gpointer data)
{
  reknit_record_revert (record);
}

/**
 * reknit_check_in_reveal:
 * @self: a stored check-in for which everyone is ready
 * @error: return location
 *
 * Lays all answers open in one step, so that none is ever seen first. It can't be undone: what was read was read.
 * The keys of both authors must be in memory; else the error is %REKNIT_STORE_ERROR_LOCKED and nothing has changed.
 *
 * Returns: %FALSE with @error when a key is closed or writing failed
 */
gboolean
reknit_check_in_reveal (ReknitCheckIn  *self,
                        GError        **error)
{
  ReknitStore *store = reknit_record_get_store (REKNIT_RECORD (self));
  g_autoptr (GArray) ready = list_ready_answers (self);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_object_unref);
  Revealing revealing = { self, answers };

  g_return_val_if_fail (reknit_check_in_everyone_is_ready (self), FALSE);

  for (guint i = 0; i < ready->len; i++)
    g_ptr_array_add (answers, reknit_store_find (store, REKNIT_TYPE_CHECK_IN_ANSWER, g_array_index (ready, gint64, i)));

  if (reknit_store_transact (store, NULL, reveal, &revealing, error))
    return TRUE;

  g_ptr_array_foreach (answers, revert_each, NULL);
  reknit_record_revert (REKNIT_RECORD (self));
  return FALSE;
}

/**
 * reknit_check_in_look_back_alone:
 * @self: a stored check-in of somebody who is here alone
 * @error: return location
 *
 * Goes on from the answers to what follows, without showing them to anybody: they stay private and sealed, also if a
 * second partner comes one day.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_check_in_look_back_alone (ReknitCheckIn  *self,
                                 GError        **error)
{
  g_object_set (self,
                "state", REKNIT_CHECK_IN_STATE_REVEALED,
                "revealed", reknit_clock_now (reknit_clock_get_default ()),
                NULL);
  return move_on (self, NULL, error);
}

/**
 * reknit_check_in_close:
 * @self: a stored check-in whose answers lie open
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_check_in_close (ReknitCheckIn  *self,
                       const char     *label,
                       GError        **error)
{
  g_object_set (self,
                "state", REKNIT_CHECK_IN_STATE_CLOSED,
                "closed", reknit_clock_now (reknit_clock_get_default ()),
                NULL);
  return move_on (self, label, error);
}

/**
 * reknit_check_in_skip:
 * @self: a stored check-in that was begun
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Leaves it out this time. What was answered stays with whoever wrote it.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_check_in_skip (ReknitCheckIn  *self,
                      const char     *label,
                      GError        **error)
{
  g_object_set (self, "state", REKNIT_CHECK_IN_STATE_SKIPPED, NULL);
  return move_on (self, label, error);
}
