#include "reknit-unplug-session.h"

#include "reknit-config.h"
#include "reknit-session-frame.h"
#include "reknit-time-text.h"
#include "reknit-turn-clock.h"

#include <glib/gi18n-lib.h>

#define TICK_SECONDS 5

/**
 * ReknitUnplugSession:
 *
 * The one calm page while the devices are away: how long it still is, on the whole screen. It needs nobody; what it
 * tells is in the store, so that it can be left and come back to.
 */
struct _ReknitUnplugSession
{
  GtkWidget        parent_instance;

  ReknitUnplugged *time;
  GtkWidget       *frame;
  GtkWidget       *clock;
  GtkWidget       *end_button;
  guint            tick_source;
  gboolean         was_fullscreen;
};

enum { LEAVE, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReknitUnplugSession, reknit_unplug_session, GTK_TYPE_WIDGET)

static gboolean
is_over (ReknitUnplugSession *self)
{
  return reknit_record_get_integer (self->time, "ended") != 0;
}

static void
on_leave (ReknitUnplugSession *self)
{
  /* Who has seen that it is over need not be told by the desktop. */
  if (is_over (self))
    reknit_unplugged_end (self->time, NULL);
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
welcome_back (ReknitUnplugSession *self)
{
  gint64 had = reknit_record_get_integer (self->time, "ended") - reknit_record_get_integer (self->time, "started");
  g_autofree char *span = reknit_time_text_for_span (MAX (had, 60));
  /* Translators: %s is a span of time: “45 minutes” */
  g_autofree char *words = g_strdup_printf (_("%s without devices. They count toward your week."), span);

  g_object_set (self->frame, "title", _("Welcome Back"), "subtitle", words, "continue-label", _("Done"),
                "leave-label", C_("session", "Leave"), NULL);
}

static void
show_running (ReknitUnplugSession *self)
{
  g_autoptr (GDateTime) ends =
    reknit_clock_to_local (reknit_clock_get_default (), reknit_record_get_integer (self->time, "ends"));
  g_autofree char *clock_time = reknit_time_text_for_time (ends);
  /* Translators: %s is a time of day: “20:30” */
  g_autofree char *title = g_strdup_printf (C_("end of a time without devices", "Until %s"), clock_time);

  g_object_set (self->frame, "title", title, "subtitle", _("Be with each other. Nobody has to watch this clock."),
                "continue-label", NULL, NULL);
}

/**
 * reknit_unplug_session_tick:
 *
 * Looks at the time and shows it; done by itself while it is seen.
 */
void
reknit_unplug_session_tick (ReknitUnplugSession *self)
{
  ReknitStore *store = reknit_record_get_store (REKNIT_RECORD (self->time));
  g_autoptr (GError) error = NULL;
  gboolean over;

  if (store != NULL && !reknit_unplugged_settle (store, reknit_clock_now (reknit_clock_get_default ()), &error))
    g_signal_emit (self, signals[FAILED], 0, error);
  over = is_over (self);
  gtk_widget_set_visible (self->clock, !over);
  gtk_widget_set_visible (self->end_button, !over);
  if (over)
    welcome_back (self);
  else
    show_running (self);
}

static gboolean
on_tick (gpointer user_data)
{
  reknit_unplug_session_tick (user_data);
  return G_SOURCE_CONTINUE;
}

static void
on_end (ReknitUnplugSession *self)
{
  g_autoptr (GError) error = NULL;

  if (!reknit_unplugged_end (self->time, &error))
    g_signal_emit (self, signals[FAILED], 0, error);
  reknit_unplug_session_tick (self);
}

static GtkWindow *
get_window (ReknitUnplugSession *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
reknit_unplug_session_map (GtkWidget *widget)
{
  ReknitUnplugSession *self = REKNIT_UNPLUG_SESSION (widget);
  GtkWindow *window = get_window (self);

  GTK_WIDGET_CLASS (reknit_unplug_session_parent_class)->map (widget);
  reknit_unplug_session_tick (self);
  self->tick_source = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
  if (window != NULL && !is_over (self))
    {
      self->was_fullscreen = gtk_window_is_fullscreen (window);
      gtk_window_fullscreen (window);
    }
}

static void
reknit_unplug_session_unmap (GtkWidget *widget)
{
  ReknitUnplugSession *self = REKNIT_UNPLUG_SESSION (widget);
  GtkWindow *window = get_window (self);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  if (window != NULL && !self->was_fullscreen)
    gtk_window_unfullscreen (window);
  GTK_WIDGET_CLASS (reknit_unplug_session_parent_class)->unmap (widget);
}

static GtkWidget *
create_clock (ReknitUnplugSession *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 36);

  self->clock = g_object_new (REKNIT_TYPE_TURN_CLOCK, "calm", TRUE,
                              "total", reknit_record_get_integer (self->time, "minutes") * 60,
                              "started", reknit_record_get_integer (self->time, "started"),
                              "halign", GTK_ALIGN_CENTER, NULL);
  self->end_button = gtk_button_new_with_label (_("End It Now"));
  gtk_widget_set_halign (self->end_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->end_button, "flat");
  g_signal_connect_swapped (self->end_button, "clicked", G_CALLBACK (on_end), self);
  gtk_box_append (GTK_BOX (box), self->clock);
  gtk_box_append (GTK_BOX (box), self->end_button);
  return box;
}

static void
reknit_unplug_session_dispose (GObject *object)
{
  ReknitUnplugSession *self = REKNIT_UNPLUG_SESSION (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_object (&self->time);
  G_OBJECT_CLASS (reknit_unplug_session_parent_class)->dispose (object);
}

static void
reknit_unplug_session_class_init (ReknitUnplugSessionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = reknit_unplug_session_dispose;
  widget_class->map = reknit_unplug_session_map;
  widget_class->unmap = reknit_unplug_session_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[LEAVE] = g_signal_new ("leave", REKNIT_TYPE_UNPLUG_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", REKNIT_TYPE_UNPLUG_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
reknit_unplug_session_init (ReknitUnplugSession *self)
{
}

/**
 * reknit_unplug_session_new:
 * @time: time without devices, stored and begun
 *
 * Returns: (transfer floating): the page of it
 */
GtkWidget *
reknit_unplug_session_new (ReknitUnplugged *time)
{
  ReknitUnplugSession *self = g_object_new (REKNIT_TYPE_UNPLUG_SESSION, NULL);

  self->time = g_object_ref (time);
  self->frame = reknit_session_frame_new ();
  reknit_session_frame_set_child (REKNIT_SESSION_FRAME (self->frame), create_clock (self));
  g_signal_connect_swapped (self->frame, "continue", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (self->frame, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  reknit_unplug_session_tick (self);
  return GTK_WIDGET (self);
}

/**
 * reknit_unplug_session_get_time:
 *
 * Returns: (transfer none): the time it shows
 */
ReknitUnplugged *
reknit_unplug_session_get_time (ReknitUnplugSession *self)
{
  return self->time;
}
