#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_RITUAL_PAGE (reknit_ritual_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRitualPage, reknit_ritual_page, REKNIT, RITUAL_PAGE, ReknitPracticePage)

/* Works any practice whose tool is "ritual"; the parameter `kind` says which rituals it keeps. Actions:
 * practice.new-ritual. */

void reknit_ritual_page_register (void);

G_END_DECLS
