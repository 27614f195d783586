#include "reknit-week-form-private.h"

#include "reknit-occasion-lock.h"
#include "reknit-planner.h"
#include "reknit-repeat.h"

/* What is written of what was filled in. */

/**
 * reknit_week_form_is_for_one_time:
 *
 * Returns: whether one time of a series is changed, and the others stay
 */
gboolean
reknit_week_form_is_for_one_time (ReknitWeekForm *self)
{
  return self->occasion != NULL && reknit_occasion_is_of_series (self->occasion)
         && g_strcmp0 (reknit_choice_row_get_choice (self->scope_row), "one") == 0;
}

static gboolean
is_for_me (ReknitWeekForm *self)
{
  return g_strcmp0 (reknit_choice_row_get_choice (self->kind_row), REKNIT_WEEK_FORM_FOR_ME) == 0;
}

/**
 * reknit_week_form_dup_ends:
 *
 * Returns: (transfer full): local time when it ends; midnight is the end of the day, not its beginning
 */
GDateTime *
reknit_week_form_dup_ends (ReknitWeekForm *self)
{
  GDateTime *starts = reknit_moment_row_get_moment (self->starts_row);
  GDateTime *ends = reknit_moment_row_get_moment (self->ends_row);
  int hour = g_date_time_get_hour (ends), minute = g_date_time_get_minute (ends);
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (g_date_time_get_year (starts), g_date_time_get_month (starts),
                                                        g_date_time_get_day_of_month (starts), 0, 0, 0);

  if (self->over_night)
    return g_date_time_ref (ends);
  return g_date_time_add_minutes (midnight, hour == 0 && minute == 0 ? 24 * 60 : hour * 60 + minute);
}

/**
 * reknit_week_form_write_plan:
 * @plan: what is planned
 *
 * Writes for whom it is.
 */
void
reknit_week_form_write_plan (ReknitWeekForm *self,
            ReknitPlan     *plan)
{
  ReknitPartner *me = reknit_seats_get_own_time_of (self->seats);
  gboolean own = is_for_me (self) && me != NULL;

  g_object_set (plan, "kind", own ? REKNIT_PLAN_KIND_OWN : REKNIT_PLAN_KIND_PROTECTED,
                "planner", own ? reknit_record_get_id (REKNIT_RECORD (me)) : (gint64) 0, NULL);
}

/* All times of a series move as far as the one that is shown. */
static void
write_time (ReknitWeekForm *self,
            ReknitPlan     *plan)
{
  GDateTime *starts = reknit_moment_row_get_moment (self->starts_row);
  g_autoptr (GDateTime) ends = reknit_week_form_dup_ends (self);
  g_autoptr (GDateTime) first = reknit_plan_get_starts (plan);
  g_autoptr (GDateTime) moved = NULL;
  g_autoptr (GDateTime) until = NULL;

  if (self->occasion == NULL || !reknit_plan_is_series (plan) || first == NULL)
    {
      reknit_plan_set_time (plan, starts, ends, FALSE);
      return;
    }
  moved = g_date_time_add (first, g_date_time_difference (starts, reknit_occasion_get_starts (self->occasion)));
  until = g_date_time_add (moved, g_date_time_difference (ends, starts));
  reknit_plan_set_time (plan, moved, until, FALSE);
}

static void
write_rule (ReknitWeekForm *self,
            ReknitPlan     *plan)
{
  g_autoptr (GDateTime) starts = reknit_plan_get_starts (plan);
  g_autofree char *rule = reknit_repeat_make_rule (reknit_choice_row_get_choice (self->repeat_row), starts);

  g_object_set (plan, "rule", rule, NULL);
}

/**
 * reknit_week_form_save:
 * @store: the store, in a transaction
 * @form: (type ReknitWeekForm): a form
 * @error: return location
 *
 * Writes what was filled in.
 *
 * Returns: %FALSE with a #ReknitStoreError
 */
gboolean
reknit_week_form_save (ReknitStore  *store,
                       gpointer      form,
                       GError      **error)
{
  ReknitWeekForm *self = form;
  gboolean one = reknit_week_form_is_for_one_time (self);
  g_autoptr (GArray) leads = reknit_lead_picker_list (self->leads);
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_row))));
  g_autoptr (ReknitPlan) plan =
    one ? reknit_planner_single_out (store, NULL, self->occasion, error) : g_object_ref (self->plan);
  g_autoptr (ReknitPlanDetails) details = NULL;

  if (plan == NULL)
    return FALSE;
  details = one ? reknit_plan_details_find (plan) : g_object_ref (self->details);
  reknit_week_form_write_plan (self, plan);
  write_time (self, plan);
  if (!one)
    write_rule (self, plan);
  g_object_set (details, "title", note, NULL);
  if (!reknit_planner_save (store, NULL, plan, details, (const int *) (gpointer) leads->data, leads->len, error))
    return FALSE;
  g_set_object (&self->plan, plan);
  return TRUE;
}
