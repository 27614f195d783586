#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_LEAD_PICKER (reknit_lead_picker_get_type ())
G_DECLARE_FINAL_TYPE (ReknitLeadPicker, reknit_lead_picker, REKNIT, LEAD_PICKER, GtkWidget)

/* Property: leads (minutes before the time at which to remind, with spaces between; notified exactly on change). */

GtkWidget *reknit_lead_picker_new   (void);
void       reknit_lead_picker_set   (ReknitLeadPicker *self, GArray *minutes);
GArray    *reknit_lead_picker_list  (ReknitLeadPicker *self);

G_END_DECLS
