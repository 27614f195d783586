/* The smallest program that reminds, for test-notifications.py: the real notifier, the real store, no window.
 *
 *   remind APPLICATION-ID STORE add STARTS RULE      puts a reminder into the store
 *   remind APPLICATION-ID STORE run                  reminds, and says on its output what is pressed
 */
#include "reknit-notifier.h"
#include "reknit-reminder.h"

#include <glib-unix.h>
#include <stdio.h>

static ReknitStore *store;
static ReknitNotifier *notifier;

static void
on_start (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  printf ("start %" G_GINT64_FORMAT "\n", g_variant_get_int64 (parameter));
}

static void
on_today (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  puts ("today");
}

static const GActionEntry actions[] = {
  { "start-occurrence", on_start, "x" },
  { "show-today", on_today },
};

static void
on_startup (GApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), NULL);
  notifier = reknit_notifier_new (application, store, reknit_clock_get_default ());
}

/* Holds on for a moment, as a window would; after that only the notifier keeps the program. */
static gboolean
let_go (gpointer application)
{
  g_application_release (application);
  return G_SOURCE_REMOVE;
}

static void
on_activate (GApplication *application)
{
  g_application_hold (application);
  g_timeout_add (500, let_go, application);
  puts ("running");
}

static gboolean
on_quick_exit (gpointer data)
{
  reknit_notifier_withdraw_all (notifier);
  puts ("withdrawn");
  return G_SOURCE_CONTINUE;
}

static int
run (const char *id)
{
  g_autoptr (GApplication) application = g_application_new (id, G_APPLICATION_DEFAULT_FLAGS);
  int status;

  g_signal_connect (application, "startup", G_CALLBACK (on_startup), NULL);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  g_unix_signal_add (SIGUSR1, on_quick_exit, NULL);
  status = g_application_run (application, 0, NULL);
  g_assert_finalize_object (notifier);
  puts ("ended");
  return status;
}

static int
add (const char *starts,
     const char *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReknitReminder) reminder = g_object_new (REKNIT_TYPE_REMINDER, "kind", REKNIT_REMINDER_CHECK_IN, "rule", rule,
                                                      "starts", starts, "zone", "", "enabled", TRUE, NULL);

  reknit_store_save (store, "Add", reminder, &error);
  g_assert_no_error (error);
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  if (argc < 4)
    return 2;
  setvbuf (stdout, NULL, _IOLBF, 0);
  store = reknit_store_open (argv[2], NULL, &error);
  g_assert_no_error (error);
  status = argc == 6 ? add (argv[4], argv[5]) : run (argv[1]);
  g_assert_true (reknit_store_close (store, &error));
  g_assert_finalize_object (store);
  return status;
}
