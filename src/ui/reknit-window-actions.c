#include "reknit-window-private.h"

#include "reknit-config.h"

#include <glib/gi18n-lib.h>

static void
on_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ReknitWindow *self = REKNIT_WINDOW (widget);

  if (!reknit_navigator_go_back (self->navigator) && adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_open_page (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ReknitWindow *self = REKNIT_WINDOW (widget);
  const char *page = g_variant_get_string (parameter, NULL);

  if (reknit_navigator_has_page (self->navigator, page))
    reknit_navigator_open (self->navigator, page);
}

static void
on_show_page (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  reknit_window_show_page (REKNIT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_open_subject (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  const char *practice, *table;
  gint64 id;

  g_variant_get (parameter, "(&s&sx)", &practice, &table, &id);
  reknit_window_open_subject (REKNIT_WINDOW (widget), practice, table, id);
}

static void
on_search (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  ReknitWindow *self = REKNIT_WINDOW (widget);

  reknit_navigator_open (self->navigator, "search");
  adw_leaflet_set_visible_child (self->leaflet, self->content_side);
  gtk_widget_grab_focus (reknit_navigator_get_widget (self->navigator));
}

static void
say (ReknitWindow *self,
     const char   *format,
     const char   *label)
{
  g_autofree char *text = g_strdup_printf (format, label);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
on_undo (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ReknitWindow *self = REKNIT_WINDOW (widget);
  ReknitStore *store = reknit_seats_get_store (self->seats);
  gboolean undo = g_str_equal (action, "win.undo");
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_object_get (store, undo ? "undo-label" : "redo-label", &label, NULL);
  if (label == NULL)
    return;

  if (undo ? reknit_store_undo (store, &error) : reknit_store_redo (store, &error))
    /* Translators: %s is a step such as “Delete Issue”. */
    say (self, undo ? _("Undone: %s") : _("Done again: %s"), label);
  else
    say (self, "%s", error->message);
}

static void
on_retry (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  ReknitWindow *self = REKNIT_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  /* The button took its toast away. */
  if (!reknit_store_retry (reknit_seats_get_store (self->seats), &error))
    reknit_window_tell_unsaved (self, error);
}

static void
on_lock (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  reknit_seats_lock (REKNIT_WINDOW (widget)->seats);
}

static const char *
name_seat (ReknitSeats *seats)
{
  ReknitPartner *current = reknit_seats_get_current (seats);

  return current == NULL ? "together" : current == reknit_seats_get_first (seats) ? "first" : "second";
}

static void
on_seat_requested (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  /* The state follows when the seat is really taken. */
  reknit_window_take_seat (user_data, g_variant_get_string (state, NULL));
}

/**
 * reknit_window_update_actions:
 *
 * Sets what can be done now: the one place where actions of the window become sensitive or not.
 */
void
reknit_window_update_actions (ReknitWindow *self)
{
  ReknitStore *store = reknit_seats_get_store (self->seats);
  GAction *seat = g_action_map_lookup_action (G_ACTION_MAP (self), "seat");
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_object_get (store, "undo-label", &undo, "redo-label", &redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", reknit_seats_get_first (self->seats) != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (seat), g_variant_new_string (name_seat (self->seats)));
}

/**
 * reknit_window_watch_actions:
 *
 * Begins to keep the window's actions up to date.
 */
void
reknit_window_watch_actions (ReknitWindow *self)
{
  g_autoptr (GSimpleAction) seat =
    g_simple_action_new_stateful ("seat", G_VARIANT_TYPE_STRING, g_variant_new_string (name_seat (self->seats)));
  ReknitStore *store = reknit_seats_get_store (self->seats);

  g_signal_connect (seat, "change-state", G_CALLBACK (on_seat_requested), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (seat));

  g_signal_connect_object (store, "notify::undo-label", G_CALLBACK (reknit_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::redo-label", G_CALLBACK (reknit_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->seats, "notify::current", G_CALLBACK (reknit_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->seats, "notify::first", G_CALLBACK (reknit_window_update_actions), self, G_CONNECT_SWAPPED);
  reknit_window_update_actions (self);
}

/**
 * reknit_window_install_actions:
 *
 * Gives the window class its actions and the keys for them. They are keys of the window, not of the application: a
 * text field that has the focus undoes its own typing first.
 */
void
reknit_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.open-page", "s", on_open_page);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", on_show_page);
  gtk_widget_class_install_action (widget_class, "win.open-subject", "(ssx)", on_open_subject);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, on_retry);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, on_lock);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "win.lock", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "win.show-page", "s", "today");
}
