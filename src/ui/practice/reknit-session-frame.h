#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_SESSION_FRAME (reknit_session_frame_get_type ())
G_DECLARE_FINAL_TYPE (ReknitSessionFrame, reknit_session_frame, REKNIT, SESSION_FRAME, GtkWidget)

/* Properties: title, subtitle (nullable), child, step (from 1; 0 for none), n-steps, continue-label (NULL: no button),
 * leave-label, can-continue, can-go-back, pausable.
 * Signals: continue, back, pause, leave. */

GtkWidget *reknit_session_frame_new       (void);
void       reknit_session_frame_show_step (ReknitSessionFrame *self, guint step, const char *title, const char *subtitle,
                                           GtkWidget *child);
GtkWidget *reknit_session_frame_get_child (ReknitSessionFrame *self);
void       reknit_session_frame_set_child (ReknitSessionFrame *self, GtkWidget *child);
guint      reknit_session_frame_get_step  (ReknitSessionFrame *self);

G_END_DECLS
