#include "reknit-strategies.h"

#include "reknit-feelings-page.h"
#include "reknit-issue-board-page.h"

/**
 * reknit_strategies_register:
 *
 * Tells the tools which page works each of them: one line for each that exists.
 */
void
reknit_strategies_register (void)
{
  reknit_feelings_page_register ();
  reknit_issue_board_page_register ();
}
