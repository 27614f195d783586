#include "reknit-issue-plan.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-agreement.h"
#include "reknit-communicate-text.h"
#include "reknit-day-button.h"
#include "reknit-earlier-text.h"
#include "reknit-link.h"
#include "reknit-note-form.h"
#include "reknit-talk.h"
#include "reknit-template.h"
#include "reknit-time-text.h"

/**
 * ReknitIssuePlan:
 *
 * What comes of an issue: its kind, what was agreed, when the two look at it again, and what it is linked with.
 */
struct _ReknitIssuePlan
{
  GtkWidget           parent_instance;

  AdwComboRow        *kind_row;
  AdwActionRow       *outcome_row;
  AdwActionRow       *follow_up_row;
  ReknitDayButton    *day_button;
  AdwActionRow       *agenda_row;
  GtkButton          *agenda_button;
  GtkWidget          *agreement_row;
  GtkButton          *link_button;
  GtkWidget          *open_agreement_button;
  GtkWidget          *talks_box;
  GtkListBox         *talks;

  ReknitPracticePage *page;
  ReknitIssue        *issue;
  gboolean            showing;
};

G_DEFINE_FINAL_TYPE (ReknitIssuePlan, reknit_issue_plan, GTK_TYPE_WIDGET)

static void
tell (ReknitIssuePlan *self,
      gboolean         done,
      const char      *text,
      GError          *error)
{
  if (!done)
    reknit_practice_page_error_toast (self->page, error);
  else if (text != NULL)
    reknit_practice_page_undo_toast (self->page, text);
}

static void
on_kind_selected (ReknitIssuePlan *self)
{
  ReknitIssueKind kind = (ReknitIssueKind) adw_combo_row_get_selected (self->kind_row);
  g_autoptr (GError) error = NULL;

  if (self->showing || self->issue == NULL || reknit_issue_get_kind (self->issue) == kind)
    return;

  g_object_set (self->issue, "kind", kind, NULL);
  tell (self, reknit_store_save (reknit_practice_page_get_store (self->page), _("Change the Kind"), self->issue, &error),
        NULL, error);
}

/* The first time it comes to the rest; from then on it takes the place of what was agreed before. */
static gboolean
save_outcome (ReknitIssuePlan  *self,
              const char       *text,
              GError          **error)
{
  const char *outcome = reknit_record_get_text (self->issue, "outcome");
  gboolean first = outcome == NULL || *outcome == '\0';

  g_object_set (self->issue, "outcome", text, NULL);
  return first ? reknit_store_save (reknit_practice_page_get_store (self->page), _("Write What We Agreed"), self->issue, error)
               : reknit_earlier_text_save (self->issue, _("Change What We Agreed"), error);
}

static void
on_outcome_submitted (ReknitIssuePlan *self,
                      const char      *text,
                      gboolean         keep,
                      ReknitNoteForm  *form)
{
  g_autoptr (GError) error = NULL;

  if (save_outcome (self, text, &error))
    {
      reknit_note_form_saved (form);
      reknit_practice_page_pop (self->page);
    }
  else
    {
      reknit_record_revert (REKNIT_RECORD (self->issue));
      reknit_practice_page_error_toast (self->page, error);
    }
}

static void
on_write_outcome (ReknitIssuePlan *self)
{
  ReknitSeats *seats = reknit_practice_page_get_seats (self->page);
  g_autofree char *audience = reknit_communicate_text_audience (seats, TRUE);
  GtkWidget *form = reknit_note_form_new (_("What We Agreed"), _("Save"), NULL);

  reknit_note_form_describe (REKNIT_NOTE_FORM (form), _("Who does what, from when on"), audience);
  reknit_note_form_open (REKNIT_NOTE_FORM (form), seats, "issue-outcome",
                         reknit_record_get_id (REKNIT_RECORD (self->issue)),
                         reknit_record_get_text (self->issue, "outcome"));
  g_signal_connect_object (form, "submit", G_CALLBACK (on_outcome_submitted), self, G_CONNECT_SWAPPED);
  reknit_practice_page_push (self->page, form, _("What We Agreed"));
  gtk_widget_grab_focus (form);
}

static void
on_day_chosen (ReknitIssuePlan *self,
               GDateTime       *day)
{
  g_autoptr (GError) error = NULL;
  gboolean done = reknit_issue_set_follow_up (self->issue, _("Look at It Again"), day, &error);

  tell (self, done, day != NULL ? _("You will be reminded") : _("No reminder any more"), error);
}

static gboolean
remove_link (ReknitIssuePlan  *self,
             ReknitRecord     *record,
             const char       *label,
             GError          **error)
{
  return reknit_store_delete (reknit_practice_page_get_store (self->page), label, record, error);
}

static void
on_agenda (ReknitIssuePlan *self)
{
  g_autoptr (ReknitAgendaItem) item = reknit_issue_get_agenda_item (self->issue);
  g_autoptr (GError) error = NULL;
  ReknitPartner *by = reknit_seats_get_current (reknit_practice_page_get_seats (self->page));

  if (item != NULL)
    tell (self, remove_link (self, REKNIT_RECORD (item), _("Take Off the Agenda"), &error), NULL, error);
  else
    tell (self, reknit_issue_put_on_agenda (self->issue, _("Put on the Agenda"), by, &error), NULL, error);
}

static ReknitLink *
find_agreement_link (ReknitIssuePlan *self)
{
  g_autoptr (ReknitQuery) query = reknit_link_query_of (REKNIT_RECORD (self->issue));
  g_autoptr (GPtrArray) links = reknit_store_all (reknit_practice_page_get_store (self->page), query);

  for (guint i = 0; i < links->len; i++)
    {
      if (g_strcmp0 (reknit_record_get_text (links->pdata[i], "to-table"), "agreement") == 0)
        return g_object_ref (links->pdata[i]);
    }
  return NULL;
}

static void
on_link (ReknitIssuePlan *self)
{
  ReknitStore *store = reknit_practice_page_get_store (self->page);
  g_autoptr (ReknitAgreement) agreement = reknit_agreement_find (store, REKNIT_AGREEMENT_GROUND_RULES);
  g_autoptr (ReknitLink) link = find_agreement_link (self);
  g_autoptr (GError) error = NULL;

  if (link != NULL)
    {
      tell (self, remove_link (self, REKNIT_RECORD (link), _("Unlink the Ground Rules"), &error), NULL, error);
      return;
    }
  if (agreement == NULL)
    return;

  link = reknit_link_new (REKNIT_RECORD (self->issue), REKNIT_RECORD (agreement));
  tell (self, reknit_store_save (store, _("Link the Ground Rules"), link, &error), NULL, error);
}

static void
set_button (GtkButton  *button,
            const char *icon_name,
            const char *label)
{
  gtk_button_set_icon_name (button, icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_agenda (ReknitIssuePlan *self)
{
  g_autoptr (ReknitAgendaItem) item = reknit_issue_get_agenda_item (self->issue);

  adw_action_row_set_subtitle (self->agenda_row, item != NULL ? _("On the agenda") : _("Not on the agenda"));
  set_button (self->agenda_button, item != NULL ? "list-remove-symbolic" : "list-add-symbolic",
              item != NULL ? _("Take Off the Agenda") : _("Put on the Next Check-in"));
}

static void
show_agreement (ReknitIssuePlan *self)
{
  g_autoptr (ReknitAgreement) agreement =
    reknit_agreement_find (reknit_practice_page_get_store (self->page), REKNIT_AGREEMENT_GROUND_RULES);
  g_autoptr (ReknitLink) link = find_agreement_link (self);

  gtk_widget_set_visible (self->agreement_row, agreement != NULL || link != NULL);
  gtk_widget_set_visible (self->open_agreement_button, link != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->agreement_row), link != NULL ? _("Part of the answer") : _("Not linked"));
  set_button (self->link_button, link != NULL ? "list-remove-symbolic" : "reknit-link-symbolic",
              link != NULL ? _("Unlink the Ground Rules") : _("Link Our Ground Rules"));
  if (link == NULL)
    return;

  /* In this order: an action without its target would be one of another type. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_agreement_button), "(ssx)", "ground-rules", "agreement",
                                    reknit_record_get_integer (link, "to-id"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_agreement_button), "win.open-subject");
}

static GtkWidget *
create_talk_row (ReknitRecord *talk)
{
  gboolean over = reknit_record_get_integer (talk, "ended") > 0;
  g_autofree char *when = reknit_time_text_for_moment (reknit_clock_get_default (), reknit_record_get_created (talk));
  /* Translators: %s is a day and a time. */
  g_autofree char *label = g_strdup_printf (_("Open the Talk of %s"), when);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", when, "use-markup", FALSE,
                                 "subtitle", over ? _("Ended") : _("Not ended yet"), NULL);
  GtkWidget *button = gtk_button_new ();

  set_button (GTK_BUTTON (button), "go-next-symbolic", label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ssx)", "active-listening", "talk",
                                    reknit_record_get_id (talk));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-subject");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_talks (ReknitIssuePlan *self)
{
  g_autoptr (ReknitQuery) query = reknit_issue_query_talks (self->issue);
  g_autoptr (GPtrArray) talks = reknit_store_all (reknit_practice_page_get_store (self->page), query);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->talks, 0)) != NULL)
    gtk_list_box_remove (self->talks, GTK_WIDGET (row));
  for (guint i = 0; i < talks->len; i++)
    gtk_list_box_append (self->talks, create_talk_row (talks->pdata[i]));
  gtk_widget_set_visible (self->talks_box, talks->len > 0);
}

static void
show_follow_up (ReknitIssuePlan *self)
{
  gint64 follow_up = reknit_record_get_integer (self->issue, "follow-up");
  g_autoptr (ReknitReminder) reminder =
    reknit_reminder_find (reknit_practice_page_get_store (self->page), REKNIT_REMINDER_FOLLOW_UP,
                          reknit_record_get_id (REKNIT_RECORD (self->issue)));
  g_autofree char *when = NULL;
  g_autofree char *line = NULL;

  g_object_set (self->day_button, "clearable", follow_up > 0, "hour", REKNIT_ISSUE_FOLLOW_UP_HOUR, NULL);
  /* What is settled keeps its day, and calls nobody. */
  if (follow_up > 0 && reminder == NULL)
    line = reknit_time_text_for_moment (reknit_clock_get_default (), follow_up);
  else if (follow_up > 0)
    {
      when = reknit_time_text_for_moment (reknit_clock_get_default (), follow_up);
      line = g_strdup_printf (follow_up < reknit_clock_now (reknit_clock_get_default ())
                              /* Translators: %s is a day and a time that is past. */
                              ? _("It was for %s: time to look again, or to choose another day")
                              /* Translators: %s is a day and a time. */
                              : _("%s, with a reminder"), when);
    }
  adw_action_row_set_subtitle (self->follow_up_row, line != NULL ? line : _("No day yet"));
}

static void
reknit_issue_plan_dispose (GObject *object)
{
  ReknitIssuePlan *self = REKNIT_ISSUE_PLAN (object);

  self->showing = TRUE;
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_ISSUE_PLAN);
  g_clear_object (&self->issue);
  G_OBJECT_CLASS (reknit_issue_plan_parent_class)->dispose (object);
}

static void
reknit_issue_plan_class_init (ReknitIssuePlanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_issue_plan_dispose;
  g_type_ensure (REKNIT_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-issue-plan.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, follow_up_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, day_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, agenda_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, agenda_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, agreement_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, link_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, open_agreement_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, talks_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssuePlan, talks);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_write_outcome);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_agenda);
  gtk_widget_class_bind_template_callback (widget_class, on_link);
}

static void
reknit_issue_plan_init (ReknitIssuePlan *self)
{
  const char *kinds[] = {
    reknit_communicate_text_kind (REKNIT_ISSUE_KIND_SOLVABLE),
    reknit_communicate_text_kind (REKNIT_ISSUE_KIND_ONGOING),
    NULL,
  };
  g_autoptr (GtkStringList) model = gtk_string_list_new (kinds);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (model));
}

/**
 * reknit_issue_plan_new:
 *
 * Returns: (transfer floating): a plan of nothing yet
 */
GtkWidget *
reknit_issue_plan_new (void)
{
  return g_object_new (REKNIT_TYPE_ISSUE_PLAN, NULL);
}

/**
 * reknit_issue_plan_show:
 * @page: the page that it stands on, which outlives it
 * @issue: an issue on the board
 *
 * Shows the plan for @issue as it is now.
 */
void
reknit_issue_plan_show (ReknitIssuePlan    *self,
                        ReknitPracticePage *page,
                        ReknitIssue        *issue)
{
  const char *outcome = reknit_record_get_text (issue, "outcome");

  self->page = page;
  g_set_object (&self->issue, issue);
  self->showing = TRUE;
  adw_combo_row_set_selected (self->kind_row, reknit_issue_get_kind (issue));
  self->showing = FALSE;
  adw_action_row_set_subtitle (self->outcome_row, outcome != NULL && *outcome != '\0' ? outcome : _("Nothing yet"));
  show_follow_up (self);
  show_agenda (self);
  show_agreement (self);
  show_talks (self);
}
