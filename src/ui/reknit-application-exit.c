#include "reknit-application-private.h"

/* A window takes the windows that stand over it with it when it closes. Those of the toolkit, such as the one that prints,
 * are none of the application's. */
static GPtrArray *
hold_windows (void)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    g_ptr_array_add (windows, g_object_ref (l->data));
  return windows;
}

/* Whoever waits for the answer of a window of the toolkit gets one only when it is closed. A window that the keys were
 * struck in outlives the one below it, which it must not speak of then. */
static void
end_window (GtkWindow *window)
{
  gtk_window_set_transient_for (window, NULL);
  if (gtk_window_get_application (window) != NULL)
    gtk_window_destroy (window);
  else
    gtk_window_close (window);
}

/**
 * reknit_application_exit_quickly:
 *
 * Takes all windows and notifications off the screen, keeps what was typed, and locks the seats. The next start shows a page
 * that says nothing of the couple.
 */
void
reknit_application_exit_quickly (ReknitApplication *self)
{
  g_autoptr (GPtrArray) windows = hold_windows ();

  /* Out of sight first; then what was typed is kept, and all is locked. */
  for (guint i = 0; i < windows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (windows, i), FALSE);

  g_settings_set_boolean (self->settings, "left-quickly", TRUE);
  if (self->notifier != NULL)
    reknit_notifier_withdraw_all (self->notifier);
  if (self->seats != NULL)
    reknit_seats_lock (self->seats);
  for (guint i = 0; i < windows->len; i++)
    end_window (g_ptr_array_index (windows, i));
}

static gboolean
is_in_sight (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_widget_get_visible (l->data))
      return TRUE;
  return FALSE;
}

static gboolean
on_struck (gpointer user_data)
{
  ReknitApplication *self = user_data;

  self->exit_source = 0;
  if (is_in_sight ())
    reknit_application_exit_quickly (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_surface_event (GSignalInvocationHint *hint,
                  guint                  n_values,
                  const GValue          *values,
                  gpointer               user_data)
{
  ReknitApplication *self = user_data;
  GdkEvent *event = g_value_get_pointer (&values[1]);

  if (gdk_event_get_event_type (event) == GDK_KEY_PRESS && self->exit_source == 0
      && gdk_key_event_matches (event, GDK_KEY_q, GDK_CONTROL_MASK | GDK_SHIFT_MASK) == GDK_KEY_MATCH_EXACT)
    self->exit_source = g_idle_add_full (G_PRIORITY_HIGH, on_struck, self, NULL);
  return TRUE;
}

/**
 * reknit_application_watch_exit_keys:
 *
 * Sees to it that the keys of the quick exit work wherever they are struck: an open menu keeps the keys of the application
 * from its window, and the toolkit's own windows never get them.
 */
void
reknit_application_watch_exit_keys (ReknitApplication *self)
{
  g_type_class_unref (g_type_class_ref (GDK_TYPE_SURFACE));
  self->exit_signal = g_signal_lookup ("event", GDK_TYPE_SURFACE);
  self->exit_hook = g_signal_add_emission_hook (self->exit_signal, 0, on_surface_event, self, NULL);
}

/**
 * reknit_application_forget_exit_keys:
 *
 * The program ends, and no key is for it any more.
 */
void
reknit_application_forget_exit_keys (ReknitApplication *self)
{
  g_clear_handle_id (&self->exit_source, g_source_remove);
  if (self->exit_hook != 0)
    g_signal_remove_emission_hook (self->exit_signal, self->exit_hook);
  self->exit_hook = 0;
}
