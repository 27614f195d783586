#include "reknit-reminder.h"

/**
 * ReknitReminder:
 *
 * When to call the two, and what for. The rule is kept as they said it: a local time and how it recurs.
 */
static const ReknitColumn columns[] = {
  { "kind",         REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "subject",      REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "rule",         REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "starts",       REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "zone",         REKNIT_COLUMN_TEXT, REKNIT_COLUMN_PLAIN },
  { "enabled",      REKNIT_COLUMN_BOOLEAN, REKNIT_COLUMN_PLAIN },
  { "lead_minutes", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitReminder, reknit_reminder, "reminder", columns)

/**
 * reknit_reminder_query_armed:
 *
 * Returns: (transfer full): the reminders that are switched on
 */
ReknitQuery *
reknit_reminder_query_armed (void)
{
  return reknit_query_new (REKNIT_TYPE_REMINDER, "enabled", "id");
}

/**
 * reknit_reminder_query_of:
 * @kind: what they call for, such as %REKNIT_REMINDER_PLAN
 * @subject: the id of the record they call for; 0 where there is only one of its kind
 *
 * Returns: (transfer full): the reminders of that record, the one that calls earliest first
 */
ReknitQuery *
reknit_reminder_query_of (const char *kind,
                          gint64      subject)
{
  ReknitQuery *query =
    reknit_query_new (REKNIT_TYPE_REMINDER, "kind = :kind AND subject = :subject", "lead_minutes DESC, id");

  reknit_query_bind_text (query, ":kind", kind);
  return reknit_query_bind_integer (query, ":subject", subject);
}

/**
 * reknit_reminder_find:
 * @store: the store
 * @kind: what it calls for, such as %REKNIT_REMINDER_CHECK_IN
 * @subject: the id of the record it calls for; 0 where there is only one of its kind
 *
 * Returns: (transfer full) (nullable): that reminder
 */
ReknitReminder *
reknit_reminder_find (ReknitStore *store,
                      const char  *kind,
                      gint64       subject)
{
  g_autoptr (ReknitQuery) query = reknit_reminder_query_of (kind, subject);

  return reknit_store_first (store, query);
}
