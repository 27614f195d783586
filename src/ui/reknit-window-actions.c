#include "reknit-window-private.h"

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

/**
 * reknit_window_install_actions:
 *
 * Gives the window class its actions and the keys for them.
 */
void
reknit_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.open-page", "s", on_open_page);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", on_show_page);
  gtk_widget_class_install_action (widget_class, "win.open-subject", "(ssx)", on_open_subject);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "win.show-page", "s", "today");
}
