#pragma once

#include <adwaita.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_PREFERENCES_WINDOW (reknit_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (ReknitPreferencesWindow, reknit_preferences_window, REKNIT, PREFERENCES_WINDOW, AdwPreferencesWindow)

GtkWidget *reknit_preferences_window_new     (ReknitSeats *seats, GSettings *settings);
void       reknit_preferences_window_present (GtkWindow *parent, ReknitSeats *seats, GSettings *settings);

G_END_DECLS
