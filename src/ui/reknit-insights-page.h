#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_INSIGHTS_PAGE (reknit_insights_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitInsightsPage, reknit_insights_page, REKNIT, INSIGHTS_PAGE, GtkWidget)

GtkWidget *reknit_insights_page_new (ReknitSeats *seats);

G_END_DECLS
