#include "reknit-issue.h"

#include <string.h>

#include "reknit-earlier-text.h"
#include "reknit-link.h"
#include "reknit-local-time.h"
#include "reknit-talk.h"

G_DEFINE_ENUM_TYPE (ReknitIssueKind, reknit_issue_kind,
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_KIND_SOLVABLE, "solvable"),
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_KIND_ONGOING, "ongoing"))

G_DEFINE_ENUM_TYPE (ReknitIssueState, reknit_issue_state,
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_STATE_RAISED, "raised"),
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_STATE_TO_TALK, "to-talk"),
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_STATE_TALKED, "talked"),
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_STATE_AGREED, "agreed"),
  G_DEFINE_ENUM_VALUE (REKNIT_ISSUE_STATE_SETTLED, "settled"))

/**
 * ReknitIssue:
 *
 * Something that one of the two wants to talk about. Private until its author puts it on the board.
 */
static const ReknitColumn columns[] = {
  { "author",    REKNIT_COLUMN_REFERENCE, REKNIT_COLUMN_OWNER },
  { "shared",    REKNIT_COLUMN_TIME, REKNIT_COLUMN_SHARED },
  { "title",     REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "happened",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "feelings",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED },
  { "need",      REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "own_part",  REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "kind",      REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, reknit_issue_kind_get_type },
  { "state",     REKNIT_COLUMN_ENUM, REKNIT_COLUMN_PLAIN, reknit_issue_state_get_type },
  { "outcome",   REKNIT_COLUMN_TEXT, REKNIT_COLUMN_SEALED | REKNIT_COLUMN_SEARCHED },
  { "follow_up", REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitIssue, reknit_issue, "issue", columns)

/**
 * reknit_issue_query_board:
 *
 * Returns: (transfer full): what stands on the board of both, the furthest from settled first
 */
ReknitQuery *
reknit_issue_query_board (void)
{
  return reknit_query_new (REKNIT_TYPE_ISSUE, "shared IS NOT NULL", "state = 'settled', id DESC");
}

/**
 * reknit_issue_query_drawer:
 * @author: a partner's id
 *
 * Returns: (transfer full): what @author wrote and did not put on the board
 */
ReknitQuery *
reknit_issue_query_drawer (gint64 author)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_ISSUE, "shared IS NULL AND author = :author", "id DESC");

  return reknit_query_bind_integer (query, ":author", author);
}

/**
 * reknit_issue_query_state:
 * @state: how far they are
 *
 * Returns: (transfer full): the issues on the board in @state
 */
ReknitQuery *
reknit_issue_query_state (ReknitIssueState state)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (REKNIT_TYPE_ISSUE_STATE);
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_ISSUE, "shared IS NOT NULL AND state = :state", "id DESC");

  return reknit_query_bind_text (query, ":state", g_enum_get_value (states, (int) state)->value_nick);
}

/**
 * reknit_issue_query_matching:
 * @state: how far they are
 * @kind: a #ReknitIssueKind, or %REKNIT_ISSUE_KIND_ANY
 * @words: (nullable): what a person looks for; nothing finds everything
 *
 * Returns: (transfer full): the issues on the board in @state that fit
 */
ReknitQuery *
reknit_issue_query_matching (ReknitIssueState  state,
                             int               kind,
                             const char       *words)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (REKNIT_TYPE_ISSUE_STATE);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (REKNIT_TYPE_ISSUE_KIND);
  const GEnumValue *kind_value = g_enum_get_value (kinds, kind);
  g_autofree char *bare = g_strstrip (g_strdup (words != NULL ? words : ""));
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_ISSUE,
                      "shared IS NOT NULL AND state = :state AND (:kind = '' OR kind = :kind)"
                      " AND (:words = '' OR instr (folded (title || ' ' || coalesce (happened, '')"
                      " || ' ' || coalesce (need, '') || ' ' || coalesce (own_part, '') || ' ' || coalesce (outcome, '')),"
                      " folded (:words)) > 0)",
                      "id DESC");

  reknit_query_bind_text (query, ":state", g_enum_get_value (states, (int) state)->value_nick);
  reknit_query_bind_text (query, ":kind", kind_value != NULL ? kind_value->value_nick : "");
  return reknit_query_bind_text (query, ":words", bare);
}

/**
 * reknit_issue_matches:
 * @self: an issue
 * @kind: a #ReknitIssueKind, or %REKNIT_ISSUE_KIND_ANY
 * @words: (nullable): what a person looks for
 *
 * The same question as [func@Issue.query_matching] asks, of an issue that is sealed and that SQL can't read.
 *
 * Returns: whether it fits
 */
gboolean
reknit_issue_matches (ReknitIssue *self,
                      int          kind,
                      const char  *words)
{
  g_autofree char *bare = g_strstrip (g_strdup (words != NULL ? words : ""));
  g_autofree char *sought = g_utf8_casefold (bare, -1);
  g_autofree char *text = reknit_earlier_text_dup_words (REKNIT_RECORD (self));
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (kind != REKNIT_ISSUE_KIND_ANY && (int) reknit_issue_get_kind (self) != kind)
    return FALSE;

  return strstr (folded, sought) != NULL;
}

/**
 * reknit_issue_get_kind:
 * @self: an issue
 *
 * Returns: whether it has an end
 */
ReknitIssueKind
reknit_issue_get_kind (ReknitIssue *self)
{
  ReknitIssueKind kind;

  g_object_get (self, "kind", &kind, NULL);
  return kind;
}

/**
 * reknit_issue_get_state:
 * @self: an issue
 *
 * Returns: how far the two have come with it
 */
ReknitIssueState
reknit_issue_get_state (ReknitIssue *self)
{
  ReknitIssueState state;

  g_object_get (self, "state", &state, NULL);
  return state;
}

/**
 * reknit_issue_query_talks:
 * @self: a stored issue
 *
 * Returns: (transfer full): the talks about it, the latest first
 */
ReknitQuery *
reknit_issue_query_talks (ReknitIssue *self)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_TALK, "issue = :issue", "id DESC"), ":issue",
                                    reknit_record_get_id (REKNIT_RECORD (self)));
}

static ReknitQuery *
query_agenda (ReknitIssue *self,
              const char  *where)
{
  return reknit_query_bind_integer (reknit_query_new (REKNIT_TYPE_AGENDA_ITEM, where, "id DESC"), ":issue",
                                    reknit_record_get_id (REKNIT_RECORD (self)));
}

/**
 * reknit_issue_get_agenda_item:
 * @self: a stored issue
 *
 * Returns: (transfer full) (nullable): its place on the agenda of the next check-in, if it waits there
 */
ReknitAgendaItem *
reknit_issue_get_agenda_item (ReknitIssue *self)
{
  g_autoptr (ReknitQuery) query =
    query_agenda (self, "source_table = 'issue' AND source_id = :issue AND done IS NULL");

  return reknit_store_first (reknit_record_get_store (REKNIT_RECORD (self)), query);
}

typedef struct
{
  ReknitIssue   *issue;
  GDateTime     *day;
  ReknitPartner *by;
} Step;

static gboolean
remove_all (ReknitStore  *store,
            ReknitQuery  *query,
            GError      **error)
{
  g_autoptr (GPtrArray) records = reknit_store_all (store, query);

  for (guint i = 0; i < records->len; i++)
    {
      if (!reknit_store_remove (store, g_ptr_array_index (records, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_reminder (ReknitStore  *store,
              Step         *step,
              GError      **error)
{
  gint64 id = reknit_record_get_id (REKNIT_RECORD (step->issue));
  g_autoptr (ReknitReminder) reminder = reknit_reminder_find (store, REKNIT_REMINDER_FOLLOW_UP, id);
  g_autofree char *starts = NULL;

  if (step->day == NULL)
    return reminder == NULL || reknit_store_remove (store, REKNIT_RECORD (reminder), error);

  if (reminder == NULL)
    reminder = g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_FOLLOW_UP, "subject", id, NULL);
  starts = reknit_local_time_to_string (step->day);
  g_object_set (reminder, "rule", "", "zone", "", "starts", starts, "enabled", TRUE, NULL);
  return reknit_store_put (store, REKNIT_RECORD (reminder), error);
}

/* What the program itself wrote about the issue, outside of its row. */
static gboolean
remove_traces (ReknitStore  *store,
               Step         *step,
               GError      **error)
{
  g_autoptr (ReknitQuery) agenda = query_agenda (step->issue, "source_table = 'issue' AND source_id = :issue");
  g_autoptr (ReknitQuery) links = reknit_link_query_of (REKNIT_RECORD (step->issue));

  return put_reminder (store, step, error) && remove_all (store, agenda, error) && remove_all (store, links, error);
}

static gboolean
write_or_revert (ReknitIssue      *self,
                 const char       *label,
                 ReknitStoreFunc   func,
                 Step             *step,
                 GError          **error)
{
  if (reknit_store_transact (reknit_record_get_store (REKNIT_RECORD (self)), label, func, step, error))
    return TRUE;

  reknit_record_revert (REKNIT_RECORD (self));
  return FALSE;
}

static gboolean
put_issue (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  Step *step = data;

  return reknit_store_put (store, REKNIT_RECORD (step->issue), error);
}

static gboolean
put_words (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  Step *step = data;
  g_autoptr (ReknitAgendaItem) item = reknit_issue_get_agenda_item (step->issue);

  if (!reknit_earlier_text_save (step->issue, NULL, error))
    return FALSE;
  if (item == NULL)
    return TRUE;

  g_object_set (item, "body", reknit_record_get_text (step->issue, "title"), NULL);
  return reknit_store_put (store, REKNIT_RECORD (item), error);
}

/**
 * reknit_issue_save_words:
 * @self: a stored issue whose words were changed
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Saves it, keeps what both could read before, and has its line on the agenda of the next check-in say the same.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_issue_save_words (ReknitIssue  *self,
                         const char   *label,
                         GError      **error)
{
  g_autoptr (ReknitAgendaItem) item = reknit_issue_get_agenda_item (self);
  Step step = { self };

  return item == NULL ? reknit_earlier_text_save (self, label, error) : write_or_revert (self, label, put_words, &step, error);
}

static gboolean
put_back (ReknitStore  *store,
          gpointer      data,
          GError      **error)
{
  Step *step = data;

  return remove_traces (store, step, error)
         && reknit_earlier_text_hide_all (REKNIT_RECORD (step->issue), error)
         && reknit_store_put (store, REKNIT_RECORD (step->issue), error);
}

/**
 * reknit_issue_take_back:
 * @self: an issue on the board
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Makes the issue its author's alone again, with its earlier versions. It leaves the agenda, and nobody is reminded
 * of it any more.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_issue_take_back (ReknitIssue  *self,
                        const char   *label,
                        GError      **error)
{
  Step step = { self };

  g_object_set (self, "shared", (gint64) 0, "follow-up", (gint64) 0, NULL);
  return write_or_revert (self, label, put_back, &step, error);
}

/**
 * reknit_issue_move:
 * @self: a stored issue
 * @label: what the step is called when it is undone
 * @state: how far it has come
 * @error: return location
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_issue_move (ReknitIssue       *self,
                   const char        *label,
                   ReknitIssueState   state,
                   GError           **error)
{
  Step step = { self };

  g_object_set (self, "state", state, NULL);
  return write_or_revert (self, label, put_issue, &step, error);
}

static gboolean
put_follow_up (ReknitStore  *store,
               gpointer      data,
               GError      **error)
{
  Step *step = data;

  return put_reminder (store, step, error) && reknit_store_put (store, REKNIT_RECORD (step->issue), error);
}

/**
 * reknit_issue_set_follow_up:
 * @self: a stored issue
 * @label: what the step is called when it is undone
 * @day: (nullable): the day on which to look at it again; its time of day does not matter. %NULL for no day
 * @error: return location
 *
 * Notes the day, and arms a reminder for %REKNIT_ISSUE_FOLLOW_UP_HOUR o'clock.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_issue_set_follow_up (ReknitIssue  *self,
                            const char   *label,
                            GDateTime    *day,
                            GError      **error)
{
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (reknit_clock_get_default ());
  Step step = { self };

  if (day != NULL)
    local = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day),
                                 g_date_time_get_day_of_month (day), REKNIT_ISSUE_FOLLOW_UP_HOUR, 0, 0);
  step.day = local;
  g_object_set (self, "follow-up", local != NULL ? reknit_time_resolve_local (local, zone) : (gint64) 0, NULL);
  return write_or_revert (self, label, put_follow_up, &step, error);
}

static gboolean
put_on_agenda (ReknitStore  *store,
               gpointer      data,
               GError      **error)
{
  Step *step = data;
  g_autoptr (ReknitAgendaItem) item =
    g_object_new (REKNIT_TYPE_AGENDA_ITEM,
                  "raised-by", step->by != NULL ? reknit_record_get_id (REKNIT_RECORD (step->by)) : (gint64) 0,
                  "body", reknit_record_get_text (step->issue, "title"),
                  "source-table", "issue",
                  "source-id", reknit_record_get_id (REKNIT_RECORD (step->issue)),
                  NULL);

  return reknit_store_put (store, REKNIT_RECORD (item), error);
}

/**
 * reknit_issue_put_on_agenda:
 * @self: an issue on the board
 * @label: what the step is called when it is undone
 * @by: (nullable): who puts it there; %NULL for both
 * @error: return location
 *
 * Puts the issue on the agenda of the next check-in, once.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_issue_put_on_agenda (ReknitIssue    *self,
                            const char     *label,
                            ReknitPartner  *by,
                            GError        **error)
{
  g_autoptr (ReknitAgendaItem) waiting = reknit_issue_get_agenda_item (self);
  Step step = { self, NULL, by };

  return waiting != NULL || write_or_revert (self, label, put_on_agenda, &step, error);
}

static gboolean
remove_issue (ReknitStore  *store,
              gpointer      data,
              GError      **error)
{
  Step *step = data;

  return remove_traces (store, step, error)
         && reknit_earlier_text_remove_all (REKNIT_RECORD (step->issue), error)
         && reknit_store_remove (store, REKNIT_RECORD (step->issue), error);
}

/**
 * reknit_issue_remove:
 * @self: a stored issue
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Deletes the issue with all that hangs on it: views, earlier versions, its reminder, its place on the agenda.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_issue_remove (ReknitIssue  *self,
                     const char   *label,
                     GError      **error)
{
  Step step = { self };

  return reknit_store_transact (reknit_record_get_store (REKNIT_RECORD (self)), label, remove_issue, &step, error);
}
