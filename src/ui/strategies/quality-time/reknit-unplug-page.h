#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_UNPLUG_PAGE (reknit_unplug_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitUnplugPage, reknit_unplug_page, REKNIT, UNPLUG_PAGE, ReknitPracticePage)

/* Works the tool "unplug". Actions: practice.begin, practice.clock, practice.rules. */

void reknit_unplug_page_register (void);

G_END_DECLS
