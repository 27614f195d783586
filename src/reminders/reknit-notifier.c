#include "reknit-notifier.h"

#include "reknit-alarm.h"
#include "reknit-diary.h"
#include "reknit-notice.h"
#include "reknit-notice-gate.h"
#include "reknit-unplugged.h"

#define TOGETHER "together"

/* When to try again after the store could not be read or written. */
#define RETRY_SECONDS 60

/**
 * ReknitNotifier:
 *
 * Brings reminders to the desktop: asks the scheduler what is due, claims it in the store, sends it, and sleeps until
 * the next one. A notification is sent only by the process whose claim was written, so no two ever send the same.
 *
 * It holds the application while something is to come or is still on the screen: with many notification services a
 * button pressed after the program has gone does nothing.
 */
struct _ReknitNotifier
{
  GObject parent_instance;

  GApplication *application;
  ReknitStore *store;
  ReknitClock *clock;
  ReknitScheduler *scheduler;
  ReknitAlarm *alarm;
  ReknitNoticeGate *gate;
  GHashTable *out;          /* id of a notification → GArray of occurrences */
  gint64 next;
  guint check_source;
  gboolean holds;
};

G_DEFINE_FINAL_TYPE (ReknitNotifier, reknit_notifier, G_TYPE_OBJECT)

static char *
name_notice (gint64 occurrence)
{
  return g_strdup_printf ("occurrence-%" G_GINT64_FORMAT, occurrence);
}

static void
hold (ReknitNotifier *self,
      gboolean        holds)
{
  if (self->holds == holds)
    return;
  self->holds = holds;
  if (holds)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
}

static void
send_notice (ReknitNotifier *self,
             GArray         *claimed)
{
  const gint64 *occurrences = (const gint64 *) (gpointer) claimed->data;
  g_autoptr (GNotification) notice = NULL;
  g_autofree char *name = NULL;

  if (claimed->len == 0)
    return;
  if (claimed->len == 1)
    {
      g_autofree char *kind = reknit_diary_find_kind (self->store, occurrences[0]);

      notice = reknit_notice_new (occurrences[0], kind, reknit_diary_may_name (self->store));
      name = name_notice (occurrences[0]);
    }
  else
    {
      notice = reknit_notice_new_together (occurrences, claimed->len);
      name = g_strdup (TOGETHER);
    }
  g_application_send_notification (self->application, name, notice);
  g_hash_table_insert (self->out, g_steal_pointer (&name), g_array_ref (claimed));
}

static gboolean
contains (GArray *occurrences,
          gint64  id)
{
  for (guint i = 0; i < occurrences->len; i++)
    if (g_array_index (occurrences, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
any_in (GArray *occurrences,
        GArray *waiting)
{
  for (guint i = 0; i < occurrences->len; i++)
    if (contains (waiting, g_array_index (occurrences, gint64, i)))
      return TRUE;
  return FALSE;
}

/* What was answered, here or anywhere else, is taken off the screen. */
static void
tidy (ReknitNotifier *self)
{
  g_autoptr (GArray) waiting = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer occurrences;

  if (g_hash_table_size (self->out) == 0)
    return;
  waiting = reknit_diary_list_out (self->store);
  g_hash_table_iter_init (&iter, self->out);
  while (g_hash_table_iter_next (&iter, &name, &occurrences))
    if (!any_in (occurrences, waiting))
      {
        g_application_withdraw_notification (self->application, name);
        g_hash_table_iter_remove (&iter);
      }
}

static void
note_next (ReknitNotifier *self,
           gint64          time)
{
  if (time != 0 && (self->next == 0 || time < self->next))
    self->next = time;
}

/* Returns: whether something that is due could not be offered, because nobody would show it */
static gboolean
offer (ReknitNotifier  *self,
       ReknitDueList   *list,
       gint64           now,
       GError         **error)
{
  g_autoptr (GArray) claimed = NULL;
  gboolean has_due = FALSE;

  for (guint i = 0; i < list->due->len; i++)
    {
      ReknitDue *due = g_ptr_array_index (list->due, i);

      note_next (self, due->postponed);
      has_due |= due->postponed == 0;
    }
  if (!has_due)
    return FALSE;
  if (!reknit_notice_gate_is_open (self->gate))
    {
      reknit_notice_gate_knock (self->gate);
      return TRUE;
    }
  claimed = reknit_diary_claim (self->store, list, now, error);
  if (claimed != NULL)
    send_notice (self, claimed);
  return FALSE;
}

/* Whoever put the devices away is not called. Nothing is claimed or put off meanwhile: when the time is over, all that
 * came in it is due, and is offered together.
 * Returns: whether that is so now */
static gboolean
is_unplugged (ReknitNotifier  *self,
              gint64           now,
              GError         **error)
{
  gint64 end = reknit_unplugged_get_end (self->store, now);

  note_next (self, end);
  return end != 0 || !reknit_unplugged_settle (self->store, now, error);
}

static void
look_and_offer (ReknitNotifier  *self,
                gint64           now,
                gboolean        *waits,
                GError         **error)
{
  g_autoptr (ReknitDiary) diary = reknit_diary_read (self->store, now, error);
  g_autoptr (ReknitDueList) list = NULL;

  if (diary == NULL)
    return;
  list = reknit_scheduler_list_due (self->scheduler,
                                    (const ReknitScheduledReminder *) (gpointer) diary->reminders->data, diary->reminders->len,
                                    (const ReknitScheduledOccurrence *) (gpointer) diary->occurrences->data,
                                    diary->occurrences->len);
  note_next (self, list->next);
  if (reknit_diary_note (self->store, list, error))
    *waits = offer (self, list, now, error);
}

/**
 * reknit_notifier_check:
 * @self: a notifier
 *
 * Looks at what is due. There is no need to call it after a change in the store: @self hears of that.
 */
void
reknit_notifier_check (ReknitNotifier *self)
{
  gint64 now;
  gboolean waits = FALSE;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (REKNIT_IS_NOTIFIER (self));

  now = reknit_clock_now (self->clock);
  self->next = 0;
  if (!is_unplugged (self, now, &error))
    look_and_offer (self, now, &waits, &error);
  tidy (self);
  if (error != NULL)
    {
      /* Nothing is lost: what was not claimed is still due then. */
      g_warning ("Reminders wait: %s", error->message);
      note_next (self, now + RETRY_SECONDS);
    }
  reknit_alarm_set (self->alarm, self->next);
  hold (self, self->next != 0 || waits || g_hash_table_size (self->out) > 0);
}

static gboolean
on_idle (gpointer data)
{
  ReknitNotifier *self = data;

  self->check_source = 0;
  reknit_notifier_check (self);
  return G_SOURCE_REMOVE;
}

static void
on_store_changed (ReknitStore     *store,
                  ReknitChangeSet *changes,
                  ReknitNotifier  *self)
{
  if (self->check_source == 0 &&
      (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, "reminder") ||
       reknit_change_set_has_table (changes, "occurrence") || reknit_change_set_has_table (changes, "ritual_mark") ||
       reknit_change_set_has_table (changes, "unplugged")))
    self->check_source = g_idle_add (on_idle, self);
}

static gboolean
snooze (ReknitNotifier  *self,
        const gint64    *occurrences,
        guint            n_occurrences,
        guint            minutes,
        GError         **error)
{
  gint64 until = reknit_clock_now (self->clock) + (gint64) minutes * 60;

  return reknit_diary_snooze (self->store, occurrences, n_occurrences, until, error);
}

static void
on_snooze (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (parameter, 0);
  g_autoptr (GError) error = NULL;
  gsize n_ids;
  const gint64 *occurrences = g_variant_get_fixed_array (ids, &n_ids, sizeof (gint64));
  guint minutes;

  g_variant_get_child (parameter, 1, "u", &minutes);
  if (!snooze (data, occurrences, (guint) n_ids, minutes, &error))
    g_warning ("A reminder can’t be put off: %s", error->message);
}

static void
on_skip (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  g_autoptr (GError) error = NULL;

  if (!reknit_notifier_skip (data, g_variant_get_int64 (parameter), &error))
    g_warning ("A reminder can’t be skipped: %s", error->message);
}

static const GActionEntry actions[] = {
  { "snooze-occurrence", on_snooze, "(axu)" },
  { "skip-occurrence", on_skip, "x" },
};

static void
reknit_notifier_dispose (GObject *object)
{
  ReknitNotifier *self = REKNIT_NOTIFIER (object);

  if (self->application != NULL)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
        g_action_map_remove_action (G_ACTION_MAP (self->application), actions[i].name);
      g_signal_handlers_disconnect_by_data (self->store, self);
      g_signal_handlers_disconnect_by_data (self->alarm, self);
      g_signal_handlers_disconnect_by_data (self->gate, self);
      hold (self, FALSE);
    }
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->alarm);
  g_clear_object (&self->gate);
  g_clear_object (&self->scheduler);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  g_clear_object (&self->application);
  g_clear_pointer (&self->out, g_hash_table_unref);

  G_OBJECT_CLASS (reknit_notifier_parent_class)->dispose (object);
}

static void
reknit_notifier_class_init (ReknitNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_notifier_dispose;
}

static void
reknit_notifier_init (ReknitNotifier *self)
{
  self->out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

/**
 * reknit_notifier_new:
 * @application: the application, registered; it gets the actions of the notifications
 * @store: the store, open
 * @clock: the clock to go by
 *
 * Begins to remind. What fell due while nobody was there is offered as soon as the main loop runs.
 *
 * Returns: (transfer full): the notifier; one for an application
 */
ReknitNotifier *
reknit_notifier_new (GApplication *application,
                     ReknitStore  *store,
                     ReknitClock  *clock)
{
  ReknitNotifier *self = g_object_new (REKNIT_TYPE_NOTIFIER, NULL);

  self->application = g_object_ref (application);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->scheduler = reknit_scheduler_new (clock);
  self->alarm = reknit_alarm_new (clock);
  self->gate = reknit_notice_gate_new (g_application_get_dbus_connection (application));

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect (store, "changed", G_CALLBACK (on_store_changed), self);
  g_signal_connect_swapped (self->alarm, "rang", G_CALLBACK (reknit_notifier_check), self);
  g_signal_connect_swapped (self->gate, "notify::open", G_CALLBACK (reknit_notifier_check), self);
  self->check_source = g_idle_add (on_idle, self);
  return self;
}

/**
 * reknit_notifier_set_quiet_hours:
 * @self: a notifier
 * @from: minutes after midnight when they begin
 * @until: minutes after midnight when they end; the same as @from for none
 *
 * Sets when nothing calls. See reknit_scheduler_set_quiet_hours().
 */
void
reknit_notifier_set_quiet_hours (ReknitNotifier *self,
                                 int             from,
                                 int             until)
{
  g_return_if_fail (REKNIT_IS_NOTIFIER (self));
  reknit_scheduler_set_quiet_hours (self->scheduler, from, until);
}

/**
 * reknit_notifier_get_next:
 * @self: a notifier
 *
 * Returns: Unix seconds when the next reminder comes, as of the last check; 0 if none will
 */
gint64
reknit_notifier_get_next (ReknitNotifier *self)
{
  g_return_val_if_fail (REKNIT_IS_NOTIFIER (self), 0);
  return self->next;
}

/**
 * reknit_notifier_snooze:
 * @self: a notifier
 * @occurrence: what to put off
 * @minutes: for how long, from now
 * @error: return location
 *
 * Puts something off, takes its notification away, and brings it back in time.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_notifier_snooze (ReknitNotifier  *self,
                        gint64           occurrence,
                        guint            minutes,
                        GError         **error)
{
  g_return_val_if_fail (REKNIT_IS_NOTIFIER (self), FALSE);
  return snooze (self, &occurrence, 1, minutes, error);
}

/**
 * reknit_notifier_skip:
 * @self: a notifier
 * @occurrence: what to leave out
 * @error: return location
 *
 * Leaves something out this time, and takes its notification away. Can be undone.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_notifier_skip (ReknitNotifier  *self,
                      gint64           occurrence,
                      GError         **error)
{
  g_return_val_if_fail (REKNIT_IS_NOTIFIER (self), FALSE);
  return reknit_diary_skip (self->store, occurrence, error);
}

/**
 * reknit_notifier_withdraw:
 * @self: a notifier
 * @occurrence: what somebody turned to by themselves
 *
 * Takes a notification off the screen, whichever process sent it. What it stands for stays as it is.
 */
void
reknit_notifier_withdraw (ReknitNotifier *self,
                          gint64          occurrence)
{
  g_autofree char *name = name_notice (occurrence);

  g_return_if_fail (REKNIT_IS_NOTIFIER (self));

  g_application_withdraw_notification (self->application, name);
  g_hash_table_remove (self->out, name);
}

/**
 * reknit_notifier_withdraw_all:
 * @self: a notifier
 *
 * Takes every notification off the screen at once, also those of an earlier run.
 */
void
reknit_notifier_withdraw_all (ReknitNotifier *self)
{
  g_autoptr (GArray) out = NULL;

  g_return_if_fail (REKNIT_IS_NOTIFIER (self));

  out = reknit_diary_list_out (self->store);
  for (guint i = 0; i < out->len; i++)
    reknit_notifier_withdraw (self, g_array_index (out, gint64, i));
  g_application_withdraw_notification (self->application, TOGETHER);
  g_hash_table_remove_all (self->out);
  reknit_notifier_check (self);
}
