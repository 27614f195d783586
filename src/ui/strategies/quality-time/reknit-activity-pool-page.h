#pragma once

#include "reknit-idea-choice.h"
#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_ACTIVITY_POOL_PAGE (reknit_activity_pool_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitActivityPoolPage, reknit_activity_pool_page, REKNIT, ACTIVITY_POOL_PAGE, ReknitPracticePage)

/* Works the tool "activity-pool". Actions: practice.rate (s: a rating), practice.skip, practice.ratings,
 * practice.own-idea (x: the id of an idea of one's own; 0 for a new one). */

void              reknit_activity_pool_page_register  (void);
ReknitIdeaChoice *reknit_activity_pool_page_get_asked (ReknitActivityPoolPage *self);

G_END_DECLS
