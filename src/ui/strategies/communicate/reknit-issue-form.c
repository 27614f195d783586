#include "reknit-issue-form.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-communicate-text.h"
#include "reknit-draft-keeper.h"
#include "reknit-feelings-picker.h"
#include "reknit-gentle-hint.h"
#include "reknit-template.h"

#define TITLE_LENGTH 120

/**
 * ReknitIssueForm:
 *
 * Guides somebody through telling what is the matter: what happened, what they felt and need, their own part.
 */
struct _ReknitIssueForm
{
  GtkWidget             parent_instance;

  GtkScrolledWindow    *scroller;
  ReknitTextField      *happened_field;
  ReknitFeelingsPicker *picker;
  ReknitTextField      *need_field;
  ReknitTextField      *part_field;
  GtkWidget            *title_row;
  GtkLabel             *title_message;
  GtkLabel             *audience_label;
  GtkButton            *share_button;
  GtkWidget            *keep_button;

  ReknitPracticePage   *page;
  ReknitIssue          *issue;
  ReknitDraftKeeper    *keeper;
};

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitIssueForm, reknit_issue_form, GTK_TYPE_WIDGET)

static char *
dup_title (ReknitIssueForm *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
}

static void
say_of_title (ReknitIssueForm *self,
              const char      *message)
{
  gtk_label_set_label (self->title_message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title_message), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->title_row, "error");
  else
    gtk_widget_remove_css_class (self->title_row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->title_row), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_title_changed (ReknitIssueForm *self)
{
  g_autofree char *title = dup_title (self);
  glong over = g_utf8_strlen (title, -1) - TITLE_LENGTH;
  g_autofree char *message = NULL;

  if (over > 0)
    message = g_strdup_printf (ngettext ("Too long by %ld letter. Nothing is lost; shorten it to save it.",
                                         "Too long by %ld letters. Nothing is lost; shorten it to save it.",
                                         (gulong) over), over);
  say_of_title (self, message);
}

/* Shows the first thing that is in the way, at its place. */
static gboolean
check (ReknitIssueForm *self)
{
  ReknitTextField *fields[] = { self->happened_field, self->need_field, self->part_field };
  g_autofree char *title = dup_title (self);

  if (!reknit_text_fields_check (fields, G_N_ELEMENTS (fields)))
    return FALSE;
  if (*title == '\0')
    say_of_title (self, _("It needs a title to be found by. Two or three words are enough."));
  if (*title == '\0' || g_utf8_strlen (title, -1) > TITLE_LENGTH)
    {
      gtk_widget_grab_focus (self->title_row);
      return FALSE;
    }
  return TRUE;
}

static void
write_record (ReknitIssueForm *self)
{
  g_autofree char *happened = reknit_text_field_dup_text (self->happened_field);
  g_autofree char *need = reknit_text_field_dup_text (self->need_field);
  g_autofree char *part = reknit_text_field_dup_text (self->part_field);
  g_autofree char *picks = reknit_feelings_picker_dup_picks (self->picker);
  g_autofree char *title = dup_title (self);

  g_object_set (self->issue, "title", title, "happened", g_strstrip (happened), "feelings", picks,
                "need", g_strstrip (need), "own-part", g_strstrip (part), NULL);
}

static gboolean
save (ReknitIssueForm  *self,
      gboolean          share,
      GError          **error)
{
  ReknitStore *store = reknit_practice_page_get_store (self->page);

  if (self->issue != NULL && reknit_record_is_stored (REKNIT_RECORD (self->issue)))
    {
      write_record (self);
      return reknit_issue_save_words (self->issue, _("Change Issue"), error);
    }

  if (self->issue == NULL)
    self->issue = g_object_new (REKNIT_TYPE_ISSUE, "author",
                                reknit_seats_get_current_id (reknit_practice_page_get_seats (self->page)), NULL);
  g_object_set (self->issue, "shared", share ? reknit_clock_now (reknit_clock_get_default ()) : (gint64) 0, NULL);
  write_record (self);
  return reknit_store_save_once (store, _("Raise Issue"), self->issue, error);
}

static void
finish (ReknitIssueForm *self,
        gboolean         share)
{
  g_autoptr (GError) error = NULL;

  if (!check (self))
    return;
  if (!save (self, share, &error))
    {
      reknit_practice_page_error_toast (self->page, error);
      return;
    }

  reknit_draft_keeper_drop (self->keeper);
  g_signal_emit (self, signals[DONE], 0);
}

static void
on_share (ReknitIssueForm *self)
{
  finish (self, TRUE);
}

static void
on_keep (ReknitIssueForm *self)
{
  finish (self, FALSE);
}

static void
describe_audience (ReknitIssueForm *self)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  g_autofree char *private = reknit_communicate_text_audience (seats, FALSE);
  g_autofree char *shared = reknit_communicate_text_audience (seats, TRUE);
  gboolean stored = self->issue != NULL;
  gboolean is_private = stored && reknit_record_is_private (REKNIT_RECORD (self->issue));

  if (stored)
    gtk_label_set_label (self->audience_label, is_private ? private : shared);
  else if (reknit_seats_get_current (seats) == NULL)
    gtk_label_set_label (self->audience_label, shared);
  else
    gtk_label_set_label (self->audience_label, _("It is yours alone until you put it on the board. There, both of you can read it."));

  if (stored)
    gtk_button_set_label (self->share_button, _("Save"));
  gtk_widget_set_visible (self->keep_button, !stored && reknit_seats_get_current (seats) != NULL);
}

static void
open_draft (ReknitIssueForm *self)
{
  self->keeper = reknit_draft_keeper_new (reknit_practice_page_get_seats (self->page), "issue");
  reknit_draft_keeper_bind (self->keeper, "happened", self->happened_field, "text");
  reknit_draft_keeper_bind (self->keeper, "feelings", self->picker, "picks");
  reknit_draft_keeper_bind (self->keeper, "need", self->need_field, "text");
  reknit_draft_keeper_bind (self->keeper, "own-part", self->part_field, "text");
  reknit_draft_keeper_bind (self->keeper, "title", self->title_row, "text");
  reknit_draft_keeper_open (self->keeper, self->issue != NULL ? reknit_record_get_id (REKNIT_RECORD (self->issue)) : 0);
}

static void
read_record (ReknitIssueForm *self)
{
  const char *title = reknit_record_get_text (self->issue, "title");

  reknit_text_field_set_text (self->happened_field, reknit_record_get_text (self->issue, "happened"));
  reknit_text_field_set_text (self->need_field, reknit_record_get_text (self->issue, "need"));
  reknit_text_field_set_text (self->part_field, reknit_record_get_text (self->issue, "own-part"));
  reknit_feelings_picker_set_picks (self->picker, reknit_record_get_text (self->issue, "feelings"));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title != NULL ? title : "");
}

static gboolean
reknit_issue_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REKNIT_ISSUE_FORM (widget)->happened_field));
}

static void
reknit_issue_form_dispose (GObject *object)
{
  ReknitIssueForm *self = REKNIT_ISSUE_FORM (object);

  if (self->keeper != NULL && reknit_draft_keeper_is_open (self->keeper))
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  g_clear_object (&self->issue);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_ISSUE_FORM);
  G_OBJECT_CLASS (reknit_issue_form_parent_class)->dispose (object);
}

static void
reknit_issue_form_class_init (ReknitIssueFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_issue_form_dispose;
  widget_class->grab_focus = reknit_issue_form_grab_focus;
  signals[DONE] = g_signal_new ("done", REKNIT_TYPE_ISSUE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REKNIT_TYPE_TEXT_FIELD);
  g_type_ensure (REKNIT_TYPE_GENTLE_HINT);
  g_type_ensure (REKNIT_TYPE_FEELINGS_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-issue-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueForm, happened_field);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueForm, picker);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueForm, need_field);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueForm, part_field);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueForm, title_message);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueForm, audience_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueForm, share_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueForm, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_share);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
}

static void
reknit_issue_form_init (ReknitIssueForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_issue_form_new:
 * @page: the page that it is pushed onto, which outlives it
 * @issue: (nullable): what to change; %NULL to raise a new issue
 *
 * Returns: (transfer floating): a form, with what was left in it
 */
GtkWidget *
reknit_issue_form_new (ReknitPracticePage *page,
                       ReknitIssue        *issue)
{
  ReknitIssueForm *self = g_object_new (REKNIT_TYPE_ISSUE_FORM, NULL);

  self->page = page;
  if (issue != NULL)
    {
      self->issue = g_object_ref (issue);
      read_record (self);
    }
  describe_audience (self);
  open_draft (self);
  return GTK_WIDGET (self);
}
