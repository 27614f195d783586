#include "reknit-talk-break.h"

#include "reknit-config.h"
#include "reknit-content.h"
#include "reknit-session-frame.h"
#include "reknit-time-text.h"

#include <glib/gi18n-lib.h>

/* A break is no race: the minutes are told, not the seconds. */
#define TICK_SECONDS 5
#define N_IDEAS      3

/**
 * ReknitTalkBreak:
 *
 * What is on the screen while the two are apart: when they are back, and what helps until then.
 */
struct _ReknitTalkBreak
{
  GtkWidget           parent_instance;

  ReknitTalk         *talk;
  GtkWidget          *frame;
  GtkBox             *ideas;
  guint               first_idea;
  guint               tick_source;
};

enum { RESUME, LEAVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitTalkBreak, reknit_talk_break, GTK_TYPE_WIDGET)

static void on_continue (ReknitTalkBreak *self) { g_signal_emit (self, signals[RESUME], 0); }
static void on_leave    (ReknitTalkBreak *self) { g_signal_emit (self, signals[LEAVE], 0); }

/**
 * reknit_talk_break_tick:
 *
 * Looks at the time and shows it; done by itself while it is seen.
 */
void
reknit_talk_break_tick (ReknitTalkBreak *self)
{
  ReknitClock *clock = reknit_clock_get_default ();
  gint64 back_at = reknit_record_get_integer (self->talk, "back-at");
  gboolean over = back_at <= reknit_clock_now (clock);
  g_autofree char *moment = reknit_time_text_for_moment (clock, back_at);
  g_autofree char *distance = reknit_time_text_for_distance (clock, back_at);
  /* Translators: when a break ends: “Today, 19:40” and “in 18 minutes” */
  g_autofree char *until = g_strdup_printf (_("You are both back here: %1$s, %2$s."), moment, distance);

  g_object_set (self->frame,
                "title", over ? _("Welcome Back") : _("A Break"),
                "subtitle", over ? _("Go on when both of you are here and calm. If one of you needs longer, take another break.") : until,
                "continue-label", over ? _("Go On with the Talk") : _("We Are Both Back Already"),
                NULL);
}

static gboolean
on_tick (gpointer user_data)
{
  reknit_talk_break_tick (user_data);
  return G_SOURCE_CONTINUE;
}

static void
reknit_talk_break_map (GtkWidget *widget)
{
  ReknitTalkBreak *self = REKNIT_TALK_BREAK (widget);

  GTK_WIDGET_CLASS (reknit_talk_break_parent_class)->map (widget);
  reknit_talk_break_tick (self);
  self->tick_source = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

static void
reknit_talk_break_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&REKNIT_TALK_BREAK (widget)->tick_source, g_source_remove);
  GTK_WIDGET_CLASS (reknit_talk_break_parent_class)->unmap (widget);
}

static void
show_ideas (ReknitTalkBreak *self)
{
  GListModel *ideas = reknit_content_get_suggestions (reknit_content_get_default (), "break-ideas");
  const guint n = ideas != NULL ? g_list_model_get_n_items (ideas) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->ideas))) != NULL)
    gtk_box_remove (self->ideas, child);
  for (guint i = 0; i < MIN (n, N_IDEAS); i++)
    {
      g_autoptr (ReknitSuggestion) idea = g_list_model_get_item (ideas, (self->first_idea + i) % n);
      GtkWidget *label = gtk_label_new (reknit_suggestion_get_text (idea));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_box_append (self->ideas, label);
    }
}

static void
on_more (ReknitTalkBreak *self)
{
  self->first_idea += N_IDEAS;
  show_ideas (self);
}

static GtkWidget *
create_helps (ReknitTalkBreak *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_("What helps until then"));
  GtkWidget *more = gtk_button_new_with_label (_("Other Ideas"));

  self->ideas = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_halign (more, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (more, "clicked", G_CALLBACK (on_more), self);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ideas));
  gtk_box_append (GTK_BOX (box), more);
  show_ideas (self);
  return box;
}

static void
reknit_talk_break_dispose (GObject *object)
{
  ReknitTalkBreak *self = REKNIT_TALK_BREAK (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_object (&self->talk);
  G_OBJECT_CLASS (reknit_talk_break_parent_class)->dispose (object);
}

static void
reknit_talk_break_class_init (ReknitTalkBreakClass *klass)
{
  static const char *const names[N_SIGNALS] = { "resume", "leave" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_talk_break_dispose;
  widget_class->map = reknit_talk_break_map;
  widget_class->unmap = reknit_talk_break_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], REKNIT_TYPE_TALK_BREAK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
reknit_talk_break_init (ReknitTalkBreak *self)
{
}

/**
 * reknit_talk_break_new:
 * @talk: a stored talk on a break
 *
 * Returns: (transfer floating): the page of its break
 */
GtkWidget *
reknit_talk_break_new (ReknitTalk *talk)
{
  ReknitTalkBreak *self = g_object_new (REKNIT_TYPE_TALK_BREAK, NULL);

  self->talk = g_object_ref (talk);
  self->frame = reknit_session_frame_new ();
  reknit_session_frame_set_child (REKNIT_SESSION_FRAME (self->frame), create_helps (self));
  g_signal_connect_swapped (self->frame, "continue", G_CALLBACK (on_continue), self);
  g_signal_connect_swapped (self->frame, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  reknit_talk_break_tick (self);
  return GTK_WIDGET (self);
}
