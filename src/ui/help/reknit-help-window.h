#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_HELP_WINDOW (reknit_help_window_get_type ())
G_DECLARE_FINAL_TYPE (ReknitHelpWindow, reknit_help_window, REKNIT, HELP_WINDOW, AdwWindow)

/* Topics: "safe", "self-check", "privacy", "resources", "crisis", "about"; "" for the list of them. */

GtkWidget *reknit_help_window_new        (void);
void       reknit_help_window_show_topic (ReknitHelpWindow *self, const char *topic);
void       reknit_help_window_present    (GtkApplication *application, const char *topic);

G_END_DECLS
