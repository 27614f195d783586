#include "reknit-plan-form-private.h"

#include "reknit-occasion-draft.h"

/* What was typed and not saved: see reknit-occasion-draft.c. */

#define FORM "plan"

static gboolean
is_of_series (ReknitPlanForm *self)
{
  return self->occasion != NULL && reknit_occasion_is_of_series (self->occasion);
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
  g_autofree char *form = NULL;

  if (reknit_occasion_draft_is_for_all (self->seats, self->occasion, FORM))
    reknit_choice_row_set_choice (self->scope_row, "all");
  form = reknit_occasion_draft_make_form (self->occasion, FORM, reknit_plan_form_is_for_one (self));
  self->keeper = reknit_draft_keeper_new (self->seats, form);
  bind_fields (self);
  reknit_draft_keeper_open (self->keeper, reknit_occasion_draft_get_subject (self->occasion));
}

/**
 * reknit_plan_form_move_draft:
 *
 * Keeps what is typed where it belongs now that the form is for one time, or for all of them.
 */
void
reknit_plan_form_move_draft (ReknitPlanForm *self)
{
  g_autofree char *form = reknit_occasion_draft_make_form (self->occasion, FORM, reknit_plan_form_is_for_one (self));

  reknit_draft_keeper_move (self->keeper, form);
}

/**
 * reknit_plan_form_dup_shift:
 *
 * Returns: (transfer full): how far the time of a series is moved, how long it is, and whether it goes by whole days
 */
char *
reknit_plan_form_dup_shift (ReknitPlanForm *self)
{
  if (!is_of_series (self))
    return g_strdup ("");
  return reknit_occasion_draft_write_shift (self->occasion, reknit_span_editor_get_starts (self->span),
                                            reknit_span_editor_get_ends (self->span), reknit_span_editor_get_all_day (self->span));
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
  gboolean all_day;

  if (!is_of_series (self))
    return;
  starts = reknit_occasion_draft_read_shift (self->occasion, shift, &ends, &all_day);
  if (starts != NULL)
    reknit_span_editor_set (self->span, starts, ends, all_day);
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
