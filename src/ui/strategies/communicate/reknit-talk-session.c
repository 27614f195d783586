#include "reknit-talk-session.h"

#include "reknit-agreement-card.h"
#include "reknit-break-chooser.h"
#include "reknit-config.h"
#include "reknit-session-frame.h"
#include "reknit-talk-break.h"
#include "reknit-talk-close.h"
#include "reknit-talk-floor.h"
#include "reknit-talk-outcome.h"

#include <glib/gi18n-lib.h>

/**
 * ReknitTalkSession:
 *
 * A talk from its first page to its last: the ground rules, the floor, breaks, and the close. What is shown follows
 * from the talk as it stands in the store, so that it goes on where it stopped.
 */
struct _ReknitTalkSession
{
  GtkWidget    parent_instance;

  ReknitSeats *seats;
  ReknitTalk  *talk;
  GtkStack    *stack;
  gboolean     rules_seen;
  gboolean     asks_for_break;
};

enum { LEAVE, ENDED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitTalkSession, reknit_talk_session, GTK_TYPE_WIDGET)

static void show (ReknitTalkSession *self);

static void on_leave (ReknitTalkSession *self) { g_signal_emit (self, signals[LEAVE], 0); }

static ReknitAgreementRevision *
find_rules (ReknitTalkSession *self)
{
  g_autoptr (ReknitAgreement) agreement =
    reknit_agreement_find (reknit_seats_get_store (self->seats), REKNIT_AGREEMENT_GROUND_RULES);

  return agreement != NULL ? reknit_agreement_get_in_force (agreement) : NULL;
}

static GtkWidget *
create_frame (ReknitTalkSession *self,
              const char        *title,
              const char        *subtitle,
              const char        *continue_label,
              GtkWidget         *child,
              GCallback          on_continue)
{
  GtkWidget *frame = reknit_session_frame_new ();

  g_object_set (frame, "title", title, "subtitle", subtitle, "continue-label", continue_label, "child", child, NULL);
  g_signal_connect_object (frame, "continue", on_continue, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (frame, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  return frame;
}

static void
on_rules_seen (ReknitTalkSession *self)
{
  if (!reknit_record_is_stored (REKNIT_RECORD (self->talk))
      && !reknit_talk_begin (reknit_seats_get_store (self->seats), self->talk, NULL))
    return;

  self->rules_seen = TRUE;
  show (self);
}

static GtkWidget *
create_rules_page (ReknitTalkSession *self)
{
  g_autoptr (ReknitAgreementRevision) rules = find_rules (self);
  gboolean begun = reknit_record_is_stored (REKNIT_RECORD (self->talk));
  GtkWidget *button;

  if (rules != NULL)
    return create_frame (self, _("What We Hold To"), NULL, begun ? _("Go On") : _("Begin"),
                         reknit_agreement_card_new (self->seats, rules, REKNIT_AGREEMENT_CARD_RULES),
                         G_CALLBACK (on_rules_seen));

  button = gtk_button_new_with_label (_("Set Ground Rules First"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "ground-rules");
  return create_frame (self, _("Before You Begin"),
                       _("A few rules that both of you have signed make a hard talk safer. They are written more easily on a calm day than in the middle of it."),
                       _("Begin Without"), button, G_CALLBACK (on_rules_seen));
}

static void
on_break_chosen (ReknitTalkSession  *self,
                 ReknitSessionFrame *frame)
{
  ReknitBreakChooser *chooser = REKNIT_BREAK_CHOOSER (reknit_session_frame_get_child (frame));

  if (!reknit_talk_pause (self->talk, reknit_break_chooser_get_back_at (chooser), NULL))
    return;

  self->asks_for_break = FALSE;
  show (self);
}

static void
on_break_given_up (ReknitTalkSession *self)
{
  self->asks_for_break = FALSE;
  show (self);
}

static GtkWidget *
create_break_form (ReknitTalkSession *self)
{
  GtkWidget *frame = create_frame (self, _("Take a Break"),
                                   _("A flooded body needs at least 20 minutes. Agree on when you are back; Reknit calls you both."),
                                   _("Begin the Break"), reknit_break_chooser_new (), G_CALLBACK (on_break_chosen));

  g_object_set (frame, "can-go-back", TRUE, NULL);
  g_signal_connect_object (frame, "back", G_CALLBACK (on_break_given_up), self, G_CONNECT_SWAPPED);
  return frame;
}

static void
on_resume (ReknitTalkSession *self)
{
  if (!reknit_talk_resume (self->talk, NULL))
    return;

  self->rules_seen = FALSE;
  show (self);
}

static void
on_pause (ReknitTalkSession *self)
{
  gint64 now = reknit_clock_now (reknit_clock_get_default ());

  reknit_talk_hold_clock (self->talk, now);
  reknit_store_save (reknit_seats_get_store (self->seats), NULL, self->talk, NULL);
  self->asks_for_break = TRUE;
  show (self);
}

static void
on_stepped (ReknitTalkSession *self)
{
  ReknitTalkPhase phase = (ReknitTalkPhase) reknit_record_get_integer (self->talk, "phase");

  /* The floor goes through the steps of a turn by itself. */
  if (phase == REKNIT_TALK_PHASE_ENDED)
    g_signal_emit (self, signals[ENDED], 0);
  else if (phase == REKNIT_TALK_PHASE_CLOSING || !REKNIT_IS_TALK_FLOOR (gtk_stack_get_visible_child (self->stack)))
    show (self);
}

static GtkWidget *
create_page (ReknitTalkSession *self)
{
  gboolean stored = reknit_record_is_stored (REKNIT_RECORD (self->talk));
  g_autoptr (ReknitAgreementRevision) rules = find_rules (self);
  GtkWidget *page;

  if (stored && reknit_talk_is_paused (self->talk))
    {
      page = reknit_talk_break_new (self->talk);
      g_signal_connect_object (page, "resume", G_CALLBACK (on_resume), self, G_CONNECT_SWAPPED);
    }
  else if (!self->rules_seen && (!stored || rules != NULL))
    return create_rules_page (self);
  else if (self->asks_for_break)
    return create_break_form (self);
  else if (reknit_record_get_integer (self->talk, "phase") == REKNIT_TALK_PHASE_CLOSING)
    page = reknit_talk_close_new (self->seats, self->talk);
  else
    {
      page = reknit_talk_floor_new (self->seats, self->talk);
      g_signal_connect_object (page, "pause", G_CALLBACK (on_pause), self, G_CONNECT_SWAPPED);
    }

  if (!REKNIT_IS_TALK_BREAK (page))
    g_signal_connect_object (page, "stepped", G_CALLBACK (on_stepped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  return page;
}

static gboolean
remove_old_page (gpointer user_data)
{
  g_autoptr (GtkWidget) page = user_data;

  if (GTK_IS_STACK (gtk_widget_get_parent (page)))
    gtk_stack_remove (GTK_STACK (gtk_widget_get_parent (page)), page);
  return G_SOURCE_REMOVE;
}

/* The old page goes later: it may be in the middle of telling what led here. */
static void
show (ReknitTalkSession *self)
{
  GtkWidget *old = gtk_stack_get_visible_child (self->stack);
  GtkWidget *page = create_page (self);

  gtk_stack_add_child (self->stack, page);
  gtk_stack_set_visible_child (self->stack, page);
  if (old != NULL)
    g_idle_add (remove_old_page, g_object_ref (old));
}

static void
reknit_talk_session_dispose (GObject *object)
{
  ReknitTalkSession *self = REKNIT_TALK_SESSION (object);

  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_object (&self->talk);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_talk_session_parent_class)->dispose (object);
}

static void
reknit_talk_session_class_init (ReknitTalkSessionClass *klass)
{
  static const char *const names[N_SIGNALS] = { "leave", "ended" };

  G_OBJECT_CLASS (klass)->dispose = reknit_talk_session_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], REKNIT_TYPE_TALK_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
reknit_talk_session_init (ReknitTalkSession *self)
{
  self->stack = g_object_new (GTK_TYPE_STACK,
                              "transition-type", GTK_STACK_TRANSITION_TYPE_CROSSFADE,
                              "hhomogeneous", FALSE,
                              "vhomogeneous", FALSE,
                              NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/**
 * reknit_talk_session_new:
 * @seats: who the two are, and the store
 * @talk: a new talk, which is stored when it begins, or one that waits to go on
 *
 * Returns: (transfer floating): the session
 */
GtkWidget *
reknit_talk_session_new (ReknitSeats *seats,
                         ReknitTalk  *talk)
{
  ReknitTalkSession *self = g_object_new (REKNIT_TYPE_TALK_SESSION, NULL);

  self->seats = g_object_ref (seats);
  self->talk = g_object_ref (talk);
  if (reknit_record_is_stored (REKNIT_RECORD (talk)))
    reknit_talk_recover (talk, NULL);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_talk_session_get_talk:
 *
 * Returns: (transfer none): the talk
 */
ReknitTalk *
reknit_talk_session_get_talk (ReknitTalkSession *self)
{
  return self->talk;
}
