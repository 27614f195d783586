#pragma once

#include "reknit-hand-over.h"
#include "reknit-week-page.h"

G_BEGIN_DECLS

struct _ReknitWeekPage
{
  ReknitPracticePage  parent_instance;

  ReknitWeekView     *week;
  ReknitHandOver     *hand_over;

  GtkWidget          *view;
  GtkWidget          *bar;
  GtkLabel           *title;
  GtkWidget          *aim;
  GtkWidget          *untold;
  GtkBox             *content;
};

void reknit_week_page_add_actions (ReknitWeekPage *self);

G_END_DECLS
