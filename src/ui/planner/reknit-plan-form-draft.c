#include "reknit-plan-form-private.h"

#include <stdio.h>

#include "reknit-draft.h"
#include "reknit-local-time.h"

/* What was typed and not saved. Each time of a series has a draft of its own, and so has the series: what was typed for
 * one time must not come up at another, and what was typed for all of them is said as it holds for each. */

static gboolean
is_of_series (ReknitPlanForm *self)
{
  return self->occasion != NULL && reknit_occasion_is_of_series (self->occasion);
}

/* A time that was moved since, and stands for itself, is still the one that it was. */
static gboolean
stands_for_time (ReknitPlanForm *self)
{
  return reknit_record_get_integer (self->plan, "series") != 0;
}

static char *
make_place (ReknitPlanForm *self,
            gboolean        for_one)
{
  g_autofree char *time = NULL;

  if (stands_for_time (self))
    time = g_strdup (reknit_record_get_text (self->plan, "series-at"));
  else if (for_one)
    time = reknit_local_time_to_string (reknit_occasion_get_starts (self->occasion));
  return time != NULL ? g_strconcat ("plan ", time, NULL) : g_strdup ("plan");
}

static gint64
get_subject (ReknitPlanForm *self)
{
  if (self->occasion == NULL)
    return 0;
  return stands_for_time (self) ? reknit_record_get_integer (self->plan, "series") : reknit_record_get_id (REKNIT_RECORD (self->plan));
}

static gboolean
has_draft (ReknitPlanForm *self,
           gboolean        for_one)
{
  g_autofree char *place = make_place (self, for_one);
  g_autoptr (ReknitDraft) draft =
    reknit_draft_find (reknit_seats_get_store (self->seats), reknit_seats_get_current_id (self->seats), place,
                       get_subject (self));

  return draft != NULL;
}

static void
bind_fields (ReknitPlanForm *self)
{
  reknit_draft_keeper_bind (self->keeper, "kind", self->kind_row, "choice");
  reknit_draft_keeper_bind (self->keeper, "title", self->title_row, "text");
  reknit_draft_keeper_bind (self->keeper, "place", self->place_row, "text");
  if (is_of_series (self))
    {
      reknit_draft_keeper_bind (self->keeper, "shift", self, "shift");
      reknit_draft_keeper_bind (self->keeper, "turn", self, "turn");
    }
  else
    {
      reknit_draft_keeper_bind (self->keeper, "span", self->span, "span");
      reknit_draft_keeper_bind (self->keeper, "planner", self->planner_row, "choice");
    }
  reknit_draft_keeper_bind (self->keeper, "repeat", self->repeat_row, "choice");
  reknit_draft_keeper_bind (self->keeper, "switches", self, "switches");
  reknit_draft_keeper_bind (self->keeper, "idea", self, "idea");
  reknit_draft_keeper_bind (self->keeper, "earlier", self, "earlier");
  reknit_draft_keeper_bind (self->keeper, "budget", self->budget_row, "text");
  reknit_draft_keeper_bind (self->keeper, "spent", self->spent_row, "text");
  reknit_draft_keeper_bind (self->keeper, "leads", self->leads, "leads");
  reknit_draft_keeper_bind (self->keeper, "things", self->things_field, "text");
  reknit_draft_keeper_bind (self->keeper, "notes", self->notes_field, "text");
}

/**
 * reknit_plan_form_open_draft:
 *
 * Puts into the form what was left there: for this one time, or else for all of them.
 */
void
reknit_plan_form_open_draft (ReknitPlanForm *self)
{
  g_autofree char *place = NULL;

  if (is_of_series (self) && !has_draft (self, TRUE) && has_draft (self, FALSE))
    reknit_choice_row_set_choice (self->scope_row, "all");
  place = make_place (self, reknit_plan_form_is_for_one (self));
  self->keeper = reknit_draft_keeper_new (self->seats, place);
  bind_fields (self);
  reknit_draft_keeper_open (self->keeper, get_subject (self));
}

/**
 * reknit_plan_form_move_draft:
 *
 * Keeps what is typed where it belongs now that the form is for one time, or for all of them.
 */
void
reknit_plan_form_move_draft (ReknitPlanForm *self)
{
  g_autofree char *place = make_place (self, reknit_plan_form_is_for_one (self));

  reknit_draft_keeper_move (self->keeper, place);
}

/**
 * reknit_plan_form_dup_shift:
 *
 * Returns: (transfer full): how far the time of a series is moved, how long it is, and whether it goes by whole days
 */
char *
reknit_plan_form_dup_shift (ReknitPlanForm *self)
{
  GDateTime *starts, *ends;

  if (!is_of_series (self))
    return g_strdup ("");
  starts = reknit_span_editor_get_starts (self->span);
  ends = reknit_span_editor_get_ends (self->span);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
                          g_date_time_difference (starts, reknit_occasion_get_starts (self->occasion)) / G_TIME_SPAN_SECOND,
                          g_date_time_difference (ends, starts) / G_TIME_SPAN_SECOND,
                          reknit_span_editor_get_all_day (self->span));
}

/**
 * reknit_plan_form_set_shift:
 * @shift: (nullable): what reknit_plan_form_dup_shift() gave, at this time of the series or at another
 *
 * Moves this time as far.
 */
void
reknit_plan_form_set_shift (ReknitPlanForm *self,
                            const char     *shift)
{
  g_autoptr (GDateTime) starts = NULL;
  g_autoptr (GDateTime) ends = NULL;
  long long by, length;
  int all_day;

  if (!is_of_series (self) || shift == NULL || sscanf (shift, "%lld %lld %d", &by, &length, &all_day) != 3)
    return;
  starts = g_date_time_add_seconds (reknit_occasion_get_starts (self->occasion), (double) by);
  ends = starts != NULL ? g_date_time_add_seconds (starts, (double) length) : NULL;
  if (ends != NULL)
    reknit_span_editor_set (self->span, starts, ends, all_day != 0);
}

/**
 * reknit_plan_form_dup_turn:
 *
 * Returns: (transfer full): who sees to a time of a series instead of whose turn it is; empty if it is their turn
 */
char *
reknit_plan_form_dup_turn (ReknitPlanForm *self)
{
  const char *choice = reknit_choice_row_get_choice (self->planner_row);

  if (!is_of_series (self) || choice == NULL
      || g_ascii_strtoll (choice, NULL, 10) == reknit_occasion_get_planner (self->occasion))
    return g_strdup ("");
  return g_strdup (choice);
}

/**
 * reknit_plan_form_set_turn:
 * @turn: (nullable): what reknit_plan_form_dup_turn() gave
 */
void
reknit_plan_form_set_turn (ReknitPlanForm *self,
                           const char     *turn)
{
  if (!is_of_series (self))
    return;
  if (turn != NULL && *turn != '\0')
    reknit_choice_row_set_choice (self->planner_row, turn);
  else
    reknit_plan_form_choose_planner (self, reknit_occasion_get_planner (self->occasion));
}
