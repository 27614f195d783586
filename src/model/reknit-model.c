#include "reknit-model.h"

#include "reknit-agenda-item.h"
#include "reknit-agreement-revision.h"
#include "reknit-agreement-rule.h"
#include "reknit-agreement.h"
#include "reknit-check-in-answer.h"
#include "reknit-check-in.h"
#include "reknit-draft.h"
#include "reknit-earlier-text.h"
#include "reknit-feeling-entry.h"
#include "reknit-feeling-reply.h"
#include "reknit-household.h"
#include "reknit-idea-rating.h"
#include "reknit-idea-refusals.h"
#include "reknit-idea-rest.h"
#include "reknit-issue-view.h"
#include "reknit-issue.h"
#include "reknit-link.h"
#include "reknit-next-step.h"
#include "reknit-occurrence.h"
#include "reknit-own-idea.h"
#include "reknit-partner.h"
#include "reknit-plan-details.h"
#include "reknit-plan-impression.h"
#include "reknit-plan-photo.h"
#include "reknit-plan-task.h"
#include "reknit-plan.h"
#include "reknit-question-state.h"
#include "reknit-reminder.h"
#include "reknit-ritual-mark.h"
#include "reknit-ritual.h"
#include "reknit-signature.h"
#include "reknit-store.h"
#include "reknit-takeaway.h"
#include "reknit-talk-pause.h"
#include "reknit-talk-turn.h"
#include "reknit-talk.h"
#include "reknit-unplugged.h"
#include "reknit-weekly-aim.h"

static GType (*const get_type[]) (void) = {
  reknit_agenda_item_get_type,
  reknit_agreement_get_type,
  reknit_agreement_revision_get_type,
  reknit_agreement_rule_get_type,
  reknit_check_in_answer_get_type,
  reknit_check_in_get_type,
  reknit_draft_get_type,
  reknit_earlier_text_get_type,
  reknit_feeling_entry_get_type,
  reknit_feeling_reply_get_type,
  reknit_household_get_type,
  reknit_idea_rating_get_type,
  reknit_idea_refusals_get_type,
  reknit_idea_rest_get_type,
  reknit_idea_rest_marks_get_type,
  reknit_issue_get_type,
  reknit_issue_view_get_type,
  reknit_link_get_type,
  reknit_next_step_get_type,
  reknit_occurrence_get_type,
  reknit_own_idea_get_type,
  reknit_partner_get_type,
  reknit_plan_details_get_type,
  reknit_plan_get_type,
  reknit_plan_impression_get_type,
  reknit_plan_photo_get_type,
  reknit_plan_task_get_type,
  reknit_question_state_get_type,
  reknit_reminder_get_type,
  reknit_ritual_get_type,
  reknit_ritual_mark_get_type,
  reknit_signature_get_type,
  reknit_takeaway_get_type,
  reknit_talk_get_type,
  reknit_talk_pause_get_type,
  reknit_talk_turn_get_type,
  reknit_unplugged_get_type,
  reknit_weekly_aim_get_type,
};

/**
 * reknit_model_get_types:
 * @n_types: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_types): every record class of the program
 */
const GType *
reknit_model_get_types (guint *n_types)
{
  static GType types[G_N_ELEMENTS (get_type)];

  if (g_once_init_enter (&types[0]))
    {
      for (guint i = 1; i < G_N_ELEMENTS (types); i++)
        types[i] = get_type[i] ();
      g_once_init_leave (&types[0], get_type[0] ());
    }

  *n_types = G_N_ELEMENTS (types);
  return types;
}

/**
 * reknit_model_register:
 *
 * Makes every record class known to the store, so that search finds its records before the first one was made.
 */
void
reknit_model_register (void)
{
  guint n_types;
  const GType *types = reknit_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    reknit_store_register_type (types[i]);
}
