#include "reknit-note-form.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-draft-keeper.h"
#include "reknit-gentle-hint.h"
#include "reknit-template.h"

/**
 * ReknitNoteForm:
 *
 * A page with one paper to write on, and one or two ways to put it down.
 */
struct _ReknitNoteForm
{
  GtkWidget          parent_instance;

  ReknitTextField   *field;
  GtkLabel          *audience_label;
  GtkButton         *save_button;
  GtkButton         *keep_button;

  ReknitDraftKeeper *keeper;
};

enum { SUBMIT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitNoteForm, reknit_note_form, GTK_TYPE_WIDGET)

static void
submit (ReknitNoteForm *self,
        gboolean        keep)
{
  g_autofree char *text = g_strstrip (reknit_text_field_dup_text (self->field));

  if (*text == '\0')
    reknit_text_field_set_error (self->field, _("Nothing is written here yet."));
  if (!reknit_text_field_is_valid (self->field))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->field));
      return;
    }
  g_signal_emit (self, signals[SUBMIT], 0, text, keep);
}

static void
on_save (ReknitNoteForm *self)
{
  submit (self, FALSE);
}

static void
on_keep (ReknitNoteForm *self)
{
  submit (self, TRUE);
}

static void
on_changed (ReknitNoteForm *self)
{
  reknit_text_field_set_error (self->field, NULL);
}

static gboolean
reknit_note_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REKNIT_NOTE_FORM (widget)->field));
}

static void
reknit_note_form_dispose (GObject *object)
{
  ReknitNoteForm *self = REKNIT_NOTE_FORM (object);

  if (self->keeper != NULL && reknit_draft_keeper_is_open (self->keeper))
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_NOTE_FORM);
  G_OBJECT_CLASS (reknit_note_form_parent_class)->dispose (object);
}

static void
reknit_note_form_class_init (ReknitNoteFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_note_form_dispose;
  widget_class->grab_focus = reknit_note_form_grab_focus;

  /**
   * ReknitNoteForm::submit:
   * @text: what was written, without blanks around it, and not empty
   * @keep: whether the second button was pressed
   */
  signals[SUBMIT] = g_signal_new ("submit", REKNIT_TYPE_NOTE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  g_type_ensure (REKNIT_TYPE_TEXT_FIELD);
  g_type_ensure (REKNIT_TYPE_GENTLE_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-note-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitNoteForm, field);
  gtk_widget_class_bind_template_child (widget_class, ReknitNoteForm, audience_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitNoteForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitNoteForm, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
reknit_note_form_init (ReknitNoteForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_note_form_new:
 * @label: what is to be written here
 * @save_label: what the first button says
 * @keep_label: (nullable): what the second button says; %NULL for none
 *
 * Returns: (transfer floating): a form that is not open yet
 */
GtkWidget *
reknit_note_form_new (const char *label,
                      const char *save_label,
                      const char *keep_label)
{
  ReknitNoteForm *self = g_object_new (REKNIT_TYPE_NOTE_FORM, NULL);

  g_object_set (self->field, "label", label, NULL);
  gtk_button_set_label (self->save_button, save_label);
  gtk_widget_set_visible (GTK_WIDGET (self->keep_button), keep_label != NULL);
  if (keep_label != NULL)
    gtk_button_set_label (self->keep_button, keep_label);
  return GTK_WIDGET (self);
}

/**
 * reknit_note_form_get_field:
 *
 * Returns: (transfer none): the paper
 */
ReknitTextField *
reknit_note_form_get_field (ReknitNoteForm *self)
{
  return self->field;
}

/**
 * reknit_note_form_describe:
 * @hint: (nullable): how to write it
 * @audience: (nullable): who can read it
 */
void
reknit_note_form_describe (ReknitNoteForm *self,
                           const char     *hint,
                           const char     *audience)
{
  g_object_set (self->field, "hint", hint, NULL);
  gtk_label_set_label (self->audience_label, audience != NULL ? audience : "");
  gtk_widget_set_visible (GTK_WIDGET (self->audience_label), audience != NULL);
}

/**
 * reknit_note_form_open:
 * @seats: whose draft
 * @form: a name for the form, for its drafts
 * @subject: the record that it is about
 * @text: (nullable): what stands there already
 *
 * Shows what is there, or the draft that was left, and keeps what is typed from now on.
 */
void
reknit_note_form_open (ReknitNoteForm *self,
                       ReknitSeats    *seats,
                       const char     *form,
                       gint64          subject,
                       const char     *text)
{
  reknit_text_field_set_text (self->field, text);
  self->keeper = reknit_draft_keeper_new (seats, form);
  reknit_draft_keeper_bind (self->keeper, "text", self->field, "text");
  reknit_draft_keeper_open (self->keeper, subject);
}

/**
 * reknit_note_form_saved:
 *
 * To be called once what was submitted is saved: the draft is not needed any more.
 */
void
reknit_note_form_saved (ReknitNoteForm *self)
{
  reknit_draft_keeper_drop (self->keeper);
}
