#pragma once

#include <gtk/gtk.h>

#include "reknit-record.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_EARLIER_TEXTS (reknit_earlier_texts_get_type ())
G_DECLARE_FINAL_TYPE (ReknitEarlierTexts, reknit_earlier_texts, REKNIT, EARLIER_TEXTS, GtkWidget)

GtkWidget *reknit_earlier_texts_new  (void);
void       reknit_earlier_texts_show (ReknitEarlierTexts *self, ReknitRecord *record);

G_END_DECLS
