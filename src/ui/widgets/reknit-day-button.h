#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_DAY_BUTTON (reknit_day_button_get_type ())
G_DECLARE_FINAL_TYPE (ReknitDayButton, reknit_day_button, REKNIT, DAY_BUTTON, GtkWidget)

/* Properties: label (what the day is for), hour (0 to 23, at which something happens on that day), clearable, wordy
 * (whether the label stands on it in place of an icon).
 * Signal: chosen (a #GDateTime with the day, or NULL for none). */

GtkWidget *reknit_day_button_new    (const char *label);
gboolean   reknit_day_button_choose (ReknitDayButton *self, GDateTime *day);

G_END_DECLS
