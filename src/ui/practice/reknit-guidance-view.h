#pragma once

#include <gtk/gtk.h>

#include "reknit-strategy.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_GUIDANCE_VIEW (reknit_guidance_view_get_type ())
G_DECLARE_FINAL_TYPE (ReknitGuidanceView, reknit_guidance_view, REKNIT, GUIDANCE_VIEW, GtkWidget)

/* Properties: practice, closable (has a button for `practice.guidance`), notice (nullable, stands on top). */

GtkWidget *reknit_guidance_view_new_in_place_of_tool (ReknitPractice *practice);
void       reknit_guidance_view_set_practice         (ReknitGuidanceView *self, ReknitPractice *practice);

G_END_DECLS
