#include "reknit-chart-private.h"

static void
on_motion (ReknitChart *self, double x, double y)
{
  reknit_chart_set_current_point (self, reknit_chart_find_nearest_stop (self, x));
}

static void
on_pressed (ReknitChart *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  reknit_chart_set_current_point (self, reknit_chart_find_nearest_stop (self, x));
}

static void
on_leave (ReknitChart *self)
{
  reknit_chart_set_current_point (self, -1);
}

static gboolean
walk (ReknitChart *self, int step)
{
  int last = (int) reknit_chart_get_n_stops (self) - 1, current = reknit_chart_get_current_point (self), next;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    step = -step;
  next = current >= 0 ? current + step : step > 0 ? 0 : last;
  if (next < 0 || next > last)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    reknit_chart_set_current_point (self, next);
  return TRUE;
}

static gboolean
on_key_pressed (ReknitChart *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (state & gtk_accelerator_get_default_mod_mask ())
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return walk (self, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return walk (self, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      reknit_chart_set_current_point (self, reknit_chart_get_n_stops (self) > 0 ? 0 : -1);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      reknit_chart_set_current_point (self, (int) reknit_chart_get_n_stops (self) - 1);
      return TRUE;
    case GDK_KEY_Escape:
      if (reknit_chart_get_current_point (self) < 0)
        return FALSE;
      reknit_chart_set_current_point (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The pointer looks at the nearest time, the arrow keys walk from one to the next. */
void
reknit_chart_input_attach (ReknitChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
