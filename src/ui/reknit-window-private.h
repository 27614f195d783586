#pragma once

#include "reknit-navigator.h"
#include "reknit-sidebar.h"
#include "reknit-window.h"

G_BEGIN_DECLS

struct _ReknitWindow
{
  ReknitSeatedWindow   parent_instance;

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
};

void reknit_window_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
