#pragma once

#include <gtk/gtk.h>

#include "reknit-seats.h"

G_BEGIN_DECLS

#define REKNIT_TYPE_TODAY_PAGE (reknit_today_page_get_type ())
G_DECLARE_FINAL_TYPE (ReknitTodayPage, reknit_today_page, REKNIT, TODAY_PAGE, GtkWidget)

GtkWidget *reknit_today_page_new (ReknitSeats *seats);

G_END_DECLS
