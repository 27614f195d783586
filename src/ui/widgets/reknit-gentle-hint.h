#pragma once

#include "reknit-text-field.h"
#include "reknit-wording.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_GENTLE_HINT (reknit_gentle_hint_get_type ())
G_DECLARE_FINAL_TYPE (ReknitGentleHint, reknit_gentle_hint, REKNIT, GENTLE_HINT, GtkWidget)

/* Properties: field (the #ReknitTextField above it), why and softer (of the mark that it speaks of; NULL for none),
 * n-marks. It is invisible while there is nothing to say. */

GtkWidget  *reknit_gentle_hint_new         (ReknitTextField *field);
void        reknit_gentle_hint_set_field   (ReknitGentleHint *self, ReknitTextField *field);
void        reknit_gentle_hint_check       (ReknitGentleHint *self);
guint       reknit_gentle_hint_get_n_marks (ReknitGentleHint *self);
const char *reknit_gentle_hint_get_why     (ReknitGentleHint *self);
void        reknit_gentle_hint_begin_softer (ReknitGentleHint *self);
void        reknit_gentle_hint_keep_words  (ReknitGentleHint *self);

G_END_DECLS
