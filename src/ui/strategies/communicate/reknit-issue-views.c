#include "reknit-issue-views.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-communicate-text.h"
#include "reknit-earlier-text.h"
#include "reknit-earlier-texts.h"
#include "reknit-issue-view.h"
#include "reknit-note-form.h"
#include "reknit-saying.h"

/**
 * ReknitIssueViews:
 *
 * How each of the two sees an issue, side by side; one’s own can be written, shared and taken back here.
 */
struct _ReknitIssueViews
{
  GtkWidget           parent_instance;

  GtkWidget          *heading;
  GtkWidget          *box;

  ReknitPracticePage *page;
  ReknitIssue        *issue;
};

G_DEFINE_FINAL_TYPE (ReknitIssueViews, reknit_issue_views, GTK_TYPE_WIDGET)

static ReknitIssueView *
find_own (ReknitIssueViews *self)
{
  return reknit_issue_view_find (reknit_practice_page_get_store (self->page),
                                 reknit_record_get_id (REKNIT_RECORD (self->issue)),
                                 reknit_seats_get_current_id (reknit_practice_page_get_seats (self->page)));
}

static gboolean
save_view (ReknitIssueViews  *self,
           const char        *text,
           gboolean           keep,
           GError           **error)
{
  ReknitStore *store = reknit_practice_page_get_store (self->page);
  g_autoptr (ReknitIssueView) view = find_own (self);
  gint64 now = reknit_clock_now (reknit_clock_get_default ());

  if (view != NULL)
    {
      if (!keep && reknit_record_is_private (REKNIT_RECORD (view)) && reknit_issue_has_words (self->issue))
        g_object_set (view, "shared", now, "body", text, NULL);
      else
        g_object_set (view, "body", text, NULL);
      return reknit_earlier_text_save (view, _("Change My View"), error);
    }

  view = g_object_new (REKNIT_TYPE_ISSUE_VIEW, "issue", reknit_record_get_id (REKNIT_RECORD (self->issue)),
                       "author", reknit_seats_get_current_id (reknit_practice_page_get_seats (self->page)),
                       "shared", keep ? (gint64) 0 : now, "body", text, NULL);
  return reknit_store_save_once (store, _("Add My View"), view, error);
}

static void
on_submit (ReknitIssueViews *self,
           const char       *text,
           gboolean          keep,
           ReknitNoteForm   *form)
{
  g_autoptr (GError) error = NULL;

  if (save_view (self, text, keep, &error))
    {
      reknit_note_form_saved (form);
      reknit_practice_page_pop (self->page);
    }
  else
    reknit_practice_page_error_toast (self->page, error);
}

static void
on_write (ReknitIssueViews *self)
{
  g_autoptr (ReknitIssueView) view = find_own (self);
  gboolean shared = view != NULL && !reknit_record_is_private (REKNIT_RECORD (view));
  gboolean fixed = shared || !reknit_issue_has_words (self->issue);
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  g_autofree char *audience = reknit_communicate_text_audience (seats, shared);
  GtkWidget *form = reknit_note_form_new (_("How I See It"), fixed ? _("Save") : _("Share My View"),
                                          fixed ? NULL : _("Keep for Me"));

  reknit_note_form_describe (REKNIT_NOTE_FORM (form), _("What it was like from your side, and what you need"),
                             fixed ? audience : _("It is yours alone until you share it."));
  reknit_note_form_open (REKNIT_NOTE_FORM (form), seats, "issue-view",
                         reknit_record_get_id (REKNIT_RECORD (self->issue)),
                         view != NULL ? reknit_record_get_text (view, "body") : NULL);
  g_signal_connect_object (form, "submit", G_CALLBACK (on_submit), self, G_CONNECT_SWAPPED);
  reknit_practice_page_push (self->page, form, _("My View"));
  gtk_widget_grab_focus (form);
}

static void
on_share (ReknitIssueViews *self)
{
  g_autoptr (ReknitIssueView) view = find_own (self);
  g_autoptr (GError) error = NULL;

  if (view == NULL)
    return;
  if (reknit_earlier_text_share (view, _("Share My View"), &error))
    reknit_practice_page_undo_toast (self->page, _("Both of you can read it now"));
  else
    reknit_practice_page_error_toast (self->page, error);
}

static void
on_take_back (ReknitIssueViews *self)
{
  g_autoptr (ReknitIssueView) view = find_own (self);
  g_autoptr (GError) error = NULL;

  if (view == NULL)
    return;
  if (reknit_earlier_text_take_back (view, _("Take Back My View"), &error))
    reknit_practice_page_undo_toast (self->page, _("Only you can read it now"));
  else
    reknit_practice_page_error_toast (self->page, error);
}

static void
on_delete (ReknitIssueViews *self)
{
  ReknitPracticePage *page = self->page;
  g_autoptr (ReknitIssueView) view = find_own (self);
  g_autoptr (GError) error = NULL;

  if (view == NULL)
    return;
  if (reknit_earlier_text_delete (view, _("Delete My View"), &error))
    reknit_practice_page_undo_toast (page, _("View deleted"));
  else
    reknit_practice_page_error_toast (page, error);
}

/* With an issue that is gone there is nobody to share a view with; it can only be kept, or deleted. */
static void
add_own_buttons (ReknitIssueViews *self,
                 ReknitSaying     *saying,
                 ReknitIssueView  *view)
{
  reknit_saying_add_button (saying, view != NULL ? _("Change My View") : _("Add My View"), G_CALLBACK (on_write), self);
  if (view == NULL)
    return;
  if (!reknit_record_is_private (REKNIT_RECORD (view)))
    reknit_saying_add_button (saying, _("Take Back My View"), G_CALLBACK (on_take_back), self);
  else if (reknit_issue_has_words (self->issue))
    reknit_saying_add_button (saying, _("Share My View"), G_CALLBACK (on_share), self);
  if (!reknit_issue_has_words (self->issue))
    reknit_saying_add_button (saying, _("Delete My View"), G_CALLBACK (on_delete), self);
}

static void
add_earlier (ReknitIssueViews *self,
             ReknitIssueView  *view)
{
  GtkWidget *earlier = reknit_earlier_texts_new ();

  reknit_earlier_texts_show (REKNIT_EARLIER_TEXTS (earlier), REKNIT_RECORD (view));
  gtk_box_append (GTK_BOX (self->box), earlier);
}

static void
add_view (ReknitIssueViews *self,
          ReknitPartner    *partner)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  gboolean own = partner == reknit_seats_get_current (seats);
  g_autoptr (ReknitIssueView) view = NULL;
  GtkWidget *saying;

  if (partner == NULL)
    return;

  view = reknit_issue_view_find (reknit_practice_page_get_store (self->page),
                                 reknit_record_get_id (REKNIT_RECORD (self->issue)),
                                 reknit_record_get_id (REKNIT_RECORD (partner)));
  if (view == NULL && !reknit_issue_has_words (self->issue))
    return;
  saying = reknit_saying_new (partner);
  g_object_set (saying,
                "text", view != NULL ? reknit_record_get_text (view, "body") : NULL,
                "placeholder", own ? _("How do you see it?") : _("Nothing shared yet"),
                "locked", view != NULL && reknit_record_is_private (REKNIT_RECORD (view)),
                NULL);
  if (own)
    add_own_buttons (self, REKNIT_SAYING (saying), view);
  gtk_box_append (GTK_BOX (self->box), saying);
  if (view != NULL)
    add_earlier (self, view);
}

static void
reknit_issue_views_dispose (GObject *object)
{
  ReknitIssueViews *self = REKNIT_ISSUE_VIEWS (object);

  g_clear_object (&self->issue);
  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (reknit_issue_views_parent_class)->dispose (object);
}

static void
reknit_issue_views_class_init (ReknitIssueViewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = reknit_issue_views_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
reknit_issue_views_init (ReknitIssueViews *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  self->heading = g_object_new (GTK_TYPE_LABEL, "label", _("How Each of You Sees It"), "xalign", 0.0f, "wrap", TRUE,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (self->heading, "heading");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * reknit_issue_views_new:
 *
 * Returns: (transfer floating): views of nothing yet
 */
GtkWidget *
reknit_issue_views_new (void)
{
  return g_object_new (REKNIT_TYPE_ISSUE_VIEWS, NULL);
}

/**
 * reknit_issue_views_show:
 * @page: the page that it stands on, which outlives it
 * @issue: a stored issue
 *
 * Shows the views on @issue as they are now.
 */
void
reknit_issue_views_show (ReknitIssueViews   *self,
                         ReknitPracticePage *page,
                         ReknitIssue        *issue)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (page);
  GtkWidget *child;

  self->page = page;
  g_set_object (&self->issue, issue);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  add_view (self, reknit_seats_get_first (seats));
  add_view (self, reknit_seats_get_second (seats));
}
