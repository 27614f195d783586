#pragma once

#include "reknit-practice-page.h"
#include "reknit-text-field.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_NOTE_FORM (reknit_note_form_get_type ())
G_DECLARE_FINAL_TYPE (ReknitNoteForm, reknit_note_form, REKNIT, NOTE_FORM, GtkWidget)

/* Signal: submit (char *text, gboolean keep); the handler saves and calls reknit_note_form_saved(). */

GtkWidget       *reknit_note_form_new       (const char *label, const char *save_label, const char *keep_label);
ReknitTextField *reknit_note_form_get_field (ReknitNoteForm *self);
void             reknit_note_form_describe  (ReknitNoteForm *self, const char *hint, const char *audience);
void             reknit_note_form_open      (ReknitNoteForm *self, ReknitSeats *seats, const char *form,
                                             gint64 subject, const char *text);
void             reknit_note_form_saved     (ReknitNoteForm *self);

G_END_DECLS
