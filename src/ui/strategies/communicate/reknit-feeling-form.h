#pragma once

#include "reknit-feeling-entry.h"
#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_FEELING_FORM (reknit_feeling_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitFeelingForm, reknit_feeling_form, REKNIT, FEELING_FORM, GtkWidget)

/* Property: sentence, as it grows. Signal: done (after it was saved). */

GtkWidget *reknit_feeling_form_new (ReknitPracticePage *page, ReknitFeelingEntry *entry);

G_END_DECLS
