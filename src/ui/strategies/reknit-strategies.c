#include "reknit-strategies.h"

#include "reknit-activity-pool-page.h"
#include "reknit-check-in-page.h"
#include "reknit-dates-page.h"
#include "reknit-feelings-page.h"
#include "reknit-agreement-page.h"
#include "reknit-issue-board-page.h"
#include "reknit-listening-page.h"
#include "reknit-ritual-page.h"
#include "reknit-unplug-page.h"
#include "reknit-week-page.h"

/**
 * reknit_strategies_register:
 *
 * Tells the tools which page works each of them: one line for each that exists.
 */
void
reknit_strategies_register (void)
{
  reknit_check_in_page_register ();
  reknit_feelings_page_register ();
  reknit_agreement_page_register ();
  reknit_listening_page_register ();
  reknit_issue_board_page_register ();
  reknit_ritual_page_register ();
  reknit_unplug_page_register ();
  reknit_week_page_register ();
  reknit_dates_page_register ();
  reknit_activity_pool_page_register ();
}
