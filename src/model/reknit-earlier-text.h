#pragma once

#include "reknit-store.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_EARLIER_TEXT (reknit_earlier_text_get_type ())
REKNIT_DECLARE_RECORD (ReknitEarlierText, reknit_earlier_text, REKNIT, EARLIER_TEXT)

ReknitQuery *reknit_earlier_text_query      (ReknitRecord *record);
char        *reknit_earlier_text_dup_words  (ReknitRecord *record);
gboolean     reknit_earlier_text_keep       (ReknitRecord *record, const char *words, GError **error);
gboolean     reknit_earlier_text_save       (gpointer record, const char *label, GError **error);
gboolean     reknit_earlier_text_share      (gpointer record, const char *label, GError **error);
gboolean     reknit_earlier_text_take_back  (gpointer record, const char *label, GError **error);
gboolean     reknit_earlier_text_delete     (gpointer record, const char *label, GError **error);
gboolean     reknit_earlier_text_hide_all   (ReknitRecord *record, GError **error);
gboolean     reknit_earlier_text_remove_all (ReknitRecord *record, GError **error);

G_END_DECLS
