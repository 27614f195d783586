#pragma once

#include "reknit-week-block.h"

#include "reknit-partner-badge.h"

G_BEGIN_DECLS

struct _ReknitWeekBlock
{
  GtkButton           parent_instance;

  ReknitSeats        *seats;
  ReknitOccasion     *occasion;
  GDateTime          *day;
  gboolean            roomy;
  gboolean            narrow;
  double              uncovered;
  const char         *kind_class;
  const char         *strand_class;
  const char         *state_class;

  GtkImage           *icon;
  GtkLabel           *title;
  ReknitPartnerBadge *badge;
  GtkImage           *warning;
  GtkImage           *check;
  GtkLabel           *hours;
  GtkLabel           *state;
  GtkWidget          *whose_box;
  GtkLabel           *whose;
  GtkLabel           *clash;
};

void reknit_week_block_be_tight  (ReknitWeekBlock *self, GtkWidget *top);
void reknit_week_block_give_room (ReknitWeekBlock *self);

G_END_DECLS
