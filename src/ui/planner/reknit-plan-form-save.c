#include "reknit-plan-form-private.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-clock.h"
#include "reknit-local-time.h"
#include "reknit-money.h"
#include "reknit-occasion-list.h"
#include "reknit-occasion-lock.h"
#include "reknit-plan-task.h"
#include "reknit-planner.h"
#include "reknit-repeat.h"
#include "reknit-surprise.h"

/* What the form says, as a plan. */

/**
 * reknit_plan_form_get_kind:
 *
 * Returns: what it is for
 */
ReknitPlanKind
reknit_plan_form_get_kind (ReknitPlanForm *self)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (REKNIT_TYPE_PLAN_KIND);
  const char *choice = reknit_choice_row_get_choice (self->kind_row);
  GEnumValue *value = choice != NULL ? g_enum_get_value_by_nick (kinds, choice) : NULL;

  return value != NULL ? (ReknitPlanKind) value->value : REKNIT_PLAN_KIND_DATE;
}

/**
 * reknit_plan_form_get_planner:
 *
 * Returns: the id of who plans it, or whose time it is; 0 for both
 */
gint64
reknit_plan_form_get_planner (ReknitPlanForm *self)
{
  const char *choice = reknit_choice_row_get_choice (self->planner_row);
  ReknitPartner *owner = reknit_seats_get_own_time_of (self->seats);

  if (reknit_plan_form_get_kind (self) == REKNIT_PLAN_KIND_OWN)
    return owner != NULL ? reknit_record_get_id (REKNIT_RECORD (owner)) : 0;
  if (!gtk_widget_get_visible (GTK_WIDGET (self->planner_row)))
    return 0;
  /* Who surprises the other has planned it, whatever was chosen before. */
  if (reknit_plan_form_is_surprise (self))
    return reknit_seats_get_current_id (self->seats);
  return choice != NULL ? g_ascii_strtoll (choice, NULL, 10) : 0;
}

/**
 * reknit_plan_form_is_surprise:
 *
 * Returns: whether what it is about is sealed from the other
 */
gboolean
reknit_plan_form_is_surprise (ReknitPlanForm *self)
{
  return gtk_widget_get_visible (self->surprise_row) && gtk_switch_get_active (self->surprise_switch);
}

/**
 * reknit_plan_form_takes_things:
 *
 * Returns: whether it asks what there is to get ready: of what is already planned, that stands beside it
 */
gboolean
reknit_plan_form_takes_things (ReknitPlanForm *self)
{
  ReknitPlanKind kind = reknit_plan_form_get_kind (self);

  return self->occasion == NULL
         && (kind == REKNIT_PLAN_KIND_DATE || kind == REKNIT_PLAN_KIND_CLOSENESS || kind == REKNIT_PLAN_KIND_APPOINTMENT);
}

/**
 * reknit_plan_form_is_for_one:
 *
 * Returns: whether only one time of a series is to be changed
 */
gboolean
reknit_plan_form_is_for_one (ReknitPlanForm *self)
{
  return self->occasion != NULL && reknit_occasion_is_of_series (self->occasion)
         && g_strcmp0 (reknit_choice_row_get_choice (self->scope_row), "one") == 0;
}

static gboolean
has_turns (ReknitPlanForm *self)
{
  return gtk_widget_get_visible (self->turns_row) && gtk_switch_get_active (self->turns_switch);
}

/* All times of a series move as far as the one that is shown. */
static void
write_time (ReknitPlanForm *self,
            ReknitPlan     *plan)
{
  GDateTime *starts = reknit_span_editor_get_starts (self->span);
  GDateTime *ends = reknit_span_editor_get_ends (self->span);
  gboolean all_day = reknit_span_editor_get_all_day (self->span);
  g_autoptr (GDateTime) first = reknit_plan_get_starts (plan);
  g_autoptr (GDateTime) moved = NULL;
  g_autoptr (GDateTime) until = NULL;

  if (self->occasion == NULL || !reknit_plan_is_series (plan) || first == NULL)
    {
      reknit_plan_set_time (plan, starts, ends, all_day);
      return;
    }
  moved = g_date_time_add (first, g_date_time_difference (starts, reknit_occasion_get_starts (self->occasion)));
  until = g_date_time_add (moved, g_date_time_difference (ends, starts));
  reknit_plan_set_time (plan, moved, until, all_day);
}

static void
write_rule (ReknitPlanForm *self,
            ReknitPlan     *plan)
{
  g_autoptr (GDateTime) starts = reknit_plan_get_starts (plan);
  g_autofree char *rule = NULL;

  if (reknit_plan_form_get_kind (self) == REKNIT_PLAN_KIND_SPECIAL_DAY)
    rule = reknit_repeat_yearly (starts);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->repeat_row)))
    rule = reknit_repeat_make_rule (reknit_choice_row_get_choice (self->repeat_row), starts);
  else
    rule = g_strdup ("");
  g_object_set (plan, "rule", rule, NULL);
}

static void
write_plan (ReknitPlanForm *self,
            ReknitPlan     *plan)
{
  gboolean keep = reknit_plan_form_is_for_one (self);
  gint64 planner = reknit_plan_form_get_planner (self);

  write_time (self, plan);
  g_object_set (plan, "kind", reknit_plan_form_get_kind (self), NULL);
  if (!keep)
    write_rule (self, plan);
  /* Of the first of a series, whose turn it is; not of the time that is shown. */
  if (!keep && self->occasion != NULL && reknit_plan_is_series (plan)
      && planner == reknit_occasion_get_planner (self->occasion))
    planner = reknit_record_get_integer (plan, "planner");
  g_object_set (plan, "planner", planner, "turns", has_turns (self), NULL);
}

static char *
dup_words (gpointer editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable))));
}

static void
write_details (ReknitPlanForm    *self,
               ReknitPlanDetails *details)
{
  g_autofree char *title = dup_words (self->title_row);
  g_autofree char *place = dup_words (self->place_row);
  g_autofree char *notes = reknit_text_field_dup_text (self->notes_field);
  gint64 budget, spent;

  reknit_money_parse (gtk_editable_get_text (GTK_EDITABLE (self->budget_row)), &budget);
  reknit_money_parse (gtk_editable_get_text (GTK_EDITABLE (self->spent_row)), &spent);
  g_object_set (details, "title", title, "place", place, "notes", g_strstrip (notes), "budget", budget, "spent", spent, NULL);
  g_object_set (details, "idea", self->idea != NULL && *self->idea != '\0' ? self->idea : NULL, NULL);
}

/**
 * reknit_plan_form_preview:
 *
 * Returns: (transfer full): the time that it speaks of, to see what else there is then
 */
ReknitOccasion *
reknit_plan_form_preview (ReknitPlanForm *self)
{
  g_autoptr (ReknitPlan) plan = g_object_new (REKNIT_TYPE_PLAN, "kind", reknit_plan_form_get_kind (self),
                                              "planner", reknit_plan_form_get_planner (self), NULL);

  reknit_plan_set_time (plan, reknit_span_editor_get_starts (self->span), reknit_span_editor_get_ends (self->span),
                        reknit_span_editor_get_all_day (self->span));
  return reknit_occasion_new_for_plan (plan);
}

static gboolean
put_things (ReknitPlanForm     *self,
            ReknitStore        *store,
            ReknitPlanDetails  *details,
            GError            **error)
{
  g_autofree char *text = reknit_text_field_dup_text (self->things_field);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gint64 position = 0;

  if (!reknit_plan_form_takes_things (self))
    return TRUE;
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0'
        && !reknit_plan_task_add (store, details, REKNIT_PLAN_LIST_READY, position++, lines[i], error))
      return FALSE;
  return TRUE;
}

typedef struct
{
  ReknitPlanForm *form;
  ReknitPlan     *plan;
} Saving;

/* Whose words they are is settled before they are written for the first time: what was once written for both to read
 * stays in the file for a while. */
static gboolean
save (ReknitStore  *store,
      gpointer      data,
      GError      **error)
{
  Saving *saving = data;
  ReknitPlanForm *self = saving->form;
  gboolean surprise = reknit_plan_form_is_surprise (self);
  gint64 me = reknit_seats_get_current_id (self->seats);
  g_autoptr (GArray) leads = reknit_lead_picker_list (self->leads);
  g_autoptr (ReknitPlan) plan = NULL;
  g_autoptr (ReknitPlanDetails) details = NULL;

  if (reknit_plan_form_is_for_one (self))
    {
      plan = reknit_planner_single_out (store, NULL, self->occasion, error);
      if (plan == NULL)
        return FALSE;
      details = reknit_plan_details_find (plan);
    }
  else
    {
      plan = g_object_ref (self->plan);
      details = g_object_ref (self->details);
    }
  if (surprise && !reknit_record_is_stored (REKNIT_RECORD (details)))
    g_object_set (details, "author", me, NULL);
  write_plan (self, plan);
  write_details (self, details);
  if (!reknit_planner_save (store, NULL, plan, details, (const int *) (gpointer) leads->data, leads->len, error)
      || !put_things (self, store, details, error))
    return FALSE;
  if (surprise != reknit_record_is_private (REKNIT_RECORD (details))
      && !(surprise ? reknit_surprise_hide (store, NULL, plan, me, error) : reknit_surprise_tell (store, NULL, plan, error)))
    return FALSE;
  g_set_object (&saving->plan, plan);
  return TRUE;
}

/* What others show, too, does not stay as it was filled in here and never saved. */
static void
forget (ReknitPlanForm *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!reknit_record_is_stored (REKNIT_RECORD (self->plan)))
    return;
  rows = reknit_surprise_list_rows (self->plan);
  for (guint i = 0; i < rows->len; i++)
    reknit_record_revert (rows->pdata[i]);
  reknit_record_revert (REKNIT_RECORD (self->plan));
}

/**
 * reknit_plan_form_save:
 * @error: return location; a #ReknitStoreError
 *
 * Saves what the form says, as one step.
 *
 * Returns: (transfer none) (nullable): the plan
 */
ReknitPlan *
reknit_plan_form_save (ReknitPlanForm  *self,
                       GError         **error)
{
  const char *label = reknit_record_is_stored (REKNIT_RECORD (self->plan)) ? _("Change Plan") : _("Plan a Date");

  Saving saving = { self, NULL };
  g_autoptr (ReknitPlan) plan = NULL;
  gboolean done = reknit_store_transact (reknit_seats_get_store (self->seats), label, save, &saving, error);

  plan = saving.plan;
  if (!done)
    {
      forget (self);
      return NULL;
    }
  g_set_object (&self->plan, plan);
  return self->plan;
}

/**
 * reknit_plan_form_get_turn:
 * @seats: the seats
 *
 * Returns: whose turn it is to plan: of the two, who did not plan last; 0 if that can't be told
 */
gint64
reknit_plan_form_get_turn (ReknitSeats *seats)
{
  g_autoptr (GDateTime) now = reknit_clock_local_now (reknit_clock_get_default ());
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  g_autoptr (GDateTime) until = reknit_local_time_parse (text);
  g_autoptr (GDateTime) from = g_date_time_add_days (until, -REKNIT_PLAN_MAX_DAYS);
  g_autoptr (GPtrArray) dates = reknit_occasions_between (reknit_seats_get_store (seats),
                                                          REKNIT_PLAN_KIND_BIT (REKNIT_PLAN_KIND_DATE), from, until);

  for (guint i = dates->len; i > 0; i--)
    {
      ReknitPartner *planner = reknit_seats_find (seats, reknit_occasion_get_planner (dates->pdata[i - 1]));
      ReknitPartner *other = planner != NULL ? reknit_seats_get_other (seats, planner) : NULL;

      if (other != NULL)
        return reknit_record_get_id (REKNIT_RECORD (other));
    }
  return 0;
}
