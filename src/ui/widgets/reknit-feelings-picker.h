#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_FEELINGS_PICKER (reknit_feelings_picker_get_type ())
G_DECLARE_FINAL_TYPE (ReknitFeelingsPicker, reknit_feelings_picker, REKNIT, FEELINGS_PICKER, GtkWidget)

/* Properties: picks (as a row keeps them, `hurt:3 lonely:2`; "" for none), empty. */

GtkWidget *reknit_feelings_picker_new       (void);
char      *reknit_feelings_picker_dup_picks (ReknitFeelingsPicker *self);
void       reknit_feelings_picker_set_picks (ReknitFeelingsPicker *self, const char *picks);
gboolean   reknit_feelings_picker_is_empty  (ReknitFeelingsPicker *self);

G_END_DECLS
