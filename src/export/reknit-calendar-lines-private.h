#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The zone that the format has a sign of its own for. */
#define REKNIT_CALENDAR_UTC "UTC"

/* The lines that a calendar file is made of. One call is one line, whatever stands in it. */

void reknit_calendar_lines_add      (GString *lines, const char *format, ...) G_GNUC_PRINTF (2, 3);
void reknit_calendar_lines_add_text (GString *lines, const char *name, const char *text);
void reknit_calendar_lines_add_list (GString *lines, const char *name, const char *const *texts);
void reknit_calendar_lines_add_time (GString *lines, const char *name, GDateTime *local, const char *zone);

G_END_DECLS
