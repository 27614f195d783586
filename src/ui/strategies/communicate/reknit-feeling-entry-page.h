#pragma once

#include "reknit-feeling-entry.h"
#include "reknit-practice-page.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_FEELING_ENTRY_PAGE (reknit_feeling_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitFeelingEntryPage, reknit_feeling_entry_page, REKNIT, FEELING_ENTRY_PAGE, GtkWidget)

GtkWidget *reknit_feeling_entry_page_new (ReknitPracticePage *page, ReknitFeelingEntry *entry);

G_END_DECLS
