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

  GtkWidget           *focus;
  GtkWidget           *focus_before;
  gboolean             has_focus;
  gboolean             had_focus;
  guint                focus_source;
};

void reknit_window_install_actions (GtkWidgetClass *widget_class);
void reknit_window_watch_focus     (ReknitWindow *self);
void reknit_window_hand_focus_on   (ReknitWindow *self);
void reknit_window_forget_focus    (ReknitWindow *self);

G_END_DECLS
