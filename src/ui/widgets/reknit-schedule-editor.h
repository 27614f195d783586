#pragma once

#include <gtk/gtk.h>

#include "reknit-reminder.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_SCHEDULE_EDITOR (reknit_schedule_editor_get_type ())
G_DECLARE_FINAL_TYPE (ReknitScheduleEditor, reknit_schedule_editor, REKNIT, SCHEDULE_EDITOR, GtkWidget)

/* Properties: schedule and timed (settable), valid, all notified exactly on change. What stands in the fields is one string, so
 * that a draft can keep it; it can be read whether it is valid or not. */

GtkWidget  *reknit_schedule_editor_new          (void);
char       *reknit_schedule_editor_dup_schedule (ReknitScheduleEditor *self);
void        reknit_schedule_editor_set_schedule (ReknitScheduleEditor *self, const char *schedule);
gboolean    reknit_schedule_editor_is_timed     (ReknitScheduleEditor *self);
void        reknit_schedule_editor_set_timed    (ReknitScheduleEditor *self, gboolean timed);
gboolean    reknit_schedule_editor_is_valid     (ReknitScheduleEditor *self);
char       *reknit_schedule_editor_dup_starts   (ReknitScheduleEditor *self);
const char *reknit_schedule_editor_get_rule     (ReknitScheduleEditor *self);
const char *reknit_schedule_editor_get_message  (ReknitScheduleEditor *self);

void        reknit_schedule_editor_load         (ReknitScheduleEditor *self, ReknitReminder *reminder);
void        reknit_schedule_editor_apply        (ReknitScheduleEditor *self, ReknitReminder *reminder);

G_END_DECLS
