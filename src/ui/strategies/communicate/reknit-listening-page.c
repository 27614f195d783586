#include "reknit-listening-page.h"

#include "reknit-config.h"
#include "reknit-issue.h"
#include "reknit-new-day.h"
#include "reknit-reminder.h"
#include "reknit-talk-form.h"
#include "reknit-talk-outcome.h"
#include "reknit-talk-session.h"
#include "reknit-talk-texts.h"
#include "reknit-talk-view.h"
#include "reknit-tools.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Every talk of years would be a long page; older ones are found by the search. */
#define N_PAST 50

/**
 * ReknitListeningPage:
 *
 * The listening room from outside: a talk that waits to go on, or a new one; and the talks that were.
 */
struct _ReknitListeningPage
{
  ReknitPracticePage  parent_instance;

  ReknitTalk         *talk;
  gint64              viewed;     /* the talk whose page was opened last */
  ReknitQueryList    *talks;
  GtkWidget          *form;

  GtkWidget          *alone;
  GtkWidget          *room;
  GtkWidget          *current;
  GtkLabel           *current_topic;
  GtkLabel           *current_standing;
  AdwBin             *form_bin;
  GtkWidget          *past;
  GtkListBox         *past_list;
};

G_DEFINE_FINAL_TYPE (ReknitListeningPage, reknit_listening_page, REKNIT_TYPE_PRACTICE_PAGE)

static ReknitSeats *
get_seats (ReknitListeningPage *self)
{
  return reknit_practice_page_get_seats (REKNIT_PRACTICE_PAGE (self));
}

static ReknitStore *
get_store (ReknitListeningPage *self)
{
  return reknit_seats_get_store (get_seats (self));
}

static void
open_talk (ReknitListeningPage *self,
           ReknitTalk          *talk)
{
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (self);

  self->viewed = reknit_record_get_id (REKNIT_RECORD (talk));
  reknit_practice_page_pop_all (page);
  reknit_practice_page_push (page, reknit_talk_view_new (get_seats (self), talk), _("Talk"));
}

static void
on_leave (ReknitListeningPage *self)
{
  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (self));
}

static void
on_ended (ReknitListeningPage *self,
          ReknitTalkSession   *session)
{
  g_autoptr (ReknitTalk) talk = g_object_ref (reknit_talk_session_get_talk (session));

  open_talk (self, talk);
}

static void
open_session (ReknitListeningPage *self,
              ReknitTalk          *talk)
{
  ReknitPracticePage *page = REKNIT_PRACTICE_PAGE (self);
  GtkWidget *session = reknit_talk_session_new (get_seats (self), talk);

  reknit_practice_page_drop_undo_toast (page);
  reknit_practice_page_pop_all (page);
  g_signal_connect_object (session, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  reknit_practice_page_push (page, session, reknit_practice_get_title (reknit_practice_page_get_practice (page)));
  reknit_practice_page_set_immersive (page, TRUE);
}

static void
on_begin (ReknitListeningPage *self,
          ReknitTalk          *talk)
{
  open_session (self, talk);
}

static void
show_form (ReknitListeningPage *self)
{
  gboolean wanted = self->talk == NULL && reknit_seats_has_couple (get_seats (self));

  if (wanted == (self->form != NULL))
    return;

  self->form = wanted ? reknit_talk_form_new (get_seats (self)) : NULL;
  if (wanted)
    g_signal_connect_object (self->form, "begin", G_CALLBACK (on_begin), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->form_bin, self->form);
}

static void
refresh (ReknitListeningPage *self)
{
  gboolean couple = reknit_seats_has_couple (get_seats (self));

  if (self->talk == NULL && self->form != NULL)
    {
      g_autoptr (ReknitTalk) begun = reknit_talk_current (get_store (self));

      if (begun != NULL)
        reknit_talk_form_clear (REKNIT_TALK_FORM (self->form));
    }
  g_clear_object (&self->talk);
  self->talk = reknit_talk_current (get_store (self));
  reknit_practice_page_set_child (REKNIT_PRACTICE_PAGE (self), couple ? self->room : self->alone);
  gtk_widget_set_visible (self->current, self->talk != NULL);
  if (self->talk != NULL && couple)
    {
      g_autofree char *standing = reknit_talk_text_for_standing (get_seats (self), self->talk);

      gtk_label_set_label (self->current_topic, reknit_record_get_text (self->talk, "topic"));
      gtk_label_set_label (self->current_standing, standing);
    }
  show_form (self);
  gtk_widget_set_visible (self->past, g_list_model_get_n_items (G_LIST_MODEL (self->talks)) > 0);
}

/* The page of a talk says how far its issue has come. */
static void
refresh_view (ReknitListeningPage *self)
{
  GtkWidget *subpage = reknit_practice_page_get_subpage (REKNIT_PRACTICE_PAGE (self));
  g_autoptr (ReknitTalk) talk = NULL;

  if (subpage == NULL || REKNIT_IS_TALK_SESSION (subpage))
    return;

  talk = reknit_store_find (get_store (self), REKNIT_TYPE_TALK, self->viewed);
  if (talk != NULL)
    open_talk (self, talk);
}

static void
on_store_changed (ReknitListeningPage *self,
                  ReknitChangeSet     *changes)
{
  if (reknit_change_set_has_table (changes, "issue"))
    refresh_view (self);
  if (reknit_change_set_is_everything (changes) || reknit_change_set_has_table (changes, "talk"))
    refresh (self);
}

static void
on_past_changed (ReknitListeningPage *self)
{
  gtk_widget_set_visible (self->past, g_list_model_get_n_items (G_LIST_MODEL (self->talks)) > 0);
}

static void
on_talk_activated (ReknitListeningPage *self,
                   GtkListBoxRow       *row)
{
  g_autoptr (ReknitTalk) talk = g_list_model_get_item (G_LIST_MODEL (self->talks), (guint) gtk_list_box_row_get_index (row));

  if (talk != NULL)
    open_talk (self, talk);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return reknit_talk_view_create_row (item);
}

static void
on_go_on (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ReknitListeningPage *self = user_data;

  if (self->talk != NULL)
    open_session (self, self->talk);
}

static void
on_finish_talk (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ReknitListeningPage *self = user_data;

  if (self->talk == NULL || (reknit_talk_is_paused (self->talk) && !reknit_talk_resume (self->talk, NULL)))
    return;
  if (reknit_talk_step (self->talk, REKNIT_TALK_PHASE_CLOSING, NULL))
    open_session (self, self->talk);
}

static void
on_talked (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  ReknitListeningPage *self = user_data;
  g_autoptr (ReknitIssue) issue = reknit_store_find (get_store (self), REKNIT_TYPE_ISSUE, g_variant_get_int64 (parameter));

  if (issue == NULL)
    return;

  if (!reknit_issue_move (issue, _("Mark as Talked Over"), REKNIT_ISSUE_STATE_TALKED, NULL))
    return;

  reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (self), _("Marked as talked over"));
}

static void
on_delete_talk (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ReknitListeningPage *self = user_data;
  g_autoptr (ReknitTalk) talk = reknit_store_find (get_store (self), REKNIT_TYPE_TALK, g_variant_get_int64 (parameter));

  if (talk == NULL || !reknit_talk_remove (talk, _("Delete Talk"), NULL))
    return;

  reknit_practice_page_pop_all (REKNIT_PRACTICE_PAGE (self));
  reknit_practice_page_undo_toast (REKNIT_PRACTICE_PAGE (self), _("Talk deleted"));
}

static void
reknit_listening_page_open_subject (ReknitPracticePage *page,
                                    const char         *table,
                                    gint64              id)
{
  ReknitListeningPage *self = REKNIT_LISTENING_PAGE (page);
  g_autoptr (ReknitTalk) talk = NULL;

  if (!reknit_seats_has_couple (get_seats (self)))
    return;
  if (strcmp (table, "issue") == 0)
    {
      reknit_practice_page_pop_all (page);
      if (self->form != NULL)
        reknit_talk_form_choose_issue (REKNIT_TALK_FORM (self->form), id);
      return;
    }

  talk = reknit_store_find (get_store (self), REKNIT_TYPE_TALK, id);
  if (talk == NULL)
    return;
  if (reknit_record_get_integer (talk, "ended") > 0)
    open_talk (self, talk);
  else
    open_session (self, talk);
}

static void
install_actions (ReknitListeningPage *self)
{
  static const GActionEntry entries[] = {
    { "go-on", on_go_on },
    { "finish-talk", on_finish_talk },
    { "talked", on_talked, "x" },
    { "delete-talk", on_delete_talk, "x" },
  };

  g_action_map_add_action_entries (reknit_practice_page_get_actions (REKNIT_PRACTICE_PAGE (self)),
                                   entries, G_N_ELEMENTS (entries), self);
}

static void
reknit_listening_page_constructed (GObject *object)
{
  ReknitListeningPage *self = REKNIT_LISTENING_PAGE (object);
  g_autoptr (ReknitQuery) query = reknit_query_limit (reknit_talk_query_past (), N_PAST);

  G_OBJECT_CLASS (reknit_listening_page_parent_class)->constructed (object);

  install_actions (self);
  self->talks = reknit_query_list_new (get_store (self), query);
  gtk_list_box_bind_model (self->past_list, G_LIST_MODEL (self->talks), create_row, NULL, NULL);
  g_signal_connect_object (self->talks, "items-changed", G_CALLBACK (on_past_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_seats (self), "notify::has-couple", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  reknit_new_day_watch (self, G_CALLBACK (refresh));
}

static void
reknit_listening_page_dispose (GObject *object)
{
  ReknitListeningPage *self = REKNIT_LISTENING_PAGE (object);

  reknit_practice_page_set_child (REKNIT_PRACTICE_PAGE (self), NULL);
  g_clear_object (&self->talks);
  g_clear_object (&self->talk);
  G_OBJECT_CLASS (reknit_listening_page_parent_class)->dispose (object);
}

static void
reknit_listening_page_class_init (ReknitListeningPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = reknit_listening_page_constructed;
  object_class->dispose = reknit_listening_page_dispose;
  REKNIT_PRACTICE_PAGE_CLASS (klass)->open_subject = reknit_listening_page_open_subject;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-listening-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitListeningPage, alone);
  gtk_widget_class_bind_template_child (widget_class, ReknitListeningPage, room);
  gtk_widget_class_bind_template_child (widget_class, ReknitListeningPage, current);
  gtk_widget_class_bind_template_child (widget_class, ReknitListeningPage, current_topic);
  gtk_widget_class_bind_template_child (widget_class, ReknitListeningPage, current_standing);
  gtk_widget_class_bind_template_child (widget_class, ReknitListeningPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, ReknitListeningPage, past);
  gtk_widget_class_bind_template_child (widget_class, ReknitListeningPage, past_list);
  gtk_widget_class_bind_template_callback (widget_class, on_talk_activated);
}

static void
reknit_listening_page_init (ReknitListeningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (ReknitSeats    *seats,
          ReknitPractice *practice)
{
  return reknit_talk_text_for_card (seats);
}

/**
 * reknit_listening_page_register:
 *
 * Makes the page the one that works the tool "listening-room".
 */
void
reknit_listening_page_register (void)
{
  reknit_tools_register ("listening-room", REKNIT_TYPE_LISTENING_PAGE);
  reknit_tools_register_live_line ("listening-room", describe);
}
