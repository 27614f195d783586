#pragma once

#include <gtk/gtk.h>

#include "reknit-issue.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_ISSUE_TRACK (reknit_issue_track_get_type ())
G_DECLARE_FINAL_TYPE (ReknitIssueTrack, reknit_issue_track, REKNIT, ISSUE_TRACK, GtkWidget)

/* Signal: move (ReknitIssueState): somebody wants to go there. */

GtkWidget *reknit_issue_track_new       (void);
void       reknit_issue_track_set_state (ReknitIssueTrack *self, ReknitIssueState state);

G_END_DECLS
