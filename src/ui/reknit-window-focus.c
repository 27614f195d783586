#include "reknit-place.h"
#include "reknit-window-private.h"

/* Whether @widget is in the window and, if it stands in what is shown, shown there; what fades out is not. Of a menu that
 * closes it counts where it was opened from: there the toolkit brings the focus back to. */
static gboolean
is_there (ReknitWindow *self,
          GtkWidget    *widget)
{
  GtkWidget *scope = reknit_navigator_get_scope (self->navigator);

  widget = widget != NULL ? reknit_place_get_outside (widget) : NULL;
  if (widget == NULL || gtk_widget_get_root (widget) != GTK_ROOT (self))
    return FALSE;
  if (scope == NULL || !gtk_widget_is_ancestor (widget, scope))
    return TRUE;

  for (GtkWidget *parent; widget != scope; widget = parent)
    {
      parent = gtk_widget_get_parent (widget);
      if (!gtk_widget_get_visible (widget)
          || (GTK_IS_STACK (parent) && gtk_stack_get_visible_child (GTK_STACK (parent)) != widget))
        return FALSE;
    }
  return TRUE;
}

/* Once the dust has settled: what is shown remembers where the focus is; where what had it is gone, the toolkit's choice,
 * which is the first entry of the page more often than not, gives way to the place that was remembered. */
static gboolean
settle (gpointer user_data)
{
  ReknitWindow *self = user_data;
  GtkWidget *scope = reknit_navigator_get_scope (self->navigator);
  gboolean chosen = self->focus != NULL && reknit_place_was_chosen (self->focus);
  gboolean gone = self->had_focus && !chosen && !is_there (self, self->focus_before);

  self->focus_source = 0;
  g_clear_weak_pointer (&self->focus_before);
  self->had_focus = FALSE;
  if (scope != NULL && (self->focus == NULL || gone))
    reknit_place_return (scope);
  else if (scope != NULL)
    reknit_place_remember (scope);
  return G_SOURCE_REMOVE;
}

static void
on_focus_changed (ReknitWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  self->had_focus = self->has_focus;
  self->has_focus = focus != NULL;
  g_set_weak_pointer (&self->focus_before, self->focus);
  g_set_weak_pointer (&self->focus, focus);
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (settle, self);
}

/**
 * reknit_window_hand_focus_on:
 *
 * Lets a page that was just opened from within the page before have the focus where it wants it.
 */
void
reknit_window_hand_focus_on (ReknitWindow *self)
{
  if (self->focus == NULL || !gtk_widget_is_ancestor (self->focus, GTK_WIDGET (self->navigator)))
    return;

  g_clear_weak_pointer (&self->focus_before);
  self->had_focus = TRUE;
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (settle, self);
}

/**
 * reknit_window_watch_focus:
 *
 * Begins to keep the focus at a sensible place: a record that was deleted, a page that was closed or a toast that went
 * away hands it back to where it was before, or to the next of kin.
 */
void
reknit_window_watch_focus (ReknitWindow *self)
{
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_focus_changed), NULL);
}

/**
 * reknit_window_forget_focus:
 *
 * Ends that.
 */
void
reknit_window_forget_focus (ReknitWindow *self)
{
  g_signal_handlers_disconnect_by_func (self, on_focus_changed, NULL);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_weak_pointer (&self->focus);
}
