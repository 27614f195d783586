#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_SPAN_EDITOR (reknit_span_editor_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSpanEditor, reknit_span_editor, REKNIT, SPAN_EDITOR, GtkWidget)

/* Property: span (what stands in the fields, valid or not, as one string that a draft can keep: two local times and
 * whether they are whole days; notified exactly on change). */

GtkWidget  *reknit_span_editor_new         (void);
void        reknit_span_editor_set         (ReknitSpanEditor *self, GDateTime *starts, GDateTime *ends, gboolean all_day);
GDateTime  *reknit_span_editor_get_starts  (ReknitSpanEditor *self);
GDateTime  *reknit_span_editor_get_ends    (ReknitSpanEditor *self);
gboolean    reknit_span_editor_get_all_day (ReknitSpanEditor *self);
void        reknit_span_editor_set_one_day (ReknitSpanEditor *self, gboolean one_day);
const char *reknit_span_editor_get_message (ReknitSpanEditor *self);

G_END_DECLS
