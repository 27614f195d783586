#include "reknit-application-private.h"

#include "reknit-config.h"
#include "reknit-help-window.h"
#include "reknit-local-time.h"
#include "reknit-occurrence.h"
#include "reknit-preferences-window.h"
#include "reknit-reminder.h"
#include "reknit-ritual.h"

#include <glib/gi18n-lib.h>

/* A window takes the windows that stand over it with it when it closes. */
static GList *
hold_windows (GtkApplication *application)
{
  return g_list_copy_deep (gtk_application_get_windows (application), (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
}

static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autolist (GtkWindow) windows = hold_windows (user_data);

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* For whoever takes the program away: where it only waits to remind, nobody has written anything in it. */
static void
on_end_unseen (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  if (toplevels == NULL)
    g_application_quit (user_data);
}

static void
on_quick_exit (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  reknit_application_exit_quickly (user_data);
}

static void
on_show_page (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  reknit_application_show_page (user_data, g_variant_get_string (parameter, NULL));
}

static void
on_open_subject (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ReknitWindow *window = reknit_application_show (user_data);
  const char *practice, *table;
  gint64 id;

  g_variant_get (parameter, "(&s&sx)", &practice, &table, &id);
  if (window != NULL)
    reknit_window_open_subject (window, practice, table, id);
}

static const char *
find_practice_of_ritual (ReknitApplication *self,
                         gint64             id)
{
  g_autoptr (ReknitRitual) ritual = reknit_store_find (self->store, REKNIT_TYPE_RITUAL, id);

  return ritual != NULL && g_strcmp0 (reknit_record_get_text (ritual, "kind"), REKNIT_RITUAL_AFFECTION) == 0
         ? "affectionate-rituals" : "daily-rituals";
}

/* What falls due is reminded of at some distance: of a series, the time that comes after it is meant. */
static void
open_reminded_plan (ReknitApplication *self,
                    ReknitReminder    *reminder,
                    ReknitOccurrence  *occurrence)
{
  g_autoptr (GDateTime) called = reknit_local_time_parse (reknit_record_get_text (occurrence, "local"));
  g_autoptr (GDateTime) first_called = reknit_local_time_parse (reknit_record_get_text (reminder, "starts"));
  g_autoptr (ReknitPlan) plan = reknit_store_find (self->store, REKNIT_TYPE_PLAN, reknit_record_get_integer (reminder, "subject"));
  g_autoptr (GDateTime) first = plan != NULL ? reknit_plan_get_starts (plan) : NULL;
  g_autoptr (GDateTime) starts = NULL;
  ReknitPlannerWindow *planner = reknit_application_show_planner (self);

  if (called != NULL && first_called != NULL && first != NULL)
    starts = g_date_time_add (called, g_date_time_difference (first, first_called));
  if (planner != NULL)
    reknit_planner_window_open_plan (planner, reknit_record_get_integer (reminder, "subject"), starts);
}

/* Where what a reminder calls for is done. */
static void
start_reminder (ReknitApplication *self,
                ReknitReminder    *reminder,
                ReknitOccurrence  *occurrence)
{
  const char *kind = reknit_record_get_text (reminder, "kind");
  gint64 subject = reknit_record_get_integer (reminder, "subject");
  ReknitWindow *window;

  if (g_strcmp0 (kind, REKNIT_REMINDER_PLAN) == 0)
    {
      open_reminded_plan (self, reminder, occurrence);
      return;
    }

  window = reknit_application_show (self);
  if (window == NULL)
    return;
  if (g_strcmp0 (kind, REKNIT_REMINDER_CHECK_IN) == 0)
    reknit_window_open_subject (window, "regular-check-ins", "occurrence", reknit_record_get_id (REKNIT_RECORD (occurrence)));
  else if (g_strcmp0 (kind, REKNIT_REMINDER_TALK_BREAK) == 0)
    reknit_window_open_subject (window, "active-listening", "talk", subject);
  else if (g_strcmp0 (kind, REKNIT_REMINDER_FOLLOW_UP) == 0)
    reknit_window_open_subject (window, "address-issues", "issue", subject);
  else if (g_strcmp0 (kind, REKNIT_REMINDER_RITUAL) == 0)
    reknit_window_open_subject (window, find_practice_of_ritual (self, subject), "ritual", subject);
  else if (g_strcmp0 (kind, REKNIT_REMINDER_UNPLUGGED) == 0)
    reknit_window_open_subject (window, "unplug", "unplugged", subject);
  else
    reknit_window_show_page (window, "today");
}

static void
on_start_check_in (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ReknitWindow *window = reknit_application_show (user_data);

  if (window != NULL)
    reknit_window_open_subject (window, "regular-check-ins", "check-in", 0);
}

static void
on_start_occurrence (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ReknitApplication *self = user_data;
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (ReknitOccurrence) occurrence = NULL;
  g_autoptr (ReknitReminder) reminder = NULL;

  if (!reknit_application_open_store (self, NULL))
    {
      reknit_application_show (self);
      return;
    }

  reknit_notifier_withdraw (self->notifier, id);
  occurrence = reknit_store_find (self->store, REKNIT_TYPE_OCCURRENCE, id);
  if (occurrence != NULL)
    reminder = reknit_store_find (self->store, REKNIT_TYPE_REMINDER, reknit_record_get_integer (occurrence, "reminder"));
  if (reminder != NULL)
    start_reminder (self, reminder, occurrence);
  else
    reknit_application_show (self);
}

static void
on_open_planner (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  reknit_application_show_planner (user_data);
}

static void
on_plan_date (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ReknitPlannerWindow *planner = reknit_application_show_planner (user_data);

  if (planner != NULL)
    reknit_planner_window_plan (planner, NULL);
}

static void
on_idea (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ReknitPlannerWindow *planner = reknit_application_show_planner (user_data);

  if (planner == NULL)
    return;
  if (parameter != NULL)
    reknit_planner_window_plan_idea (planner, g_variant_get_string (parameter, NULL));
  else
    reknit_planner_window_find_idea (planner);
}

static void
on_open_plan (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ReknitPlannerWindow *planner = reknit_application_show_planner (user_data);
  gint64 plan;
  const char *text;
  g_autoptr (GDateTime) starts = NULL;

  g_variant_get (parameter, "(x&s)", &plan, &text);
  starts = reknit_local_time_parse (text);
  if (planner != NULL)
    reknit_planner_window_open_plan (planner, plan, starts);
}

static void
on_show_today (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ReknitWindow *window = reknit_application_show (user_data);

  if (window != NULL)
    reknit_window_show_page (window, "today");
}

static void
on_preferences (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ReknitApplication *self = user_data;

  if (self->seats != NULL)
    reknit_preferences_window_present (gtk_application_get_active_window (GTK_APPLICATION (self)), self->seats, self->settings);
}

static void
on_help (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  reknit_help_window_present (user_data, g_variant_get_string (parameter, NULL));
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  static const char *const developers[] = { "The Reknit contributors", NULL };

  GtkWidget *window = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                                    "modal", TRUE,
                                    "application-name", _("Reknit"),
                                    "application-icon", REKNIT_APPLICATION_ID,
                                    "version", REKNIT_VERSION,
                                    "comments", _("Two people, fifty practices, one quiet place. All of it stays on this computer."),
                                    "developer-name", _("The Reknit contributors"),
                                    "developers", developers,
                                    "license-type", GTK_LICENSE_GPL_3_0,
                                    /* Translators: your names, one a line. */
                                    "translator-credits", _("translator-credits"),
                                    NULL);

  reknit_window_present_over (GTK_WINDOW (window), gtk_application_get_active_window (user_data));
}

/**
 * reknit_application_add_actions:
 *
 * Adds all that can be done from everywhere, also from a notification, and the keys for it.
 */
void
reknit_application_add_actions (ReknitApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", on_quit },
    { "quick-exit", on_quick_exit },
    { "end-unseen", on_end_unseen },
    { "show-page", on_show_page, "s" },
    { "open-subject", on_open_subject, "(ssx)" },
    { "start-check-in", on_start_check_in },
    { "plan-date", on_plan_date },
    { "open-planner", on_open_planner },
    { "find-idea", on_idea },
    { "plan-idea", on_idea, "s" },
    { "open-plan", on_open_plan, "(xs)" },
    { "start-occurrence", on_start_occurrence, "x" },
    { "show-today", on_show_today },
    { "preferences", on_preferences },
    { "help", on_help, "s" },
    { "about", on_about },
  };
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "app.quick-exit", { "<Control><Shift>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.help::", { "F1" } },
    { "window.close", { "<Control>w" } },
    { "win.show-help-overlay", { "<Control>question" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
}
