#pragma once

#include "reknit-navigator.h"
#include "reknit-sidebar.h"
#include "reknit-window.h"

G_BEGIN_DECLS

struct _ReknitWindow
{
  AdwApplicationWindow parent_instance;

  ReknitSeats         *seats;
  GtkWidget           *header_start;

  GtkStack            *faces;
  AdwLeaflet          *leaflet;
  GtkWidget           *sidebar_side;
  GtkWidget           *content_side;
  ReknitSidebar       *sidebar;
  ReknitNavigator     *navigator;
  AdwHeaderBar        *header_bar;
  GtkWidget           *guidance_button;
  GtkWidget           *switcher;
  AdwToastOverlay     *toasts;
  AdwToast            *unsaved_toast;
};

void reknit_window_install_actions (GtkWidgetClass *widget_class);
void reknit_window_watch_actions   (ReknitWindow *self);
void reknit_window_update_actions  (ReknitWindow *self);
void reknit_window_tell_unsaved    (ReknitWindow *self, const GError *error);

G_END_DECLS
