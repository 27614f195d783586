#include "reknit-talk-form.h"

#include "reknit-config.h"
#include "reknit-draft-keeper.h"
#include "reknit-issue.h"
#include "reknit-talk-outcome.h"
#include "reknit-template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define TOPIC_LENGTH_MAX 200

/**
 * ReknitTalkForm:
 *
 * What a talk shall be about, how long a turn is, and who begins.
 */
struct _ReknitTalkForm
{
  GtkWidget          parent_instance;

  ReknitSeats       *seats;
  ReknitDraftKeeper *keeper;
  GPtrArray         *issue_rows;

  GtkListBox        *topics;
  GtkWidget         *topic_row;
  GtkCheckButton    *own_check;
  GtkLabel          *message;
  GtkSpinButton     *minutes;
  GtkToggleButton   *first_begins;
  GtkToggleButton   *second_begins;
};

enum { BEGIN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitTalkForm, reknit_talk_form, GTK_TYPE_WIDGET)

static ReknitIssue *
get_issue (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "reknit-issue");
}

static GtkCheckButton *
get_check (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static ReknitIssue *
get_chosen_issue (ReknitTalkForm *self)
{
  for (guint i = 0; i < self->issue_rows->len; i++)
    if (gtk_check_button_get_active (get_check (g_ptr_array_index (self->issue_rows, i))))
      return get_issue (g_ptr_array_index (self->issue_rows, i));
  return NULL;
}

static void
show_message (ReknitTalkForm *self,
              const char     *message)
{
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  gtk_label_set_label (self->message, message != NULL ? message : "");
}

static void
on_topic_chosen (ReknitTalkForm *self)
{
  show_message (self, NULL);
}

static void
on_topic_typed (ReknitTalkForm *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->topic_row)) != '\0')
    gtk_check_button_set_active (self->own_check, TRUE);
  show_message (self, NULL);
}

static char *
dup_topic (ReknitTalkForm *self,
           ReknitIssue    *issue)
{
  const char *text = issue != NULL ? reknit_record_get_text (issue, "title")
                                   : gtk_editable_get_text (GTK_EDITABLE (self->topic_row));

  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

static void
on_begin (ReknitTalkForm *self)
{
  ReknitIssue *issue = get_chosen_issue (self);
  g_autofree char *topic = dup_topic (self, issue);
  ReknitPartner *speaker = gtk_toggle_button_get_active (self->first_begins) ? reknit_seats_get_first (self->seats)
                                                                             : reknit_seats_get_second (self->seats);
  g_autoptr (ReknitTalk) talk = NULL;

  if (*topic == '\0')
    {
      show_message (self, _("Name the topic first. A few words are enough."));
      gtk_widget_grab_focus (self->topic_row);
      return;
    }
  if (issue == NULL && g_utf8_strlen (topic, -1) > TOPIC_LENGTH_MAX)
    {
      show_message (self, _("A shorter name for the topic is easier to keep to."));
      return;
    }

  talk = g_object_new (REKNIT_TYPE_TALK,
                       "topic", topic,
                       "issue", issue != NULL ? reknit_record_get_id (REKNIT_RECORD (issue)) : (gint64) 0,
                       "turn-seconds", (gint64) gtk_spin_button_get_value_as_int (self->minutes) * 60,
                       "speaker", reknit_record_get_id (REKNIT_RECORD (speaker)),
                       NULL);
  g_signal_emit (self, signals[BEGIN], 0, talk);
}

static GtkWidget *
create_issue_row (ReknitTalkForm *self,
                  ReknitIssue    *issue)
{
  const char *title = reknit_record_get_text (issue, "title");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", title != NULL ? title : "",
                                 "use-markup", FALSE,
                                 "title-lines", 2,
                                 "subtitle", reknit_record_get_integer (issue, "state") == REKNIT_ISSUE_STATE_TO_TALK
                                             ? _("On the issue board, to talk about") : _("On the issue board"),
                                 NULL);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->own_check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_topic_chosen), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (row), "reknit-issue", g_object_ref (issue), g_object_unref);
  return row;
}

static void
add_issue (ReknitTalkForm *self,
           ReknitIssue    *issue,
           int             place)
{
  GtkWidget *row = create_issue_row (self, issue);

  gtk_list_box_insert (self->topics, row, place);
  g_ptr_array_insert (self->issue_rows, place, row);
  gtk_widget_set_visible (GTK_WIDGET (self->own_check), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->topic_row), _("Something else"));
}

/* Which issue is chosen outlives the list’s being filled anew. */
static void
fill_topics (ReknitTalkForm *self)
{
  ReknitIssue *chosen = get_chosen_issue (self);
  gint64 chosen_id = chosen != NULL ? reknit_record_get_id (REKNIT_RECORD (chosen)) : 0;
  g_autoptr (ReknitQuery) query = reknit_talk_query_topics ();
  g_autoptr (GPtrArray) issues = reknit_store_all (reknit_seats_get_store (self->seats), query);

  for (guint i = 0; i < self->issue_rows->len; i++)
    gtk_list_box_remove (self->topics, g_ptr_array_index (self->issue_rows, i));
  g_ptr_array_set_size (self->issue_rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->own_check), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->topic_row), _("A few words"));
  for (guint i = 0; i < issues->len; i++)
    add_issue (self, g_ptr_array_index (issues, i), (int) i);
  gtk_check_button_set_active (self->own_check, TRUE);
  if (chosen_id != 0)
    reknit_talk_form_choose_issue (self, chosen_id);
}

static void
on_store_changed (ReknitTalkForm  *self,
                  ReknitChangeSet *changes)
{
  if (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, "issue"))
    fill_topics (self);
}

static void
reknit_talk_form_dispose (GObject *object)
{
  ReknitTalkForm *self = REKNIT_TALK_FORM (object);

  if (self->keeper != NULL)
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_TALK_FORM);
  g_clear_pointer (&self->issue_rows, g_ptr_array_unref);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_talk_form_parent_class)->dispose (object);
}

static void
reknit_talk_form_class_init (ReknitTalkFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_talk_form_dispose;
  signals[BEGIN] = g_signal_new ("begin", REKNIT_TYPE_TALK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, REKNIT_TYPE_TALK);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-talk-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkForm, topics);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkForm, topic_row);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkForm, own_check);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkForm, message);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkForm, minutes);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkForm, first_begins);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkForm, second_begins);
  gtk_widget_class_bind_template_callback (widget_class, on_topic_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_topic_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_begin);
}

static void
reknit_talk_form_init (ReknitTalkForm *self)
{
  self->issue_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_name (GtkToggleButton *button,
           ReknitPartner   *partner)
{
  if (partner == NULL)
    return;

  g_object_bind_property (partner, "name", button, "label", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (GTK_WIDGET (button), reknit_record_get_integer (partner, "position") == 1 ? "seat-first" : "seat-second");
}

/**
 * reknit_talk_form_new:
 * @seats: who the two are, and the store
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
reknit_talk_form_new (ReknitSeats *seats)
{
  ReknitTalkForm *self = g_object_new (REKNIT_TYPE_TALK_FORM, NULL);

  self->seats = g_object_ref (seats);
  show_name (self->first_begins, reknit_seats_get_first (seats));
  show_name (self->second_begins, reknit_seats_get_second (seats));
  g_signal_connect_object (reknit_seats_get_store (seats), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  fill_topics (self);

  self->keeper = reknit_draft_keeper_new (seats, "talk");
  reknit_draft_keeper_bind (self->keeper, "topic", self->topic_row, "text");
  reknit_draft_keeper_open (self->keeper, 0);
  return GTK_WIDGET (self);
}

/**
 * reknit_talk_form_choose_issue:
 * @issue: the id of an issue
 *
 * Makes the issue the topic, if it is on the board: also one that is not among those that are offered, because it was
 * talked over before, or has waited for longer than others.
 */
void
reknit_talk_form_choose_issue (ReknitTalkForm *self,
                               gint64          issue)
{
  g_autoptr (ReknitIssue) found = NULL;

  for (guint i = 0; i < self->issue_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->issue_rows, i);

      if (reknit_record_get_id (REKNIT_RECORD (get_issue (row))) == issue)
        {
          gtk_check_button_set_active (get_check (row), TRUE);
          return;
        }
    }

  found = reknit_store_find (reknit_seats_get_store (self->seats), REKNIT_TYPE_ISSUE, issue);
  if (found == NULL || reknit_record_is_private (REKNIT_RECORD (found)))
    return;

  add_issue (self, found, 0);
  gtk_check_button_set_active (get_check (g_ptr_array_index (self->issue_rows, 0)), TRUE);
}

/**
 * reknit_talk_form_clear:
 *
 * Forgets what was typed, once the talk has begun.
 */
void
reknit_talk_form_clear (ReknitTalkForm *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->topic_row), "");
  reknit_draft_keeper_drop (self->keeper);
  reknit_draft_keeper_open (self->keeper, 0);
}
