#include "reknit-week-page-private.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clash.h"
#include "reknit-clock.h"
#include "reknit-day-entry.h"
#include "reknit-local-time.h"
#include "reknit-occasion-list.h"
#include "reknit-occasion-lock.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-export.h"
#include "reknit-plan-title.h"
#include "reknit-planner.h"
#include "reknit-week-block-page.h"
#include "reknit-week-form.h"
#include "reknit-week-text.h"

/* What is done to time that is kept free. All that changes it asks first whose time it is. */

static ReknitSeats *
get_seats (ReknitWeekPage *self)
{
  return reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self));
}

static ReknitStore *
get_store (ReknitWeekPage *self)
{
  return reknit_practice_page_get_store (REKNIT_PRACTICE_PAGE (self));
}

static ReknitOccasion *
find_occasion (ReknitWeekPage *self,
               gint64          plan,
               const char     *text)
{
  g_autoptr (GDateTime) starts = reknit_local_time_parse (text);

  return starts != NULL ? reknit_occasions_find (get_store (self), plan, starts) : NULL;
}

/* What may be changed; says why where it may not. */
static ReknitOccasion *
find_open (ReknitWeekPage *self,
           gint64          plan,
           const char     *text)
{
  g_autoptr (ReknitOccasion) occasion = find_occasion (self, plan, text);
  g_autofree char *lock = occasion != NULL ? reknit_occasion_text_lock (occasion, get_seats (self)) : NULL;

  if (occasion == NULL)
    return NULL;
  if (!reknit_week_is_kept (occasion))
    {
      reknit_practice_page_toast (REKNIT_PRACTICE_PAGE (self), _("This is changed in the planner. Open it there."));
      return NULL;
    }
  if (*lock == '\0')
    return g_steal_pointer (&occasion);
  reknit_practice_page_toast (REKNIT_PRACTICE_PAGE (self), lock);
  return NULL;
}

static ReknitOccasion *
find_target (ReknitWeekPage *self,
             GVariant       *target)
{
  gint64 plan;
  const char *text;

  g_variant_get (target, "(x&s)", &plan, &text);
  return find_open (self, plan, text);
}

/* What was done, and what now wants the same time. */
static void
tell (ReknitWeekPage *self,
      ReknitOccasion *occasion,
      const char     *text)
{
  g_autoptr (GPtrArray) clashes = reknit_clashes_find (get_store (self), occasion);
  g_autofree char *clash = reknit_week_text_clash (occasion, clashes);
  g_autofree char *both = reknit_occasion_text_join ((char *[]) { (char *) text, clash, NULL }, " · ");

  reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (self), both);
}

static void
show_occasion (ReknitWeekPage *self,
               ReknitOccasion *occasion)
{
  GDateTime *first_day = reknit_week_view_get_first_day (self->week);
  GDateTime *starts = reknit_occasion_get_starts (occasion);
  gint64 days = g_date_time_difference (starts, first_day) / G_TIME_SPAN_DAY;

  if (g_date_time_compare (starts, first_day) < 0 || days >= REKNIT_WEEK_DAYS)
    reknit_week_view_show_day (self->week, starts);
  reknit_week_view_refresh (self->week);
  reknit_week_view_focus (self->week, occasion);
}

static void
on_set_time (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ReknitWeekPage *self = user_data;
  gint64 plan;
  const char *before, *from, *until;
  g_autoptr (GDateTime) starts = NULL;
  g_autoptr (GDateTime) ends = NULL;
  g_autoptr (ReknitOccasion) occasion = NULL;
  g_autoptr (ReknitOccasion) moved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *span = NULL;
  g_autofree char *text = NULL;

  g_variant_get (parameter, "(x&s&s&s)", &plan, &before, &from, &until);
  starts = reknit_local_time_parse (from);
  ends = reknit_local_time_parse (until);
  occasion = find_open (self, plan, before);
  if (occasion == NULL || starts == NULL || ends == NULL || g_date_time_compare (starts, ends) >= 0)
    return;
  if (!reknit_planner_set_time (get_store (self), _("Move Time Kept Free"), occasion, starts, ends, FALSE, &error))
    {
      reknit_practice_page_error_toast (REKNIT_PRACTICE_PAGE (self), error);
      return;
    }
  moved = find_occasion (self, plan, before);
  if (moved == NULL)
    return;
  show_occasion (self, moved);
  span = reknit_occasion_text_span (moved);
  /* Translators: %s is when it is now: “Friday 27 November, 20:00 – 23:00” */
  text = g_strdup_printf (_("Now %s"), span);
  tell (self, moved, text);
}

static void
on_keep_time (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ReknitWeekPage *self = user_data;
  const char *from, *until;
  g_autoptr (GDateTime) starts = NULL;
  g_autoptr (GDateTime) ends = NULL;
  g_autoptr (ReknitPlan) plan = NULL;
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_new ();
  g_autoptr (ReknitOccasion) occasion = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(&s&s)", &from, &until);
  starts = reknit_local_time_parse (from);
  ends = reknit_local_time_parse (until);
  if (starts == NULL || ends == NULL || g_date_time_compare (starts, ends) >= 0)
    return;
  plan = g_object_new (REKNIT_TYPE_PLAN, "kind", REKNIT_PLAN_KIND_PROTECTED, "state", REKNIT_PLAN_STATE_PLANNED, "rule", "", NULL);
  reknit_plan_set_time (plan, starts, ends, FALSE);
  if (!reknit_planner_save (get_store (self), _("Keep Time Free"), plan, details, NULL, 0, &error))
    {
      reknit_practice_page_error_toast (REKNIT_PRACTICE_PAGE (self), error);
      return;
    }
  occasion = reknit_occasion_new_for_plan (plan);
  show_occasion (self, occasion);
  tell (self, occasion, _("Kept free for the two of you"));
}

static void
on_form_done (ReknitWeekPage *self,
              ReknitPlan     *plan)
{
  g_autoptr (ReknitOccasion) occasion = reknit_occasion_new_for_plan (plan);

  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (self));
  show_occasion (self, occasion);
  tell (self, occasion, _("Saved"));
}

static ReknitWeekForm *
open_form (ReknitWeekPage *self,
           ReknitOccasion *occasion,
           GDateTime      *starts)
{
  GtkWidget *form = reknit_week_form_new (get_seats (self), occasion, starts);

  reknit_practice_page_drop_undo_toast (REKNIT_PRACTICE_PAGE (self));
  g_signal_connect_object (form, "done", G_CALLBACK (on_form_done), self, G_CONNECT_SWAPPED);
  reknit_practice_page_push (REKNIT_PRACTICE_PAGE (self), form, occasion != NULL ? _("Change Time Kept Free") : _("Keep Time Free"));
  gtk_widget_grab_focus (form);
  return REKNIT_WEEK_FORM (form);
}

/* A new one begins in the week that is shown; what was left in the form goes to where one was asked for it now. */
static void
on_keep_time_form (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ReknitWeekPage *self = user_data;
  GDateTime *first_day = reknit_week_view_get_first_day (self->week);
  g_autoptr (GDateTime) now = reknit_local_time_now (reknit_clock_get_default ());
  g_autoptr (GDateTime) starts = reknit_local_time_parse (g_variant_get_string (parameter, NULL));
  gboolean asked = starts != NULL;
  gint64 days = g_date_time_difference (now, first_day) / G_TIME_SPAN_DAY;
  ReknitWeekForm *form;

  if (!asked && (g_date_time_compare (now, first_day) < 0 || days >= REKNIT_WEEK_DAYS))
    starts = g_date_time_add_hours (first_day, 18);
  form = open_form (self, NULL, starts);
  if (asked)
    reknit_week_form_set_time (form, starts, NULL);
}

static void
on_page_gone (ReknitWeekPage *self)
{
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (self));
}

static void
on_open_time (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ReknitWeekPage *self = user_data;
  gint64 plan;
  const char *text;
  g_autoptr (ReknitOccasion) occasion = NULL;
  GtkWidget *page;

  g_variant_get (parameter, "(x&s)", &plan, &text);
  occasion = find_occasion (self, plan, text);
  if (occasion == NULL)
    return;
  if (!reknit_week_is_kept (occasion))
    {
      gtk_widget_activate_action_variant (GTK_WIDGET (self), "app.open-plan", parameter);
      return;
    }
  page = reknit_week_block_page_new (get_seats (self), occasion);
  g_signal_connect_object (page, "gone", G_CALLBACK (on_page_gone), self, G_CONNECT_SWAPPED);
  reknit_practice_page_push (REKNIT_PRACTICE_PAGE (self), page, reknit_plan_kind_get_title (reknit_occasion_get_kind (occasion)));
}

/* Whole days are planned in the planner. */
static void
on_edit_time (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ReknitWeekPage *self = user_data;
  g_autoptr (ReknitOccasion) occasion = find_target (self, parameter);

  if (occasion == NULL)
    return;
  if (reknit_occasion_is_all_day (occasion))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "app.open-plan", parameter);
  else
    open_form (self, occasion, NULL);
}

static void
finish (ReknitWeekPage *self,
        gboolean        done,
        const char     *text,
        GError         *error)
{
  if (!done)
    {
      reknit_practice_page_error_toast (REKNIT_PRACTICE_PAGE (self), error);
      return;
    }
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (self));
  reknit_week_view_refresh (self->week);
  reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (self), text);
}

static void
on_remove_time (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ReknitWeekPage *self = user_data;
  g_autoptr (ReknitOccasion) occasion = find_target (self, parameter);
  g_autoptr (GError) error = NULL;

  if (occasion != NULL)
    finish (self, reknit_planner_call_off (get_store (self), _("Delete Time Kept Free"), occasion, &error),
            _("This time is free again"), error);
}

static void
on_remove_series (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ReknitWeekPage *self = user_data;
  g_autoptr (ReknitPlan) plan = reknit_store_find (get_store (self), REKNIT_TYPE_PLAN, g_variant_get_int64 (parameter));
  g_autoptr (ReknitOccasion) first = plan != NULL ? reknit_occasion_new_for_plan (plan) : NULL;
  g_autoptr (GError) error = NULL;

  if (first != NULL && reknit_week_is_kept (first) && !reknit_occasion_is_locked (first, get_seats (self)))
    finish (self, reknit_planner_remove (get_store (self), _("Delete All Times"), plan, &error), _("All times deleted"), error);
}

/* What became of it: told, told otherwise, or not told any more. */
static void
tell_state (ReknitWeekPage  *self,
            GVariant        *target,
            const char      *label,
            ReknitPlanState  state,
            const char      *text)
{
  g_autoptr (ReknitOccasion) occasion = find_target (self, target);
  g_autoptr (GError) error = NULL;

  if (occasion != NULL && reknit_week_is_told_of (occasion))
    finish (self, reknit_planner_set_state (get_store (self), label, occasion, state, &error), text, error);
}

static void
on_had_time (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  tell_state (user_data, parameter, C_("undo", "Had"), REKNIT_PLAN_STATE_DONE, _("Had, and counted"));
}

static void
on_missed_time (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tell_state (user_data, parameter, _("Did Not Happen"), REKNIT_PLAN_STATE_MISSED, _("It did not happen"));
}

static void
on_untell_time (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tell_state (user_data, parameter, _("Take It Back"), REKNIT_PLAN_STATE_PLANNED, _("Taken back"));
}

/* To the calendar of the desktop, or into a file. */
static void
on_hand_over (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ReknitWeekPage *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  reknit_plan_export_run (GTK_WIDGET (self), get_store (self), g_variant_get_int64 (parameter),
                          g_str_equal (name, "export") ? NULL : self->hand_over);
}

static void
on_turn (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ReknitWeekPage *self = user_data;
  int weeks = g_str_equal (g_action_get_name (G_ACTION (action)), "next-week") ? 1 : -1;
  g_autoptr (GDateTime) day = g_date_time_add_weeks (reknit_week_view_get_first_day (self->week), weeks);

  reknit_week_view_show_day (self->week, day);
}

static void
on_this_week (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());

  reknit_week_view_show_day (REKNIT_WEEK_PAGE (user_data)->week, now);
}

/**
 * reknit_week_page_add_actions:
 *
 * Adds what can be done.
 */
void
reknit_week_page_add_actions (ReknitWeekPage *self)
{
  static const GActionEntry entries[] = {
    { "previous-week", on_turn }, { "next-week", on_turn }, { "this-week", on_this_week },
    { "keep-time", on_keep_time, "(ss)" }, { "keep-time-form", on_keep_time_form, "s" },
    { "open-time", on_open_time, "(xs)" }, { "edit-time", on_edit_time, "(xs)" }, { "set-time", on_set_time, "(xsss)" },
    { "remove-time", on_remove_time, "(xs)" }, { "remove-series", on_remove_series, "x" },
    { "had-time", on_had_time, "(xs)" }, { "missed-time", on_missed_time, "(xs)" },
    { "untell-time", on_untell_time, "(xs)" }, { "hand-over", on_hand_over, "x" }, { "export", on_hand_over, "x" },
  };

  g_action_map_add_action_entries (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (self)),
                                   entries, G_N_ELEMENTS (entries), self);
}
