#include "reknit-talk-floor.h"

#include "reknit-config.h"
#include "reknit-draft-keeper.h"
#include "reknit-fold-box.h"
#include "reknit-talk-outcome.h"
#include "reknit-talk-pane.h"
#include "reknit-template.h"
#include "reknit-turn-clock.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What a power cut may cost the speaker at most. */
#define KEEP_SECONDS 10

/**
 * ReknitTalkFloor:
 *
 * The listening room while a turn goes on: the clock, the speaker’s place and the listener’s.
 */
struct _ReknitTalkFloor
{
  GtkWidget          parent_instance;

  ReknitSeats       *seats;
  ReknitTalk        *talk;
  ReknitTalkTurn    *turn;
  ReknitDraftKeeper *keeper;
  guint              keep_source;

  GtkLabel          *topic;
  GtkWidget         *clock_box;
  ReknitTurnClock   *clock;
  GtkLabel          *clock_words;
  GtkButton         *clock_button;
  ReknitTalkPane    *first;
  ReknitTalkPane    *second;
};

enum { STEPPED, PAUSE, LEAVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitTalkFloor, reknit_talk_floor, GTK_TYPE_WIDGET)

static void on_pause (ReknitTalkFloor *self) { g_signal_emit (self, signals[PAUSE], 0); }
static void on_leave (ReknitTalkFloor *self) { g_signal_emit (self, signals[LEAVE], 0); }

static ReknitTalkPhase
get_phase (ReknitTalkFloor *self)
{
  return (ReknitTalkPhase) reknit_record_get_integer (self->talk, "phase");
}

static ReknitTalkPane *
get_speaker_pane (ReknitTalkFloor *self)
{
  ReknitPartner *first = reknit_seats_get_first (self->seats);

  return reknit_record_get_integer (self->talk, "speaker") == reknit_record_get_id (REKNIT_RECORD (first))
         ? self->first : self->second;
}

static ReknitTalkPane *
get_listener_pane (ReknitTalkFloor *self)
{
  return get_speaker_pane (self) == self->first ? self->second : self->first;
}

static const char *
get_text (ReknitTalkFloor *self,
          const char      *property)
{
  return self->turn != NULL ? reknit_record_get_text (self->turn, property) : NULL;
}

static ReknitTalkPaneView
view_of_speaker (ReknitTalkFloor *self)
{
  ReknitTalkPaneView view = { .role = C_("place in a talk", "Speaker") };

  switch (get_phase (self))
    {
    case REKNIT_TALK_PHASE_SPEAKING:
      view.words = _("Say one or two things, and speak of yourself.");
      view.starters = "speaker-starts";
      view.primary = _("I Have Said It");
      break;
    case REKNIT_TALK_PHASE_REFLECTING:
      view.words = _("Listen: is that what you meant?");
      break;
    case REKNIT_TALK_PHASE_CONFIRMING:
      view.words = _("Is that what you meant?");
      view.quote = get_text (self, "reflection");
      view.field = _("What I meant, if something is missing");
      view.text = get_text (self, "correction");
      view.primary = _("Yes, That Is It");
      view.secondary = _("Not Quite: Once More");
      break;
    default:
      view.words = _("Let it reach you. You need not answer.");
    }
  return view;
}

static ReknitTalkPaneView
view_of_listener (ReknitTalkFloor *self)
{
  ReknitTalkPaneView view = { .role = C_("place in a talk", "Listener") };

  switch (get_phase (self))
    {
    case REKNIT_TALK_PHASE_SPEAKING:
      view.words = _("Listen to understand. You will say back what you heard.");
      break;
    case REKNIT_TALK_PHASE_REFLECTING:
      view.words = _("Say back what you heard, in your own words.");
      view.quote = get_text (self, "correction");
      view.starters = "listener-reflections";
      view.field = _("What I heard (you need not write it)");
      view.text = get_text (self, "reflection");
      view.primary = _("Did I Get It?");
      break;
    case REKNIT_TALK_PHASE_CONFIRMING:
      view.words = _("Wait for the answer. There is nothing to defend.");
      break;
    default:
      view.words = _("Say what makes sense in it. You need not agree.");
      view.starters = "listener-validations";
      view.field = _("What makes sense to me (you need not write it)");
      view.text = get_text (self, "validation");
      view.primary = _("Swap Places");
      view.secondary = _("Bring the Talk to an End");
    }
  return view;
}

static void
update_clock_words (ReknitTalkFloor *self)
{
  const gboolean running = reknit_talk_is_running (self->talk);
  const gboolean over = reknit_turn_clock_get_remaining (self->clock) == 0;

  gtk_button_set_label (self->clock_button, running ? _("Hold the Clock") : _("Start the Clock"));
  gtk_widget_set_visible (GTK_WIDGET (self->clock_button), !over);
  gtk_label_set_label (self->clock_words, over ? _("Time to let the other in. Finish your sentence in peace.")
                                          : running ? "" : _("Start when you are both ready."));
  gtk_widget_set_visible (GTK_WIDGET (self->clock_words), over || !running);
}

static void
on_remaining (ReknitTalkFloor *self)
{
  if (self->talk != NULL)
    update_clock_words (self);
}

static gboolean
on_keep (gpointer user_data)
{
  reknit_talk_keep_clock (((ReknitTalkFloor *) user_data)->talk, NULL);
  return G_SOURCE_CONTINUE;
}

static void
update_keeping (ReknitTalkFloor *self)
{
  gboolean running = reknit_talk_is_running (self->talk) && gtk_widget_get_mapped (GTK_WIDGET (self));

  if (running && self->keep_source == 0)
    self->keep_source = g_timeout_add_seconds (KEEP_SECONDS, on_keep, self);
  else if (!running)
    g_clear_handle_id (&self->keep_source, g_source_remove);
}

static void
on_clock_button (ReknitTalkFloor *self)
{
  gint64 now = reknit_clock_now (reknit_clock_get_default ());

  if (reknit_talk_is_running (self->talk))
    reknit_talk_hold_clock (self->talk, now);
  else
    reknit_talk_run_clock (self->talk, now);
  reknit_store_save (reknit_seats_get_store (self->seats), NULL, self->talk, NULL);
  update_clock_words (self);
  update_keeping (self);
}

static void
update (ReknitTalkFloor *self)
{
  ReknitTalkPaneView speaker, listener;

  reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->turn);
  self->turn = reknit_talk_get_turn (self->talk);

  speaker = view_of_speaker (self);
  listener = view_of_listener (self);
  reknit_talk_pane_show (get_speaker_pane (self), &speaker);
  reknit_talk_pane_show (get_listener_pane (self), &listener);
  if (self->turn != NULL)
    reknit_draft_keeper_open (self->keeper, reknit_record_get_id (REKNIT_RECORD (self->turn)));

  gtk_widget_set_visible (self->clock_box, get_phase (self) == REKNIT_TALK_PHASE_SPEAKING);
  gtk_widget_remove_css_class (GTK_WIDGET (self->clock), "seat-first");
  gtk_widget_remove_css_class (GTK_WIDGET (self->clock), "seat-second");
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), get_speaker_pane (self) == self->first ? "seat-first" : "seat-second");
  update_clock_words (self);
  update_keeping (self);
}

static void
keep_text (ReknitTalkFloor *self,
           const char      *property,
           ReknitTalkPane  *pane)
{
  g_autofree char *text = reknit_talk_pane_dup_text (pane);

  g_strstrip (text);
  g_object_set (self->turn, property, *text != '\0' ? text : NULL, NULL);
}

/* The draft goes once its text stands in the turn. */
static void
finish_step (ReknitTalkFloor *self,
             gboolean         written)
{
  if (!written)
    return;

  reknit_draft_keeper_drop (self->keeper);
  update (self);
  g_signal_emit (self, signals[STEPPED], 0);
}

static void
on_primary (ReknitTalkFloor *self)
{
  ReknitPartner *speaker = reknit_seats_find (self->seats, reknit_record_get_integer (self->talk, "speaker"));

  switch (get_phase (self))
    {
    case REKNIT_TALK_PHASE_SPEAKING:
      finish_step (self, reknit_talk_step (self->talk, REKNIT_TALK_PHASE_REFLECTING, NULL));
      break;
    case REKNIT_TALK_PHASE_REFLECTING:
      keep_text (self, "reflection", get_listener_pane (self));
      finish_step (self, reknit_talk_step (self->talk, REKNIT_TALK_PHASE_CONFIRMING, NULL));
      break;
    case REKNIT_TALK_PHASE_CONFIRMING:
      keep_text (self, "correction", get_speaker_pane (self));
      g_object_set (self->turn, "confirmed", TRUE, NULL);
      finish_step (self, reknit_talk_step (self->talk, REKNIT_TALK_PHASE_VALIDATING, NULL));
      break;
    case REKNIT_TALK_PHASE_VALIDATING:
      keep_text (self, "validation", get_listener_pane (self));
      finish_step (self, reknit_talk_pass_floor (self->talk, reknit_seats_get_other (self->seats, speaker), NULL));
      break;
    default:
      break;
    }
}

static void
on_secondary (ReknitTalkFloor *self)
{
  if (get_phase (self) == REKNIT_TALK_PHASE_CONFIRMING)
    {
      keep_text (self, "correction", get_speaker_pane (self));
      finish_step (self, reknit_talk_step (self->talk, REKNIT_TALK_PHASE_REFLECTING, NULL));
    }
  else if (get_phase (self) == REKNIT_TALK_PHASE_VALIDATING)
    {
      keep_text (self, "validation", get_listener_pane (self));
      finish_step (self, reknit_talk_step (self->talk, REKNIT_TALK_PHASE_CLOSING, NULL));
    }
}

static void
reknit_talk_floor_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (reknit_talk_floor_parent_class)->map (widget);
  update_keeping (REKNIT_TALK_FLOOR (widget));
}

/* A clock that nobody sees does not run. */
static void
reknit_talk_floor_unmap (GtkWidget *widget)
{
  ReknitTalkFloor *self = REKNIT_TALK_FLOOR (widget);

  GTK_WIDGET_CLASS (reknit_talk_floor_parent_class)->unmap (widget);
  update_keeping (self);
  if (reknit_talk_is_running (self->talk))
    on_clock_button (self);
}

static void
reknit_talk_floor_dispose (GObject *object)
{
  ReknitTalkFloor *self = REKNIT_TALK_FLOOR (object);

  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (self->keeper != NULL)
    reknit_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  reknit_template_dispose (GTK_WIDGET (self), REKNIT_TYPE_TALK_FLOOR);
  g_clear_object (&self->turn);
  g_clear_object (&self->talk);
  g_clear_object (&self->seats);
  G_OBJECT_CLASS (reknit_talk_floor_parent_class)->dispose (object);
}

static void
reknit_talk_floor_class_init (ReknitTalkFloorClass *klass)
{
  static const char *const names[N_SIGNALS] = { "stepped", "pause", "leave" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_talk_floor_dispose;
  widget_class->map = reknit_talk_floor_map;
  widget_class->unmap = reknit_talk_floor_unmap;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], REKNIT_TYPE_TALK_FLOOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REKNIT_TYPE_FOLD_BOX);
  g_type_ensure (REKNIT_TYPE_TALK_PANE);
  g_type_ensure (REKNIT_TYPE_TURN_CLOCK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-talk-floor.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkFloor, topic);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkFloor, clock_box);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkFloor, clock);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkFloor, clock_words);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkFloor, clock_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkFloor, first);
  gtk_widget_class_bind_template_child (widget_class, ReknitTalkFloor, second);
  gtk_widget_class_bind_template_callback (widget_class, on_pause);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_remaining);
  gtk_widget_class_bind_template_callback (widget_class, on_clock_button);
  gtk_widget_class_bind_template_callback (widget_class, on_primary);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary);
}

static void
reknit_talk_floor_init (ReknitTalkFloor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_talk_floor_new:
 * @seats: who the two are
 * @talk: a stored talk in one of the steps of a turn
 *
 * Returns: (transfer floating): the room
 */
GtkWidget *
reknit_talk_floor_new (ReknitSeats *seats,
                       ReknitTalk  *talk)
{
  ReknitTalkFloor *self = g_object_new (REKNIT_TYPE_TALK_FLOOR, NULL);

  self->seats = g_object_ref (seats);
  self->talk = g_object_ref (talk);
  self->keeper = reknit_draft_keeper_new (seats, "talk-turn");
  reknit_draft_keeper_bind (self->keeper, "first", self->first, "text");
  reknit_draft_keeper_bind (self->keeper, "second", self->second, "text");
  gtk_label_set_label (self->topic, reknit_record_get_text (talk, "topic"));
  reknit_talk_pane_set_partner (self->first, reknit_seats_get_first (seats));
  reknit_talk_pane_set_partner (self->second, reknit_seats_get_second (seats));

  g_object_bind_property (talk, "turn-seconds", self->clock, "total", G_BINDING_SYNC_CREATE);
  g_object_bind_property (talk, "clock-spent", self->clock, "spent", G_BINDING_SYNC_CREATE);
  g_object_bind_property (talk, "clock-started", self->clock, "started", G_BINDING_SYNC_CREATE);
  update (self);
  return GTK_WIDGET (self);
}
