#include "reknit-plan-title.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-plan-details.h"

/**
 * reknit_plan_kind_get_title:
 * @kind: what a stretch of time is for
 *
 * Returns: (transfer none): what that is called
 */
const char *
reknit_plan_kind_get_title (ReknitPlanKind kind)
{
  switch (kind)
    {
    case REKNIT_PLAN_KIND_DATE: return C_("kind of plan", "Date");
    case REKNIT_PLAN_KIND_CLOSENESS: return C_("kind of plan", "Closeness Evening");
    case REKNIT_PLAN_KIND_PROTECTED: return C_("kind of plan", "Time for Us");
    case REKNIT_PLAN_KIND_OWN: return C_("kind of plan", "Own Time");
    case REKNIT_PLAN_KIND_APPOINTMENT: return C_("kind of plan", "Appointment");
    case REKNIT_PLAN_KIND_SPECIAL_DAY: return C_("kind of plan", "Special Day");
    default: return "";
    }
}

static char *
say (ReknitPlan        *plan,
     ReknitPlanDetails *details)
{
  const char *title = details != NULL ? reknit_record_get_text (details, "title") : NULL;

  if (details == NULL)
    return g_strdup (_("Something is planned"));
  return g_strdup (title != NULL && *title != '\0' ? title : reknit_plan_kind_get_title (reknit_plan_get_kind (plan)));
}

/**
 * reknit_plan_dup_title:
 * @plan: a stored plan
 *
 * Returns: (transfer full): what it is called in the seat that is taken: its title, or what it is for where it has none;
 *   of somebody else’s surprise, only that there is something
 */
char *
reknit_plan_dup_title (ReknitPlan *plan)
{
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (plan);

  if (details != NULL && !reknit_record_is_readable (REKNIT_RECORD (details)))
    return say (plan, NULL);
  return say (plan, details);
}

/**
 * reknit_plan_dup_open_title:
 * @plan: a stored plan
 *
 * Returns: (transfer full): what it is called where both may read it, whoever sits here: of any surprise, only that
 *   there is something
 */
char *
reknit_plan_dup_open_title (ReknitPlan *plan)
{
  g_autoptr (ReknitPlanDetails) details = reknit_plan_details_find (plan);

  if (details != NULL && reknit_record_is_private (REKNIT_RECORD (details)))
    return say (plan, NULL);
  return say (plan, details);
}
