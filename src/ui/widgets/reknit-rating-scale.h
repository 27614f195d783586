#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_RATING_SCALE (reknit_rating_scale_get_type ())
G_DECLARE_FINAL_TYPE (ReknitRatingScale, reknit_rating_scale, REKNIT, RATING_SCALE, GtkWidget)

/* Properties: title, question, low, high (the words at the ends), rating (0 to 10, REKNIT_RATING_NONE for nothing said;
 * notified exactly on change). */

GtkWidget *reknit_rating_scale_new        (const char *title, const char *question, const char *low, const char *high);
gint64     reknit_rating_scale_get_rating (ReknitRatingScale *self);
void       reknit_rating_scale_set_rating (ReknitRatingScale *self, gint64 rating);

G_END_DECLS
