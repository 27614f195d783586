#include "reknit-session-frame.h"

#include "reknit-config.h"
#include "reknit-template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * ReknitSessionFrame:
 *
 * The frame of a guided session: one thing at a time, in type that two people can read from a sofa, with a way on, a
 * way back, and a way out that loses nothing.
 */
struct _ReknitSessionFrame
{
  GtkWidget          parent_instance;

  char              *title;
  char              *subtitle;
  char              *continue_label;
  char              *leave_label;
  guint              step;
  guint              n_steps;
  gboolean           can_continue;
  gboolean           can_go_back;
  gboolean           pausable;

  GtkBox            *progress;
  GtkScrolledWindow *scroller;
  GtkWidget         *subtitle_label;
  GtkWidget         *continue_button;
  AdwBin            *bin;
};

enum
{
  PROP_0, PROP_TITLE, PROP_SUBTITLE, PROP_CHILD, PROP_STEP, PROP_N_STEPS, PROP_CONTINUE_LABEL, PROP_LEAVE_LABEL,
  PROP_CAN_CONTINUE, PROP_CAN_GO_BACK, PROP_PAUSABLE, N_PROPS
};
enum { CONTINUE, BACK, PAUSE, LEAVE, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitSessionFrame, reknit_session_frame, GTK_TYPE_WIDGET)

static void
update_progress (ReknitSessionFrame *self)
{
  g_autofree char *text = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->progress))) != NULL)
    gtk_box_remove (self->progress, child);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), self->step > 0 && self->n_steps > 1);
  for (guint i = 1; i <= self->n_steps; i++)
    {
      GtkWidget *dot = g_object_new (GTK_TYPE_BOX, "css-name", "step-mark", "valign", GTK_ALIGN_CENTER, NULL);

      gtk_widget_add_css_class (dot, i < self->step ? "done" : i == self->step ? "now" : "later");
      gtk_box_append (self->progress, dot);
    }

  text = g_strdup_printf (_("Step %u of %u"), self->step, self->n_steps);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->progress), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void on_continue (ReknitSessionFrame *self) { g_signal_emit (self, signals[CONTINUE], 0); }
static void on_back     (ReknitSessionFrame *self) { g_signal_emit (self, signals[BACK], 0); }
static void on_pause    (ReknitSessionFrame *self) { g_signal_emit (self, signals[PAUSE], 0); }
static void on_leave    (ReknitSessionFrame *self) { g_signal_emit (self, signals[LEAVE], 0); }

static void
set_text (ReknitSessionFrame *self,
          guint               prop_id,
          const char         *value)
{
  char **place = prop_id == PROP_TITLE ? &self->title
                 : prop_id == PROP_SUBTITLE ? &self->subtitle
                 : prop_id == PROP_LEAVE_LABEL ? &self->leave_label : &self->continue_label;

  if (g_strcmp0 (*place, value) == 0)
    return;

  g_free (*place);
  *place = g_strdup (value);
  gtk_widget_set_visible (self->subtitle_label, self->subtitle != NULL);
  gtk_widget_set_visible (self->continue_button, self->continue_label != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
set_flag (ReknitSessionFrame *self,
          guint               prop_id,
          gboolean            value)
{
  gboolean *place = prop_id == PROP_CAN_CONTINUE ? &self->can_continue
                    : prop_id == PROP_CAN_GO_BACK ? &self->can_go_back : &self->pausable;

  if (*place == value)
    return;

  *place = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
set_number (ReknitSessionFrame *self,
            guint               prop_id,
            guint               value)
{
  guint *place = prop_id == PROP_STEP ? &self->step : &self->n_steps;

  if (*place == value)
    return;

  *place = value;
  update_progress (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
reknit_session_frame_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ReknitSessionFrame *self = REKNIT_SESSION_FRAME (object);

  switch (prop_id)
    {
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_SUBTITLE: g_value_set_string (value, self->subtitle); break;
    case PROP_CHILD: g_value_set_object (value, adw_bin_get_child (self->bin)); break;
    case PROP_STEP: g_value_set_uint (value, self->step); break;
    case PROP_N_STEPS: g_value_set_uint (value, self->n_steps); break;
    case PROP_CONTINUE_LABEL: g_value_set_string (value, self->continue_label); break;
    case PROP_LEAVE_LABEL: g_value_set_string (value, self->leave_label); break;
    case PROP_CAN_CONTINUE: g_value_set_boolean (value, self->can_continue); break;
    case PROP_CAN_GO_BACK: g_value_set_boolean (value, self->can_go_back); break;
    case PROP_PAUSABLE: g_value_set_boolean (value, self->pausable); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_session_frame_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ReknitSessionFrame *self = REKNIT_SESSION_FRAME (object);

  switch (prop_id)
    {
    case PROP_TITLE:
    case PROP_SUBTITLE:
    case PROP_LEAVE_LABEL:
    case PROP_CONTINUE_LABEL: set_text (self, prop_id, g_value_get_string (value)); break;
    case PROP_CHILD: reknit_session_frame_set_child (self, g_value_get_object (value)); break;
    case PROP_STEP:
    case PROP_N_STEPS: set_number (self, prop_id, g_value_get_uint (value)); break;
    case PROP_CAN_CONTINUE:
    case PROP_CAN_GO_BACK:
    case PROP_PAUSABLE: set_flag (self, prop_id, g_value_get_boolean (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
reknit_session_frame_dispose (GObject *object)
{
  reknit_template_dispose (GTK_WIDGET (object), REKNIT_TYPE_SESSION_FRAME);
  G_OBJECT_CLASS (reknit_session_frame_parent_class)->dispose (object);
}

static void
reknit_session_frame_finalize (GObject *object)
{
  ReknitSessionFrame *self = REKNIT_SESSION_FRAME (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->continue_label);
  g_free (self->leave_label);
  G_OBJECT_CLASS (reknit_session_frame_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_STEPS] = g_param_spec_uint ("n-steps", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_CONTINUE_LABEL] = g_param_spec_string ("continue-label", NULL, NULL, NULL, flags);
  properties[PROP_LEAVE_LABEL] = g_param_spec_string ("leave-label", NULL, NULL, NULL, flags);
  properties[PROP_CAN_CONTINUE] = g_param_spec_boolean ("can-continue", NULL, NULL, TRUE, flags);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_PAUSABLE] = g_param_spec_boolean ("pausable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
reknit_session_frame_class_init (ReknitSessionFrameClass *klass)
{
  static const char *const names[N_SIGNALS] = { "continue", "back", "pause", "leave" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = reknit_session_frame_dispose;
  object_class->finalize = reknit_session_frame_finalize;
  object_class->get_property = reknit_session_frame_get_property;
  object_class->set_property = reknit_session_frame_set_property;
  install_properties (object_class);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], REKNIT_TYPE_SESSION_FRAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/reknit/Reknit/ui/reknit-session-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, ReknitSessionFrame, progress);
  gtk_widget_class_bind_template_child (widget_class, ReknitSessionFrame, scroller);
  gtk_widget_class_bind_template_child (widget_class, ReknitSessionFrame, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, ReknitSessionFrame, continue_button);
  gtk_widget_class_bind_template_child (widget_class, ReknitSessionFrame, bin);
  gtk_widget_class_bind_template_callback (widget_class, on_continue);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_pause);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
}

static void
reknit_session_frame_init (ReknitSessionFrame *self)
{
  self->can_continue = TRUE;
  self->continue_label = g_strdup (C_("session", "Continue"));
  self->leave_label = g_strdup (C_("session", "Leave"));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * reknit_session_frame_new:
 *
 * Returns: (transfer floating): an empty frame
 */
GtkWidget *
reknit_session_frame_new (void)
{
  return g_object_new (REKNIT_TYPE_SESSION_FRAME, NULL);
}

/**
 * reknit_session_frame_show_step:
 * @step: which step it is, from 1
 * @title: what it is about, in a few words or one question
 * @subtitle: (nullable): a sentence more
 * @child: (transfer floating) (nullable): what there is to do
 *
 * Shows one step, from its top.
 */
void
reknit_session_frame_show_step (ReknitSessionFrame *self,
                                guint               step,
                                const char         *title,
                                const char         *subtitle,
                                GtkWidget          *child)
{
  g_object_set (self, "step", step, "title", title, "subtitle", subtitle, NULL);
  reknit_session_frame_set_child (self, child);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * reknit_session_frame_get_child:
 *
 * Returns: (transfer none) (nullable): what there is to do in this step
 */
GtkWidget *
reknit_session_frame_get_child (ReknitSessionFrame *self)
{
  return adw_bin_get_child (self->bin);
}

/**
 * reknit_session_frame_set_child:
 * @child: (transfer floating) (nullable): what there is to do in this step
 */
void
reknit_session_frame_set_child (ReknitSessionFrame *self,
                                GtkWidget          *child)
{
  if (adw_bin_get_child (self->bin) == child)
    return;

  adw_bin_set_child (self->bin, child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * reknit_session_frame_get_step:
 *
 * Returns: which step is shown, from 1; 0 for none
 */
guint
reknit_session_frame_get_step (ReknitSessionFrame *self)
{
  return self->step;
}
