#include "reknit-issue-track.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

#include "reknit-communicate-text.h"
#include "reknit-template.h"
#include "reknit-wrap-box.h"

/**
 * ReknitIssueTrack:
 *
 * How far the two have come with an issue, and the step in either direction.
 */
struct _ReknitIssueTrack
{
  GtkWidget         parent_instance;

  GtkLabel         *state_label;
  GtkWidget        *steps;
  GtkButton        *next_button;
  GtkButton        *back_button;

  ReknitIssueState  state;
};

enum { MOVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitIssueTrack, reknit_issue_track, GTK_TYPE_WIDGET)

static void
on_next (ReknitIssueTrack *self)
{
  g_signal_emit (self, signals[MOVE], 0, self->state + 1);
}

static void
on_back (ReknitIssueTrack *self)
{
  g_signal_emit (self, signals[MOVE], 0, self->state - 1);
}

static void
reknit_issue_track_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_ISSUE_TRACK);
  G_OBJECT_CLASS (reknit_issue_track_parent_class)->dispose (object);
}

static void
reknit_issue_track_class_init (ReknitIssueTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_issue_track_dispose;
  signals[MOVE] = g_signal_new ("move", REKNIT_TYPE_ISSUE_TRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, REKNIT_TYPE_ISSUE_STATE);

  g_type_ensure (REKNIT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-issue-track.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueTrack, state_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueTrack, steps);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueTrack, next_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitIssueTrack, back_button);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
reknit_issue_track_init (ReknitIssueTrack *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int state = REKNIT_ISSUE_STATE_RAISED; state <= REKNIT_ISSUE_STATE_SETTLED; state++)
    {
      GtkWidget *step = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (step, "issue-step");
      gtk_box_append (GTK_BOX (self->steps), step);
    }
  reknit_issue_track_set_state (self, REKNIT_ISSUE_STATE_RAISED);
}

/**
 * reknit_issue_track_new:
 *
 * Returns: (transfer floating): a track at its beginning
 */
GtkWidget *
reknit_issue_track_new (void)
{
  return g_object_new (REKNIT_TYPE_ISSUE_TRACK, NULL);
}

/**
 * reknit_issue_track_set_state:
 * @state: how far it has come
 */
void
reknit_issue_track_set_state (ReknitIssueTrack *self,
                              ReknitIssueState  state)
{
  GtkWidget *step = gtk_widget_get_first_child (self->steps);

  self->state = state;
  gtk_label_set_label (self->state_label, reknit_communicate_text_state (state));
  for (int i = REKNIT_ISSUE_STATE_RAISED; step != NULL; i++, step = gtk_widget_get_next_sibling (step))
    {
      if (i <= (int) state)
        gtk_widget_add_css_class (step, "done");
      else
        gtk_widget_remove_css_class (step, "done");
    }

  gtk_widget_set_visible (GTK_WIDGET (self->next_button), state < REKNIT_ISSUE_STATE_SETTLED);
  if (state < REKNIT_ISSUE_STATE_SETTLED)
    gtk_button_set_label (self->next_button, reknit_communicate_text_step (state + 1));
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), state > REKNIT_ISSUE_STATE_RAISED);
  if (state > REKNIT_ISSUE_STATE_RAISED)
    {
      /* Translators: a button that takes an issue one step back; %s is a state, such as “Raised”. */
      g_autofree char *label = g_strdup_printf (_("Back to “%s”"), reknit_communicate_text_state (state - 1));

      gtk_button_set_label (self->back_button, label);
    }
}
