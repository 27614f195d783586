#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REKNIT_TYPE_TEXT_FIELD (reknit_text_field_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTextField, reknit_text_field, REKNIT, TEXT_FIELD, GtkWidget)

/* Properties: label, placeholder, hint, text, error (nullable), max-length (in characters, default 4000), empty,
 * valid (not too long and no error). Signal: changed. */

GtkWidget     *reknit_text_field_new            (const char *label);
char          *reknit_text_field_dup_text       (ReknitTextField *self);
void           reknit_text_field_set_text       (ReknitTextField *self, const char *text);
void           reknit_text_field_set_error      (ReknitTextField *self, const char *error);
gboolean       reknit_text_field_is_empty       (ReknitTextField *self);
gboolean       reknit_text_field_is_valid       (ReknitTextField *self);
gboolean       reknit_text_fields_check         (ReknitTextField *const *fields, guint n_fields);
GtkTextBuffer *reknit_text_field_get_buffer     (ReknitTextField *self);
GtkTextView   *reknit_text_field_get_view       (ReknitTextField *self);
guint          reknit_text_field_get_max_length (ReknitTextField *self);

G_END_DECLS
