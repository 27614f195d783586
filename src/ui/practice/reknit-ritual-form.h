#pragma once

#include "reknit-practice-page.h"
#include "reknit-ritual.h"
#include "reknit-suggestion.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_RITUAL_FORM (reknit_ritual_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRitualForm, reknit_ritual_form, REKNIT, RITUAL_FORM, GtkWidget)

/* Signal: done (), once the ritual is saved. */

GtkWidget *reknit_ritual_form_new     (ReknitPracticePage *page, ReknitRitual *ritual);
void       reknit_ritual_form_suggest (ReknitRitualForm *self, ReknitSuggestion *suggestion);

G_END_DECLS
