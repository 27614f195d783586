#pragma once

#include "reknit-practice-page.h"

G_BEGIN_DECLS

void reknit_idea_keys_add (ReknitPracticePage *page);

G_END_DECLS
