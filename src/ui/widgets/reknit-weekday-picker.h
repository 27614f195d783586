#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_WEEKDAY_PICKER (reknit_weekday_picker_get_type ())
G_DECLARE_FINAL_TYPE (ReknitWeekdayPicker, reknit_weekday_picker, REKNIT, WEEKDAY_PICKER, GtkWidget)

/* Property: weekdays, REKNIT_WEEKDAY_BIT of each day that is chosen, notified exactly on change. */

guint reknit_weekday_picker_get_weekdays (ReknitWeekdayPicker *self);
void  reknit_weekday_picker_set_weekdays (ReknitWeekdayPicker *self, guint weekdays);

G_END_DECLS
