#pragma once

#include <gtk/gtk.h>

#include "reknit-unplugged.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_UNPLUG_SESSION (reknit_unplug_session_get_type ())
G_DECLARE_FINAL_TYPE (ReknitUnplugSession, reknit_unplug_session, REKNIT, UNPLUG_SESSION, GtkWidget)

/* Signals: leave (), back to the page while the time goes on or after it was welcomed back; failed (GError *). */

GtkWidget       *reknit_unplug_session_new  (ReknitUnplugged *time);
ReknitUnplugged *reknit_unplug_session_get_time (ReknitUnplugSession *self);
void             reknit_unplug_session_tick (ReknitUnplugSession *self);

G_END_DECLS
