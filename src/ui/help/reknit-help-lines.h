#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_HELP_LINES (reknit_help_lines_get_type ())
G_DECLARE_FINAL_TYPE (ReknitHelpLines, reknit_help_lines, REKNIT, HELP_LINES, GtkWidget)

GtkWidget *reknit_help_lines_new (void);

G_END_DECLS
