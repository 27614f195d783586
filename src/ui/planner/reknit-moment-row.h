#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_MOMENT_ROW (reknit_moment_row_get_type ())
G_DECLARE_FINAL_TYPE (ReknitMomentRow, reknit_moment_row, REKNIT, MOMENT_ROW, AdwPreferencesRow)

/* Signal: changed, when somebody chose another day or time. */

GDateTime *reknit_moment_row_get_moment    (ReknitMomentRow *self);
void       reknit_moment_row_set_moment    (ReknitMomentRow *self, GDateTime *moment);
void       reknit_moment_row_set_days_only (ReknitMomentRow *self, gboolean days_only);
void       reknit_moment_row_set_time_only (ReknitMomentRow *self, gboolean time_only);
void       reknit_moment_row_pair          (ReknitMomentRow *self, ReknitMomentRow *other);

G_END_DECLS
