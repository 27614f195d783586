#include "reknit-unplugged.h"

#include "reknit-local-time.h"
#include "reknit-reminder.h"

/**
 * ReknitUnplugged:
 *
 * Time without devices: for how long, since when, until when, and when it was really over. While it runs the program
 * calls nobody.
 */
static const ReknitColumn columns[] = {
  { "minutes", REKNIT_COLUMN_INTEGER, REKNIT_COLUMN_PLAIN },
  { "started", REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "ends",    REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
  { "ended",   REKNIT_COLUMN_TIME, REKNIT_COLUMN_PLAIN },
};

REKNIT_DEFINE_RECORD (ReknitUnplugged, reknit_unplugged, "unplugged", columns)

/**
 * reknit_unplugged_find_running:
 * @store: the store
 *
 * Returns: (transfer full) (nullable): the time that was begun and not ended, its end come or not
 */
ReknitUnplugged *
reknit_unplugged_find_running (ReknitStore *store)
{
  g_autoptr (ReknitQuery) query =
    reknit_query_new (REKNIT_TYPE_UNPLUGGED, "started IS NOT NULL AND ended IS NULL", "id DESC");

  return reknit_store_first (store, query);
}

/**
 * reknit_unplugged_query_past:
 *
 * Returns: (transfer full): what is over, the latest first
 */
ReknitQuery *
reknit_unplugged_query_past (void)
{
  return reknit_query_new (REKNIT_TYPE_UNPLUGGED, "ended IS NOT NULL", "started DESC");
}

/**
 * reknit_unplugged_query_between:
 * @from: Unix seconds
 * @until: Unix seconds, not included
 *
 * Returns: (transfer full): what is over and has a part in that time
 */
ReknitQuery *
reknit_unplugged_query_between (gint64 from,
                                gint64 until)
{
  ReknitQuery *query = reknit_query_new (REKNIT_TYPE_UNPLUGGED, "started < :until AND ended > :from", "started");

  reknit_query_bind_integer (query, ":from", from);
  return reknit_query_bind_integer (query, ":until", until);
}

/**
 * reknit_unplugged_get_end:
 * @store: the store
 * @now: Unix seconds
 *
 * Returns: Unix seconds until which the two are not to be called; 0 if they may be
 */
gint64
reknit_unplugged_get_end (ReknitStore *store,
                          gint64       now)
{
  g_autoptr (ReknitUnplugged) running = reknit_unplugged_find_running (store);
  gint64 ends = running != NULL ? reknit_record_get_integer (running, "ends") : 0;

  return ends > now ? ends : 0;
}

static gboolean
remove_reminder (ReknitUnplugged  *self,
                 GError          **error)
{
  ReknitStore *store = reknit_record_get_store (REKNIT_RECORD (self));
  g_autoptr (ReknitReminder) reminder =
    reknit_reminder_find (store, REKNIT_REMINDER_UNPLUGGED, reknit_record_get_id (REKNIT_RECORD (self)));

  return reminder == NULL || reknit_store_remove (store, REKNIT_RECORD (reminder), error);
}

static gboolean
settle (ReknitStore  *store,
        gpointer      data,
        GError      **error)
{
  ReknitUnplugged *self = data;

  g_object_set (self, "ended", reknit_record_get_integer (self, "ends"), NULL);
  return reknit_store_put (store, REKNIT_RECORD (self), error);
}

/**
 * reknit_unplugged_settle:
 * @store: the store
 * @now: Unix seconds
 * @error: return location
 *
 * Puts on record that the time has run out, if it has; whoever looks at the clock calls this.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_unplugged_settle (ReknitStore  *store,
                         gint64        now,
                         GError      **error)
{
  g_autoptr (ReknitUnplugged) running = reknit_unplugged_find_running (store);

  return running == NULL || reknit_record_get_integer (running, "ends") > now
         || reknit_store_transact (store, NULL, settle, running, error);
}

/* The machine is put away: it says itself when the time is over. */
static gboolean
add_reminder (ReknitUnplugged  *self,
              GError          **error)
{
  g_autoptr (GTimeZone) zone = reknit_clock_get_zone (reknit_clock_get_default ());
  g_autoptr (GDateTime) ends = reknit_local_time_from_unix (reknit_record_get_integer (self, "ends"), zone);
  g_autofree char *starts = reknit_local_time_to_string (ends);
  g_autoptr (ReknitReminder) reminder =
    g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_UNPLUGGED,
                  "subject", reknit_record_get_id (REKNIT_RECORD (self)), "rule", "", "starts", starts, "zone", "",
                  "enabled", TRUE, NULL);

  return reknit_store_put (reknit_record_get_store (REKNIT_RECORD (self)), REKNIT_RECORD (reminder), error);
}

static gboolean
begin (ReknitStore  *store,
       gpointer      data,
       GError      **error)
{
  return reknit_store_put (store, data, error) && add_reminder (data, error);
}

/**
 * reknit_unplugged_begin:
 * @store: the store
 * @minutes: for how long, up to %REKNIT_UNPLUGGED_MAX_MINUTES
 * @error: return location
 *
 * Begins time without devices, now. Nothing of it is undone by Ctrl+Z: it is ended.
 *
 * Returns: (transfer full) (nullable): the time that runs; %NULL with a #ReknitStoreError
 */
ReknitUnplugged *
reknit_unplugged_begin (ReknitStore  *store,
                        int           minutes,
                        GError      **error)
{
  gint64 now = reknit_clock_now (reknit_clock_get_default ());
  g_autoptr (ReknitUnplugged) self = g_object_new (REKNIT_TYPE_UNPLUGGED, "minutes", (gint64) minutes, "started", now,
                                                   "ends", now + minutes * 60, NULL);

  return reknit_store_transact (store, NULL, begin, self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
end (ReknitStore  *store,
     gpointer      data,
     GError      **error)
{
  gint64 now = reknit_clock_now (reknit_clock_get_default ());

  if (reknit_record_get_integer (data, "ended") == 0)
    g_object_set (data, "ended", MIN (now, reknit_record_get_integer (data, "ends")), NULL);
  return reknit_store_put (store, data, error) && remove_reminder (data, error);
}

/**
 * reknit_unplugged_end:
 * @self: the time that runs
 * @error: return location
 *
 * Ends it now, if it is not over yet: what waited calls again, and the minutes that were had are kept. Either way nobody
 * is told of its end any more.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_unplugged_end (ReknitUnplugged  *self,
                      GError          **error)
{
  gboolean done = reknit_store_transact (reknit_record_get_store (REKNIT_RECORD (self)), NULL, end, self, error);

  if (!done)
    reknit_record_revert (REKNIT_RECORD (self));
  return done;
}
