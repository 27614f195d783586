#include "reknit-issue-page.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-communicate-text.h"
#include "reknit-earlier-text.h"
#include "reknit-earlier-texts.h"
#include "reknit-i-statement.h"
#include "reknit-issue-form.h"
#include "reknit-issue-plan.h"
#include "reknit-issue-track.h"
#include "reknit-issue-views.h"
#include "reknit-new-day.h"
#include "reknit-partner-badge.h"
#include "reknit-template.h"
#include "reknit-wrap-box.h"

/**
 * ReknitIssuePage:
 *
 * One issue: what it is about, how each of the two sees it, how far they have come, and what comes of it.
 */
struct _ReknitIssuePage
{
  GtkWidget           parent_instance;

  GtkLabel           *title_label;
  ReknitPartnerBadge *badge;
  GtkLabel           *age_label;
  GtkLabel           *audience_label;
  ReknitIssueTrack   *track;
  GtkWidget          *talk_button;
  GtkBox             *reading;
  ReknitIssueViews   *views;
  ReknitIssuePlan    *plan;
  ReknitEarlierTexts *earlier;
  GtkWidget          *author_box;
  GtkWidget          *share_button;
  GtkWidget          *take_back_button;

  ReknitPracticePage *page;
  ReknitIssue        *issue;
  gint64              id;
};

G_DEFINE_FINAL_TYPE (ReknitIssuePage, reknit_issue_page, GTK_TYPE_WIDGET)

static void
on_move (ReknitIssuePage  *self,
         ReknitIssueState  state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!reknit_issue_move (self->issue, _("Move Issue"), state, &error))
    {
      reknit_practice_page_error_toast (self->page, error);
      return;
    }

  /* Translators: an issue was moved to another state; %s is that state. */
  text = g_strdup_printf (_("Moved to “%s”"), reknit_communicate_text_state (state));
  reknit_practice_page_undo_toast (self->page, text);
}

static void
on_share (ReknitIssuePage *self)
{
  g_autoptr (GError) error = NULL;

  if (reknit_earlier_text_share (self->issue, _("Put on the Board"), &error))
    reknit_practice_page_undo_toast (self->page, _("Both of you can read it now"));
  else
    reknit_practice_page_error_toast (self->page, error);
}

static void
on_take_back (ReknitIssuePage *self)
{
  g_autoptr (GError) error = NULL;

  if (reknit_issue_take_back (self->issue, _("Take Back From the Board"), &error))
    reknit_practice_page_undo_toast (self->page, _("Only you can read it now"));
  else
    reknit_practice_page_error_toast (self->page, error);
}

static void
on_edit (ReknitIssuePage *self)
{
  GtkWidget *form = reknit_issue_form_new (self->page, self->issue);

  g_signal_connect_object (form, "done", G_CALLBACK (reknit_practice_page_pop), self->page, G_CONNECT_SWAPPED);
  reknit_practice_page_push (self->page, form, _("Change the Words"));
  gtk_widget_grab_focus (form);
}

static void
on_delete (ReknitIssuePage *self)
{
  ReknitPracticePage *page = self->page;
  g_autoptr (GError) error = NULL;

  /* The page closes by itself when its issue is gone. */
  if (reknit_issue_remove (self->issue, _("Delete Issue"), &error))
    reknit_practice_page_undo_toast (page, _("Issue deleted"));
  else
    reknit_practice_page_error_toast (page, error);
}

static void
read_aloud (ReknitIssuePage *self,
            const char      *heading,
            const char      *text)
{
  GtkWidget *box, *label;

  if (text == NULL || *text == '\0')
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  label = g_object_new (GTK_TYPE_LABEL, "label", heading, "xalign", 0.0f, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (label, "eyebrow");
  gtk_box_append (GTK_BOX (box), label);
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->reading, box);
}

static void
show_reading (ReknitIssuePage *self)
{
  g_autofree char *feelings = reknit_i_statement_list_feelings (reknit_record_get_text (self->issue, "feelings"));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reading))) != NULL)
    gtk_box_remove (self->reading, child);
  read_aloud (self, _("What happened"), reknit_record_get_text (self->issue, "happened"));
  read_aloud (self, _("What I felt"), feelings);
  read_aloud (self, _("What I need"), reknit_record_get_text (self->issue, "need"));
  read_aloud (self, _("My own part"), reknit_record_get_text (self->issue, "own-part"));
  gtk_widget_set_visible (GTK_WIDGET (self->reading), gtk_widget_get_first_child (GTK_WIDGET (self->reading)) != NULL);
}

static void
show_head (ReknitIssuePage *self)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  gboolean private = reknit_record_is_private (REKNIT_RECORD (self->issue));
  g_autofree char *audience = reknit_communicate_text_audience (seats, !private);
  g_autofree char *age = reknit_communicate_text_age (reknit_clock_get_default (),
                                                      reknit_record_get_created (REKNIT_RECORD (self->issue)));

  gtk_label_set_label (self->title_label, reknit_record_get_text (self->issue, "title"));
  reknit_partner_badge_set_partner (self->badge, reknit_seats_find (seats, reknit_record_get_owner (REKNIT_RECORD (self->issue))));
  gtk_label_set_label (self->age_label, age);
  gtk_label_set_label (self->audience_label, audience);
}

static void
update (ReknitIssuePage *self)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  gboolean shared = !reknit_record_is_private (REKNIT_RECORD (self->issue));
  gboolean own = reknit_record_get_owner (REKNIT_RECORD (self->issue)) == reknit_seats_get_current_id (seats);

  show_head (self);
  show_reading (self);
  gtk_widget_set_visible (GTK_WIDGET (self->track), shared);
  gtk_widget_set_visible (self->talk_button, shared && reknit_seats_has_couple (seats)
                          && reknit_issue_get_state (self->issue) != REKNIT_ISSUE_STATE_SETTLED);
  gtk_widget_set_visible (GTK_WIDGET (self->views), shared);
  gtk_widget_set_visible (GTK_WIDGET (self->plan), shared);
  gtk_widget_set_visible (self->author_box, own);
  gtk_widget_set_visible (self->share_button, !shared);
  gtk_widget_set_visible (self->take_back_button, shared && reknit_seats_get_current (seats) != NULL);
  reknit_issue_track_set_state (self->track, reknit_issue_get_state (self->issue));
  reknit_earlier_texts_show (self->earlier, REKNIT_RECORD (self->issue));
  if (shared)
    {
      reknit_issue_views_show (self->views, self->page, self->issue);
      reknit_issue_plan_show (self->plan, self->page, self->issue);
    }
}

static void
on_store_changed (ReknitIssuePage *self,
                  ReknitChangeSet *changes,
                  ReknitStore     *store)
{
  static const char *const tables[] = { "issue_view", "talk", "agenda_item", "link", "earlier_text", "agreement" };
  gboolean concerned = reknit_change_set_has_row (changes, "issue", self->id);
  g_autoptr (ReknitRecord) still = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables) && !concerned; i++)
    concerned = reknit_change_set_has_table (changes, tables[i]);
  if (!concerned)
    return;

  still = reknit_store_find (store, REKNIT_TYPE_ISSUE, self->id);
  if (still == NULL || !reknit_issue_has_words (self->issue))
    reknit_practice_page_pop_all (self->page);
  else
    update (self);
}

static void
reknit_issue_page_dispose (GObject *object)
{
  ReknitIssuePage *self = REKNIT_ISSUE_PAGE (object);

  g_clear_object (&self->issue);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_ISSUE_PAGE);
  G_OBJECT_CLASS (reknit_issue_page_parent_class)->dispose (object);
}

static void
reknit_issue_page_class_init (ReknitIssuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_issue_page_dispose;
  g_type_ensure (REKNIT_TYPE_EARLIER_TEXTS);
  g_type_ensure (REKNIT_TYPE_ISSUE_PLAN);
  g_type_ensure (REKNIT_TYPE_ISSUE_TRACK);
  g_type_ensure (REKNIT_TYPE_ISSUE_VIEWS);
  g_type_ensure (REKNIT_TYPE_PARTNER_BADGE);
  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-issue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, badge);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, age_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, audience_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, track);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, talk_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, reading);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, views);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, plan);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, earlier);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, author_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, share_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePage, take_back_button);
  gtk_widget_class_bind_template_callback (widget_class, on_move);
  gtk_widget_class_bind_template_callback (widget_class, on_share);
  gtk_widget_class_bind_template_callback (widget_class, on_take_back);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
}

static void
reknit_issue_page_init (ReknitIssuePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_issue_page_new:
 * @page: the page that it is pushed onto, which outlives it
 * @issue: a stored issue that the reader may see
 *
 * Returns: (transfer floating): its page; it closes when the issue is gone
 */
GtkWidget *
reknit_issue_page_new (ReknitPracticePage *page,
                       ReknitIssue        *issue)
{
  ReknitIssuePage *self = g_object_new (REKNIT_TYPE_ISSUE_PAGE, NULL);

  self->page = page;
  self->issue = g_object_ref (issue);
  self->id = reknit_record_get_id (REKNIT_RECORD (issue));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->talk_button), "(ssx)", "active-listening", "issue", self->id);
  /* Only now: an action without its target would be one of another type. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->talk_button), "win.open-subject");
  g_signal_connect_object (reknit_practice_page_get_store (page), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
  reknit_new_day_watch (self, G_CALLBACK (update));
  return GTK_WIDGET (self);
}
