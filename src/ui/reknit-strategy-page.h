#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"
#include "reknit-strategy.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_STRATEGY_PAGE (reknit_strategy_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitStrategyPage, reknit_strategy_page, REKNIT, STRATEGY_PAGE, GtkWidget)

GtkWidget *reknit_strategy_page_new (ReknitSeats *seats, ReknitStrategy *strategy);

G_END_DECLS
