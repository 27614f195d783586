#include "reknit-new-day.h"

#include "reknit-alarm.h"
#include "reknit-local-time.h"

/* What stands on a page about today is wrong after midnight, and what is marked there would be marked of yesterday. */
typedef struct
{
  gpointer     object;
  GCallback    func;
  ReknitAlarm *alarm;
  gint64       midnight;
} Watch;

static void
set_alarm (Watch *watch)
{
  watch->midnight = reknit_time_next_midnight (reknit_clock_get_default ());
  reknit_alarm_set (watch->alarm, watch->midnight);
}

/* Rings too when the machine wakes up, or its clock or zone was set; then it may be any day. */
static void
on_rang (Watch *watch)
{
  gint64 before = watch->midnight;
  g_autoptr (GObject) alive = g_object_ref (watch->object);

  set_alarm (watch);
  if (watch->midnight != before)
    ((void (*) (gpointer)) watch->func) (watch->object);
}

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_signal_handlers_disconnect_by_data (watch->alarm, watch);
  g_object_unref (watch->alarm);
  g_free (watch);
}

/**
 * reknit_new_day_watch:
 * @object: (type GObject.Object): what shows something of today
 * @func: (scope notified): called with @object, as the handler of a swapped signal is, as long as that is there
 *
 * Tells when it is another day. It sleeps until midnight.
 */
void
reknit_new_day_watch (gpointer  object,
                      GCallback func)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->object = object;
  watch->func = func;
  watch->alarm = reknit_alarm_new (reknit_clock_get_default ());
  g_signal_connect_swapped (watch->alarm, "rang", G_CALLBACK (on_rang), watch);
  set_alarm (watch);
  g_object_set_data_full (object, "reknit-new-day", watch, watch_free);
}
