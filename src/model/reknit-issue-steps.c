#include "reknit-issue.h"

#include "reknit-earlier-text.h"
#include "reknit-issue-view.h"
#include "reknit-link.h"
#include "reknit-local-time.h"

/* What a person does to an issue: each as one step that can be undone, with what hangs on it. */

typedef struct
{
  ReknitIssue   *issue;
  GDateTime     *day;
  ReknitPartner *by;
  gboolean       moves_day;
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
  g_autoptr (ReknitQuery) agenda =
    reknit_query_new (REKNIT_TYPE_AGENDA_ITEM, "source_table = 'issue' AND source_id = :issue", "id DESC");
  g_autoptr (ReknitQuery) links = reknit_link_query_of (REKNIT_RECORD (step->issue));

  reknit_query_bind_integer (agenda, ":issue", reknit_record_get_id (REKNIT_RECORD (step->issue)));
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

static gboolean
put_issue (ReknitStore  *store,
           gpointer      data,
           GError      **error)
{
  Step *step = data;

  return (!step->moves_day || put_reminder (store, step, error)) && reknit_store_put (store, REKNIT_RECORD (step->issue), error);
}

/* The day on which the two wanted to look at it again, as long as it is still to come. */
static GDateTime *
dup_day_ahead (ReknitIssue *self)
{
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (reknit_clock_get_default ());
  gint64 follow_up = reknit_record_get_integer (self, "follow-up");

  return follow_up > reknit_clock_now (reknit_clock_get_default ()) ? reknit_local_time_from_unix (follow_up, zone) : NULL;
}

/**
 * reknit_issue_move:
 * @self: a stored issue
 * @label: what the step is called when it is undone
 * @state: how far it has come
 * @error: return location
 *
 * What is settled calls nobody to look at it again. Moved back, it does, on the day that was chosen.
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_issue_move (ReknitIssue       *self,
                   const char        *label,
                   ReknitIssueState   state,
                   GError           **error)
{
  gboolean was_settled = reknit_issue_get_state (self) == REKNIT_ISSUE_STATE_SETTLED;
  gboolean is_settled = state == REKNIT_ISSUE_STATE_SETTLED;
  g_autoptr (GDateTime) day = is_settled ? NULL : dup_day_ahead (self);
  Step step = { self, .day = day, .moves_day = is_settled || (was_settled && day != NULL) };

  g_object_set (self, "state", state, NULL);
  return write_or_revert (self, label, put_issue, &step, error);
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
  Step step = { self, .moves_day = TRUE };

  if (day != NULL)
    local = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day),
                                 g_date_time_get_day_of_month (day), REKNIT_ISSUE_FOLLOW_UP_HOUR, 0, 0);
  step.day = local;
  g_object_set (self, "follow-up", local != NULL ? reknit_time_resolve_local (local, zone) : (gint64) 0, NULL);
  return write_or_revert (self, label, put_issue, &step, error);
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

/* Somebody else who wrote how they see it, for themselves or for both; nobody is told that there is one. */
static gint64
find_other_author (ReknitStore *store,
                   ReknitIssue *issue)
{
  g_autoptr (ReknitStatement) statement =
    reknit_store_prepare (store, "SELECT author FROM issue_view WHERE issue = :issue AND author <> :me LIMIT 1");
  gboolean has_row;

  reknit_statement_bind_integer (statement, ":issue", reknit_record_get_id (REKNIT_RECORD (issue)));
  reknit_statement_bind_integer (statement, ":me", reknit_record_get_owner (REKNIT_RECORD (issue)));
  return reknit_statement_step (statement, &has_row, NULL) && has_row ? reknit_statement_get_integer (statement, 0) : 0;
}

static gboolean
remove_own_views (ReknitStore  *store,
                  ReknitIssue  *issue,
                  GError      **error)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_ISSUE_VIEW, "issue = :issue AND coalesce (author, 0) = :me", "id");
  g_autoptr (GPtrArray) views = NULL;

  reknit_query_bind_integer (query, ":issue", reknit_record_get_id (REKNIT_RECORD (issue)));
  reknit_query_bind_integer (query, ":me", reknit_record_get_owner (REKNIT_RECORD (issue)));
  views = reknit_store_all (store, query);
  for (guint i = 0; i < views->len; i++)
    {
      ReknitRecord *view = g_ptr_array_index (views, i);

      if (!reknit_earlier_text_remove_all (view, error) || !reknit_store_remove (store, view, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
leave_talks (ReknitStore  *store,
             ReknitIssue  *issue,
             GError      **error)
{
  g_autoptr (ReknitQuery) query = reknit_issue_query_talks (issue);
  g_autoptr (GPtrArray) talks = reknit_store_all (store, query);

  for (guint i = 0; i < talks->len; i++)
    {
      g_object_set (g_ptr_array_index (talks, i), "issue", (gint64) 0, NULL);
      if (!reknit_store_put (store, g_ptr_array_index (talks, i), error))
        return FALSE;
    }
  return TRUE;
}

/* What another wrote hangs on the row, so an empty one stays for it, which nobody but its author sees. One that both
 * raised always leaves one, so that it tells neither of them what the other wrote. */
static gboolean
empty_or_remove (ReknitStore  *store,
                 ReknitIssue  *issue,
                 GError      **error)
{
  gint64 owner = reknit_record_get_owner (REKNIT_RECORD (issue));
  gint64 other = find_other_author (store, issue);

  if (owner != 0 && other == 0)
    return reknit_store_remove (store, REKNIT_RECORD (issue), error);

  g_object_set (issue, "author", owner != 0 ? other : (gint64) 0, "shared", (gint64) 0, "title", NULL, "happened", NULL,
                "feelings", NULL, "need", NULL, "own-part", NULL, "outcome", NULL, "follow-up", (gint64) 0,
                "kind", REKNIT_ISSUE_KIND_SOLVABLE, "state", REKNIT_ISSUE_STATE_RAISED, NULL);
  return leave_talks (store, issue, error) && reknit_store_put (store, REKNIT_RECORD (issue), error);
}

static gboolean
remove_issue (ReknitStore  *store,
              gpointer      data,
              GError      **error)
{
  Step *step = data;

  return remove_traces (store, step, error)
         && reknit_earlier_text_remove_all (REKNIT_RECORD (step->issue), error)
         && remove_own_views (store, step->issue, error)
         && empty_or_remove (store, step->issue, error);
}

/**
 * reknit_issue_remove:
 * @self: a stored issue
 * @label: what the step is called when it is undone
 * @error: return location
 *
 * Deletes the issue with all that hangs on it: its author's view, earlier versions, its reminder, its place on the
 * agenda. What somebody else wrote to it is theirs and stays, see [func@IssueView.query_left].
 *
 * Returns: %FALSE with @error when it could not be written
 */
gboolean
reknit_issue_remove (ReknitIssue  *self,
                     const char   *label,
                     GError      **error)
{
  Step step = { self };

  return write_or_revert (self, label, remove_issue, &step, error);
}
