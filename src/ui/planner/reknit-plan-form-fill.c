#include "reknit-config.h"

#include "reknit-plan-form-private.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-money.h"
#include "reknit-occasion-lock.h"
#include "reknit-occasion-text.h"
#include "reknit-plan-title.h"
#include "reknit-repeat.h"

/* What the form says at first. */

typedef struct
{
  ReknitIdeaTraits length;
  int              from;
  int              until;
  int              days_on;
} Time;

/* The first is for what has no length of its own. Several days are whole ones; their hours are never shown. */
static const Time times[] = {
  { REKNIT_IDEA_LENGTH_EVENING, 19, 22, 0 },
  { REKNIT_IDEA_LENGTH_SHORT, 19, 20, 0 },
  { REKNIT_IDEA_LENGTH_DAY, 10, 18, 0 },
  { REKNIT_IDEA_LENGTH_GETAWAY, 19, 22, 2 },
};

static void
add_kinds (ReknitPlanForm *self)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (REKNIT_TYPE_PLAN_KIND);

  /* Without a seat there is nobody whose own time it could be. */
  for (int kind = 0; kind < REKNIT_PLAN_N_KINDS; kind++)
    if (kind != REKNIT_PLAN_KIND_OWN || reknit_seats_get_own_time_of (self->seats) != NULL)
      reknit_choice_row_add (self->kind_row, g_enum_get_value (kinds, kind)->value_nick,
                             reknit_plan_kind_get_title ((ReknitPlanKind) kind));
}

static void
add_partners (ReknitPlanForm *self)
{
  ReknitPartner *partners[] = { reknit_seats_get_first (self->seats), reknit_seats_get_second (self->seats) };

  reknit_choice_row_add (self->planner_row, "0", C_("who plans a date", "Both"));
  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    if (partners[i] != NULL)
      {
        g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, reknit_record_get_id (REKNIT_RECORD (partners[i])));

        reknit_choice_row_add (self->planner_row, key, reknit_partner_get_name (partners[i]));
      }
}

/**
 * reknit_plan_form_choose_planner:
 * @planner: a partner’s id; 0 for both
 */
void
reknit_plan_form_choose_planner (ReknitPlanForm *self,
                                 gint64          planner)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, planner);

  reknit_choice_row_set_choice (self->planner_row, key);
}

static GDateTime *
find_hour (GDateTime *day,
           int        days_on,
           int        hour)
{
  g_autoptr (GDateTime) then = g_date_time_add_days (day, days_on);

  return g_date_time_new_utc (g_date_time_get_year (then), g_date_time_get_month (then), g_date_time_get_day_of_month (then),
                              hour, 0, 0);
}

/* When something that takes so long would be on that day. */
static const Time *
find_time (ReknitIdeaTraits traits)
{
  for (guint i = 1; i < G_N_ELEMENTS (times); i++)
    if ((traits & REKNIT_IDEA_LENGTH) == times[i].length)
      return &times[i];
  return &times[0];
}

/**
 * reknit_plan_form_set_day:
 * @day: local time
 * @traits: what the idea asks for; 0 without one
 *
 * Sets the time to that day, for as long as the idea takes: without one, an evening.
 */
void
reknit_plan_form_set_day (ReknitPlanForm   *self,
                          GDateTime        *day,
                          ReknitIdeaTraits  traits)
{
  const Time *time = find_time (traits);
  g_autoptr (GDateTime) starts = find_hour (day, 0, time->from);
  g_autoptr (GDateTime) ends = find_hour (day, time->days_on, time->until);

  reknit_span_editor_set (self->span, starts, ends, time->days_on > 0);
}

/**
 * reknit_plan_form_has_time_of:
 * @traits: what an idea asks for; 0 for none
 *
 * Returns: whether the form says the time that reknit_plan_form_set_day() sets, which is nobody’s own choice
 */
gboolean
reknit_plan_form_has_time_of (ReknitPlanForm   *self,
                              ReknitIdeaTraits  traits)
{
  const Time *time = find_time (traits);
  g_autoptr (GDateTime) starts = find_hour (reknit_span_editor_get_starts (self->span), 0, time->from);
  g_autoptr (GDateTime) ends = find_hour (reknit_span_editor_get_starts (self->span), time->days_on, time->until);

  return reknit_span_editor_get_all_day (self->span) == (time->days_on > 0)
         && g_date_time_equal (starts, reknit_span_editor_get_starts (self->span))
         && g_date_time_equal (ends, reknit_span_editor_get_ends (self->span));
}

/* A special day wants a present, or a table; for all else, the day before will do. */
static char *
make_leads (ReknitPlanKind kind)
{
  return g_strdup_printf ("%d", kind == REKNIT_PLAN_KIND_SPECIAL_DAY ? 3 * 24 * 60 : 24 * 60);
}

/**
 * reknit_plan_form_follow_kind:
 *
 * Reminds as long before as what is planned now wants it, unless somebody has chosen otherwise.
 */
void
reknit_plan_form_follow_kind (ReknitPlanForm *self)
{
  g_autofree char *ordinary = make_leads (REKNIT_PLAN_KIND_DATE);
  g_autofree char *special = make_leads (REKNIT_PLAN_KIND_SPECIAL_DAY);
  g_autofree char *wanted = make_leads (reknit_plan_form_get_kind (self));
  g_autofree char *now = NULL;

  g_object_get (self->leads, "leads", &now, NULL);
  if (self->occasion == NULL && (g_str_equal (now, ordinary) || g_str_equal (now, special)))
    g_object_set (self->leads, "leads", wanted, NULL);
}

static void
begin_new (ReknitPlanForm *self)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  g_autofree char *leads = make_leads (REKNIT_PLAN_KIND_DATE);

  self->plan = g_object_new (REKNIT_TYPE_PLAN, "state", REKNIT_PLAN_STATE_PLANNED, NULL);
  self->details = reknit_plan_details_new ();
  reknit_plan_form_set_day (self, now, 0);
  reknit_repeat_fill (self->repeat_row, "", reknit_span_editor_get_starts (self->span));
  reknit_plan_form_choose_planner (self, reknit_plan_form_get_turn (self->seats));
  g_object_set (self->leads, "leads", leads, NULL);
}

static void
read_money (GtkWidget         *row,
            ReknitPlanDetails *details,
            const char        *property)
{
  g_autofree char *text = reknit_money_format (reknit_record_get_integer (details, property));

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
read_words (gpointer           row,
            ReknitPlanDetails *details,
            const char        *property)
{
  const char *text = reknit_record_get_text (details, property);

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
read_plan (ReknitPlanForm *self)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (REKNIT_TYPE_PLAN_KIND);
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) last = NULL;
  g_autoptr (GArray) leads = NULL;

  self->plan = g_object_ref (reknit_occasion_get_plan (self->occasion));
  self->details = reknit_occasion_get_details (self->occasion);
  first = reknit_plan_get_starts (self->plan);
  last = g_date_time_add_seconds (reknit_occasion_get_ends (self->occasion), reknit_occasion_is_all_day (self->occasion) ? -1 : 0);
  leads = reknit_plan_list_leads (self->plan);
  reknit_choice_row_set_choice (self->kind_row, g_enum_get_value (kinds, (int) reknit_plan_get_kind (self->plan))->value_nick);
  reknit_span_editor_set (self->span, reknit_occasion_get_starts (self->occasion), last, reknit_occasion_is_all_day (self->occasion));
  reknit_repeat_fill (self->repeat_row, reknit_record_get_text (self->plan, "rule"), first);
  reknit_plan_form_choose_planner (self, reknit_occasion_get_planner (self->occasion));
  gtk_switch_set_active (self->turns_switch, reknit_record_get_flag (self->plan, "turns"));
  reknit_lead_picker_set (self->leads, leads);
  self->idea = g_strdup (reknit_record_get_text (self->details, "idea"));
  read_words (self->title_row, self->details, "title");
  read_words (self->place_row, self->details, "place");
  reknit_text_field_set_text (self->notes_field, reknit_record_get_text (self->details, "notes"));
  read_money (self->budget_row, self->details, "budget");
  read_money (self->spent_row, self->details, "spent");
  gtk_switch_set_active (self->surprise_switch, reknit_record_is_private (REKNIT_RECORD (self->details)));
}

static void
add_scopes (ReknitPlanForm *self)
{
  gboolean asks = self->occasion != NULL && reknit_occasion_is_of_series (self->occasion)
                  && reknit_occasion_get_kind (self->occasion) != REKNIT_PLAN_KIND_SPECIAL_DAY;

  reknit_choice_row_add (self->scope_row, "one", C_("change of a series", "This Time Only"));
  reknit_choice_row_add (self->scope_row, "all", C_("change of a series", "All Times"));
  gtk_widget_set_visible (GTK_WIDGET (self->scope_row), asks);
  if (!asks)
    reknit_choice_row_set_choice (self->scope_row, "all");
}

/**
 * reknit_plan_form_fill:
 *
 * Fills the form with the plan that is to be changed, or with what a new one begins with.
 */
void
reknit_plan_form_fill (ReknitPlanForm *self)
{
  add_kinds (self);
  add_partners (self);
  add_scopes (self);
  if (self->occasion != NULL)
    read_plan (self);
  else
    begin_new (self);
}
