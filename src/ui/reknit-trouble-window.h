#pragma once

#include <adwaita.h>

#include "reknit-application.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TROUBLE_WINDOW (reknit_trouble_window_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTroubleWindow, reknit_trouble_window, REKNIT, TROUBLE_WINDOW, AdwApplicationWindow)

GtkWidget *reknit_trouble_window_new     (GtkApplication *application, const char *path, const GError *error);
void       reknit_trouble_window_present (ReknitApplication *application, const GError *error);

G_END_DECLS
