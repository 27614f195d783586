#include "reknit-model.h"

#include "reknit-agenda-item.h"
#include "reknit-agreement.h"
#include "reknit-agreement-revision.h"
#include "reknit-agreement-rule.h"
#include "reknit-check-in.h"
#include "reknit-check-in-answer.h"
#include "reknit-draft.h"
#include "reknit-earlier-text.h"
#include "reknit-feeling-entry.h"
#include "reknit-feeling-reply.h"
#include "reknit-household.h"
#include "reknit-issue.h"
#include "reknit-issue-view.h"
#include "reknit-link.h"
#include "reknit-next-step.h"
#include "reknit-occurrence.h"
#include "reknit-partner.h"
#include "reknit-question-state.h"
#include "reknit-reminder.h"
#include "reknit-signature.h"
#include "reknit-takeaway.h"
#include "reknit-talk.h"
#include "reknit-talk-pause.h"
#include "reknit-talk-turn.h"

/**
 * reknit_model_get_types:
 * @n_types: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_types): every record class of the program
 */
const GType *
reknit_model_get_types (guint *n_types)
{
  static GType types[24];

  if (g_once_init_enter (&types[0]))
    {
      types[1] = REKNIT_TYPE_AGREEMENT;
      types[2] = REKNIT_TYPE_AGREEMENT_REVISION;
      types[3] = REKNIT_TYPE_AGREEMENT_RULE;
      types[4] = REKNIT_TYPE_CHECK_IN;
      types[5] = REKNIT_TYPE_CHECK_IN_ANSWER;
      types[6] = REKNIT_TYPE_DRAFT;
      types[7] = REKNIT_TYPE_FEELING_ENTRY;
      types[8] = REKNIT_TYPE_FEELING_REPLY;
      types[9] = REKNIT_TYPE_HOUSEHOLD;
      types[10] = REKNIT_TYPE_ISSUE;
      types[11] = REKNIT_TYPE_ISSUE_VIEW;
      types[12] = REKNIT_TYPE_LINK;
      types[13] = REKNIT_TYPE_NEXT_STEP;
      types[14] = REKNIT_TYPE_OCCURRENCE;
      types[15] = REKNIT_TYPE_PARTNER;
      types[16] = REKNIT_TYPE_QUESTION_STATE;
      types[17] = REKNIT_TYPE_REMINDER;
      types[18] = REKNIT_TYPE_SIGNATURE;
      types[19] = REKNIT_TYPE_TAKEAWAY;
      types[20] = REKNIT_TYPE_TALK;
      types[21] = REKNIT_TYPE_TALK_PAUSE;
      types[22] = REKNIT_TYPE_TALK_TURN;
      types[23] = REKNIT_TYPE_EARLIER_TEXT;
      g_once_init_leave (&types[0], REKNIT_TYPE_AGENDA_ITEM);
    }

  *n_types = G_N_ELEMENTS (types);
  return types;
}
