#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_CHOICE_ROW (reknit_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (ReknitChoiceRow, reknit_choice_row, REKNIT, CHOICE_ROW, AdwComboRow)

/* Property: choice (the key of what is chosen, so that a draft can keep it; notified exactly on change). */

void        reknit_choice_row_add        (ReknitChoiceRow *self, const char *key, const char *label);
const char *reknit_choice_row_get_choice (ReknitChoiceRow *self);
void        reknit_choice_row_set_choice (ReknitChoiceRow *self, const char *key);

G_END_DECLS
